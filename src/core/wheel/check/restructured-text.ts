// Whether reStructuredText renders, where that can be told without docutils: plain words do; a short underline, a directive or a role
// that nobody knows do not. Between the two, nothing is claimed. Follows docutils 0.23 (reStructuredText specification, “Sections”,
// “Directives”, “Interpreted text”) as readme_renderer 46.0 sets it up: any warning stops it.

/** `unknown`: neither is certain. The line is counted from 1. */
export type Rendering =
  | { readonly kind: 'renders' }
  | { readonly kind: 'fails'; readonly line: number | undefined; readonly message: string }
  | { readonly kind: 'unknown' };

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
/** A line that can’t be the title of an underline: it begins a list, a field, an option, a table, a comment or a quotation. */
const NO_TITLE = /^(?:[-+*•‣⁃|>:./(]|__ |(?:[0-9]+|[A-Za-z#]|[ivxlcdmIVXLCDM]+)[.)](?: |$))/;
const PUNCTUATION = /^([!-/:-@[-`{-~])\1*$/;
/** Shorter ones aren’t taken for an underline unless they are long enough. */
const SHORTEST_UNDERLINE = 4;

/** Says whether a description in reStructuredText would render. */
export function judgeRestructuredText(text: string): Rendering {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  if (lines.every((line) => line === '')) {
    return { kind: 'fails', line: undefined, message: 'No content rendered from RST source.' };
  }
  if (lines.every(isPlain)) return { kind: 'renders' };
  let before = '';
  for (let at = 0; at < lines.length; at++) {
    const start = at;
    while (at < lines.length && lines[at] !== '') at++;
    const paragraph = lines.slice(start, at);
    if (paragraph.length === 0) continue;
    // After `::` comes text that is taken as it is, even at the margin if it is quoted.
    const failure = before.endsWith('::') ? undefined : failureOf(paragraph, start + 1);
    if (failure !== undefined) return failure;
    before = paragraph.at(-1) ?? '';
  }
  return { kind: 'unknown' };
}

/** A line without anything that could be markup. */
function isPlain(line: string): boolean {
  if (line === '') return true;
  return /^[\p{L}"'(]/u.test(line) && !NO_TITLE.test(line) && !/[*`|_:\\<>[\]{}@]|\.\.|--/.test(line);
}

/** What fails in a paragraph that begins at the margin, wherever it stands. */
function failureOf(paragraph: readonly string[], line: number): Rendering | undefined {
  const [first = '', second = ''] = paragraph;
  if (/^\s/.test(first)) return undefined;
  const directive = DIRECTIVE.exec(first)?.[1];
  if (directive !== undefined) {
    const name = directive.toLowerCase();
    if (SWITCHED_OFF.includes(name)) return { kind: 'fails', line, message: `"${name}" directive disabled.` };
    if (!DIRECTIVES.has(name)) return { kind: 'fails', line, message: `Unknown directive type "${directive}".` };
    return undefined;
  }
  if (NO_TITLE.test(first) || PUNCTUATION.test(first)) return undefined;
  if (PUNCTUATION.test(second) && second.length >= SHORTEST_UNDERLINE && second.length < widthOf(first)) {
    return { kind: 'fails', line: line + 1, message: 'Title underline too short.' };
  }
  const plain = paragraph.slice(0, paragraph.findIndex((each) => /[`\\]/.test(each)) + 1);
  const role = paragraph.some((each) => /^\s/.test(each)) ? undefined : roleIn(plain.at(-1));
  return role === undefined ? undefined : { kind: 'fails', line, message: `Unknown interpreted text role "${role}".` };
}

/** An unknown role before anything else that could be markup in its line. */
function roleIn(line = ''): string | undefined {
  const role = ROLE.exec(line);
  const name = role?.[1];
  if (role === null || name === undefined || /[`\\]/.test(line.slice(0, role.index))) return undefined;
  return ROLES.has(name.toLowerCase()) ? undefined : name;
}

/** How many columns a text takes: letters of East Asian scripts take two, marks above others none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Me}/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
