// From a place in the value of a TOML string to the place in the document: escapes, line ends and the quotes in front
// shift it ("String"). So a problem inside a requirement is shown inside the quotes.
import type { TomlString } from './toml-value';

/**
 * The offset in `document` at which the character number `index` (UTF-16 units) of a string's value is written; the
 * closing quote for the end of the value (TOML 1.0.0, "String").
 *
 * @example placeInString('a = "\\u0041bc"', parseToml('a = "\\u0041bc"').value.entries.get('a').value, 1) // → 11
 */
export function placeInString(document: string, string: TomlString, index: number): number {
  const quote = document.charAt(string.at.start);
  const isLong = document.startsWith(quote.repeat(3), string.at.start);
  const limit = string.at.end - (isLong ? 3 : 1);
  let at = string.at.start + (isLong ? 3 : 1);
  // A line end right after the opening quotes belongs to the layout.
  if (isLong) at += lineEndAt(document, at);
  let seen = 0;
  while (at < limit && seen < index) {
    if (quote === '"' && document.charAt(at) === '\\') {
      const escaped = readEscape(document, at, limit);
      at += escaped.length;
      seen += escaped.units;
    } else {
      // CR LF in the document is one LF in the value.
      at += lineEndAt(document, at) || 1;
      seen++;
    }
  }
  if (quote === '"') at = skipJoinedLines(document, at, limit);
  return Math.min(at, limit);
}

function lineEndAt(document: string, at: number): number {
  if (document.startsWith('\r\n', at)) return 2;
  return document.charAt(at) === '\n' ? 1 : 0;
}

/** Goes past backslashes that join lines: nothing of them is in the value. */
function skipJoinedLines(document: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && document.charAt(at) === '\\') {
    const escaped = readEscape(document, at, limit);
    if (escaped.units > 0) break;
    at += escaped.length;
  }
  return at;
}

function readEscape(document: string, at: number, limit: number): { readonly length: number; readonly units: number } {
  const letter = document.charAt(at + 1);
  if (letter === 'u') return { length: 6, units: 1 };
  if (letter === 'U') return { length: 10, units: document.slice(at + 2, at + 10) > '0000ffff' ? 2 : 1 };
  if (!/\s/.test(letter)) return { length: 2, units: 1 };
  let end = at + 1;
  while (end < limit && /[ \t\r\n]/.test(document.charAt(end))) end++;
  return { length: end - at, units: 0 };
}
