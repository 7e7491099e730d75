// Projects as the search reads them from the index: their releases, in order, each made ready when it is first looked at.
import {
  ALL_VERSIONS,
  compareVersions,
  markerSet,
  type NormalizedName,
  onlyVersion,
  sortByVersion,
  type Version,
  type VersionSet,
} from '@/core/python';
import type { IndexedRelease } from '../problem';
import { readInstant } from '../scenario/instant';
import { type KnownRequirement, knownRequirement } from './known-requirement';
import type { SearchContext } from './search-context';
import { type Usability, usabilityOf } from './usability';
import { coverageOf, type WheelCoverage } from './wheel-coverage';

export interface Project {
  readonly name: NormalizedName;
  readonly isKnown: boolean;
  /** The releases that have files and aren't newer than the policy lets in, ascending. */
  readonly releases: readonly ProjectRelease[];
  readonly hasLocal: boolean;
}

export interface ProjectRelease {
  readonly release: IndexedRelease;
  readonly version: Version;
  /** All versions between the releases before and after this one: it is the only one in there. */
  readonly gap: VersionSet;
  readonly usability: () => Usability;
  /** The environments that it has files for. */
  readonly coverage: () => WheelCoverage;
  readonly requirements: () => readonly KnownRequirement[];
}

/** A project by its name, read once. */
export function projectNamed(context: SearchContext, name: NormalizedName): Project {
  const known = context.projects.get(name);
  if (known !== undefined) return known;
  const project = readProject(context, name);
  context.projects.set(name, project);
  return project;
}

function readProject(context: SearchContext, name: NormalizedName): Project {
  const indexed = context.problem.index.get(name);
  const there = (indexed ?? []).filter((release) => isThere(release, context.newestBefore));
  const ascending = sortByVersion(there, ({ version }) => version);
  const releases = ascending.map((release, at) => {
    const gap = gapBetween(ascending[at - 1]?.version, ascending[at + 1]?.version);
    return projectRelease(context, name, release, gap);
  });
  const hasLocal = releases.some(({ version }) => version.local.length > 0);
  return { name, isKnown: indexed !== undefined, releases, hasLocal };
}

/** A release without files, or uploaded too late, or nobody knows when, is as if it weren't there. */
function isThere({ hasSdist, wheelTags, uploaded }: IndexedRelease, newestBefore: string | undefined): boolean {
  if (!hasSdist && wheelTags.length === 0) return false;
  if (newestBefore === undefined) return true;
  const instant = uploaded === undefined ? undefined : readInstant(uploaded, 'from');
  return instant !== undefined && instant < newestBefore;
}

function projectRelease(
  context: SearchContext,
  name: NormalizedName,
  release: IndexedRelease,
  gap: VersionSet,
): ProjectRelease {
  const { version } = release;
  const usability = once(() => {
    const isYankAllowed = context.allowedYanks.get(name)?.some((each) => compareVersions(each, version) === 0) === true;
    return usabilityOf(name, release, context.problem.policy, context.fitsWheel, isYankAllowed);
  });
  return {
    release,
    version,
    gap,
    usability,
    coverage: once(() => {
      const files = usability();
      const everything = markerSet(undefined, context.arena);
      // What can be built can be built anywhere.
      if (files.kind === 'usable' && files.hasSdist) return { all: everything, python: everything };
      return coverageOf(files.kind === 'usable' ? files.wheelTags : [], context.arena);
    }),
    requirements: once(() => {
      context.counts.releasesRead++;
      const plain = release.requires.map((each) => knownRequirement(each, context.arena));
      const optional = Array.from(release.extras, ([extra, requires]) =>
        requires.map((each) => knownRequirement(each, context.arena, extra)),
      );
      return [...plain, ...optional.flat()];
    }),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The versions after one and before another; without these, there is no limit. */
function gapBetween(below: Version | undefined, above: Version | undefined): VersionSet {
  const lower = below === undefined ? undefined : onlyVersion(below).bounds[1];
  const upper = above === undefined ? undefined : onlyVersion(above).bounds[0];
  if (lower === undefined) return upper === undefined ? ALL_VERSIONS : { fromStart: true, bounds: [upper] };
  return { fromStart: false, bounds: upper === undefined ? [lower] : [lower, upper] };
}

/** The release of a version. */
export function releaseOf({ releases }: Project, version: Version): ProjectRelease | undefined {
  let low = 0;
  let high = releases.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const release = releases[middle];
    if (release !== undefined && compareVersions(release.version, version) < 0) low = middle + 1;
    else high = middle;
  }
  const found = releases[low];
  return found !== undefined && compareVersions(found.version, version) === 0 ? found : undefined;
}
