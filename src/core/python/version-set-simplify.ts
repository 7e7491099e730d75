// Sets of versions made shorter for people: the version specifiers specification (PEP 440), "Version specifiers", over the
// versions that a project really has. `>=1,!=1.5,<2` says nothing more than `>=1` where there is no 1.5 and no 2, and uv's
// explanations leave such things out.
import { isPrerelease, publicVersion, type Version } from './version';
import { afterFamily, afterLocals, type Bound, beforeVersion, isAbove, isAfterPosts } from './version-bound';
import { compareVersions } from './version-order';
import { boundsBelow, NO_VERSIONS, type VersionSet } from './version-set';
import { equalityOf } from './version-set-format';

/**
 * A set that holds the same of the given versions as the first set, with as few bounds as that takes and these as plain as
 * they can be ("Version specifiers"). Of versions that aren't given it may hold others. If all are in the set, it is the set
 * of all versions; if none is, the one without. The versions may come in any order.
 *
 * @example formatVersionSet(simplifyVersionSet(versionSetOf(readSpecifierSet('>=1,!=1.5,<2')), ['0.9', '1.0', '1.4'].map(readVersion))) // → '>=1'
 */
export function simplifyVersionSet(set: VersionSet, versions: readonly Version[]): VersionSet {
  const crossings: Crossing[] = [];
  let below: Version | undefined;
  let belowIsIn = false;
  let firstIsIn = false;
  for (const above of ascending(versions)) {
    const passed = boundsBelow(set, above);
    const isIn = set.fromStart !== (passed % 2 === 1);
    if (below === undefined) firstIsIn = isIn;
    else if (isIn !== belowIsIn) {
      // In: where the stretch of the set around `above` begins. Out: where the one around `below` ends.
      const bound = set.bounds[isIn ? passed - 1 : boundsBelow(set, below)];
      if (bound !== undefined) crossings.push({ below, above, isEntry: isIn, bound });
    }
    below = above;
    belowIsIn = isIn;
  }
  if (crossings.length === 0 && !firstIsIn) return NO_VERSIONS;
  const settled = crossings.map((crossing) => moved(crossing, withoutLocal(crossing)));
  const bounds = settled.map((crossing, at) => {
    const isHalf = isEquality(settled[at - 1], crossing) || isEquality(crossing, settled[at + 1]);
    return (isHalf ? crossing : moved(crossing, plainer(crossing))).bound;
  });
  return { fromStart: firstIsIn, bounds };
}

/** A place where the set is entered or left, and the next versions on both sides: there it may be moved to and fro. */
interface Crossing {
  readonly below: Version;
  readonly above: Version;
  readonly isEntry: boolean;
  readonly bound: Bound;
}

function ascending(versions: readonly Version[]): readonly Version[] {
  const isAscending = versions.every((version, at) => {
    const before = versions[at - 1];
    return before === undefined || compareVersions(before, version) <= 0;
  });
  return isAscending ? versions : [...versions].sort(compareVersions);
}

/** The crossing at the first of the places that lies between its two versions, or where it is. */
function moved(crossing: Crossing, places: readonly Bound[]): Crossing {
  const bound = places.find((place) => isAbove(crossing.above, place) && !isAbove(crossing.below, place));
  return bound === undefined ? crossing : { ...crossing, bound };
}

/** Whether the two places, so as they are, make an `==` or `!=`: then neither of them should be moved. */
function isEquality(lower: Crossing | undefined, upper: Crossing | undefined): boolean {
  return lower !== undefined && upper !== undefined && equalityOf(lower.bound, upper.bound)?.isStandard === true;
}

/** Places beside one at a local version, or between a version and its local versions, that specifiers can tell. */
function withoutLocal({ bound }: Crossing): Bound[] {
  if (bound.side === 'before' && bound.version.local.length === 0) return [];
  const version = publicVersion(bound.version);
  return [afterLocals(version), beforeVersion(version)];
}

/** Places beside one that takes more than one clause, or a dev release, to tell. */
function plainer({ bound, isEntry }: Crossing): Bound[] {
  const { version } = bound;
  if (isEntry) {
    // 1.0a2.dev0 stays: it is what >1.0a1 begins with.
    if (version.dev !== 0 || (version.post === undefined && (version.pre?.number ?? 0) > 0)) return [];
    const release = { ...version, dev: undefined };
    // >=1.0.post0.dev0 is what <=1.0 leaves: >1.0 without its post releases. >=2.dev0 is >=2 with its pre-releases.
    if (version.post === 0) return [afterFamily({ ...release, post: undefined })];
    return version.post === undefined ? [beforeVersion(release)] : [];
  }
  if (isAfterPosts(bound)) return [afterLocals({ ...version, post: undefined })];
  // <=2,!=2 is <2 with the pre-releases of 2.
  return isPrerelease(version) ? [] : [beforeVersion({ ...version, dev: 0 })];
}
