// The lines of a requirements file as pip sees them: continuations joined, comments taken out, variables replaced, empty
// lines left out (pip's documentation, "Requirements File Format", "Line continuations", "Comments" and "Using environment
// variables").
import { isWhiteSpace, skipWhiteSpace } from '../../text';
import { join, type LocatedText, locatedSlice, placed, slice, spanOf, trim } from './located-text';
import type { UsedVariable } from './requirements-file';

/** A line with its number, from 1; that of the first if several are joined. */
export interface LogicalLine {
  readonly line: number;
  readonly content: LocatedText;
  readonly variables: readonly UsedVariable[];
}

/** The lines of a document. Variables that are not in `values`, or empty there, stay as they are. */
export function logicalLines(document: string, values: ReadonlyMap<string, string>): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  for (const { line, content } of joinedLines(physicalLines(document))) {
    const stripped = trim(withoutComment(content));
    if (stripped.text !== '') lines.push({ line, ...withVariables(stripped, values) });
  }
  return lines;
}

interface NumberedLine {
  readonly line: number;
  readonly content: LocatedText;
}

/** Whether the unit ends a line to Python's `str.splitlines`, which knows more of them than line feeds. */
function isLineEnd(code: number): boolean {
  return (
    (code >= 10 && code <= 13) || (code >= 28 && code <= 30) || code === 0x85 || code === 0x2028 || code === 0x2029
  );
}

function physicalLines(document: string): readonly NumberedLine[] {
  const lines: NumberedLine[] = [];
  // A byte order mark belongs to the encoding.
  let start = document.startsWith('\ufeff') ? 1 : 0;
  for (let at = start; at < document.length; at++) {
    if (!isLineEnd(document.charCodeAt(at))) continue;
    lines.push({ line: lines.length + 1, content: locatedSlice(document, start, at) });
    if (document.startsWith('\r\n', at)) at++;
    start = at + 1;
  }
  if (start < document.length) {
    lines.push({ line: lines.length + 1, content: locatedSlice(document, start, document.length) });
  }
  return lines;
}

/** A line that ends in a backslash goes on in the next one, but for comments, which end where their line ends. */
function* joinedLines(lines: readonly NumberedLine[]): Generator<NumberedLine> {
  let first: number | undefined;
  let pieces: LocatedText[] = [];
  for (const { line, content } of lines) {
    const isComment = content.text.charAt(skipWhiteSpace(content.text, 0)) === '#';
    if (content.text.endsWith('\\') && !isComment) {
      first ??= line;
      pieces.push(withoutBackslashes(content));
      continue;
    }
    // A blank before the comment keeps it from the word before.
    if (isComment) pieces.push(placed(' ', content.offsets[0] ?? 0));
    pieces.push(content);
    yield { line: first ?? line, content: join(pieces) };
    first = undefined;
    pieces = [];
  }
  if (first !== undefined) yield { line: first, content: join(pieces) };
}

function withoutBackslashes(content: LocatedText): LocatedText {
  let start = 0;
  let end = content.text.length;
  while (start < end && content.text.charAt(start) === '\\') start++;
  while (end > start && content.text.charAt(end - 1) === '\\') end--;
  return slice(content, start, end);
}

/** A comment begins at `#` at the beginning or after white space; `#` inside a URL doesn't. */
function withoutComment(content: LocatedText): LocatedText {
  const { text } = content;
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
    if (at === 0 || isWhiteSpace(text.charCodeAt(at - 1))) return slice(content, 0, at);
  }
  return content;
}

const VARIABLE = /\$\{([A-Z0-9_]+)\}/g;

function withVariables(
  content: LocatedText,
  values: ReadonlyMap<string, string>,
): { readonly content: LocatedText; readonly variables: readonly UsedVariable[] } {
  const variables: UsedVariable[] = [];
  const pieces: LocatedText[] = [];
  let end = 0;
  for (const match of content.text.matchAll(VARIABLE)) {
    const name = match[1] ?? '';
    const value = values.get(name) || undefined;
    const at = spanOf(content, match.index, match.index + match[0].length);
    variables.push({ name, isReplaced: value !== undefined, at });
    if (value === undefined) continue;
    pieces.push(slice(content, end, match.index), placed(value, at.start));
    end = match.index + match[0].length;
  }
  if (pieces.length === 0) return { content, variables };
  pieces.push(slice(content, end, content.text.length));
  return { content: join(pieces), variables };
}
