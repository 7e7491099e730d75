// Classes and escapes of Go’s regular expressions: `[a-z]`, `[^/]`, `[[:alpha:]]`, `\d`, `\pL`, `\x41`.

/** Whether a character, by its code point, is one of a class. */
export type CharacterTest = (code: number) => boolean;

interface Taken {
  readonly test: CharacterTest;
  readonly end: number;
}

const isDigit: CharacterTest = (code) => code >= 48 && code <= 57;
const isLower: CharacterTest = (code) => code >= 97 && code <= 122;
const isUpper: CharacterTest = (code) => code >= 65 && code <= 90;
const isSpace: CharacterTest = (code) => code === 32 || code === 9 || code === 10 || code === 12 || code === 13;
const isAlphanumeric: CharacterTest = (code) => isDigit(code) || isLower(code) || isUpper(code);

/** A letter, digit or underscore of ASCII: what word edges stand between. */
export const isWordCharacter: CharacterTest = (code) => isAlphanumeric(code) || code === 95;

const not =
  (test: CharacterTest): CharacterTest =>
  (code) =>
    !test(code);

const NAMED = new Map<string, CharacterTest>([
  ['alnum', isAlphanumeric],
  ['alpha', (code) => isLower(code) || isUpper(code)],
  ['ascii', (code) => code < 128],
  ['blank', (code) => code === 9 || code === 32],
  ['cntrl', (code) => code < 32 || code === 127],
  ['digit', isDigit],
  ['graph', (code) => code > 32 && code < 127],
  ['lower', isLower],
  ['print', (code) => code >= 32 && code < 127],
  ['punct', (code) => code > 32 && code < 127 && !isAlphanumeric(code)],
  ['space', (code) => isSpace(code) || code === 11],
  ['upper', isUpper],
  ['word', isWordCharacter],
  ['xdigit', (code) => isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102)],
]);

/** `[:alpha:]` or `[:^alpha:]` at `at`; undefined where there is none, `'unknown'` where the name is none of Go’s. */
export function namedClass(text: string, at: number): Taken | 'unknown' | undefined {
  if (!text.startsWith('[:', at)) return undefined;
  const close = text.indexOf(':]', at + 2);
  if (close < 0) return undefined;
  const negated = text[at + 2] === '^';
  const test = NAMED.get(text.slice(at + (negated ? 3 : 2), close));
  return test === undefined ? 'unknown' : { test: negated ? not(test) : test, end: close + 2 };
}

const ESCAPED = new Map<string, CharacterTest>([
  ['d', isDigit],
  ['D', not(isDigit)],
  ['s', isSpace],
  ['S', not(isSpace)],
  ['w', isWordCharacter],
  ['W', not(isWordCharacter)],
]);
const CATEGORIES = new Map(
  [/\p{C}/u, /\p{L}/u, /\p{M}/u, /\p{N}/u, /\p{P}/u, /\p{S}/u, /\p{Z}/u].map((category) => {
    return [category.source[3] ?? '', category] as const;
  }),
);

/** `\d`, `\pL` and the like at `at`, where a backslash stands. */
export function takeEscapedClass(text: string, at: number): Taken | 'unknown' | undefined {
  const letter = text[at + 1] ?? '';
  const known = ESCAPED.get(letter);
  if (known !== undefined) return { test: known, end: at + 2 };
  if (letter !== 'p' && letter !== 'P') return undefined;
  const category = CATEGORIES.get(text[at + 2] ?? '');
  if (category === undefined) return 'unknown';
  const isIn: CharacterTest = (code) => category.test(String.fromCodePoint(code));
  return { test: letter === 'p' ? isIn : not(isIn), end: at + 3 };
}

const CONTROLS = new Map([
  ['a', 7],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
]);

/** The one character that an escape stands for; `at` is behind the backslash. Undefined where Go knows no such escape. */
export function escapedCharacter(
  text: string,
  at: number,
): { readonly code: number; readonly end: number } | undefined {
  const letter = text[at];
  if (letter === undefined) return undefined;
  const octal = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(text.slice(at, at + 3))?.[0];
  if (octal !== undefined) return { code: Number.parseInt(octal, 8), end: at + octal.length };
  if (letter === 'x') {
    const hex = /^[0-9a-fA-F]{2}$/.exec(text.slice(at + 1, at + 3))?.[0];
    return hex === undefined ? undefined : { code: Number.parseInt(hex, 16), end: at + 3 };
  }
  const control = CONTROLS.get(letter);
  if (control !== undefined) return { code: control, end: at + 1 };
  const code = letter.charCodeAt(0);
  return code < 128 && !isAlphanumeric(code) ? { code, end: at + 1 } : undefined;
}

type Named = (text: string, at: number) => Taken | 'unknown' | undefined;

/** A class whose opening bracket stands before `start`; undefined where Go can’t compile it. */
export function readClass(text: string, start: number, named: Named): Taken | undefined {
  const negated = text[start] === '^';
  const first = negated ? start + 1 : start;
  const tests: CharacterTest[] = [];
  let at = first;
  while (text[at] !== ']' || at === first) {
    const known = named(text, at) ?? (text[at] === '\\' ? takeEscapedClass(text, at) : undefined);
    if (known === 'unknown') return undefined;
    if (known !== undefined) {
      tests.push(known.test);
      at = known.end;
      continue;
    }
    const low = readMember(text, at);
    if (low === undefined) return undefined;
    const isRange = text[low.end] === '-' && low.end + 1 < text.length && text[low.end + 1] !== ']';
    const high = isRange ? readMember(text, low.end + 1) : low;
    if (high === undefined || high.code < low.code) return undefined;
    tests.push((code) => code >= low.code && code <= high.code);
    at = high.end;
  }
  const isIn: CharacterTest = (code) => tests.some((test) => test(code));
  return { test: negated ? not(isIn) : isIn, end: at + 1 };
}

function readMember(text: string, at: number): { readonly code: number; readonly end: number } | undefined {
  if (text[at] === '\\') return escapedCharacter(text, at + 1);
  const code = text.codePointAt(at);
  return code === undefined ? undefined : { code, end: at + (code > 0xffff ? 2 : 1) };
}
