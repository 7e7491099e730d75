// A text in double quotes as the builder’s messages show it: Go’s `%q`.

const SHORT = new Map([
  [7, '\\a'],
  [8, '\\b'],
  [9, '\\t'],
  [10, '\\n'],
  [11, '\\v'],
  [12, '\\f'],
  [13, '\\r'],
  [34, '\\"'],
  [92, '\\\\'],
]);
const PRINTED = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u;

/**
 * The text in quotes, with what can’t be printed escaped.
 *
 * @example quote('a "b"') // → '"a \\"b\\""'
 */
export function quote(text: string): string {
  let quoted = '"';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const short = SHORT.get(code);
    if (short !== undefined) quoted += short;
    else if (code >= 0xd800 && code <= 0xdfff) quoted += '\ufffd';
    else if (code === 32 || PRINTED.test(character)) quoted += character;
    else if (code < 32 || code === 127) quoted += `\\x${hex(code, 2)}`;
    else quoted += code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  }
  return `${quoted}"`;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}
