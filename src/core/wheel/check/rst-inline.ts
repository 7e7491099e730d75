// Markup inside a line of reStructuredText, as far as it is certain to be sound: what stands between marks is taken out, and what is left
// must have no mark in it. Follows docutils 0.23 (reStructuredText specification, “Inline markup”).

/** Names that a text refers to, in their normal form. */
export interface InlineReading {
  readonly references: readonly string[];
  /** Names that the text itself leads somewhere: `` `kit <https://…>`_ ``. */
  readonly targets: readonly string[];
  /** Names between bars, which stand for what is defined elsewhere. */
  readonly substitutions: readonly string[];
}

/** Roles that take any text. */
const PLAIN_ROLES = 'code|sub|sup|subscript|superscript|emphasis|strong|literal|title-reference';

const BEFORE = '(?<=^|[\\s\'"(\\[{<\\-/:])';
const AFTER = '(?=$|[\\s\'")\\]}>\\-/:.,;!?])';
const inside = (mark: string) => `[^\\s${mark}\\\\](?:[^${mark}\\\\]*[^\\s${mark}\\\\])?`;

const LITERAL = new RegExp(`${BEFORE}\`\`${inside('`')}\`\`${AFTER}`, 'g');
const STRONG = new RegExp(`${BEFORE}\\*\\*${inside('*')}\\*\\*${AFTER}`, 'g');
const EMPHASIS = new RegExp(`${BEFORE}\\*${inside('*')}\\*${AFTER}`, 'g');
const ROLE = new RegExp(`${BEFORE}:(?:${PLAIN_ROLES}):\`${inside('`')}\`${AFTER}`, 'g');
const LINK = new RegExp(
  `${BEFORE}\`([^\\s\`<>_:|\\\\][^\`<>_:|\\\\]*)\\s<(https?://[^\\s\`<>\\\\]*[^\\s\`<>_\\\\])>\`(_|__)${AFTER}`,
  'g',
);
const NAMED = new RegExp(`${BEFORE}\`([^\\s\`<>_:|\\\\](?:[^\`<>_:|\\\\]*[^\\s\`<>_:|\\\\])?)\`_${AFTER}`, 'g');
const BARS = new RegExp(`${BEFORE}\\|([A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)\\|${AFTER}`, 'g');
const WORD = new RegExp(`${BEFORE}([A-Za-z0-9]{1,40}(?:-[A-Za-z0-9]{1,40}){0,4})_${AFTER}`, 'g');
const ADDRESS = /(?<=^|[\s(])https?:\/\/[A-Za-z0-9/.?=&%#~+-]*(?:_+[A-Za-z0-9/.?=&%#~+-]+)*(?=$|[\s),;])/g;

/** How names are compared: without case, white space in one form. @example normalReference('A  Kit') // → 'a kit' */
export function normalReference(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Reads a paragraph’s text; nothing if it has a mark in it that isn’t certain to be sound. */
export function readInline(text: string): InlineReading | undefined {
  const references: string[] = [];
  const targets: string[] = [];
  const substitutions: string[] = [];
  const take = (names: string[]) => (_: string, name: string) => {
    names.push(normalReference(name));
    return 'x';
  };
  const left = text
    .replace(LITERAL, 'x')
    .replace(STRONG, 'x')
    .replace(EMPHASIS, 'x')
    .replace(LINK, (_, name: string, _address: string, end: string) => {
      // With `__` at its end, the name leads nowhere else.
      if (end === '_') targets.push(normalReference(name));
      return 'x';
    })
    .replace(ROLE, 'x')
    .replace(NAMED, take(references))
    .replace(BARS, (_, name: string) => {
      substitutions.push(name);
      return 'x';
    })
    .replace(ADDRESS, 'x')
    .replace(WORD, take(references));
  if (/[`|\\]|\*(?! )|(?<! )\*|_(?![A-Za-z0-9])|(?<![A-Za-z0-9])_/.test(` ${left} `.replace(/(?<= )\*(?= )/g, 'x')))
    return undefined;
  return new Set(targets).size === targets.length ? { references, targets, substitutions } : undefined;
}
