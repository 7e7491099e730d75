// String literals of Python: where one ends, what it means, and the expressions in the fields of an f-string. Follows the language
// reference of Python 3.13, “String and Bytes literals” and “f-strings” (PEP 701).

/** Fields of one f-string that are looked into. */
const MAX_FIELDS = 100;

export interface StringEnd {
  readonly end: number;
  readonly fields: readonly { readonly from: number; readonly to: number }[];
}

/** Where a string’s closing quote stands; `open` without one, `broken` where a field isn’t closed or a brace is too many. In the fields of an f-string, strings with any quotes may stand (PEP 701). */
export function endOfString(
  text: string,
  start: number,
  quote: string,
  hasFields: boolean,
): StringEnd | 'open' | 'broken' {
  const fields: { from: number; to: number }[] = [];
  for (let at = start; at < text.length; at += 1) {
    if (text.startsWith(quote, at)) return { end: at, fields };
    const character = text[at];
    if (character === '\\') at += 1;
    else if (quote.length === 1 && (character === '\n' || character === '\r')) return 'open';
    else if (hasFields && character === '{') {
      if (text[at + 1] === '{') at += 1;
      else {
        const to = endOfField(text, at + 1);
        if (to === undefined) return 'broken';
        if (fields.length < MAX_FIELDS) fields.push({ from: at + 1, to: to.expression });
        at = to.brace;
      }
    } else if (hasFields && character === '}') {
      if (text[at + 1] !== '}') return 'broken';
      at += 1;
    }
  }
  return 'open';
}

/** Where the expression of a field ends, before `!r`, `:…` or `=`, and where its closing brace stands. */
function endOfField(text: string, start: number): { readonly expression: number; readonly brace: number } | undefined {
  let depth = 0;
  let expression: number | undefined;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '"' || character === "'") {
      if (expression !== undefined) continue; // in a format specification a quote is a character
      const quote = text.startsWith(character.repeat(3), at) ? character.repeat(3) : character;
      const close = text.indexOf(quote, at + quote.length);
      if (close === -1) return undefined;
      at = close + quote.length - 1;
    } else if ('([{'.includes(character)) depth += 1;
    else if (character === '}' && depth === 0) return { expression: expression ?? at, brace: at };
    else if (')]}'.includes(character)) depth -= 1;
    else if (depth === 0 && expression === undefined) {
      if (character === ':' || (character === '!' && text[at + 1] !== '=')) expression = at;
      else if (character === '=' && /^=\s*[}:!]/.test(text.slice(at, at + 20))) expression = at;
    }
  }
  return undefined;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};

/** The text that a literal without prefix means; `undefined` with escapes by number or name. */
export function meaningOf(body: string): string | undefined {
  if (!body.includes('\\')) return body;
  if (/\\[xuUN0-7abfv]/.test(body)) return undefined;
  return body.replace(/\\([\s\S])/g, (whole, character: string) => ESCAPES[character] ?? whole);
}

/** The line breaks in a text. */
export function countLines(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}
