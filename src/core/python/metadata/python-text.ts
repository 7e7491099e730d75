// Operations of Python's `str` that the formats of this folder are defined by.
import { isWhiteSpace, skipWhiteSpace, skipWhiteSpaceBack } from '../text';

/** The text without white space at its ends: `str.strip`. */
export function strip(text: string): string {
  const start = skipWhiteSpace(text, 0);
  return text.slice(start, skipWhiteSpaceBack(text, text.length, start));
}

/** The words between white space, and where each begins: `str.split`. */
export function splitWords(text: string): readonly { readonly word: string; readonly start: number }[] {
  const words: { word: string; start: number }[] = [];
  let at = skipWhiteSpace(text, 0);
  while (at < text.length) {
    let end = at;
    while (end < text.length && !isWhiteSpace(text.charCodeAt(end))) end++;
    words.push({ word: text.slice(at, end), start: at });
    at = skipWhiteSpace(text, end);
  }
  return words;
}

/** Whether `str.splitlines` ends a line at this unit: more characters do than line feed and carriage return. */
function isLineBreak(code: number): boolean {
  return (
    (code >= 10 && code <= 13) || (code >= 28 && code <= 30) || code === 0x85 || code === 0x2028 || code === 0x2029
  );
}

/** The first place at which `str.splitlines` ends a line, or -1. */
export function lineBreakIn(text: string): number {
  for (let at = 0; at < text.length; at++) if (isLineBreak(text.charCodeAt(at))) return at;
  return -1;
}

/** Whether half a character is in the text: bytes that are no UTF-8, as Python's `surrogateescape` keeps them. */
export function hasLoneSurrogate(text: string): boolean {
  return !text.isWellFormed();
}
