// Characters as the builder sees them: Go’s unicode package, where JavaScript’s `\s` and `trim` differ.

/** Go’s `unicode.IsSpace`: unlike `\s`, U+0085 is white space and U+FEFF is not. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** What stands between the words of a line for the builder: tab, vertical tab, form feed, carriage return, space. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || (code >= 11 && code <= 13);
}

/** The first place from `at` on that holds no white space, `end` at most. */
export function skipSpace(text: string, at: number, end = text.length): number {
  let here = at;
  while (here < end && isSpace(text.charCodeAt(here))) here++;
  return here;
}

/** The place after the last character before `end` that is no white space, `start` at least. */
export function skipSpaceBack(text: string, end: number, start = 0): number {
  let here = end;
  while (here > start && isSpace(text.charCodeAt(here - 1))) here--;
  return here;
}

/** Go’s `strings.TrimSpace`. */
export function trimSpace(text: string): string {
  const start = skipSpace(text, 0);
  return text.slice(start, skipSpaceBack(text, text.length, start));
}

/** A line without the carriage returns and line feeds at its end. */
export function trimLineEnd(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === '\n' || line[end - 1] === '\r')) end--;
  return line.slice(0, end);
}

/** A text cut in two at the first `separator`; without one, all of it and undefined. */
export function cut(text: string, separator: string): readonly [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

const LETTER = /^\p{L}/u;
const DIGIT = /^\p{Nd}/u;

/** Whether a letter of any script begins at `at`. */
export function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code | 32) >= 97 && (code | 32) <= 122;
  return LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? 32));
}

/** Whether a decimal digit of any script begins at `at`. */
export function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 48 && code <= 57;
  return DIGIT.test(String.fromCodePoint(text.codePointAt(at) ?? 32));
}

/** The number of UTF-16 units of the character at `at`: 2 for a surrogate pair. */
export function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
