/**
 * A search that takes longer than a page may be held up: it runs in a worker, gives way between its steps so that it can be cancelled,
 * and stops at a stated bound. What it answers is plain text and numbers.
 */
import { formatVersion } from '@/core/python';
import {
  backtrackingOutcome,
  type EffortCounts,
  explain,
  PIP_MAX_ROUNDS,
  type Pin,
  parseScenario,
  type ResolutionProblem,
  resolutionOf,
  resolve,
  startBacktracking,
  startSearch,
  step,
  stepBacktracking,
  writeExplanation,
} from '@/core/resolution';

export interface LongQuestion {
  readonly strategy: 'pubgrub' | 'backtracking';
  /** The scenario. */
  readonly text: string;
}

export interface LongAnswer {
  readonly kind: 'solved' | 'unsolvable' | 'stopped';
  readonly counts: EffortCounts;
  /** `name==version`, of all forks. */
  readonly pins: readonly string[];
  /** Why there is none. */
  readonly why: readonly string[];
}

/** Where the worker stops PubGrub; it stops backtracking where pip does. */
export const MOST_STEPS = 1_000_000;
/** Steps between two looks at whether anybody still wants the answer. */
const STRIDE = 500;

/** Runs one strategy to its end, or to its bound. Undefined for a text that can’t be read, and for what a strategy doesn’t do. */
export async function searchLong(
  { strategy, text }: LongQuestion,
  signal: AbortSignal,
): Promise<LongAnswer | undefined> {
  const problem = parseScenario(text).value?.problem;
  if (problem === undefined) return undefined;
  return strategy === 'pubgrub' ? byPubGrub(problem, signal) : byBacktracking(problem, signal);
}

async function byPubGrub(problem: ResolutionProblem, signal: AbortSignal): Promise<LongAnswer> {
  const search = startSearch(problem);
  const { counts } = search.context;
  while (search.status === 'running' && counts.steps < MOST_STEPS && !signal.aborted) {
    for (let taken = 0; taken < STRIDE && search.status === 'running'; taken += 1) step(search);
    await giveWay();
  }
  const outcome = resolutionOf(search);
  const why =
    outcome.kind === 'unsolvable' ? explain(problem, (other) => resolve(other, { budget: STRIDE * 20 })) : undefined;
  return {
    kind: outcome.kind,
    counts: outcome.counts,
    pins: outcome.kind === 'solved' ? outcome.forks.flatMap(({ pins }) => pins.map(formatPin)) : [],
    why: why === undefined ? [] : writeExplanation(why).map((sentence) => sentence.text),
  };
}

async function byBacktracking(problem: ResolutionProblem, signal: AbortSignal): Promise<LongAnswer | undefined> {
  const search = startBacktracking(problem);
  if ('kind' in search) return undefined;
  while (search.status === 'searching' && search.rounds < PIP_MAX_ROUNDS && !signal.aborted) {
    for (let taken = 0; taken < STRIDE && search.status === 'searching'; taken += 1) stepBacktracking(search);
    await giveWay();
  }
  const outcome = backtrackingOutcome(search);
  if (outcome.kind === 'not-modelled') return undefined;
  const pins = outcome.kind === 'solved' ? outcome.forks.flatMap((fork) => fork.pins.map(formatPin)) : [];
  return { kind: outcome.kind, counts: outcome.counts, pins, why: [] };
}

const formatPin = ({ name, version }: Pin): string => `${name}==${formatVersion(version)}`;

/** Lets messages in. */
const giveWay = (): Promise<void> => new Promise((done) => setTimeout(done));
