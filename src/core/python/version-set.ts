// Sets of versions: what a specifier admits, as a value that can be joined, cut and compared. Follows the version
// specifiers specification (PEP 440), "Version specifiers": the comma is a logical and, so intersection; the rest is
// what resolvers need. A set says what is in range and nothing of pre-releases: whether one in range is wanted is a
// policy ("Handling of pre-releases"), kept apart in specifier-admits.ts and prerelease-selection.ts.
//
// A set is a walk along all versions, from the first on, that crosses a border at each bound: outside, inside, outside.
// So the complement has the same bounds, and every operation is one walk along the bounds of both.

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
 * The versions that are in one of the sets or in both, of those that specifiers admit ("Version specifiers").
 *
 * @example formatVersionSet(unionOf(versionSetOf(readSpecifierSet('<2')), versionSetOf(readSpecifierSet('>=3')))) // → '<2 | >=3'
 */
export function unionOf(left: VersionSet, right: VersionSet): VersionSet {
  return combine(left, right, EITHER);
}

/**
 * The versions that are in both sets: what a comma says ("Version specifiers").
 *
 * @example formatVersionSet(intersectionOf(versionSetOf(readSpecifierSet('>=1')), versionSetOf(readSpecifierSet('<2')))) // → '>=1,<2'
 */
export function intersectionOf(left: VersionSet, right: VersionSet): VersionSet {
  return combine(left, right, BOTH);
}

/**
 * The versions of the first set that aren't in the second: what `!=` takes out of a set ("Version exclusion").
 *
 * @example formatVersionSet(differenceOf(versionSetOf(readSpecifierSet('>=1')), versionSetOf(readSpecifierSet('==1.5')))) // → '>=1,!=1.5'
 */
