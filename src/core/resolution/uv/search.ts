// The search as a step machine (crates/uv-resolver, resolver/mod.rs, "solve"): propagate what follows, pick the package that
// comes first, choose a version of it, add what that requires, and so on, in one fork after the other.
import type { onlyVersion } from '@/core/python';
import type { ResolutionProblem } from '../problem';
import { dependencyOf, type IncompatibilityId, type PackageId } from '../pubgrub/incompatibility';
import { pickPackage } from '../pubgrub/partial-solution';
import { propagate } from '../pubgrub/propagate';
import {
  addIncompatibility,
  addNoVersions,
  addUnavailable,
  awaitPropagation,
  decideOn,
  decideWithDependencies,
  incompatibilityAt,
  undoDecision,
} from '../pubgrub/solver';
import type { Trace } from '../pubgrub/trace';
import { chooseVersion, type VersionChoice } from './choose-version';
import { countConflict } from './conflict-tracker';
import { dependenciesOf, type SearchDependency } from './dependencies';
import { type ForkState, startFork } from './fork-state';
import { baseOfProxy, packageAt, packageId, projectOf } from './package';
import { type Preferences, preferencesOfLock } from './preference';
import { markConflictEarly, markConflictLate, noteRequired, priorityOf } from './priority';
import { releasesOf } from './python-range';
import { type SearchContext, searchContext, wholeEnvironment } from './search-context';

export interface Search {
  readonly context: SearchContext;
  /** The fork that is worked on. */
  fork: ForkState | undefined;
  /** Forks that wait, the next one last. */
  readonly waiting: ForkState[];
  /** Forks that came to an end, the first one first. */
  readonly solved: ForkState[];
  preferences: Preferences;
  /** How the search stands. */
  status: 'running' | 'solved' | 'unsolvable';
}

/** Begins to search. With a trace, every step is written there as far as there is room. */
export function startSearch(problem: ResolutionProblem, trace?: Trace): Search {
  const context = searchContext(problem, trace);
  return {
    context,
    fork: undefined,
    waiting: [startFork(context, wholeEnvironment(context))],
    solved: [],
    preferences: preferencesOfLock(problem.policy.preferences),
    status: 'running',
  };
}

/** Takes one step: propagates from one package, or decides on one. A search that has come to its end stays as it is. */
export function step(search: Search): void {
  if (search.status !== 'running') return;
  search.fork ??= search.waiting.pop();
  const { fork, context } = search;
  if (fork === undefined) {
    search.status = 'solved';
    return;
  }
  context.counts.steps++;
  if (fork.continuation.kind === 'propagate' && fork.solver.waiting.length > 0) propagateIn(search, fork);
  else decideIn(search, fork);
}

function propagateIn(search: Search, fork: ForkState): void {
  const result = propagate(fork.solver);
  if (result === 'conflict' || result === 'failed') search.context.counts.conflicts++;
  if (result === 'failed') search.status = 'unsolvable';
}

function decideIn(search: Search, fork: ForkState): void {
  const { context } = search;
  const { table } = context;
  if (fork.continuation.kind === 'propagate') {
    for (const conflict of fork.solver.conflicts)
      noteConflict(context, fork, conflict.package, conflict.incompatibility);
    fork.solver.conflicts.length = 0;
    reorder(context, fork);
    const picked = pickPackage(fork.solver.solution, (of) => priorityOf(fork.priorities, table, of));
    if (picked === undefined) {
      search.solved.push(fork);
      search.fork = undefined;
      return;
    }
    fork.current = picked;
  }
  fork.continuation = { kind: 'propagate' };
  take(context, fork, chooseVersion(context, fork, fork.current, search.preferences));
  awaitPropagation(fork.solver, fork.current);
}

/** Does what follows from the choice of a version. */
function take(context: SearchContext, fork: ForkState, choice: VersionChoice): void {
  const { solver, current } = fork;
  switch (choice.kind) {
    case 'none':
      if (choice.reason === undefined) addNoVersions(solver, current, choice.range);
      else addUnavailable(solver, current, choice.range, choice.reason);
      return;
    case 'unusable': {
      const { version, gap, reason } = choice;
      if (reason.kind !== 'requires-python') {
        addUnavailable(solver, current, gap, reason);
        return;
      }
      // As a dependency on Python it can be explained like any other.
      const python = packageId(context.table, { kind: 'python' });
      addIncompatibility(solver, dependencyOf(current, gap, python, releasesOf(reason.requiresPython)));
      countDecision(context, fork);
      decideOn(solver, current, version);
      return;
    }
    case 'version':
      tryVersion(context, fork, choice);
  }
}

function tryVersion(
  context: SearchContext,
  fork: ForkState,
  { version, gap }: Extract<VersionChoice, { kind: 'version' }>,
): void {
  const { solver, current, read } = fork;
  if (read.get(current)?.has(version) === true) {
    // What it requires is known already, and propagation hasn't ruled it out.
    countDecision(context, fork);
    decideOn(solver, current, version);
    return;
  }
  const required = dependenciesOf(context, current, version, fork.environment);
  if (required.kind === 'unusable') {
    addUnavailable(solver, current, gap, required.reason);
    return;
  }
  addDependencies(context, fork, version, gap, required.dependencies);
}

function addDependencies(
  context: SearchContext,
  fork: ForkState,
  version: Parameters<typeof onlyVersion>[0],
  gap: ReturnType<typeof onlyVersion>,
  dependencies: readonly SearchDependency[],
): void {
  const { solver, current, read, priorities } = fork;
  const { table } = context;
  const versions = read.get(current);
  if (versions === undefined) read.set(current, new Set([version]));
  else versions.add(version);
  for (const { package: of, isPin } of dependencies) {
    noteRequired(priorities, table, of, isPin);
    const base = baseOfProxy(packageAt(table, of));
    if (base !== undefined) noteRequired(priorities, table, packageId(table, base), isPin);
  }
  // A proxy has the bounds of its project from the start, not only once a version of it is tried.
  for (const { package: of, versions: allowed } of dependencies) {
    const base = baseOfProxy(packageAt(table, of));
    if (base === undefined) continue;
    addIncompatibility(solver, dependencyOf(of, allowed, packageId(table, base), allowed));
  }
  countDecision(context, fork);
  const refuting = decideWithDependencies(solver, current, version, gap, dependencies);
  if (refuting !== undefined) noteConflict(context, fork, current, refuting);
}

/** Virtual packages aren't counted: nobody would call them decisions. */
function countDecision({ table, counts }: SearchContext, { current }: ForkState): void {
  const of = packageAt(table, current);
  if (of.kind === 'project' && of.extra === undefined && of.marker === undefined) counts.decisions++;
}

/** Counts a conflict for the package that is worked on and the others in it, but for those of the affected project. */
function noteConflict(
  { table }: SearchContext,
  fork: ForkState,
  affected: PackageId,
  conflict: IncompatibilityId,
): void {
  const name = projectOf(packageAt(table, affected));
  const { terms } = incompatibilityAt(fork.solver, conflict);
  const others = terms
    .map((each) => each.package)
    .filter((of) => of !== affected && projectOf(packageAt(table, of)) !== name);
  countConflict(fork.conflicts, fork.current, others);
}

/** Changes the places of packages that were in conflict often. */
function reorder({ table }: SearchContext, fork: ForkState): void {
  const { prioritize, deprioritize } = fork.conflicts;
  for (const of of prioritize.splice(0)) markConflictEarly(fork.priorities, table, of);
  for (const of of deprioritize.splice(0)) {
    if (markConflictLate(fork.priorities, table, of)) undoDecision(fork.solver, of);
  }
}
