// How what is asked for stands to what exists: newer, older, in a gap, or uploaded too late.
import {
  boundAt,
  compareVersions,
  containsVersion,
  intersectionOf,
  intervalsOf,
  isEmptySet,
  type Version,
  type VersionSet,
} from '@/core/python';
import type { FactContext } from './fact';
import type { Subject } from './statement';

/** How what is asked for stands to what exists, where it misses it. */
export interface Shortfall {
  /** Newer or older than all that exists, or among it. */
  readonly side: 'newer' | 'older' | 'among';
  /** The neighbours between which all of it lies, where these follow one on the other. */
  readonly between: readonly [below: Version, above: Version] | undefined;
  /** Versions in range that were uploaded too late to count. */
  readonly tooNew: readonly Version[];
}

/** How the versions of the set stand to those of the project that exist. */
export function shortfallOf(
  { problem, existing }: Pick<FactContext, 'problem' | 'existing'>,
  subject: Subject,
  set: VersionSet,
): Shortfall {
  const known = existing(subject.name);
  const [oldest] = known;
  const newest = known.at(-1);
  const isFree = (stretch: VersionSet) => isEmptySet(intersectionOf(set, stretch));
  const isNewer = newest !== undefined && isFree({ fromStart: true, bounds: [boundAt(newest, 'after')] });
  const isOlder = oldest !== undefined && isFree({ fromStart: false, bounds: [boundAt(oldest, 'before')] });
  // Without a date to look at, everything that has a file exists.
  const later = problem.policy.excludeNewer === undefined ? [] : (problem.index.get(subject.name) ?? []);
  const tooNew = later
    .map(({ version }) => version)
    .filter((version) => containsVersion(set, version) && !known.includes(version));
  return { side: isNewer ? 'newer' : isOlder ? 'older' : 'among', between: neighboursOf(set, known), tooNew };
}

/** The two versions between which the set lies. */
function neighboursOf(set: VersionSet, known: readonly Version[]): Shortfall['between'] {
  const [{ lower, upper } = {}, ...more] = intervalsOf(set);
  if (lower === undefined || upper === undefined || more.length > 0) return undefined;
  const above = known.findIndex((version) => compareVersions(version, upper.version) >= 0);
  const [below, next] = [known[above - 1], known[above]];
  const isBetween = below !== undefined && next !== undefined && compareVersions(below, lower.version) <= 0;
  return isBetween ? [below, next] : undefined;
}
