// Counting conflicts (crates/uv-resolver, resolver/mod.rs, "ConflictTracker"): a project whose versions are rejected again and
// again should be decided on sooner, and one that has others rejected later, after these.
import type { PackageId } from '../pubgrub/incompatibility';

/** After so many conflicts a package changes its place. */
const THRESHOLD = 5;

export interface ConflictTracker {
  /** How often a package was rejected because of others that were decided on before. */
  readonly affected: Map<PackageId, number>;
  /** How often a package was decided on before and had another one rejected. */
  readonly culprits: Map<PackageId, number>;
  /** What to put first, and what later, when propagation is through. */
  readonly prioritize: PackageId[];
  readonly deprioritize: PackageId[];
}

export function noConflicts(): ConflictTracker {
  return { affected: new Map(), culprits: new Map(), prioritize: [], deprioritize: [] };
}

export function copyConflicts({ affected, culprits, prioritize, deprioritize }: ConflictTracker): ConflictTracker {
  return {
    affected: new Map(affected),
    culprits: new Map(culprits),
    prioritize: [...prioritize],
    deprioritize: [...deprioritize],
  };
}

/** Counts a conflict of the package that was worked on with others. */
export function countConflict(tracker: ConflictTracker, current: PackageId, others: readonly PackageId[]): void {
  if (others.length === 0) return;
  for (const other of others) if (countUp(tracker.culprits, other) === THRESHOLD) tracker.deprioritize.push(other);
  if (countUp(tracker.affected, current) === THRESHOLD) tracker.prioritize.push(current);
}

function countUp(counts: Map<PackageId, number>, of: PackageId): number {
  const count = (counts.get(of) ?? 0) + 1;
  counts.set(of, count);
  return count;
}
