// Project names, and the names of extras: the names and normalization specification (PEP 503, PEP 508; PEP 685 for
// extras). Follows "Name format" and "Name normalization".
import { type Parsed, problemAt } from './problem';
import { CHAR, isAlphanumeric } from './text';

declare const normalized: unique symbol;

/** A name in normal form, made by `normalizeName` only: `Foo._Bar` → `foo-bar`. Equal names are equal text. */
export type NormalizedName = string & { readonly [normalized]: true };

/**
 * Brings a name to normal form ("Name normalization"): lower case, every run of `-`, `_` and `.` one `-`. Whether the name is valid is another
 * question: `parseName`.
 *
 * @example normalizeName('Friendly._.Bard') // → 'friendly-bard'
 */
export function normalizeName(name: string): NormalizedName {
  const lower = name.toLowerCase();
  let normal = '';
  let start = 0;
  for (let at = 0; at < lower.length; at++) {
    if (!isSeparator(lower.charCodeAt(at))) continue;
    normal += `${lower.slice(start, at)}-`;
    while (isSeparator(lower.charCodeAt(at + 1))) at++;
    start = at + 1;
  }
  return (start === 0 ? lower : normal + lower.slice(start)) as NormalizedName;
}

function isSeparator(code: number): boolean {
  return code === CHAR.dash || code === CHAR.underscore || code === CHAR.dot;
}

/**
 * Reads a project name ("Name format") into its normal form.
 *
 * Problems: `name/empty`, `name/edge` (it begins or ends with something else than a letter or digit), `name/character`.
 *
 * @example parseName('flask_').problems.map((problem) => problem.code) // → ['name/edge']
 */
export function parseName(text: string): Parsed<NormalizedName, 'name'> {
  const parts = [{ kind: 'name', at: { start: 0, end: text.length }, text }] as const;
  const problem = nameProblem(text);
  return problem === undefined
    ? { value: normalizeName(text), parts, problems: [] }
    : { value: undefined, parts, problems: [problem] };
}

/**
 * Whether the text is a valid name in normal form already ("Name normalization").
 *
 * @example isNormalizedName('foo-bar') // → true
 */
export function isNormalizedName(text: string): text is NormalizedName {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && !text.endsWith('\n');
}

function nameProblem(text: string) {
  if (text === '') return problemAt('name/empty', 0, 0, 'There is no name here: write one such as requests.');
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isAlphanumeric(code) || code === CHAR.dot || code === CHAR.dash || code === CHAR.underscore) continue;
    const character = String.fromCodePoint(text.codePointAt(at) ?? code);
    const message = `“${character}” cannot stand in a name: ASCII letters, digits, “-”, “_” and “.” can.`;
    return problemAt('name/character', at, at + character.length, message);
  }
  for (const at of [0, text.length - 1]) {
    if (isAlphanumeric(text.charCodeAt(at))) continue;
    return problemAt('name/edge', at, at + 1, 'A name begins and ends with an ASCII letter or digit.');
  }
  return undefined;
}
