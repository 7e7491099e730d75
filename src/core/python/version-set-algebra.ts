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
  return combine(left, right, (inLeft, inRight) => inLeft || inRight);
}

/**
 * The versions that are in both sets: what a comma says ("Version specifiers").
 *
 * @example formatVersionSet(intersectionOf(versionSetOf(readSpecifierSet('>=1')), versionSetOf(readSpecifierSet('<2')))) // → '>=1,<2'
 */
export function intersectionOf(left: VersionSet, right: VersionSet): VersionSet {
  return combine(left, right, (inLeft, inRight) => inLeft && inRight);
}

/**
 * The versions of the first set that aren't in the second: what `!=` takes out of a set ("Version exclusion").
 *
 * @example formatVersionSet(differenceOf(versionSetOf(readSpecifierSet('>=1')), versionSetOf(readSpecifierSet('==1.5')))) // → '>=1,!=1.5'
 */
export function differenceOf(left: VersionSet, right: VersionSet): VersionSet {
  return combine(left, right, (inLeft, inRight) => inLeft && !inRight);
}

/**
 * Whether every version of the first set is in the second, so whether a specifier asks for more than another ("Version
 * specifiers").
 *
 * @example isSubset(versionSetOf(readSpecifierSet('~=1.4')), versionSetOf(readSpecifierSet('==1.*'))) // → true
 */
export function isSubset(left: VersionSet, right: VersionSet): boolean {
  return !isSomewhere(left, right, (inLeft, inRight) => inLeft && !inRight);
}

/**
 * Whether no version is in both sets, so whether two specifiers contradict each other ("Version specifiers").
 *
 * @example areDisjoint(versionSetOf(readSpecifierSet('<2')), versionSetOf(readSpecifierSet('==2.0rc1'))) // → true
 */
export function areDisjoint(left: VersionSet, right: VersionSet): boolean {
  return !isSomewhere(left, right, (inLeft, inRight) => inLeft && inRight);
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

/** What a set that is made of two holds, where the one is inside or outside, and the other. */
type Holds = (inLeft: boolean, inRight: boolean) => boolean;

function combine(left: VersionSet, right: VersionSet, holds: Holds): VersionSet {
  const fromStart = holds(left.fromStart, right.fromStart);
  const bounds: Bound[] = [];
  let inside = fromStart;
  walk(left, right, (inLeft, inRight, bound) => {
    if (holds(inLeft, inRight) !== inside) {
      inside = !inside;
      bounds.push(bound);
    }
    return false;
  });
  // A set that came out unchanged is the same value, so that those who keep many sets keep it once.
  if (isMadeOf(left, fromStart, bounds)) return left;
  if (isMadeOf(right, fromStart, bounds)) return right;
  return { fromStart, bounds };
}

function isMadeOf(set: VersionSet, fromStart: boolean, bounds: readonly Bound[]): boolean {
  if (set.fromStart !== fromStart || set.bounds.length !== bounds.length) return false;
  return bounds.every((bound, at) => set.bounds[at] === bound);
}

/** Whether there is a stretch of versions, be it ever so short, where `holds`. */
function isSomewhere(left: VersionSet, right: VersionSet, holds: Holds): boolean {
  return holds(left.fromStart, right.fromStart) || walk(left, right, holds);
}

/**
 * Walks along the bounds of both sets and tells at each place which of them hold what comes next. Stops when `arrive`
 * says true, and says whether it did.
 */
function walk(
  left: VersionSet,
  right: VersionSet,
  arrive: (inLeft: boolean, inRight: boolean, bound: Bound) => boolean,
): boolean {
  let inLeft = left.fromStart;
  let inRight = right.fromStart;
  let i = 0;
  let j = 0;
  for (;;) {
    const l = left.bounds[i];
    const r = right.bounds[j];
    const bound = l ?? r;
    if (bound === undefined) return false;
    const order = l === undefined ? 1 : r === undefined ? -1 : l === r ? 0 : compareBounds(l, r);
    if (order <= 0) {
      inLeft = !inLeft;
      i++;
    }
    if (order >= 0) {
      inRight = !inRight;
      j++;
    }
    if (arrive(inLeft, inRight, order > 0 && r !== undefined ? r : bound)) return true;
  }
}

function isSamePlace(left: Bound, right: Bound | undefined): boolean {
  return left === right || (right !== undefined && compareBounds(left, right) === 0);
}
