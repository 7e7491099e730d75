// Parting a search by what one version is for (crates/uv-resolver, resolver/mod.rs, "fork_version_registry" and
// environment.rs): one that wants a newer Python than the oldest of the fork, one without files for an environment that must
// have them, and a local version such as 2.1+cpu that is for fewer machines than 2.1.
import {
  andMarkers,
  assumeMarker,
  intersectionOf,
  isNever,
  type MarkerSet,
  markerSet,
  notMarker,
  onlyVersion,
  orMarkers,
  parseMarker,
  publicVersion,
  type VersionSet,
} from '@/core/python';
import type { PackageId } from '../pubgrub/incompatibility';
import { selectCandidate } from './candidate';
import { type ForkEnvironment, markerOfPython, meets, partByMarker, partByPython } from './environment';
import type { ForkState } from './fork-state';
import { environmentsOf } from './package-environments';
import type { Preference } from './preference';
import { coverageIn, type Project, type ProjectRelease, usabilityIn } from './project';
import { isPythonEnough, pythonRangeOf } from './python-range';
import type { SearchContext } from './search-context';
import type { UnusableReason } from './usability';
import { coversEverything } from './wheel-coverage';

/** A part of the environments, and the version to take there; without one, it is chosen anew. */
export interface VersionFork {
  readonly environment: ForkEnvironment;
  readonly release: ProjectRelease | undefined;
}

export type VersionFit =
  | { readonly kind: 'fits'; readonly release: ProjectRelease }
  | { readonly kind: 'unusable'; readonly reason: UnusableReason }
  | { readonly kind: 'forks'; readonly forks: readonly VersionFork[] };

/** What is being tried, and of what. */
export interface Trial {
  readonly project: Project;
  readonly release: ProjectRelease;
  readonly range: VersionSet;
  readonly preferences: readonly Preference[];
}

/** Whether a release with usable files fits everywhere in the fork. */
export function fitVersion(context: SearchContext, fork: ForkState, of: PackageId, trial: Trial): VersionFit {
  const { environment } = fork;
  const { release } = trial;
  const isUniversal = environment.machine === undefined;
  const { requiresPython } = release.release;
  if (requiresPython !== undefined && !isPythonEnough(environment.python, requiresPython)) {
    const forks = isUniversal ? partByPython(environment, pythonRangeOf(requiresPython).lower) : [];
    if (forks.length > 0)
      return { kind: 'forks', forks: forks.map((each) => ({ environment: each, release: undefined })) };
    return { kind: 'unusable', reason: { kind: 'requires-python', requiresPython } };
  }
  if (!isUniversal) return { kind: 'fits', release };
  const { all, python } = coverageIn(context, release);
  // The fork may have got an end of Python that leaves no wheel.
  const { upper } = environment.python;
  const end = upper && markerOfPython(environment.arena, { lower: undefined, upper });
  if (end !== undefined && !meets(python, end)) {
    return { kind: 'unusable', reason: { kind: 'no-fitting-wheel', wheelTags: release.release.wheelTags } };
  }
  if (coversEverything(all)) return { kind: 'fits', release };
  return coverRequired(context, fork, of, all) ?? coverAsPublic(context, environment, trial, all);
}

/** Parts the fork where an environment that must have files would have none. */
function coverRequired(
  { problem, arena, table }: SearchContext,
  fork: ForkState,
  of: PackageId,
  coverage: MarkerSet,
): VersionFit | undefined {
  const { environment } = fork;
  const { markers } = environment;
  const required = problem.target.kind === 'universal' ? problem.target.requiredEnvironments : [];
  for (const written of required) {
    const wanted = markerSet(parseMarker(written).value, arena);
    if (!meets(markers, wanted) || meets(markers, andMarkers(coverage, wanted))) continue;
    const relevant = environmentsOf(fork.solver, table, of);
    if (relevant === 'never' || !meets(markers, relevant === undefined ? wanted : andMarkers(relevant, wanted)))
      continue;
    // What neither set says anything of may fall on either side.
    const covered = markers === undefined ? coverage : andMarkers(coverage, markers);
    const parts = partByMarker(environment, assumeMarker(wanted, orMarkers(wanted, covered)));
    if (parts === undefined) {
      return { kind: 'unusable', reason: { kind: 'missing-environment', environment: wanted, written } };
    }
    return { kind: 'forks', forks: parts.map((each) => ({ environment: each, release: undefined })) };
  }
  return undefined;
}

/** Parts the fork where a local version has no files, but the public one has. */
function coverAsPublic(
  context: SearchContext,
  environment: ForkEnvironment,
  { project, release, range, preferences }: Trial,
  coverage: MarkerSet,
): VersionFit {
  const fits: VersionFit = { kind: 'fits', release };
  if (release.version.local.length === 0) return fits;
  const publicRange = intersectionOf(range, onlyVersion(publicVersion(release.version)));
  const base = selectCandidate(context, project, publicRange, environment, preferences);
  if (base === undefined || usabilityIn(context, base).kind === 'unusable') return fits;
  const rest = andMarkers(coverageIn(context, base).all, notMarker(coverage));
  if (isNever(rest) === true || !meets(environment.markers, rest)) return fits;
  if (!meets(environment.markers, coverage)) return { kind: 'fits', release: base };
  const parts = partByMarker(environment, withWholeSystems(rest, coverage, context));
  if (parts === undefined) return fits;
  const [outside, inside] = parts;
  return {
    kind: 'forks',
    forks: [
      { environment: outside, release: base },
      { environment: inside, release },
    ],
  };
}

/** A system that the local version has no files for at all goes to the public one as a whole. */
function withWholeSystems(rest: MarkerSet, coverage: MarkerSet, { arena }: SearchContext): MarkerSet {
  let whole = rest;
  for (const system of ['darwin', 'linux', 'win32']) {
    const there = markerSet(parseMarker(`sys_platform == '${system}'`).value, arena);
    if (!meets(coverage, there) && meets(whole, there)) whole = orMarkers(whole, there);
  }
  return whole;
}
