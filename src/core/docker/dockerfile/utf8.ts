// UTF-8 as the builder counts and cuts it: the limit of a line’s length, and flags, are read byte by byte.

/** The number of bytes of a text; a lone surrogate counts as the three bytes of U+FFFD. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    if (code < 0x800) length += 1;
    else if (widthAtPair(text, i)) {
      length += 2;
      i++;
    } else length += 2;
  }
  return length;
}

function widthAtPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}

/** A text as bytes, and the place in the text that each belongs to; the end has a place too. */
export interface Bytes {
  readonly codes: readonly number[];
  readonly places: readonly number[];
}

/** The bits of a first byte, by how many bytes follow it. */
const LEADS = [0, 0xc0, 0xe0, 0xf0];

/** The bytes of `text` from `from` on. */
export function utf8Bytes(text: string, from: number): Bytes {
  const codes: number[] = [];
  const places: number[] = [];
  const add = (code: number, place: number) => {
    codes.push(code);
    places.push(place);
  };
  let at = from;
  for (const character of text.slice(from)) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) add(code, at);
    else {
      const known = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
      const more = known < 0x800 ? 1 : known < 0x10000 ? 2 : 3;
      add((LEADS[more] ?? 0) | (known >> (6 * more)), at);
      for (let i = more - 1; i >= 0; i--) add(0x80 | ((known >> (6 * i)) & 0x3f), at);
    }
    at += character.length;
  }
  places.push(at);
  return { codes, places };
}
