// How deep brackets are nested in a document, found before it is read: the reader goes down with them.
import { type Problem, problemAt } from '../problem';

/** How deep arrays and tables may be nested. Protects the reader and everything that walks the tree from deep recursion. */
export const MAX_TOML_DEPTH = 100;

/** The problem of a document whose brackets are nested too deep, or nothing. Strings and comments are passed over. */
export function nestingProblem(text: string): Problem | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 34: // "
      case 39: // '
        at = endOfString(text, at) - 1;
        break;
      case 35: // #
        at = endOfLine(text, at) - 1;
        break;
      case 91: // [
      case 123: // {
        depth++;
        if (depth > MAX_TOML_DEPTH) return tooDeep(at, at + 1);
        break;
      case 93: // ]
      case 125: // }
        depth = Math.max(0, depth - 1);
        break;
    }
  }
  return undefined;
}

export function tooDeep(start: number, end: number): Problem {
  const message = `Arrays and tables are nested more than ${MAX_TOML_DEPTH} deep: write the document flatter.`;
  return problemAt('toml/too-deep', start, end, message);
}

/** The place of the line’s end after `from`. */
export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** The place after the string that begins at `from`; after the line, if a string of one line is not closed. */
export function endOfString(text: string, from: number): number {
  const quote = text.charAt(from);
  const isLong = text.startsWith(quote.repeat(3), from);
  const close = isLong ? quote.repeat(3) : quote;
  for (let at = from + close.length; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\' && quote === '"') at++;
    else if (character === '\n' && !isLong) return at;
    else if (text.startsWith(close, at)) {
      let end = at + close.length;
      // Up to two quotes more belong to the string: """a""""" holds a"".
      while (isLong && end < at + 5 && text.charAt(end) === quote) end++;
      return end;
    }
  }
  return text.length;
}
