// Projects as the search reads them from the index: their releases, in order, each made ready when it is first looked at.
import {
  ALL_VERSIONS,
  compareVersions,
  markerSet,
  type NormalizedName,
  onlyVersion,
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
  readonly releases: readonly IndexedRelease[];
  /** Those that were looked at, by their places. */
  readonly seen: (ProjectRelease | undefined)[];
}

/** A release that the search looks at, and what was made of it so far. */
export interface ProjectRelease {
  readonly project: Project;
  readonly place: number;
  readonly release: IndexedRelease;
  readonly version: Version;
  usability: Usability | undefined;
  coverage: WheelCoverage | undefined;
  requirements: readonly KnownRequirement[] | undefined;
  gap: VersionSet | undefined;
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
  const releases = (indexed ?? []).filter((release) => isThere(release, newestBefore));
  return { name, isKnown: indexed !== undefined, releases, seen: [] };
}

/** The release at a place. */
export function releaseAt(project: Project, place: number): ProjectRelease | undefined {
  const seen = project.seen[place];
  const release = project.releases[place];
  if (seen !== undefined || release === undefined) return seen;
  const made: ProjectRelease = {
    project,
    place,
    release,
    version: release.version,
    usability: undefined,
    coverage: undefined,
    requirements: undefined,
    gap: undefined,
  };
  project.seen[place] = made;
  return made;
}

/** A release without files, or uploaded too late, or nobody knows when, is as if it weren't there. */
function isThere({ hasSdist, wheelTags, uploaded }: IndexedRelease, newestBefore: string | undefined): boolean {
  if (!hasSdist && wheelTags.length === 0) return false;
  if (newestBefore === undefined) return true;
  const instant = uploaded === undefined ? undefined : readInstant(uploaded, 'from');
  return instant !== undefined && instant < newestBefore;
}

/** Whether a release has a file that may be used. */
export function usabilityIn(context: SearchContext, of: ProjectRelease): Usability {
  of.usability ??= readUsability(context, of);
  return of.usability;
}

function readUsability(context: SearchContext, { project, release, version }: ProjectRelease): Usability {
  const { name } = project;
  const isYankAllowed = context.allowedYanks.get(name)?.some((each) => compareVersions(each, version) === 0) === true;
  return usabilityOf(name, release, context.problem.policy, context.fitsWheel, isYankAllowed);
}

/** The environments that a release has files for. */
export function coverageIn(context: SearchContext, of: ProjectRelease): WheelCoverage {
  of.coverage ??= readCoverage(context, usabilityIn(context, of));
  return of.coverage;
}

function readCoverage({ arena }: SearchContext, usability: Usability): WheelCoverage {
  if (usability.kind === 'unusable') return coverageOf([], arena);
  const everything = markerSet(undefined, arena);
  // What can be built can be built anywhere.
  return usability.hasSdist ? { all: everything, python: everything } : coverageOf(usability.wheelTags, arena);
}

/** What a release requires, for its extras too. */
export function requirementsIn(context: SearchContext, of: ProjectRelease): readonly KnownRequirement[] {
  of.requirements ??= readRequirements(context, of.release);
  return of.requirements;
}

function readRequirements({ arena, counts }: SearchContext, release: IndexedRelease): readonly KnownRequirement[] {
  counts.releasesRead++;
  const requirements = release.requires.map((each) => knownRequirement(each, arena));
  for (const [extra, requires] of release.extras) {
    for (const each of requires) requirements.push(knownRequirement(each, arena, extra));
  }
  return requirements;
}

/** All versions between the releases before and after one: it is the only one in there. */
export function gapAround(of: ProjectRelease): VersionSet {
  of.gap ??= readGap(of);
  return of.gap;
}

function readGap({ project, place }: ProjectRelease): VersionSet {
  const below = project.releases[place - 1]?.version;
  const above = project.releases[place + 1]?.version;
  const lower = below === undefined ? undefined : onlyVersion(below).bounds[1];
  const upper = above === undefined ? undefined : onlyVersion(above).bounds[0];
  if (lower === undefined) return upper === undefined ? ALL_VERSIONS : { fromStart: true, bounds: [upper] };
  return { fromStart: false, bounds: upper === undefined ? [lower] : [lower, upper] };
}

/** The release of a version. */
export function releaseOf(project: Project, version: Version): ProjectRelease | undefined {
  const { releases } = project;
  let low = 0;
  let high = releases.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const release = releases[middle];
    if (release !== undefined && compareVersions(release.version, version) < 0) low = middle + 1;
    else high = middle;
  }
  const found = releases[low];
  return found !== undefined && compareVersions(found.version, version) === 0 ? releaseAt(project, low) : undefined;
}
