// Resolution: one problem, several strategies, explanations and traces. The public face of this folder.

export { type Ask, type Asker, type Asks, asksAtFault, asksOfAnswer, asksPassedOver, overlapOf } from './asks';
export * from './backtracking';
export { type DependencyGraph, type GraphEdge, graphOf } from './dependency-graph';
export { describeIncompatibility, describeStep, describeTerm, namePackage } from './describe-step';
export * from './elsewhere';
export * from './explain';
export type { EffortCounts, Pin, ResolvedFork } from './outcome';
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
export { momentOf, type Replay, type ReplayMoment, replayOf, type Standing } from './replay';
export * from './scenario';
export type { SearchPackage } from './uv/package';
export { DEFAULT_BUDGET, type Resolution, type ResolveOptions, resolutionOf, resolve } from './uv/resolve';
export { type Search, startSearch, step } from './uv/search';
export type { UnusableReason } from './uv/usability';
