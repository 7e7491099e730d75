// Which version of a project uv tries next (crates/uv-resolver, candidate_selector.rs): a preferred one if there is one in
// range, else the highest or lowest, final releases before pre-releases unless the policy says otherwise.
import {
  compareVersions,
  containsVersion,
  isPrerelease,
  type NormalizedName,
  publicVersion,
  type Version,
  type VersionSet,
} from '@/core/python';
import type { ForkEnvironment } from './environment';
import { meets } from './environment';
import type { Preference } from './preference';
import type { Project, ProjectRelease } from './project';
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
  { releases }: Project,
  range: VersionSet,
  isHighest: boolean,
  counts: (version: Version) => boolean,
): ProjectRelease | undefined {
  const last = releases.length - 1;
  for (let at = 0; at <= last; at++) {
    const release = releases[isHighest ? last - at : at];
    if (release !== undefined && counts(release.version) && containsVersion(range, release.version)) return release;
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
    const release = project.releases.find((each) => compareVersions(each.version, version) === 0);
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
function localBuildOf(
  { releases, hasLocal }: Project,
  range: VersionSet,
  version: Version,
): ProjectRelease | undefined {
  if (!hasLocal) return undefined;
  return releases.findLast(
    (each) =>
      each.version.local.length > 0 &&
      compareVersions(publicVersion(each.version), version) === 0 &&
      containsVersion(range, each.version),
  );
}
