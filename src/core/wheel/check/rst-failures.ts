// Common mistakes in reStructuredText that stop a description from rendering, looked for in paragraphs that begin at the margin, where
// nothing around them can change what they are. Follows docutils 0.23 (reStructuredText specification, “Sections”, “Directives”,
// “Inline markup”) as readme_renderer 46.0 sets it up.
import { NO_TITLE, PROSE, PUNCTUATION, widthOf } from './rst-lines';

/** A mistake in docutils’ words, and its line, counted from 1. */
export interface Failure {
  readonly line: number;
  readonly message: string;
}

/** Names after `..` that docutils has, in English. */
const DIRECTIVES: ReadonlySet<string> = new Set(
  'admonition attention caution class code code-block compound container contents csv-table danger date default-role epigraph error figure footer header highlights hint image important include line-block list-table math meta note parsed-literal pull-quote raw replace restructuredtext-test-directive role rst-class rubric section-numbering sectnum sidebar sourcecode table target-notes tip title topic unicode warning'.split(
    ' ',
  ),
);

/** Directives that readme_renderer switches off: what they bring could be anything. */
const SWITCHED_OFF: readonly string[] = ['raw', 'include'];

/** Names between colons that docutils has, in English. */
const ROLES: ReadonlySet<string> = new Set(
  'ab abbreviation ac acronym anonymous-reference citation-reference code emphasis footnote-reference i index literal math named-reference pep pep-reference raw restructuredtext-unimplemented-role rfc rfc-reference strong sub subscript substitution-reference sup superscript t target title title-reference uri uri-reference url'.split(
    ' ',
  ),
);

const NAME = '[A-Za-z0-9]+(?:[-._+:][A-Za-z0-9]+)*';
const DIRECTIVE = new RegExp(`^\\.\\. +(${NAME}) ?::(?: |$)`);
const ROLE = new RegExp(`(?:^|[\\s'"([{<])[:](${NAME}):\`[^\`\\s]`);
/** Directives that need content below them or beside. */
const NEED_CONTENT =
  /^\.\. (?:note|warning|tip|important|hint|caution|danger|attention|error|code-block|code|sourcecode)::$/;
const BULLET = /^([-*+]) \S/;
/** Shorter ones aren’t taken for an underline unless they are long enough. */
const SHORTEST_UNDERLINE = 4;

/** A paragraph with the line that it begins at, and the one after it. */
interface Place {
  readonly paragraph: readonly string[];
  readonly line: number;
  readonly next: Place | undefined;
}

/** The first mistake that is certain; lines have no white space at their ends. */
export function findFailure(lines: readonly string[]): Failure | undefined {
  const places = placesOf(lines);
  let before = '';
  for (const place of places) {
    // After `::` comes text that is taken as it is, even at the margin if it is quoted.
    const failure = before.endsWith('::') || place.paragraph[0]?.startsWith(' ') ? undefined : failureAt(place);
    if (failure !== undefined) return failure;
    before = place.paragraph.at(-1) ?? '';
  }
  return undefined;
}

function placesOf(lines: readonly string[]): readonly Place[] {
  const starts = lines.flatMap((line, at) => (line !== '' && (lines[at - 1] ?? '') === '' ? [at] : []));
  const places: Place[] = [];
  let next: Place | undefined;
  for (const start of starts.toReversed()) {
    const end = lines.indexOf('', start);
    next = { paragraph: lines.slice(start, end === -1 ? lines.length : end), line: start + 1, next };
    places.push(next);
  }
  return places.reverse();
}

function failureAt({ paragraph, line, next }: Place): Failure | undefined {
  const [first = '', second = ''] = paragraph;
  const directive = DIRECTIVE.exec(first)?.[1];
  if (directive !== undefined) return directiveFailure(directive, { paragraph, line, next });
  const mark = BULLET.exec(first)?.[1];
  if (mark !== undefined && /^\S/.test(second) && BULLET.exec(second)?.[1] !== mark && second !== mark) {
    return { line: line + 1, message: 'Bullet list ends without a blank line; unexpected unindent.' };
  }
  if (!PROSE.test(first) || NO_TITLE.test(first)) return undefined;
  if (PUNCTUATION.test(second)) {
    if (second.length < SHORTEST_UNDERLINE || second.length >= widthOf(first)) return undefined;
    return { line: line + 1, message: 'Title underline too short.' };
  }
  if (paragraph.some((each) => each.endsWith('::') || each.startsWith(' ') || PUNCTUATION.test(each))) {
    return proseEnd(paragraph, line, next);
  }
  return inlineFailure(paragraph, line);
}

function directiveFailure(directive: string, { paragraph, line, next }: Place): Failure | undefined {
  const name = directive.toLowerCase();
  if (SWITCHED_OFF.includes(name)) return { line, message: `"${name}" directive disabled.` };
  if (!DIRECTIVES.has(name)) return { line, message: `Unknown directive type "${directive}".` };
  const isBare = NEED_CONTENT.test(paragraph[0] ?? '') && paragraph.length === 1;
  if (!isBare || next?.paragraph[0]?.startsWith(' ')) return undefined;
  return { line, message: `Content block expected for the "${name}" directive; none found.` };
}

/** `::` at the end of prose, and nothing indented below it. */
function proseEnd(paragraph: readonly string[], line: number, next: Place | undefined): Failure | undefined {
  const isProse = paragraph.every(
    (each, at) => /^[\p{L}\p{N}]/u.test(each) && each.endsWith('::') === (at === paragraph.length - 1),
  );
  if (!isProse || inlineFailure(paragraph, line) !== undefined || next === undefined) return undefined;
  if (!/^[\p{L}\p{N}]/u.test(next.paragraph[0] ?? '')) return undefined;
  return { line: next.line, message: 'Literal block expected; none found.' };
}

/** The marks of inline markup, and what docutils calls what they begin. */
const MARKS: Readonly<Record<string, string>> = {
  '*': 'emphasis',
  '**': 'strong',
  '``': 'literal',
  '`': 'interpreted text or phrase reference',
};

/** A mark that begins something, alone in its paragraph; or, before any other, a role that nobody knows. */
function inlineFailure(paragraph: readonly string[], line: number): Failure | undefined {
  const text = paragraph.join('\n');
  if (text.includes('\\')) return undefined;
  const marks = [...text.matchAll(/\*+|`+/g)];
  const [only] = marks;
  const name = MARKS[only?.[0] ?? ''];
  if (only !== undefined && marks.length === 1 && name !== undefined) {
    const isStart =
      /(?:^|[\s([{<\-/:])$/.test(text.slice(0, only.index)) &&
      /^[\p{L}\p{N}]/u.test(text.slice(only.index + only[0].length));
    return isStart ? { line, message: `Inline ${name} start-string without end-string.` } : undefined;
  }
  const role = ROLE.exec(text);
  const unknown = role?.[1];
  if (role === null || unknown === undefined || /[`*|]/.test(text.slice(0, role.index))) return undefined;
  return ROLES.has(unknown.toLowerCase())
    ? undefined
    : { line, message: `Unknown interpreted text role "${unknown}".` };
}
