// Looking for versions of a set in a list: the version specifiers specification (PEP 440), "Version specifiers". Where a list is long
// and a set leaves most of it out, it is halved rather than walked along.
import type { Version } from './version';
import { type Bound, isAbove } from './version-bound';
import { boundsBelow, type VersionSet } from './version-set';

/**
 * The place of the first item at or beyond a place whose version is in the set, going up or down a list that ascends;
 * undefined if there is none ("Version specifiers").
 *
 * @example nextInSet(versionSetOf(readSpecifierSet('<2')), ['1.0', '1.1', '2.0'].map((text) => ({ version: readVersion(text) })), 2, -1) // → 1
 */
export function nextInSet(
  set: VersionSet,
  items: readonly { readonly version: Version }[],
  from: number,
  by: 1 | -1,
): number | undefined {
  let place = from;
  for (let item = items[place]; item !== undefined; item = items[place]) {
    const below = boundsBelow(set, item.version);
    if (set.fromStart !== (below % 2 === 1)) return place;
    // The next stretch of the set begins, or ends, at the next bound.
    const border = set.bounds[by === 1 ? below : below - 1];
    if (border === undefined) return undefined;
    place = by === 1 ? countBelow(items, border) : countBelow(items, border) - 1;
  }
  return undefined;
}

/** How many of the items lie below a bound. */
function countBelow(items: readonly { readonly version: Version }[], bound: Bound): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && !isAbove(item.version, bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}
