// Which version of a project uv tries next (crates/uv-resolver, candidate_selector.rs): a preferred one if there is one in
// range, else the highest or lowest, final releases before pre-releases unless the policy says otherwise.
import {
  compareVersions,
  containsVersion,
  isPrerelease,
  type NormalizedName,
  nextInSet,
  publicVersion,
  type Version,
  type VersionSet,
} from '@/core/python';
import type { ForkEnvironment } from './environment';
import { meets } from './environment';
import type { Preference } from './preference';
import { type Project, type ProjectRelease, releaseAt, releaseOf } from './project';
import type { SearchContext } from './search-context';

/** The release of a project to try next, of those whose versions are in the set. It may turn out to be unusable. */
export function selectCandidate(
  context: SearchContext,
  project: Project,
  range: VersionSet,
  environment: ForkEnvironment,
  preferences: readonly Preference[],
): ProjectRelease | undefined {
  const isHighest = isHighestFirst(context, project.name, environment);
  const wanted = prereleasesOf(context, project.name, environment);
  const preferred = preferredRelease(project, range, environment, preferences, isHighest, wanted);
  if (preferred !== undefined) return preferred;
  switch (wanted) {
    case 'any':
      return firstInRange(project, range, isHighest, () => true);
    case 'none':
      return firstInRange(project, range, isHighest, isFinal);
    case 'if-nothing-else':
      return (
        firstInRange(project, range, isHighest, isFinal) ??
        firstInRange(project, range, isHighest, (version) => !isFinal(version))
      );
  }
}

function isFinal(version: Version): boolean {
  return !isPrerelease(version);
}

/** What becomes of the pre-releases of a project. */
type WantedPrereleases = 'any' | 'none' | 'if-nothing-else';

function prereleasesOf(
  { problem, explicitPrereleases }: SearchContext,
  name: NormalizedName,
  environment: ForkEnvironment,
): WantedPrereleases {
  switch (problem.policy.prereleases) {
    case 'allow':
      return 'any';
    case 'disallow':
      return 'none';
    case 'if-necessary':
      return 'if-nothing-else';
    case 'explicit': {
      // A requirement of the root's own that names a pre-release lets those of its project in, where it counts.
      const markers = explicitPrereleases.get(name) ?? [];
      return markers.some((marker) => meets(environment.markers, marker)) ? 'if-nothing-else' : 'none';
    }
  }
}

export function isHighestFirst(
  { problem, direct }: SearchContext,
  name: NormalizedName,
  environment: ForkEnvironment,
): boolean {
  switch (problem.policy.mode) {
    case 'highest':
      return true;
    case 'lowest':
      return false;
    case 'lowest-direct':
      return !(direct.get(name) ?? []).some((marker) => meets(environment.markers, marker));
  }
}

function firstInRange(
  project: Project,
  range: VersionSet,
  isHighest: boolean,
  counts: (version: Version) => boolean,
): ProjectRelease | undefined {
  const { releases } = project;
  const by = isHighest ? -1 : 1;
  let place = nextInSet(range, releases, isHighest ? releases.length - 1 : 0, by);
  while (place !== undefined) {
    const release = releases[place];
    if (release !== undefined && counts(release.version)) return releaseAt(project, place);
    place = nextInSet(range, releases, place + by, by);
  }
  return undefined;
}

/** The first preference in range, if the index has it: those of the fork's own environments first. */
function preferredRelease(
  project: Project,
  range: VersionSet,
  environment: ForkEnvironment,
  preferences: readonly Preference[],
  isHighest: boolean,
  wanted: WantedPrereleases,
): ProjectRelease | undefined {
  for (const { version, isFromLock } of inOrder(preferences, environment, isHighest)) {
    if (!containsVersion(range, version)) continue;
    const isLetIn = wanted === 'any' || (wanted === 'if-nothing-else' && isFromLock);
    if (isPrerelease(version) && !isLetIn) continue;
    const release = releaseOf(project, version);
    if (release === undefined) continue;
    return localBuildOf(project, range, version) ?? release;
  }
  return undefined;
}

function inOrder(
  preferences: readonly Preference[],
  environment: ForkEnvironment,
  isHighest: boolean,
): readonly Preference[] {
  if (preferences.length < 2) return preferences;
  const isHere = ({ markers }: Preference) => Number(meets(environment.markers, markers));
  return [...preferences].sort((left, right) => {
    const order = compareVersions(right.version, left.version);
    return isHere(right) - isHere(left) || (isHighest ? order : -order);
  });
}

/** The newest local build of a version, such as 2.1+cpu of 2.1. */
function localBuildOf(project: Project, range: VersionSet, version: Version): ProjectRelease | undefined {
  const place = project.releases.findLastIndex(
    (each) =>
      each.version.local.length > 0 &&
      compareVersions(publicVersion(each.version), version) === 0 &&
      containsVersion(range, each.version),
  );
  return releaseAt(project, place);
}
