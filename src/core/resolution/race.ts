// Two strategies on the same problem side by side: each is a step machine, so they can be let run in step, in slices, and be compared
// by their counts.
import { type Backtracking, backtrackingOutcome, countsOf, startBacktracking, stepBacktracking } from './backtracking';
import type { EffortCounts } from './outcome';
import type { ResolutionProblem } from './problem';
import { type Search, startSearch, step } from './uv/search';

export interface Race {
  readonly pubgrub: Search;
  /** Undefined where pip’s way doesn’t do what is asked: it resolves for one environment. */
  readonly backtracking: Backtracking | undefined;
}

/** How a racer stands. */
export interface RacerState {
  readonly counts: EffortCounts;
  /** `stopped`: at pip’s own bound. */
  readonly kind: 'running' | 'solved' | 'unsolvable' | 'stopped';
}

export interface RaceState {
  readonly pubgrub: RacerState;
  readonly backtracking: RacerState | undefined;
  readonly isOver: boolean;
}

/** Puts both on the line. */
export function startRace(problem: ResolutionProblem): Race {
  const backtracking = startBacktracking(problem);
  return { pubgrub: startSearch(problem), backtracking: 'kind' in backtracking ? undefined : backtracking };
}

/** Lets each take up to `steps` steps, those of pip’s way being rounds, as long as `goesOn` says so; returns how they stand. */
export function advanceRace(race: Race, steps: number, goesOn: () => boolean = () => true): RaceState {
  const { pubgrub, backtracking } = race;
  const isOver = () => pubgrub.status !== 'running' && backtracking?.status !== 'searching';
  for (let taken = 0; taken < steps && !isOver() && goesOn(); taken++) {
    step(pubgrub);
    if (backtracking !== undefined) stepBacktracking(backtracking);
  }
  return raceStateOf(race);
}

export function raceStateOf({ pubgrub, backtracking }: Race): RaceState {
  const mine: RacerState = {
    counts: { ...pubgrub.context.counts },
    kind: pubgrub.status,
  };
  const outcome = backtracking && backtrackingOutcome(backtracking);
  const isSearching = backtracking?.status === 'searching';
  const theirs: RacerState | undefined =
    backtracking === undefined || outcome === undefined
      ? undefined
      : {
          counts: countsOf(backtracking),
          kind: isSearching ? 'running' : outcome.kind === 'not-modelled' ? 'stopped' : outcome.kind,
        };
  return { pubgrub: mine, backtracking: theirs, isOver: mine.kind !== 'running' && !isSearching };
}
