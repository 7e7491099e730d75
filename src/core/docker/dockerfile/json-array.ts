// The exec form: a JSON array of strings. What isn’t JSON is the shell form; what is JSON but holds other things is refused
// (buildkit parser/line_parsers.go, parseJSON).
import { skipSpace } from './characters';
import { type Piece, pieceOf } from './instruction-words';

export type JsonArray =
  | { readonly kind: 'strings'; readonly strings: readonly Piece[] }
  | { readonly kind: 'other values' }
  | { readonly kind: 'no array' };

const NO_ARRAY: JsonArray = { kind: 'no array' };
/** Go reads no JSON that is nested deeper. */
const DEEPEST = 10_000;
/** A number that Go has no room for; it gives up on the array then. */
const HUGE_EXPONENT = /\d[eE]\+?\d{3,}/;
const STRING = /"(?:[^"\\]|\\.)*"/y;

/** Reads the arguments of an instruction as a JSON array; each string with its place, quotes included. */
export function readJsonArray(rest: Piece): JsonArray {
  const array = pieceOf(rest, skipSpace(rest.text, 0), rest.text.length);
  if (!array.text.startsWith('[')) return NO_ARRAY;
  const strings = readStrings(array);
  if (strings !== undefined) return { kind: 'strings', strings };
  if (!isJson(array.text)) return NO_ARRAY;
  return { kind: 'other values' };
}

/** The strings of an array that holds nothing else; undefined for everything else. */
function readStrings(rest: Piece): Piece[] | undefined {
  const { text } = rest;
  const strings: Piece[] = [];
  let at = skipJsonSpace(text, 1);
  if (text[at] === ']') return skipJsonSpace(text, at + 1) === text.length ? strings : undefined;
  for (;;) {
    STRING.lastIndex = at;
    const written = STRING.exec(text)?.[0];
    const value = written === undefined ? undefined : decode(written);
    if (written === undefined || value === undefined) return undefined;
    strings.push({ ...pieceOf(rest, at, at + written.length), text: value });
    at = skipJsonSpace(text, at + written.length);
    if (text[at] === ']') return skipJsonSpace(text, at + 1) === text.length ? strings : undefined;
    if (text[at] !== ',') return undefined;
    at = skipJsonSpace(text, at + 1);
  }
}

function decode(written: string): string | undefined {
  try {
    const value: unknown = JSON.parse(written);
    // Go puts U+FFFD in the place of half a surrogate pair.
    return typeof value === 'string' ? value.replace(LONE_SURROGATE, '\ufffd') : undefined;
  } catch {
    return undefined;
  }
}

const LONE_SURROGATE = /[\ud800-\udfff]/gu;

function isJson(text: string): boolean {
  if (isTooDeep(text)) return false;
  try {
    JSON.parse(text);
    return !HUGE_EXPONENT.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""'));
  } catch {
    return false;
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (inString) {
      if (unit === '\\') at++;
      else if (unit === '"') inString = false;
    } else if (unit === '"') inString = true;
    else if (unit === '[' || unit === '{') {
      if (++depth > DEEPEST) return true;
    } else if (unit === ']' || unit === '}') depth--;
  }
  return false;
}

function skipJsonSpace(text: string, at: number): number {
  let here = at;
  while (text[here] === ' ' || text[here] === '\t' || text[here] === '\n' || text[here] === '\r') here++;
  return here;
}
