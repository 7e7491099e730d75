// Values as the builder’s own language reads them: truth values, whole numbers, durations, sizes. Each answers with undefined
// or with a sentence where the text is none.
import { utf8Bytes } from './utf8';

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/** Go’s `strconv.ParseBool`. */
export function readBoolean(text: string): boolean | undefined {
  if (TRUE.has(text)) return true;
  return FALSE.has(text) ? false : undefined;
}

/** A whole number of at most 32 bits without a sign, in base 8 or 10. */
export function readUnsigned(text: string, base: 8 | 10): number | undefined {
  if (!(base === 8 ? /^[0-7]+$/ : /^[0-9]+$/).test(text)) return undefined;
  const digits = text.replace(/^0+/, '');
  const value = digits === '' ? 0 : digits.length > 12 ? Number.POSITIVE_INFINITY : Number.parseInt(digits, base);
  return value < 2 ** 32 ? value : undefined;
}

/** The nanoseconds of each unit of a duration. */
const UNITS = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);
const MOST_NANOSECONDS = 2n ** 63n;

/** A duration in nanoseconds, or the builder’s sentence: Go’s `time.ParseDuration`. */
export function readDuration(text: string): number | { readonly problem: string } {
  const refuse = (what: string) => ({ problem: `time: ${what} duration ${quoteBytes(text)}` });
  const negative = text.startsWith('-');
  let rest = negative || text.startsWith('+') ? text.slice(1) : text;
  if (rest === '0') return 0;
  if (rest === '') return refuse('invalid');
  let sum = 0n;
  while (rest !== '') {
    const number = /^(\d*)(?:\.(\d*))?/.exec(rest);
    const whole = number?.[1] ?? '';
    const fraction = number?.[2] ?? '';
    if (whole === '' && fraction === '') return refuse('invalid');
    const wholeValue = wholeNumber(whole);
    if (wholeValue === undefined) return refuse('invalid');
    rest = rest.slice(number?.[0].length ?? 0);
    const name = /^[^.\d]*/.exec(rest)?.[0] ?? '';
    if (name === '') return refuse('missing unit in');
    rest = rest.slice(name.length);
    const unit = UNITS.get(name);
    if (unit === undefined) return refuse(`unknown unit ${quoteBytes(name)} in`);
    const part = wholeValue * unit + BigInt(Math.floor(fractionOf(fraction, Number(unit))));
    sum += part;
    if (wholeValue > MOST_NANOSECONDS / unit || sum > MOST_NANOSECONDS) return refuse('invalid');
  }
  if (negative) return -Number(sum);
  return sum === MOST_NANOSECONDS ? refuse('invalid') : Number(sum);
}

/** Digits of at most 2⁶³; a text longer than any of these isn’t made a number at all. */
function wholeNumber(digits: string): bigint | undefined {
  const significant = digits.replace(/^0+/, '');
  if (significant.length > 19) return undefined;
  const value = BigInt(significant === '' ? 0 : significant);
  return value > MOST_NANOSECONDS ? undefined : value;
}

/** Digits behind the point that the builder has room for. */
const FRACTION_DIGITS = 18;

function fractionOf(digits: string, unit: number): number {
  const kept = digits.slice(0, FRACTION_DIGITS);
  return kept === '' ? 0 : Number(kept) * (unit / 10 ** kept.length);
}

/** In quotes, with bytes beyond ASCII as `\x…`: as Go’s package time quotes. */
function quoteBytes(text: string): string {
  let quoted = '"';
  for (const code of utf8Bytes(text, 0).codes) {
    if (code < 32 || code >= 128) quoted += `\\x${code.toString(16).padStart(2, '0')}`;
    else quoted += code === 34 || code === 92 ? `\\${String.fromCharCode(code)}` : String.fromCharCode(code);
  }
  return `${quoted}"`;
}

const SIZE = /^(\+?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?) ?(?:(b)|([kmgtp])(?:i?b)?)?$/i;
const POWERS = ['k', 'm', 'g', 't', 'p'];

/** A size in bytes: `512`, `64m`, `1.5 GiB`; units are powers of 1,024. */
export function readSize(text: string): number | undefined {
  const read = SIZE.exec(text);
  if (read === null) return undefined;
  const power = read[3] === undefined ? 0 : POWERS.indexOf(read[3].toLowerCase()) + 1;
  const size = Math.floor(Number(read[1]) * 1024 ** power);
  return Number.isFinite(size) ? size : undefined;
}
