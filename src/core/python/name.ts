// Project names, and the names of extras: the names and normalization specification (PEP 503, PEP 508; PEP 685 for
// extras). Follows "Name format" and "Name normalization".
import { CHAR } from './text';

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
 * Whether the text is a valid name in normal form already ("Name normalization").
 *
 * @example isNormalizedName('foo-bar') // → true
 */
export function isNormalizedName(text: string): text is NormalizedName {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && !text.endsWith('\n');
}
