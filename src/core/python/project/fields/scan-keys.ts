// A key as it is written, dotted perhaps, however far it is typed: TOML 1.0.0, "Keys".
import type { Span } from '../../problem';
import { endOfString, MAX_TOML_DEPTH } from '../../toml/nesting';

export interface ScannedKeys {
  /** The names between the dots; one that isn’t typed yet is left out, and so are those after the hundredth. */
  readonly keys: readonly string[];
  /** After the last character of the key, blanks not counted. */
  readonly end: number;
}

/** What a bare key is made of; more than TOML allows, so that a slip of the pen stays one word. */
const BARE = /[^\s.=[\]{},#"']+/y;

/** Reads names and the dots between them from `start` on. */
export function readKeys(text: string, start: number): ScannedKeys {
  const keys: string[] = [];
  let end = start;
  let at = start;
  let isNameNext = true;
  const add = (name: string) => {
    if (keys.length < MAX_TOML_DEPTH) keys.push(name);
  };
  for (;;) {
    at = afterBlanks(text, at);
    const character = text.charAt(at);
    if (character === '.') {
      isNameNext = true;
      at++;
    } else if (isNameNext && (character === '"' || character === "'")) {
      const after = endOfString(text, at);
      add(nameInQuotes(text, { start: at, end: after }));
      at = after;
      isNameNext = false;
    } else {
      BARE.lastIndex = at;
      const word = isNameNext ? BARE.exec(text)?.[0] : undefined;
      if (word === undefined) return { keys, end };
      add(word);
      at += word.length;
      isNameNext = false;
    }
    end = at;
  }
}

/** The place after blanks, on the same line. */
export function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text.charAt(at) === ' ' || text.charAt(at) === '\t' || text.charAt(at) === '\r')) at++;
  return at;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
]);

function nameInQuotes(text: string, at: Span): string {
  const quote = text.charAt(at.start);
  const isClosed = at.end > at.start + 1 && text.charAt(at.end - 1) === quote;
  const inner = text.slice(at.start + 1, isClosed ? at.end - 1 : at.end);
  if (quote === "'") return inner;
  return inner.replace(
    /\\(?:u([0-9a-fA-F]{4})|U(000[0-9a-fA-F]{5}|0010[0-9a-fA-F]{4})|(.))/g,
    (_, short?: string, long?: string, letter = '') => {
      const digits = short ?? long;
      return digits === undefined ? (ESCAPES.get(letter) ?? letter) : String.fromCodePoint(Number.parseInt(digits, 16));
    },
  );
}
