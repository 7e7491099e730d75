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
  readonly project: NormalizedName;
  readonly release: IndexedRelease;
  readonly version: Version;
  /** The versions right below and above among the releases. */
  readonly below: Version | undefined;
  readonly above: Version | undefined;
  /** What was made of it so far. */
  readonly made: { usability?: Usability; coverage?: WheelCoverage; requirements?: readonly KnownRequirement[] };
}

/** A project by its name, read once. */
export function projectNamed(context: SearchContext, name: NormalizedName): Project {
  const known = context.projects.get(name);
  if (known !== undefined) return known;
  const project = readProject(context, name);
  context.projects.set(name, project);
  return project;
}

function readProject({ problem, newestBefore }: SearchContext, name: NormalizedName): Project {
  const indexed = problem.index.get(name);
  const there = (indexed ?? []).filter((release) => isThere(release, newestBefore));
  const ascending = inOrder(there);
  const releases = ascending.map((release, at) => ({
    project: name,
    release,
    version: release.version,
    below: ascending[at - 1]?.version,
    above: ascending[at + 1]?.version,
    made: {},
  }));
  const hasLocal = releases.some(({ version }) => version.local.length > 0);
  return { name, isKnown: indexed !== undefined, releases, hasLocal };
}

/** Releases mostly come in order. */
function inOrder(releases: readonly IndexedRelease[]): readonly IndexedRelease[] {
  const isAscending = releases.every((each, at) => {
    const before = releases[at - 1];
    return before === undefined || compareVersions(before.version, each.version) < 0;
  });
  return isAscending ? releases : sortByVersion(releases, ({ version }) => version);
}

/** A release without files, or uploaded too late, or nobody knows when, is as if it weren't there. */
function isThere({ hasSdist, wheelTags, uploaded }: IndexedRelease, newestBefore: string | undefined): boolean {
  if (!hasSdist && wheelTags.length === 0) return false;
  if (newestBefore === undefined) return true;
  const instant = uploaded === undefined ? undefined : readInstant(uploaded, 'from');
  return instant !== undefined && instant < newestBefore;
}

/** Whether a release has a file that may be used. */
export function usabilityIn(context: SearchContext, { project, release, version, made }: ProjectRelease): Usability {
  made.usability ??= usabilityOf(
    project,
    release,
    context.problem.policy,
    context.fitsWheel,
    context.allowedYanks.get(project)?.some((each) => compareVersions(each, version) === 0) === true,
  );
  return made.usability;
}

/** The environments that a release has files for. */
export function coverageIn(context: SearchContext, release: ProjectRelease): WheelCoverage {
  release.made.coverage ??= readCoverage(context, usabilityIn(context, release));
  return release.made.coverage;
}

function readCoverage({ arena }: SearchContext, usability: Usability): WheelCoverage {
  if (usability.kind === 'unusable') return coverageOf([], arena);
  const everything = markerSet(undefined, arena);
  // What can be built can be built anywhere.
  return usability.hasSdist ? { all: everything, python: everything } : coverageOf(usability.wheelTags, arena);
}

/** What a release requires, for its extras too. */
export function requirementsIn(
  { arena, counts }: SearchContext,
  { release, made }: ProjectRelease,
): readonly KnownRequirement[] {
  if (made.requirements !== undefined) return made.requirements;
  counts.releasesRead++;
  const requirements = release.requires.map((each) => knownRequirement(each, arena));
  for (const [extra, requires] of release.extras) {
    for (const each of requires) requirements.push(knownRequirement(each, arena, extra));
  }
  made.requirements = requirements;
  return requirements;
}

/** All versions between the releases before and after one: it is the only one in there. */
export function gapAround({ below, above }: ProjectRelease): VersionSet {
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
