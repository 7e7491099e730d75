// The loop over the steps, and what a finished search comes to.

import type { NormalizedName } from '@/core/python';
import type { EffortCounts, ResolvedFork } from '../outcome';
import type { ResolutionProblem } from '../problem';
import { releaseOf } from './catalogue';
import { type Information, informationOf } from './criterion';
import type { Key } from './requirement';
import { type Backtracking, type NotModelled, startBacktracking, stepBacktracking } from './search';

/** The counts of resolvelib beside those that every strategy has. */
export interface BacktrackingCounts extends EffortCounts {
  /** Candidates that were looked at and could not be pinned. */
  readonly rejected: number;
}

export type BacktrackingOutcome =
  | { readonly kind: 'solved'; readonly forks: readonly ResolvedFork[]; readonly counts: BacktrackingCounts }
  | { readonly kind: 'unsolvable'; readonly causes: readonly Information[]; readonly counts: BacktrackingCounts }
  | { readonly kind: 'stopped'; readonly counts: BacktrackingCounts }
  | NotModelled;

/** Resolves as pip does. `budget` bounds the rounds, `maxRounds` is pip's own bound. */
export function solveByBacktracking(
  problem: ResolutionProblem,
  { budget, maxRounds }: { readonly budget?: number; readonly maxRounds?: number } = {},
): BacktrackingOutcome {
  const search = startBacktracking(problem, maxRounds);
  if ('kind' in search) return search;
  const bound = budget ?? Number.POSITIVE_INFINITY;
  while (search.status === 'searching' && search.rounds < bound) stepBacktracking(search);
  return backtrackingOutcome(search);
}

/** What a search has come to so far. */
export function backtrackingOutcome(search: Backtracking): BacktrackingOutcome {
  const counts = countsOf(search);
  switch (search.status) {
    case 'solved':
      return { kind: 'solved', forks: [pinsOf(search)], counts };
    case 'unsolvable':
      return { kind: 'unsolvable', causes: search.causes, counts };
    case 'searching':
    case 'too deep':
      return { kind: 'stopped', counts };
  }
}

/** The counts of a search so far. */
export function countsOf({ counts, catalogue, rounds }: Backtracking): BacktrackingCounts {
  return {
    decisions: counts.pinned,
    conflicts: counts.conflicts,
    releasesRead: catalogue.read.size,
    steps: rounds,
    rejected: counts.rejected,
  };
}

/** The pins that the root's requirements lead to; others may be left over from what was undone. */
function pinsOf({ states, catalogue }: Backtracking): ResolvedFork {
  const requiredBy = new Map<Key, Key[]>();
  const reached: Key[] = [];
  for (const [key, criterion] of states.criteria) {
    for (const { parent } of informationOf(criterion)) {
      if (parent === undefined) reached.push(key);
      // Only what the present pin of the parent requires counts.
      else if (states.pins.get(parent.key) === parent) {
        const required = requiredBy.get(parent.key);
        if (required === undefined) requiredBy.set(parent.key, [key]);
        else required.push(key);
      }
    }
  }
  const connected = new Set<Key>();
  for (let key = reached.pop(); key !== undefined; key = reached.pop()) {
    if (connected.has(key)) continue;
    connected.add(key);
    reached.push(...(requiredBy.get(key) ?? []));
  }
  const extras = new Map<NormalizedName, Set<NormalizedName>>();
  const versions = new Map<NormalizedName, ResolvedFork['pins'][number]['version']>();
  for (const key of connected) {
    const pin = states.pins.get(key);
    const release = pin === undefined ? undefined : releaseOf(catalogue, pin);
    if (pin?.name === undefined || release === undefined) continue;
    versions.set(pin.name, release.version);
    const known = extras.get(pin.name) ?? new Set();
    for (const extra of pin.extras) known.add(extra);
    extras.set(pin.name, known);
  }
  const pins = [...versions]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, version]) => ({ name, version, extras: [...(extras.get(name) ?? [])].sort() }));
  return { markers: undefined, pins };
}