export function differenceOf(left: VersionSet, right: VersionSet): VersionSet {
  return combine(left, right, LEFT_ONLY);
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
 * Whether every version of the first set is in the second, so whether a specifier asks for more than another ("Version
 * specifiers").
 *
 * @example isSubset(versionSetOf(readSpecifierSet('~=1.4')), versionSetOf(readSpecifierSet('==1.*'))) // → true
 */
export function isSubset(left: VersionSet, right: VersionSet): boolean {
  return !isSomewhere(left, right, LEFT_ONLY);
}

/**
 * Whether no version is in both sets, so whether two specifiers contradict each other ("Version specifiers").
 *
 * @example areDisjoint(versionSetOf(readSpecifierSet('<2')), versionSetOf(readSpecifierSet('==2.0rc1'))) // → true
 */
export function areDisjoint(left: VersionSet, right: VersionSet): boolean {
  return !isSomewhere(left, right, BOTH);
}

/** Where a set of versions, which isn't empty, lies to another one: in it, outside of it, or partly in it. */
export type VersionSetRelation = 'inside' | 'outside' | 'across';

/**
 * Where the first set lies to the second: `isSubset` and `areDisjoint` in one walk, for a set that isn't empty ("Version
 * specifiers").
 *
 * @example relationOfSets(versionSetOf(readSpecifierSet('~=1.4')), versionSetOf(readSpecifierSet('==1.*'))) // → 'inside'
 */
export function relationOfSets(left: VersionSet, right: VersionSet): VersionSetRelation {
  let standing = standingAtStart(left, right);
  // The standings that occur, as a set of bits.
  let seen = 1 << standing;
  let i = 0;
  let j = 0;
  while ((seen & IN_AND_OUT) !== IN_AND_OUT && i < left.bounds.length) {
    const order = orderOf(left.bounds[i], right.bounds[j]);
    if (order <= 0) i++;
    if (order >= 0) j++;
    standing ^= crossed(order);
    seen |= 1 << standing;
  }
  // What is left of the second set only matters if the first goes on without end.
  if (j < right.bounds.length) seen |= 1 << (standing ^ 1);
  if ((seen & LEFT_ONLY) === 0) return 'inside';
  return (seen & BOTH) === 0 ? 'outside' : 'across';
}

/**
 * Whether both sets hold the same versions, as `~=2.2` and `>=2.2,==2.*` do ("Compatible release").
 *
 * @example areEqualSets(versionSetOf(readSpecifierSet('~=1.4')), versionSetOf(readSpecifierSet('>=1.4.0,<2'))) // → true
 */
export function areEqualSets(left: VersionSet, right: VersionSet): boolean {
  if (left.fromStart !== right.fromStart || left.bounds.length !== right.bounds.length) return false;
  return left.bounds.every((bound, at) => isSamePlace(bound, right.bounds[at]));
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

/** Where a version stands to two sets: 2 if it is in the left one, plus 1 if it is in the right one. */
type Standing = number;

/** What a set that is made of two holds: the bit of a standing is set where it does. */
type Holds = number;
const BOTH: Holds = 0b1000;
const EITHER: Holds = 0b1110;
const LEFT_ONLY: Holds = 0b0100;
const IN_AND_OUT: Holds = BOTH | LEFT_ONLY;

function standingAtStart(left: VersionSet, right: VersionSet): Standing {
  return (left.fromStart ? 2 : 0) + (right.fromStart ? 1 : 0);
}

function isHeld(holds: Holds, standing: Standing): boolean {
  return ((holds >> standing) & 1) === 1;
}

function combine(left: VersionSet, right: VersionSet, holds: Holds): VersionSet {
  let standing = standingAtStart(left, right);
  const fromStart = isHeld(holds, standing);
  let inside = fromStart;
  const bounds: Bound[] = [];
  for (let i = 0, j = 0; ; ) {
    const l = left.bounds[i];
    const r = right.bounds[j];
    const order = orderOf(l, r);
    if (order <= 0) i++;
    if (order >= 0) j++;
    const bound = order <= 0 ? l : r;
    if (bound === undefined) break;
    standing ^= crossed(order);
    if (isHeld(holds, standing) === inside) continue;
    inside = !inside;
    bounds.push(bound);
  }
  // A set that came out unchanged is the same value, so that those who keep many sets keep it once.
  if (isMadeOf(left, fromStart, bounds)) return left;
  if (isMadeOf(right, fromStart, bounds)) return right;
  return { fromStart, bounds };
}

/** Which of two bounds comes first on the walk; one that isn't there comes last. */
function orderOf(left: Bound | undefined, right: Bound | undefined): number {
  if (left === right) return 0;
  if (left === undefined) return 1;
  return right === undefined ? -1 : compareBounds(left, right);
}

/** What changes of a standing at the bound of the left set, of the right one, or of both. */
function crossed(order: number): Standing {
  return order < 0 ? 2 : order > 0 ? 1 : 3;
}

function isMadeOf(set: VersionSet, fromStart: boolean, bounds: readonly Bound[]): boolean {
  if (set.fromStart !== fromStart || set.bounds.length !== bounds.length) return false;
  for (let at = 0; at < bounds.length; at++) if (set.bounds[at] !== bounds[at]) return false;
  return true;
}

/** Whether there is a stretch of versions, be it ever so short, where `holds`. */
function isSomewhere(left: VersionSet, right: VersionSet, holds: Holds): boolean {
  let standing = standingAtStart(left, right);
  if (isHeld(holds, standing)) return true;
  let i = 0;
  let j = 0;
  while (i < left.bounds.length && j < right.bounds.length) {
    const order = orderOf(left.bounds[i], right.bounds[j]);
    if (order <= 0) i++;
    if (order >= 0) j++;
    standing ^= crossed(order);
    if (isHeld(holds, standing)) return true;
  }
  // What is left of one set only enters and leaves it, in turns.
  if (i < left.bounds.length) return isHeld(holds, standing ^ 2);
  return j < right.bounds.length && isHeld(holds, standing ^ 1);
}

function isSamePlace(left: Bound, right: Bound | undefined): boolean {
  return left === right || (right !== undefined && compareBounds(left, right) === 0);
}
