// The order of versions: PEP 440, "Summary of permitted suffixes and relative ordering", and for local segments "Local
// version identifiers".
import { compareNumerals, type Numeral } from './numeral';
import type { Version } from './version';

/**
 * Orders versions ("Summary of permitted suffixes and relative ordering"): negative, zero or positive, as `left` is older
 * than, equal to or newer than `right`. The order is total; `1.0` and `1.0.0` are equal.
 *
 * @example compareVersions(readVersion('1.0rc1'), readVersion('1.0')) // → -1
 */
export function compareVersions(left: Version, right: Version): number {
  if (left === right) return 0;
  const order = compareNumerals(left.epoch, right.epoch) || compareReleases(left.release, right.release);
  if (order !== 0) return order;
  // Most versions are final releases.
  if (left.pre === undefined && right.pre === undefined && left.post === right.post && left.dev === right.dev) {
    return compareLocals(left.local, right.local);
  }
  return (
    comparePreReleases(left, right) ||
    compareOptional(left.post, right.post, 'absent-first') ||
    compareOptional(left.dev, right.dev, 'absent-last') ||
    compareLocals(left.local, right.local)
  );
}

/** Compares releases number by number; the shorter one is padded with zeros. */
export function compareReleases(left: readonly Numeral[], right: readonly Numeral[]): number {
  const length = Math.max(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const one = left[i] ?? 0;
    const other = right[i] ?? 0;
    // Equal numerals are the same value.
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/**
 * The stage of a version within its release. A dev release alone (`1.0.dev1`) comes before every alpha; a version
 * without pre segment, even `1.0.post1.dev1`, comes after every candidate.
 */
function stage(version: Version): number {
  if (version.pre === undefined) return version.dev !== undefined && version.post === undefined ? 0 : 4;
  return version.pre.letter === 'a' ? 1 : version.pre.letter === 'b' ? 2 : 3;
}

function comparePreReleases(left: Version, right: Version): number {
  return stage(left) - stage(right) || compareNumerals(left.pre?.number ?? 0, right.pre?.number ?? 0);
}

function compareOptional(
  left: Numeral | undefined,
  right: Numeral | undefined,
  absent: 'absent-first' | 'absent-last',
): number {
  if (left !== undefined && right !== undefined) return compareNumerals(left, right);
  if (left === right) return 0;
  const leftFirst = (left === undefined) === (absent === 'absent-first');
  return leftFirst ? -1 : 1;
}

/** Segment by segment; numbers come after text, and more segments after fewer: 1.0 < 1.0+a < 1.0+a.b < 1.0+1. */
function compareLocals(left: readonly (Numeral | string)[], right: readonly (Numeral | string)[]): number {
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const order = compareLocalSegments(left[i] ?? 0, right[i] ?? 0);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareLocalSegments(left: Numeral | string, right: Numeral | string): number {
  if (typeof left === 'string') {
    if (typeof right !== 'string') return -1;
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return typeof right === 'string' ? 1 : compareNumerals(left, right);
}
