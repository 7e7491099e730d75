// Text as Python's `str` and `re` see it, where JavaScript differs. The packaging standards are written as Python regular
// expressions, so white space, word boundaries and the order of text are Python's.

/** The code of "0", and of the other characters that scanners look for. */
export const CHAR = { zero: 48, nine: 57, dot: 46, dash: 45, plus: 43, bang: 33, star: 42, underscore: 95 } as const;

/** Whether the UTF-16 unit is an ASCII digit. Other digits, such as U+0661, are not digits to the standards. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The first place at or after `at` that holds no ASCII digit. */
export function skipDigits(text: string, at: number): number {
  let here = at;
  while (isDigit(text.charCodeAt(here))) here++;
  return here;
}

/** Whether the UTF-16 unit is an ASCII letter or digit. */
export function isAlphanumeric(code: number): boolean {
  return isDigit(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Whether the unit is white space to Python's `\s`: U+001C to U+001F and U+0085 are, U+FEFF is not. */
export function isWhiteSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** The first place at or after `at` that holds no white space. */
export function skipWhiteSpace(text: string, at: number): number {
  let here = at;
  while (here < text.length && isWhiteSpace(text.charCodeAt(here))) here++;
  return here;
}

/** The place after the last character before `end` that is no white space, not below `start`. */
export function skipWhiteSpaceBack(text: string, end: number, start: number): number {
  let here = end;
  while (here > start && isWhiteSpace(text.charCodeAt(here - 1))) here--;
  return here;
}

/** Whether `text` has the ASCII word `word` (lower case letters) at `at`, in either case of letters. */
export function hasWord(text: string, at: number, word: string): boolean {
  if (at + word.length > text.length) return false;
  for (let i = 0; i < word.length; i++) {
    // Only an ASCII letter becomes an ASCII lower case letter by this: U+017F and U+212A do not.
    if ((text.charCodeAt(at + i) | 32) !== word.charCodeAt(i)) return false;
  }
  return true;
}

const WORD_CHARACTER = /^[\p{L}\p{N}_]/u;

/** Whether a character of Python's `\w` (letters and numbers of any script, and `_`) begins at `at`. */
function isWordAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const code = text.charCodeAt(at);
  if (code < 128) return isAlphanumeric(code) || code === CHAR.underscore;
  const isLowHalf = code >= 0xdc00 && code <= 0xdfff;
  const start = isLowHalf && at > 0 ? at - 1 : at;
  return WORD_CHARACTER.test(String.fromCodePoint(text.codePointAt(start) ?? 0));
}

/** Whether Python's `\b` matches before the character at `at`: a word begins or ends there. */
export function isWordBoundary(text: string, at: number): boolean {
  return isWordAt(text, at - 1) !== isWordAt(text, at);
}

/** Orders text by code points, as Python does, and not by UTF-16 units: negative, zero or positive. */
export function compareText(left: string, right: string): number {
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const a = left.charCodeAt(i);
    const b = right.charCodeAt(i);
    if (a === b) continue;
    // The halves of characters beyond U+FFFF sort after everything else, U+E000 to U+FFFF included.
    const aIsHalf = a >= 0xd800 && a <= 0xdfff;
    const bIsHalf = b >= 0xd800 && b <= 0xdfff;
    if (aIsHalf !== bIsHalf) return aIsHalf ? 1 : -1;
    return a < b ? -1 : 1;
  }
  return left.length - right.length;
}
