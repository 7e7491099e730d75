/** How many times PubGrub's steps backtracking needs: an exercise asks for a hundred. It takes time, so it is counted once a text. */
import { solveByBacktracking } from '@/core/resolution';
import type { Answer } from './reading';

/** Where the count ends. */
const MOST_TIMES = 100;
/** Rounds that are run for it, of a set of an exercise's size. */
const MOST_ROUNDS = 10_000;

const counted = new WeakMap<Answer, number>();

/** In whole numbers, and at most `MOST_TIMES`; 0 where backtracking isn't modelled. */
export function timesOf(answer: Answer): number {
  const known = counted.get(answer);
  if (known !== undefined) return known;
  const steps = Math.max(1, answer.resolution.counts.steps);
  const budget = Math.min(MOST_TIMES * steps, MOST_ROUNDS);
  const outcome = solveByBacktracking(answer.scenario.problem, { budget });
  const times = outcome.kind === 'not-modelled' ? 0 : Math.floor(outcome.counts.steps / steps);
  counted.set(answer, times);
  return times;
}
