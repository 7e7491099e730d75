// Where a package is required at all, by the markers along the ways from the root to it (crates/uv-resolver, resolver/mod.rs,
// "find_environments").
import { isSameSet, type MarkerSet, orMarkers } from '@/core/python';
import type { PackageId } from '../pubgrub/incompatibility';
import { incompatibilityAt, type Solver } from '../pubgrub/solver';
import { joinedMarkers } from './environment';
import { markerOfPackage, type PackageTable, packageAt, ROOT } from './package';
import type { UnusableReason } from './usability';

/** The environments in which some version of a package requires a package; undefined: all. */
export function environmentsOf(
  solver: Solver<UnusableReason>,
  table: PackageTable,
  of: PackageId,
): MarkerSet | undefined | 'never' {
  if (of === ROOT) return undefined;
  const ancestors = ancestorsOf(solver, of);
  if (!ancestors.has(ROOT)) return 'never';
  // A package's environments, as far as they are known; they only grow, so going round in circles comes to an end.
  const known = new Map<PackageId, MarkerSet | undefined>([[ROOT, undefined]]);
  const queue: PackageId[] = [ROOT];
  for (const current of queue) {
    const here = known.get(current);
    for (const child of dependenciesOf(solver, current)) {
      if (!ancestors.has(child)) continue;
      const there = joinedMarkers(here, markerOfPackage(packageAt(table, child)));
      const before = known.get(child);
      if (!known.has(child)) known.set(child, there);
      else {
        if (before === undefined) continue;
        const all = there === undefined ? undefined : orMarkers(before, there);
        if (all !== undefined && isSameSet(all, before) === true) continue;
        known.set(child, all);
      }
      queue.push(child);
    }
  }
  return known.has(of) ? known.get(of) : 'never';
}

/** The packages that lead to a package, itself included. */
function ancestorsOf(solver: Solver<UnusableReason>, of: PackageId): ReadonlySet<PackageId> {
  const ancestors = new Set<PackageId>([of]);
  for (const current of ancestors) {
    for (const id of solver.byPackage[current] ?? []) {
      const { cause } = incompatibilityAt(solver, id);
      if (cause.kind === 'dependency' && cause.dependency === current) ancestors.add(cause.dependent);
    }
  }
  return ancestors;
}

function dependenciesOf(solver: Solver<UnusableReason>, of: PackageId): readonly PackageId[] {
  return (solver.byPackage[of] ?? []).flatMap((id) => {
    const { cause } = incompatibilityAt(solver, id);
    return cause.kind === 'dependency' && cause.dependent === of ? [cause.dependency] : [];
  });
}
