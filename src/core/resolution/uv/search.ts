// The search as a step machine (crates/uv-resolver, resolver/mod.rs, "solve"): propagate what follows, pick the package that
// comes first, choose a version of it, add what that requires, and so on, in one fork after the other.
import type { Version, VersionSet } from '@/core/python';
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
import { chooseVersion, chosen, type VersionChoice } from './choose-version';
import { countConflict } from './conflict-tracker';
import { dependenciesOf, type SearchDependency } from './dependencies';
import { narrowPython } from './environment';
import { type DependencyFork, forkDependencies, inForkOrder } from './fork-dependencies';
import { copyFork, type ForkState, startFork } from './fork-state';
import type { VersionFork } from './fork-version';
import { baseOfProxy, packageAt, packageId, projectOf } from './package';
import { type Preferences, preferencesOfLock, withFork } from './preference';
import { markConflictEarly, markConflictLate, noteRequired, priorityOf } from './priority';
import { releasesOf } from './python-range';
import { type SearchContext, searchContext, wholeEnvironment } from './search-context';
import { chosenVersions } from './solution';

export interface Search {
  readonly context: SearchContext;
  /** The fork that is worked on. */
  fork: ForkState | undefined;
  /** Forks that wait, the next one last. */
  readonly waiting: WaitingFork[];
  /** Forks that came to an end, the first one first. */
  readonly solved: ForkState[];
  preferences: Preferences;
  /** How the search stands. */
  status: 'running' | 'solved' | 'unsolvable';
}

/** A fork that waits: the state that it parts from, and how. */
interface WaitingFork {
  readonly from: ForkState;
  readonly part:
    | { readonly kind: 'whole' }
    | { readonly kind: 'version'; readonly fork: VersionFork }
    | { readonly kind: 'dependencies'; readonly fork: DependencyFork; readonly tried: TriedVersion };
}

/** A version to decide on, and the gap in which it is the only one. */
interface TriedVersion {
  readonly version: Version;
  readonly gap: VersionSet;
}

/** Begins to search. With a trace, every step is written there as far as there is room. */
export function startSearch(problem: ResolutionProblem, trace?: Trace): Search {
  const context = searchContext(problem, trace);
  return {
    context,
    fork: undefined,
    waiting: [{ from: startFork(context, wholeEnvironment(context)), part: { kind: 'whole' } }],
    solved: [],
    preferences: preferencesOfLock(problem.policy.preferences),
    status: 'running',
  };
}

/** Takes one step: propagates from one package, or decides on one. A search that has come to its end stays as it is. */
export function step(search: Search): void {
  if (search.status !== 'running') return;
  const { context } = search;
  context.counts.steps++;
  const { fork } = search;
  if (fork === undefined) beginFork(search);
  else if (fork.continuation.kind === 'propagate' && fork.solver.waiting.length > 0) propagateIn(search, fork);
  else decideIn(search, fork);
}

/** Goes on with the next fork that waits. */
function beginFork(search: Search): void {
  const next = search.waiting.pop();
  if (next === undefined) {
    search.status = 'solved';
    return;
  }
  const { from, part } = next;
  switch (part.kind) {
    case 'whole':
      search.fork = from;
      return;
    case 'version': {
      const { environment, release } = part.fork;
      search.fork = copyFork(from, narrowPython(environment), { kind: 'choose', release });
      return;
    }
    case 'dependencies': {
      const fork = copyFork(from, narrowPython(part.fork.environment), { kind: 'propagate' });
      search.fork = fork;
      addDependencies(search.context, fork, part.tried, part.fork.dependencies);
      awaitPropagation(fork.solver, fork.current);
    }
  }
}

function propagateIn(search: Search, fork: ForkState): void {
  const result = propagate(fork.solver);
  if (result === 'conflict' || result === 'failed') search.context.counts.conflicts++;
  if (result === 'failed') search.status = 'unsolvable';
}

