// What two strategies had to do, compared in a sentence.
import type { EffortCounts } from './outcome';

/** What a step is, in each strategy: they aren’t the same work, so a ratio of steps is a hint and no measure of time. */
export const WHAT_A_STEP_IS =
  'A step of PubGrub draws the conclusions about one package, or chooses a version; a step of backtracking is a round: one pin, or one going back.';

/**
 * How the steps compare. `isBound`: backtracking was stopped there, so it would have taken more.
 *
 * @example compareEffort({ steps: 20, … }, { steps: 3860, … }, false) // → 'Backtracking took 193 times the steps.'
 */
export function compareEffort(pubgrub: EffortCounts, backtracking: EffortCounts, isBound: boolean): string {
  const [mine, theirs] = [Math.max(1, pubgrub.steps), Math.max(1, backtracking.steps)];
  const least = isBound ? 'at least ' : '';
  const end = isBound ? ', and wasn’t at its end' : '';
  if (theirs >= mine * 1.05) return `Backtracking took ${least}${timesOf(theirs / mine)} the steps${end}.`;
  if (isBound) return `Backtracking was stopped after ${theirs.toLocaleString('en')} steps, before its end.`;
  if (mine >= theirs * 1.05) return `PubGrub took ${timesOf(mine / theirs)} the steps.`;
  return mine === theirs ? 'Both took as many steps.' : 'Both took about as many steps.';
}

/** `193 times`, `1.4 times`, `twice`. */
function timesOf(ratio: number): string {
  if (ratio >= 10) return `${Math.round(ratio).toLocaleString('en')} times`;
  const rounded = Math.round(ratio * 10) / 10;
  return rounded === 2 ? 'twice' : `${rounded} times`;
}
