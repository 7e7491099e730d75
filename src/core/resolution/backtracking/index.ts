// pip's backtracking: resolvelib with pip's preferences, as a step machine. The public face of this folder.

export type { Criterion, Information } from './criterion';
export { describeCriterion, describeEvent, nameCandidate, nameKey } from './describe-event';
export type { BacktrackingEvent } from './event';
export {
  type BacktrackingMoment,
  type BacktrackingReplay,
  type BacktrackingStep,
  type BacktrackingStepEvent,
  backtrackingMomentOf,
  backtrackingReplayOf,
  nextBacktrackingConflict,
} from './replay';
export type { Candidate, SearchRequirement } from './requirement';
export { type Backtracking, type NotModelled, PIP_MAX_ROUNDS, startBacktracking, stepBacktracking } from './search';
export {
  type BacktrackingCounts,
  type BacktrackingOutcome,
  backtrackingOutcome,
  countsOf,
  solveByBacktracking,
} from './solve';
