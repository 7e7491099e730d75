// Resolution: one problem, several strategies, explanations and traces. The public face of this folder.

export { type Ask, type Asker, type Asks, asksAtFault, asksOfAnswer, asksPassedOver, overlapOf } from './asks';
export * from './backtracking';
export { compareEffort, WHAT_A_STEP_IS } from './compare-effort';
export { type DependencyGraph, type GraphEdge, type GraphNode, graphOf } from './dependency-graph';
export { inverseTreeOf, type Tree, type TreeLine, treeOf } from './dependency-tree';
export { describeChoice, describeHindrance, nameAsker, verbOfAsker } from './describe-choice';
export { describeIncompatibility, describeTerm, formatRule, formatStatement, namePackage } from './describe-rule';
export { describeStep } from './describe-step';
export * from './elsewhere';
export * from './explain';
export { type FailureGraph, type FailureNode, failureGraphOf } from './failure-graph';
export type { EffortCounts, Pin, ResolvedFork } from './outcome';
export { type MarkedPin, markedPins } from './pin-markers';
export type {
  IndexedRelease,
  PackageIndex,
  PrereleaseMode,
  ResolutionMode,
  ResolutionPolicy,
  ResolutionProblem,
  ResolutionTarget,
  RootRequirement,
} from './problem';
export type { Cause } from './pubgrub/cause';
export type { Derivation } from './pubgrub/derivation';
export type { Incompatibility, IncompatibilityId, PackageId, PackageTerm } from './pubgrub/incompatibility';
export type { Term } from './pubgrub/term';
export { openTrace, type Trace, type TraceEvent } from './pubgrub/trace';
export { advanceRace, type Race, type RacerState, type RaceState, raceStateOf, startRace } from './race';
export { type ReleaseState, releaseStates } from './release-state';
export {
  advance,
  incompatibilitiesOf,
  momentOf,
  NOTHING_KNOWN,
  nextConflict,
  type Replay,
  type ReplayMoment,
  replayOf,
  type Standing,
  takenBack,
} from './replay';
export {
  backtrackingGraphOf,
  backtrackingStandingsOf,
  type ProjectStanding,
  type ProjectState,
  type ReplayEdge,
  type ReplayGraph,
  replayGraphOf,
  standingsOf,
} from './replay-graph';
export * from './scenario';
export type { SearchPackage } from './uv/package';
export { DEFAULT_BUDGET, type Resolution, type ResolveOptions, resolutionOf, resolve } from './uv/resolve';
export { type Search, startSearch, step } from './uv/search';
export type { UnusableReason } from './uv/usability';
export { type Choice, type Hindrance, type PassedOver, whyChosen } from './why-chosen';
