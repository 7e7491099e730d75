// The state of one fork of a search: its solver, its environments, and what it counts and orders by. Without universal mode
// there is one fork only.
import type { Version } from '@/core/python';
import type { PackageId } from '../pubgrub/incompatibility';
import { copySolver, type Solver, startSolver } from '../pubgrub/solver';
import { type ConflictTracker, copyConflicts, noConflicts } from './conflict-tracker';
import type { ForkEnvironment } from './environment';
import { ROOT } from './package';
import { copyPriorities, noPriorities, type Priorities } from './priority';
import type { ProjectRelease } from './project';
import type { SearchContext } from './search-context';
import type { UnusableReason } from './usability';

/** What a fork goes on with. */
export type Continuation =
  | { readonly kind: 'propagate' }
  /** With the package that it works on: with this release, or with one that is to be chosen. */
  | { readonly kind: 'choose'; readonly release: ProjectRelease | undefined };

export interface ForkState {
  readonly solver: Solver<UnusableReason>;
  readonly environment: ForkEnvironment;
  readonly priorities: Priorities;
  readonly conflicts: ConflictTracker;
  /** The versions whose dependencies are among the incompatibilities. */
  readonly read: Map<PackageId, Set<Version>>;
  /** The package that is worked on. */
  current: PackageId;
  continuation: Continuation;
}

/** The version of the root, which is of no further interest. */
export const ROOT_VERSION: Version = {
  epoch: 0,
  release: [0],
  pre: undefined,
  post: undefined,
  dev: undefined,
  local: [],
};

export function startFork(context: SearchContext, environment: ForkEnvironment): ForkState {
  return {
    solver: startSolver<UnusableReason>(ROOT, ROOT_VERSION, context.trace, context.incompatibilities),
    environment,
    priorities: noPriorities(),
    conflicts: noConflicts(),
    read: new Map(),
    current: ROOT,
    continuation: { kind: 'propagate' },
  };
}

/** A copy of a fork that goes its own way in environments of its own. */
export function copyFork(fork: ForkState, environment: ForkEnvironment, continuation: Continuation): ForkState {
  return {
    solver: copySolver(fork.solver),
    environment,
    priorities: copyPriorities(fork.priorities),
    conflicts: copyConflicts(fork.conflicts),
    read: new Map(Array.from(fork.read, ([of, versions]) => [of, new Set(versions)])),
    current: fork.current,
    continuation,
  };
}
