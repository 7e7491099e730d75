// Which key is pinned next: pip's get_preference and narrow_requirement_selection. In this order: what conflicts again
// and again, what is asked for by itself, what is pinned by ==, what has an upper limit, the reader's own requirements in
// their order, what has any clause, and then by name.
import type { Criterion, Information } from './criterion';
import { dropFirst, first, isBefore } from './queue';
import { type Key, PYTHON_KEY } from './requirement';
import { refresh, type States, topLevel } from './state';

/** How often a key that isn't pinned yet may be part of a conflict before it goes ahead of all others. */
const PROMOTED_AFTER = 5;

export interface Preferences {
  /** The turn of each key that the reader asked for. */
  readonly requested: ReadonlyMap<Key, number>;
  /** The turn of all others: after the last. */
  readonly lastTurn: number;
  readonly conflicts: Map<Key, number>;
  readonly promoted: Set<Key>;
}

/** The rank of a key by all but its name: the lower goes first. */
export function rankOf({ requested, lastTurn, promoted }: Preferences, criterion: Criterion): number {
  const sum = criterion.information?.sum;
  let rank = promoted.has(criterion.key) ? 0 : 1;
  rank = rank * 2 + (sum?.exactly === undefined ? 1 : 0);
  rank = rank * 2 + (sum?.isPinned ? 0 : 1);
  rank = rank * 2 + (sum?.isLimitedAbove ? 0 : 1);
  rank = rank * (lastTurn + 1) + (requested.get(criterion.key) ?? lastTurn);
  return rank * 2 + (sum?.hasClauses ? 0 : 1);
}

/** Chooses the key to pin next among the unsatisfied ones. Counts conflicts, so it is asked once a round. */
export function choose(states: States, preferences: Preferences): Key | undefined {
  const { unsatisfied } = states;
  const rank = (criterion: Criterion) => rankOf(preferences, criterion);
  if (unsatisfied.size > 1) {
    const causes = topLevel(states)?.causes ?? [];
    const conflicting = countConflicts(states, preferences, causes, rank);
    if (unsatisfied.has(PYTHON_KEY)) return PYTHON_KEY;
    const best = bestOf(states, conflicting, rank);
    if (best !== undefined) return best;
  }
  for (;;) {
    const entry = first(states.queue);
    if (entry === undefined) return undefined;
    const criterion = states.criteria.get(entry.key);
    if (criterion !== undefined && unsatisfied.has(entry.key) && rank(criterion) === entry.rank) return entry.key;
    dropFirst(states.queue);
  }
}

/** The keys that the last conflict was about; those not pinned yet come nearer to going first. */
function countConflicts(
  states: States,
  { conflicts, promoted }: Preferences,
  causes: readonly Information[],
  rank: (criterion: Criterion) => number,
): Set<Key> {
  const keys = new Set<Key>();
  for (const { requirement, parent } of causes) {
    for (const key of parent === undefined ? [requirement.key] : [requirement.key, parent.key]) {
      keys.add(key);
      if (states.pins.has(key)) continue;
      const count = (conflicts.get(key) ?? 0) + 1;
      conflicts.set(key, count);
      if (count < PROMOTED_AFTER || promoted.has(key)) continue;
      promoted.add(key);
      refresh(states, key, rank);
    }
  }
  return keys;
}

function bestOf(states: States, keys: ReadonlySet<Key>, rank: (criterion: Criterion) => number): Key | undefined {
  let best: { key: Key; rank: number } | undefined;
  for (const key of keys) {
    const criterion = states.unsatisfied.has(key) ? states.criteria.get(key) : undefined;
    if (criterion === undefined) continue;
    const entry = { key, rank: rank(criterion) };
    if (best === undefined || isBefore(entry, best)) best = entry;
  }
  return best?.key;
}
