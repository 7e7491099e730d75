// Versions by Semantic Versioning 2.0.0 ("Precedence"), as Go and Cargo compare them. npm's are read by node-semver itself.
import { compareNumerals, type Numeral } from '@/core/python';

export interface SemVer {
  readonly numbers: readonly [major: Numeral, minor: Numeral, patch: Numeral];
  /** The identifiers of a pre-release, such as `rc` and `1`; none for a release. */
  readonly pre: readonly (Numeral | string)[];
  /** Build metadata, without its `+`. It doesn't count for precedence. */
  readonly build: string;
}

const NUMBER = '(0|[1-9][0-9]*)';
const FORM = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-([0-9A-Za-z.-]+))?(?:\\+([0-9A-Za-z.-]+))?$`);

/**
 * The version that a text is, or `undefined`.
 *
 * @example readSemVer('1.2.0-rc.1')?.pre // → ['rc', 1]
 */
export function readSemVer(text: string): SemVer | undefined {
  const found = FORM.exec(text);
  if (found === null) return undefined;
  const [, major = '', minor = '', patch = '', pre, build = ''] = found;
  const identifiers = pre === undefined ? [] : readPreRelease(pre);
  if (identifiers === undefined || build.split('.').some((part, _, all) => part === '' && all.length > 1)) {
    return undefined;
  }
  return { numbers: [toNumeral(major), toNumeral(minor), toNumeral(patch)], pre: identifiers, build };
}

/** The identifiers of a pre-release: none is empty, and a number has no leading zero. */
export function readPreRelease(text: string): SemVer['pre'] | undefined {
  const parts = text.split('.');
  if (parts.some((part) => !/^[0-9A-Za-z-]+$/.test(part) || /^0[0-9]+$/.test(part))) return undefined;
  return parts.map((part) => (/^[0-9]+$/.test(part) ? toNumeral(part) : part));
}

/** The number that digits write, exactly. */
export function toNumeral(digits: string): Numeral {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : BigInt(digits);
}

/** Below, equal or above zero, as `left` is older, as old as, or newer than `right`. */
export function compareSemVer(left: SemVer, right: SemVer): number {
  for (const [at, number] of left.numbers.entries()) {
    const order = compareNumerals(number, right.numbers[at] ?? 0);
    if (order !== 0) return order;
  }
  return comparePreReleases(left.pre, right.pre);
}

/** `1.0.0-rc.1` is older than `1.0.0`, and numbers are older than words. */
export function comparePreReleases(left: SemVer['pre'], right: SemVer['pre']): number {
  if (left.length === 0 || right.length === 0) return Math.sign(right.length) - Math.sign(left.length);
  for (const [at, one] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    const order = compareIdentifiers(one, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareIdentifiers(left: Numeral | string, right: Numeral | string): number {
  if (typeof left === 'string') {
    if (typeof right !== 'string') return 1;
    return left === right ? 0 : left < right ? -1 : 1;
  }
  return typeof right === 'string' ? -1 : compareNumerals(left, right);
}

export function formatSemVer({ numbers, pre, build }: SemVer): string {
  return `${numbers.join('.')}${pre.length === 0 ? '' : `-${pre.join('.')}`}${build === '' ? '' : `+${build}`}`;
}
