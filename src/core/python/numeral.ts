// Whole numbers of any size, as versions and build tags hold them. Calendar versions and hashes pass 2^53 in real
// projects, where a JavaScript number begins to skip values, so a number that large is a bigint.

/** A number up to 2^53 - 1, and a bigint beyond: one value has one form, so `===` compares numerals. */
export type Numeral = number | bigint;

/** Up to this many digits a number is exact. */
const EXACT_DIGITS = 15;

/** Reads the ASCII digits of `text` from `start` up to `end`; leading zeros count for nothing. */
export function readNumeral(text: string, start: number, end: number): Numeral {
  if (end - start <= EXACT_DIGITS) {
    let value = 0;
    for (let i = start; i < end; i++) value = value * 10 + (text.charCodeAt(i) - 48);
    return value;
  }
  return toNumeral(BigInt(text.slice(start, end)));
}

function toNumeral(value: bigint): Numeral {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

/** The numeral before this one, which is above zero. */
export function previousNumeral(value: Numeral): Numeral {
  return typeof value === 'number' ? value - 1 : toNumeral(value - 1n);
}

/**
 * The numeral after this one, exactly: 2^53 - 1 is followed by a bigint (PEP 440, "Final releases" sets no limit to numbers).
 *
 * @example nextNumeral(9007199254740991) // → 9007199254740992n
 */
export function nextNumeral(value: Numeral): Numeral {
  return typeof value === 'number' && value < Number.MAX_SAFE_INTEGER ? value + 1 : toNumeral(BigInt(value) + 1n);
}

/**
 * Negative, zero or positive, as `left` is less than, equal to or greater than `right`: "numerically", as the standard says
 * (PEP 440, "Final releases").
 *
 * @example compareNumerals(9007199254740993n, 9) // → 1
 */
export function compareNumerals(left: Numeral, right: Numeral): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
