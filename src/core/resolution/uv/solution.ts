// What the forks of a search came to (crates/uv-resolver, resolution/output.rs): the projects that the root reaches where the
// markers along the way hold, and the forks' markers as a lock file has them.
import {
  andMarkers,
  containsVersion,
  isNever,
  isSameSet,
  type MarkerSet,
  markerOf,
  type NormalizedName,
  orMarkers,
  quoteMarker,
  simplifyMarker,
  type Version,
  type WrittenSet,
} from '@/core/python';
import type { Pin, ResolvedFork } from '../outcome';
import type { PackageId } from '../pubgrub/incompatibility';
import { incompatibilityAt } from '../pubgrub/solver';
import { joinedMarkers, specifierOfPython } from './environment';
import type { ForkState } from './fork-state';
import { markerOfPackage, packageAt, ROOT } from './package';
import type { SearchContext } from './search-context';
import { wholeEnvironment } from './search-context';

/** The forks as uv's lock file would have them: the first solved comes first. */
export function resolvedForks(context: SearchContext, solved: readonly ForkState[]): readonly ResolvedFork[] {
  const forks = solved.map((fork) => ({ markers: markersOfFork(context, fork), pins: pinsOf(context, fork) }));
  // Forks for Pythons that the root lets out may be several; a lock names each marker once (uv-lock, "canonical_marker_trees").
  return forks.filter(({ markers }, at) => {
    return markers === undefined || forks.findIndex((other) => other.markers === markers) === at;
  });
}

/** The markers of a fork as text; undefined before the first one. */
export function markersOfFork(context: SearchContext, { environment }: ForkState): string | undefined {
  const requiresPython = specifierOfPython(wholeEnvironment(context).python);
  const { markers } = environment;
  return markers && textOf(markerOf(simplifyMarker(markers, { requiresPython })));
}

/** A fork's marker, in single quotes as in a lock file. One that holds wherever the root does is none. */
function textOf(written: WrittenSet): string | undefined {
  switch (written.kind) {
    case 'marker':
      return quoteMarker(written.marker, "'");
    case 'never':
      return "python_version < '0'";
    case 'always':
    case 'too-large':
    case 'unwritable':
      return undefined;
  }
}

/** The versions of the projects that a fork decided on. */
export function chosenVersions(
  { table }: SearchContext,
  { solver }: ForkState,
): readonly (readonly [NormalizedName, Version])[] {
  return solver.solution.decided.flatMap((id) => {
    const of = packageAt(table, id);
    const version = decidedVersion(solver, id);
    if (of.kind !== 'project' || of.extra !== undefined || of.marker !== undefined || version === undefined) return [];
    return [[of.name, version] as const];
  });
}

function decidedVersion({ solution }: ForkState['solver'], id: PackageId): Version | undefined {
  return solution.assignments[id]?.decision?.version;
}

/** The chosen releases by name, each with the extras that were asked for. */
export function pinsOf(context: SearchContext, fork: ForkState): readonly Pin[] {
  const { table } = context;
  const versions = new Map<NormalizedName, Version>();
  const extras = new Map<NormalizedName, Set<NormalizedName>>();
  for (const id of reachedPackages(context, fork)) {
    const of = packageAt(table, id);
    const version = decidedVersion(fork.solver, id);
    if (of.kind !== 'project' || version === undefined) continue;
    versions.set(of.name, version);
    if (of.extra === undefined) continue;
    const known = extras.get(of.name);
    if (known === undefined) extras.set(of.name, new Set([of.extra]));
    else known.add(of.extra);
  }
  const pins = Array.from(versions, ([name, version]) => ({
    name,
    version,
    extras: [...(extras.get(name) ?? [])].sort(),
  }));
  return pins.sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** The decided packages to which there is a way from the root along which all markers hold somewhere together. */
function reachedPackages({ table }: SearchContext, fork: ForkState): ReadonlySet<PackageId> {
  const { solver, environment } = fork;
  const start = joinedMarkers(environment.markers, environment.pythonMarker);
  const reached = new Map<PackageId, MarkerSet | undefined>([[ROOT, start]]);
  const queue: PackageId[] = [ROOT];
  for (const id of queue) {
    const here = reached.get(id);
    const version = decidedVersion(solver, id);
    for (const of of version === undefined ? [] : requiredBy(fork, id, version)) {
      // For one machine, all markers that were let in hold.
      const marker = environment.machine === undefined ? markerOfPackage(packageAt(table, of)) : undefined;
      const there = here === undefined || marker === undefined ? (here ?? marker) : andMarkers(here, marker);
      if (there !== undefined && isNever(there) === true) continue;
      if (reached.has(of)) {
        const before = reached.get(of);
        if (before === undefined || there === before) continue;
        const all = there === undefined ? undefined : orMarkers(before, there);
        if (all !== undefined && isSameSet(all, before) === true) continue;
        reached.set(of, all);
      } else reached.set(of, there);
      queue.push(of);
    }
  }
  return new Set(reached.keys());
}

/** The packages that a version of a package requires, as the solution has them. */
function requiredBy({ solver }: ForkState, id: PackageId, version: Version): readonly PackageId[] {
  const required: PackageId[] = [];
  for (const each of solver.byPackage[id] ?? []) {
    const { cause } = incompatibilityAt(solver, each);
    if (cause.kind !== 'dependency' || cause.dependent !== id) continue;
    const decided = decidedVersion(solver, cause.dependency);
    if (decided === undefined || !containsVersion(cause.dependentVersions, version)) continue;
    if (containsVersion(cause.dependencyVersions, decided)) required.push(cause.dependency);
  }
  return required;
}