function decideIn(search: Search, fork: ForkState): void {
  const { context } = search;
  const { table } = context;
  const { continuation } = fork;
  if (continuation.kind === 'propagate') {
    for (const conflict of fork.solver.conflicts)
      noteConflict(context, fork, conflict.package, conflict.incompatibility);
    fork.solver.conflicts.length = 0;
    reorder(context, fork);
    const picked = pickPackage(fork.solver.solution, (of) => priorityOf(fork.priorities, table, of));
    if (picked === undefined) {
      endFork(search, fork);
      return;
    }
    fork.current = picked;
  }
  fork.continuation = { kind: 'propagate' };
  const isChosen = continuation.kind === 'choose' && continuation.release !== undefined;
  const choice = isChosen
    ? chosen(continuation.release)
    : chooseVersion(context, fork, fork.current, search.preferences);
  const parts = take(context, fork, choice);
  if (parts.length === 0) awaitPropagation(fork.solver, fork.current);
  else {
    for (const part of parts) search.waiting.push({ from: fork, part });
    search.fork = undefined;
  }
}

/** Keeps a solved fork; the others prefer its versions. */
function endFork(search: Search, fork: ForkState): void {
  search.solved.push(fork);
  search.fork = undefined;
  // With different rules for projects that are required directly, what is right in one fork may be wrong in another one.
  if (search.context.problem.policy.mode === 'lowest-direct' || fork.environment.machine !== undefined) return;
  search.preferences = withFork(search.preferences, chosenVersions(search.context, fork), fork.environment.markers);
}

/** Does what follows from the choice of a version. Returns the parts of the fork, if that parts it. */
function take(context: SearchContext, fork: ForkState, choice: VersionChoice): readonly WaitingFork['part'][] {
  const { solver, current } = fork;
  switch (choice.kind) {
    case 'none':
      if (choice.reason === undefined) addNoVersions(solver, current, choice.range);
      else addUnavailable(solver, current, choice.range, choice.reason);
      return [];
    case 'unusable':
      rejectVersion(context, fork, choice);
      return [];
    case 'version':
      return tryVersion(context, fork, choice);
    case 'forks':
      return choice.forks.map((each) => ({ kind: 'version', fork: each }));
  }
}

function rejectVersion(
  context: SearchContext,
  fork: ForkState,
  { version, gap, reason }: Extract<VersionChoice, { kind: 'unusable' }>,
): void {
  const { solver, current } = fork;
  if (reason.kind !== 'requires-python') {
    addUnavailable(solver, current, gap, reason);
    return;
  }
  // As a dependency on Python it can be explained like any other.
  const python = packageId(context.table, { kind: 'python' });
  addIncompatibility(solver, dependencyOf(current, gap, python, releasesOf(reason.requiresPython)));
  countDecision(context, fork);
  decideOn(solver, current, version);
}

function tryVersion(context: SearchContext, fork: ForkState, tried: TriedVersion): readonly WaitingFork['part'][] {
  const { solver, current, read, environment } = fork;
  const { version, gap } = tried;
  if (read.get(current)?.has(version) === true) {
    // What it requires is known already, and propagation hasn't ruled it out.
    countDecision(context, fork);
    decideOn(solver, current, version);
    return [];
  }
  const required = dependenciesOf(context, current, version, environment);
  if (required.kind === 'unusable') {
    addUnavailable(solver, current, gap, required.reason);
    return [];
  }
  if (environment.machine !== undefined || !required.mayFork) {
    addDependencies(context, fork, tried, required.dependencies);
    return [];
  }
  const forks = forkDependencies(context, environment, required.dependencies);
  if (forks.length < 2) {
    addDependencies(context, fork, tried, forks[0]?.dependencies ?? []);
    return [];
  }
  markRead(fork, version);
  return inForkOrder(context, forks).map((each) => ({ kind: 'dependencies', fork: each, tried }));
}

function markRead({ read, current }: ForkState, version: Version): void {
  const versions = read.get(current);
  if (versions === undefined) read.set(current, new Set([version]));
  else versions.add(version);
}

/** Adds what a version requires, and decides on it if that can hold. */
function addDependencies(
  context: SearchContext,
  fork: ForkState,
  { version, gap }: TriedVersion,
  dependencies: readonly SearchDependency[],
): void {
  const { solver, current, priorities } = fork;
  const { table } = context;
  markRead(fork, version);
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
