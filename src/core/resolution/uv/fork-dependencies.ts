// Parting a search by what one release requires (crates/uv-resolver, resolver/mod.rs, "ForkedDependencies"). Where a project is
// required twice with different markers, there is a fork for every set of environments in which it is required differently.
// Where it is required once, there is none, unless its marker asks for a newer Python than the fork has: then the part with the
// older ones goes without.
import { type MarkerSet, notMarker } from '@/core/python';
import type { SearchDependency } from './dependencies';
import { type ForkEnvironment, meets, pythonOfMarkers, withMarkers } from './environment';
import { markerOfPackage, packageAt, projectOf } from './package';
import { compareLower } from './python-range';
import type { SearchContext } from './search-context';

/** A part of the environments, and what is required there. */
export interface DependencyFork {
  readonly environment: ForkEnvironment;
  readonly dependencies: readonly SearchDependency[];
}

/** More forks than this from one release are not made: n markers that have nothing in common make 2 to the power of n. */
const MAX_FORKS = 256;

/** Parts a fork by what is required. One fork, and all is required everywhere; none, and nothing is. */
export function forkDependencies(
  context: SearchContext,
  environment: ForkEnvironment,
  dependencies: readonly SearchDependency[],
): readonly DependencyFork[] {
  const markerOf = ({ package: of }: SearchDependency) => markerOfPackage(packageAt(context.table, of));
  let forks: readonly DependencyFork[] = [{ environment, dependencies: [] }];
  for (const alike of byProject(context, dependencies)) {
    const [first] = alike;
    const shared = first && markerOf(first);
    if (alike.every((each) => isSameMarker(markerOf(each), shared)) && !raisesPython(environment, shared)) {
      forks = forks.map((fork) =>
        meets(fork.environment.markers, shared) ? { ...fork, dependencies: [...fork.dependencies, ...alike] } : fork,
      );
      continue;
    }
    for (const dependency of alike) {
      const marker = markerOf(dependency);
      if (!meets(environment.markers, marker)) continue;
      forks =
        marker === undefined
          ? withEverywhere(forks, dependency)
          : parted(context, environment, forks, dependency, marker);
      if (forks.length > MAX_FORKS) return forks.slice(0, MAX_FORKS);
    }
  }
  return forks;
}

/** The dependencies of each project, by the order of names. */
function byProject(
  { table }: SearchContext,
  dependencies: readonly SearchDependency[],
): readonly (readonly SearchDependency[])[] {
  const groups = new Map<string, SearchDependency[]>();
  for (const dependency of dependencies) {
    const name = projectOf(packageAt(table, dependency.package)) ?? '';
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [dependency]);
    else group.push(dependency);
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => group);
}

function isSameMarker(left: MarkerSet | undefined, right: MarkerSet | undefined): boolean {
  return left?.root === right?.root;
}

/** Whether a marker asks for a newer Python than the oldest of the fork. */
function raisesPython({ python }: ForkEnvironment, marker: MarkerSet | undefined): boolean {
  const implied = pythonOfMarkers(marker);
  return implied !== undefined && compareLower(implied.lower, python.lower) > 0;
}

function withEverywhere(forks: readonly DependencyFork[], dependency: SearchDependency): readonly DependencyFork[] {
  return forks.map((fork) => ({ ...fork, dependencies: [...fork.dependencies, dependency] }));
}

/** Parts every fork by a marker; the dependency is added where it holds. */
function parted(
  context: SearchContext,
  { pythonMarker }: ForkEnvironment,
  forks: readonly DependencyFork[],
  dependency: SearchDependency,
  marker: MarkerSet,
): readonly DependencyFork[] {
  const outside = notMarker(marker);
  return forks.flatMap((fork) => {
    if (!meets(fork.environment.markers, marker)) return [fork];
    const halves: DependencyFork[] = [];
    if (meets(fork.environment.markers, outside)) halves.push(narrowed(context, fork, outside));
    halves.push(narrowed(context, fork, marker));
    return halves
      .map((half) =>
        meets(half.environment.markers, marker) ? { ...half, dependencies: [...half.dependencies, dependency] } : half,
      )
      .filter(({ environment }) => meets(environment.markers, pythonMarker));
  });
}

/** The part of a fork in which a marker holds, with what is still required there. */
function narrowed({ table }: SearchContext, fork: DependencyFork, marker: MarkerSet): DependencyFork {
  const environment = withMarkers(fork.environment, marker);
  const isThere = ({ package: of }: SearchDependency) =>
    meets(environment.markers, markerOfPackage(packageAt(table, of)));
  return { environment, dependencies: fork.dependencies.filter(isThere) };
}

/**
 * Orders forks so that the one to be solved first comes last: for the highest versions, those for newer Pythons; and of
 * equals, the one with more upper bounds, as its answer may do for the others as well.
 */
export function inForkOrder(context: SearchContext, forks: readonly DependencyFork[]): readonly DependencyFork[] {
  return [...forks].sort(
    (left, right) =>
      compareForkPython(context, left.environment, right.environment) || upperBounds(left) - upperBounds(right),
  );
}

/** Orders forks by the oldest Python that their markers let in. */
function compareForkPython({ problem }: SearchContext, left: ForkEnvironment, right: ForkEnvironment): number {
  const order = compareLower(pythonOfMarkers(left.markers)?.lower, pythonOfMarkers(right.markers)?.lower);
  return problem.policy.mode === 'lowest' ? -order : order;
}

function upperBounds({ dependencies }: DependencyFork): number {
  return dependencies.filter(({ versions: { fromStart, bounds } }) => fromStart === (bounds.length % 2 === 1)).length;
}
