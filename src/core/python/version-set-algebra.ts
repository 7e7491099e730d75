// Two sets of versions: joined, cut and compared, as resolvers need it. Follows the version specifiers specification (PEP 440),
// "Version specifiers": the comma is a logical and, so intersection. Every operation is one walk along the bounds of both sets.
import { type Bound, compareBounds } from './version-bound';
import type { VersionSet } from './version-set';

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
