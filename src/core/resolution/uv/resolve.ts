// Resolving as uv does: the loop over the steps, and what it comes to.
import type { EffortCounts, ResolvedFork } from '../outcome';
import type { ResolutionProblem } from '../problem';
import { type Derivation, derivationOf } from '../pubgrub/derivation';
import type { Incompatibility } from '../pubgrub/incompatibility';
import type { Trace } from '../pubgrub/trace';
import type { SearchPackage } from './package';
import { type Search, startSearch, step } from './search';
import { markersOfFork, resolvedForks } from './solution';
import type { UnusableReason } from './usability';

export interface ResolveOptions {
  /** The most steps to take. */
  readonly budget?: number;
  readonly trace?: Trace;
}

export type Resolution =
  | { readonly kind: 'solved'; readonly forks: readonly ResolvedFork[]; readonly counts: EffortCounts }
  | {
      readonly kind: 'unsolvable';
      readonly derivation: Derivation<UnusableReason>;
      /** The packages by the numbers that the derivation calls them by. */
      readonly packages: readonly SearchPackage[];
      /** The environments in which it fails, if it does in a fork. */
      readonly markers: string | undefined;
      readonly counts: EffortCounts;
    }
  | {
      readonly kind: 'stopped';
      /** What was learned so far: every incompatibility that follows from others. */
      readonly learned: readonly Incompatibility<UnusableReason>[];
      readonly packages: readonly SearchPackage[];
      readonly counts: EffortCounts;
    };

/** A search that takes longer would keep a reader waiting for seconds, and has mostly lost its way. */
export const DEFAULT_BUDGET = 1_000_000;

/** Resolves a problem as the current uv does. */
export function resolve(
  problem: ResolutionProblem,
  { budget = DEFAULT_BUDGET, trace }: ResolveOptions = {},
): Resolution {
  const search = startSearch(problem, trace);
  while (search.status === 'running' && search.context.counts.steps < budget) step(search);
  return resolutionOf(search);
}

/** What a search has come to. One that still runs counts as stopped. */
export function resolutionOf(search: Search): Resolution {
  const { context, fork } = search;
  const counts = { ...context.counts };
  const { packages } = context.table;
  const failure = fork?.solver.failure;
  if (search.status === 'solved') return { kind: 'solved', forks: resolvedForks(context, search.solved), counts };
  if (failure !== undefined) {
    const derivation = derivationOf(failure, context.incompatibilities);
    const markers = fork && markersOfFork(context, fork);
    return { kind: 'unsolvable', derivation, packages, markers, counts };
  }
  const learned = context.incompatibilities.filter(({ cause }) => cause.kind === 'derived');
  return { kind: 'stopped', learned, packages, counts };
}
