// Quoted text in markers. The specification has no escapes in it; the reference implementation reads it as a string
// literal of Python, so we do too (Python language reference, "String and bytes literals").

/** Escapes of one letter. */
const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
};

/** Escapes that give a character by its number: the letter after the backslash and how many digits follow it. */
const NUMBERED: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * The text between the quotes with its escapes resolved, or `undefined` if Python would refuse it: a line end, a null
 * character, half a character, an incomplete escape. Escapes by name (`\N{…}`) are refused too: that needs a table of names.
 */
export function readQuotedText(inner: string): string | undefined {
  if (/[\0\r\ud800-\udfff]/u.test(inner)) return undefined;
  if (!inner.includes('\\')) return inner.includes('\n') ? undefined : inner;
  let text = '';
  for (let at = 0; at < inner.length; ) {
    const character = inner.charAt(at);
    if (character === '\n') return undefined;
    if (character !== '\\') {
      text += character;
      at++;
      continue;
    }
    const resolved = readEscape(inner, at + 1);
    if (resolved === undefined) return undefined;
    text += resolved.text;
    at = resolved.end;
  }
  return text;
}

function readEscape(inner: string, at: number): { text: string; end: number } | undefined {
  const letter = inner.charAt(at);
  if (letter === '' || letter === 'N') return undefined;
  const simple = SIMPLE[letter];
  if (simple !== undefined) return { text: simple, end: at + 1 };
  const digits = NUMBERED[letter];
  if (digits !== undefined) {
    const hex = inner.slice(at + 1, at + 1 + digits);
    if (hex.length < digits || !/^[0-9a-fA-F]+$/.test(hex)) return undefined;
    const point = Number.parseInt(hex, 16);
    return point > 0x10ffff ? undefined : { text: String.fromCodePoint(point), end: at + 1 + digits };
  }
  const octal = /^[0-7]{1,3}/.exec(inner.slice(at, at + 3));
  if (octal !== null) {
    return { text: String.fromCodePoint(Number.parseInt(octal[0], 8)), end: at + octal[0].length };
  }
  // An unknown escape stands for itself, backslash included.
  return { text: `\\${letter}`, end: at + 1 };
}
