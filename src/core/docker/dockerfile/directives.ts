// Parser directives: Dockerfile reference, “Parser directives”; buildkit parser/directives.go. They stand in comments at the top,
// and the first line that is none ends them.
import { cut, skipSpace, skipSpaceBack } from './characters';
import { utf8Length } from './utf8';

export const DIRECTIVES = ['syntax', 'escape', 'check'] as const;
export type DirectiveName = (typeof DIRECTIVES)[number];

interface WrittenDirective {
  readonly name: DirectiveName;
  readonly value: string;
}

/** What one line is to the directives: one of them, a second one of the same name, or their end. */
export type DirectiveLine =
  | { readonly kind: 'directive'; readonly directive: WrittenDirective }
  | { readonly kind: 'again'; readonly name: DirectiveName }
  | { readonly kind: 'end' };

const END: DirectiveLine = { kind: 'end' };

/** Reads a line without its line end; `seen` holds the names so far. `comment` is what begins a comment. */
export function readDirective(line: string, seen: ReadonlySet<string>, comment = '#'): DirectiveLine {
  if (!line.startsWith(comment)) return END;
  const start = skipSpace(line, comment.length);
  let end = start;
  while (isAsciiAlphanumeric(line.charCodeAt(end))) end++;
  if (end === start || line.charCodeAt(start) < 65) return END;
  const equals = skipAsciiSpace(line, end);
  if (line[equals] !== '=') return END;
  const valueStart = skipAsciiSpace(line, equals + 1);
  let valueEnd = line.length;
  while (valueEnd > valueStart && isAsciiSpace(line.charCodeAt(valueEnd - 1))) valueEnd--;
  // A value of blanks alone is one blank: the pattern wants one character at least.
  const value = valueEnd > valueStart ? line.slice(valueStart, valueEnd) : lastBlank(line, equals + 1);
  const name = DIRECTIVES.find((known) => known === line.slice(start, end).toLowerCase());
  if (name === undefined || value === '') return END;
  return seen.has(name) ? { kind: 'again', name } : { kind: 'directive', directive: { name, value } };
}

function lastBlank(line: string, from: number): string {
  return from < line.length ? line.slice(-1) : '';
}

/** Go’s `\s`. */
function isAsciiSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 12 || code === 13;
}

function skipAsciiSpace(line: string, at: number): number {
  let here = at;
  while (isAsciiSpace(line.charCodeAt(here))) here++;
  return here;
}

function isAsciiAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122);
}

/** The directive of `name` as the frontend looks for it on its own, before the file is read; its value whole. */
export function findDirective(text: string, name: DirectiveName, comment = '#'): string | undefined {
  const seen = new Set<string>();
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  // A line that names a program to run the file with is passed over.
  if (text.startsWith('#!', at)) at = lineEnd(text, at) + 1;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end);
    const read = readDirective(line, seen, comment);
    if (read.kind !== 'directive') return undefined;
    if (read.directive.name === name) return read.directive.value;
    seen.add(read.directive.name);
    at = end + 1;
  }
  return undefined;
}

function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed;
}

/** The frontend that the file asks for: `# syntax=`, `// syntax=`, or a JSON object with `syntax` in it. */
export function findSyntax(text: string): string | undefined {
  const value = findDirective(text, 'syntax') ?? findDirective(text, 'syntax', '//') ?? jsonSyntax(text);
  return value === undefined ? undefined : cut(value, ' ')[0];
}

function jsonSyntax(text: string): string | undefined {
  const start = skipSpace(text, 0);
  if (text[start] !== '{' || text[skipSpaceBack(text, text.length) - 1] !== '}') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('syntax' in value)) return undefined;
    return typeof value.syntax === 'string' ? value.syntax : undefined;
  } catch {
    return undefined;
  }
}

/** A comment’s text as the builder keeps it: after the line’s first byte, trimmed; the rest of a longer character is unreadable. */
export function commentText(line: string): string {
  const lost = '\ufffd'.repeat(utf8Length(line.slice(0, 1)) - 1);
  return lost + line.slice(lost === '' ? skipSpace(line, 1) : 1, Math.max(1, skipSpaceBack(line, line.length, 1)));
}

/** Whether the first character that is no white space begins a comment. */
export function isComment(line: string): boolean {
  return line[skipSpace(line, 0)] === '#';
}

/** Whether a line holds nothing but white space. */
export function isEmptyLine(line: string): boolean {
  return skipSpace(line, 0) === line.length;
}
