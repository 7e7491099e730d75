// Resolution: one problem, several strategies, explanations and traces. The public face of this folder.

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
export * from './scenario';
