// Sets of versions: what a specifier admits, as a value that can be joined, cut and compared. Follows the version
// specifiers specification (PEP 440), "Version specifiers": the comma is a logical and, so intersection; the rest is
// what resolvers need. A set says what is in range and nothing of pre-releases: whether one in range is wanted is a
// policy ("Handling of pre-releases"), kept apart in specifier-admits.ts and prerelease-selection.ts.
//
// A set is a walk along all versions, from the first on, that crosses a border at each bound: outside, inside, outside.
// So the complement has the same bounds. Operations on two sets are version-set-algebra.ts's.

import type { Version } from './version';
import { type Bound, boundKey, compareBounds, isAbove, isFloor } from './version-bound';
import { versionKey } from './version-key';

/**
 * A set of versions. Equal sets have equal bounds, so two sets can be compared and used as keys (`versionSetKey`). The set
 * without versions is the one that begins outside and has no bounds: whether a set is empty is exact.
 */
export interface VersionSet {
  /** Whether the set holds the versions below the first bound. */
  readonly fromStart: boolean;
  /** Where the set is entered and left, in turns; ascending, no two at one place. */
  readonly bounds: readonly Bound[];
}

/** The set without versions. */
export const NO_VERSIONS: VersionSet = { fromStart: false, bounds: [] };

/** The set of all versions. */
export const ALL_VERSIONS: VersionSet = { fromStart: true, bounds: [] };

/** One stretch of a set, from a place up to another; `undefined` where it has no end. */
export interface VersionInterval {
  readonly lower: Bound | undefined;
  readonly upper: Bound | undefined;
}

/** The versions between two places; `undefined` is no limit. Nothing if the upper one isn't above the lower one. */
export function versionsBetween(lower: Bound | undefined, upper: Bound | undefined): VersionSet {
  const from = lower === undefined || isFloor(lower) ? undefined : lower;
  if (upper === undefined) return from === undefined ? ALL_VERSIONS : { fromStart: false, bounds: [from] };
  if (from === undefined) return isFloor(upper) ? NO_VERSIONS : { fromStart: true, bounds: [upper] };
  return compareBounds(from, upper) < 0 ? { fromStart: false, bounds: [from, upper] } : NO_VERSIONS;
}

/**
 * The version alone: 1.0 and 1.0.0, which are equal, but not 1.0+local, unlike `==1.0` ("Version matching"). What a
 * resolver has decided on is such a set.
 *
 * @example formatVersionSet(onlyVersion(readVersion('1.0'))) // → '===1.0'
 */
export function onlyVersion(version: Version): VersionSet {
  const key = versionKey(version);
  return {
    fromStart: false,
    bounds: [
      { version, side: 'before', key },
      { version, side: 'after', key },
    ],
  };
}

/**
 * Whether the version is in the set: as `admits` says, pre-releases let in ("Version specifiers").
 *
 * @example containsVersion(versionSetOf(readSpecifierSet('>1.7')), readVersion('1.7.post1')) // → false
 */
export function containsVersion(set: VersionSet, version: Version): boolean {
  return set.fromStart !== (boundsBelow(set, version) % 2 === 1);
}

/** How many bounds of the set lie below the version: if they are an odd number, it is inside where the first isn't. */
export function boundsBelow({ bounds }: VersionSet, version: Version): number {
  let low = 0;
  let high = bounds.length;
  // The bounds before `low` lie below the version, those from `high` on above it.
  while (low < high) {
    const middle = (low + high) >>> 1;
    const bound = bounds[middle];
    if (bound !== undefined && isAbove(version, bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The versions that aren't in the set, as `!=` is to `==` ("Version exclusion"). It takes no time, and the complement of the
 * complement is the set.
 *
 * @example formatVersionSet(complementOf(versionSetOf(readSpecifierSet('==1.*')))) // → '!=1.*'
 */
export function complementOf(set: VersionSet): VersionSet {
  if (set.bounds.length === 0) return set.fromStart ? NO_VERSIONS : ALL_VERSIONS;
  return { fromStart: !set.fromStart, bounds: set.bounds };
}

/**
 * Whether no version is in the set, of all that the standard's grammar can write ("Public version identifiers").
 *
 * @example isEmptySet(versionSetOf(readSpecifierSet('>1.0,<1.0.post5'))) // → true
 */
export function isEmptySet(set: VersionSet): boolean {
  return !set.fromStart && set.bounds.length === 0;
}

/**
 * Text that is the same for equal sets and differs for others: a key for maps. It lists the bounds in the order of versions
 * ("Summary of permitted suffixes and relative ordering").
 *
 * @example versionSetKey(versionSetOf(readSpecifierSet('>=1.0,<2'))) // → '<1 <2.dev0'
 */
export function versionSetKey(set: VersionSet): string {
  return (set.fromStart ? '* ' : '') + set.bounds.map(boundKey).join(' ');
}

/**
 * The stretches of a set, ascending in the order of versions ("Summary of permitted suffixes and relative ordering"). None
 * touches the next.
 *
 * @example intervalsOf(versionSetOf(readSpecifierSet('!=1.5'))).length // → 2
 */
export function intervalsOf(set: VersionSet): VersionInterval[] {
  const intervals: VersionInterval[] = [];
  if (set.fromStart) intervals.push({ lower: undefined, upper: set.bounds[0] });
  for (let at = set.fromStart ? 1 : 0; at < set.bounds.length; at += 2) {
    intervals.push({ lower: set.bounds[at], upper: set.bounds[at + 1] });
  }
  return intervals;
}
