// pip's backtracking: resolvelib with pip's preferences, as a step machine. The public face of this folder.

export type { Information } from './criterion';
export { describeEvent } from './describe-event';
export type { BacktrackingEvent } from './event';
export type { Candidate, SearchRequirement } from './requirement';
export { type Backtracking, type NotModelled, PIP_MAX_ROUNDS, startBacktracking, stepBacktracking } from './search';
export { type BacktrackingCounts, type BacktrackingOutcome, backtrackingOutcome, solveByBacktracking } from './solve';
