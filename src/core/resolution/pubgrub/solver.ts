// The state of a search: all incompatibilities, by package, and the partial solution (Dart pub, doc/solver.md, "The
// Algorithm"). What packages and versions there are is the caller's knowledge: it adds incompatibilities, propagates,
// picks a package, decides.
import { onlyVersion, type Version, type VersionSet } from '@/core/python';
import {
  dependencyOf,
  type Incompatibility,
  type IncompatibilityId,
  mergeDependents,
  noVersions,
  type PackageId,
  relationTo,
  rootMustBeSelected,
  unavailable,
} from './incompatibility';
import {
  backtrackTo,
  copySolution,
  decide,
  emptySolution,
  knownTerm,
  levelOf,
  type PartialSolution,
} from './partial-solution';
import { positive, type Term } from './term';
import { record, type Trace } from './trace';

export interface Solver<Reason> {
  readonly root: PackageId;
  readonly rootVersions: VersionSet;
  /** Every incompatibility by its number. Solvers that were copied from one another write to the same list. */
  readonly incompatibilities: Incompatibility<Reason>[];
  /** By package, the oldest first. */
  readonly byPackage: IncompatibilityId[][];
  /** The dependencies of a package by the package that they are on: where one that says the same is looked for. */
  readonly dependencies: Map<PackageId, IncompatibilityId[]>[];
  readonly contradictions: Contradictions;
  readonly solution: PartialSolution;
  /** The packages whose incompatibilities have to be looked at, the next one last, none twice. */
  readonly waiting: PackageId[];
  readonly isWaiting: Set<PackageId>;
  /** What conflicts were resolved to since propagation began. */
  readonly conflicts: ResolvedConflict[];
  /** The incompatibility that says that there is no solution, once it is found. */
  failure: IncompatibilityId | undefined;
  readonly trace: Trace | undefined;
}

/** One step of conflict resolution: the package of the satisfier, and the incompatibility. */
export interface ResolvedConflict {
  readonly package: PackageId;
  readonly incompatibility: IncompatibilityId;
}

/**
 * Which incompatibilities can't come to hold, because one of their terms is contradicted: they need no look until the search
 * goes back to before that. Which of them do is kept by the level and the number of backtracks at which it was seen.
 */
interface Contradictions {
  readonly levels: number[];
  readonly generations: number[];
  /** For every time that the search went back, the highest level that has stood since. */
  readonly standing: number[];
}

/** Begins with the root to be selected. `incompatibilities` may be a list that other searches write to as well. */
export function startSolver<Reason>(
  root: PackageId,
  rootVersion: Version,
  trace?: Trace,
  incompatibilities: Incompatibility<Reason>[] = [],
): Solver<Reason> {
  const rootVersions = onlyVersion(rootVersion);
  const solver: Solver<Reason> = {
    root,
    rootVersions,
    incompatibilities,
    byPackage: [],
    dependencies: [],
    contradictions: { levels: [], generations: [], standing: [] },
    solution: emptySolution(),
    waiting: [root],
    isWaiting: new Set([root]),
    conflicts: [],
    failure: undefined,
    trace,
  };
  addIncompatibility(solver, rootMustBeSelected(root, rootVersions));
  return solver;
}

/** A copy that goes its own way, but for the list of incompatibilities and the trace. */
export function copySolver<Reason>(solver: Solver<Reason>): Solver<Reason> {
  const { levels, generations, standing } = solver.contradictions;
  return {
    ...solver,
    byPackage: solver.byPackage.map((ids) => [...ids]),
    dependencies: solver.dependencies.map((on) => new Map(Array.from(on, ([to, ids]) => [to, [...ids]]))),
    contradictions: { levels: [...levels], generations: [...generations], standing: [...standing] },
    solution: copySolution(solver.solution),
    waiting: [...solver.waiting],
    isWaiting: new Set(solver.isWaiting),
    conflicts: [...solver.conflicts],
  };
}

/** Has propagation look at the incompatibilities of a package. */
export function awaitPropagation<Reason>({ waiting, isWaiting }: Solver<Reason>, of: PackageId): void {
  if (isWaiting.has(of)) return;
  isWaiting.add(of);
  waiting.push(of);
}

export function incompatibilityAt<Reason>(solver: Solver<Reason>, id: IncompatibilityId): Incompatibility<Reason> {
  return solver.incompatibilities[id] ?? { terms: [], cause: { kind: 'root' } };
}

/** Adds an incompatibility that comes from outside, and returns its number. */
export function addIncompatibility<Reason>(
  solver: Solver<Reason>,
  incompatibility: Incompatibility<Reason>,
): IncompatibilityId {
  const id = solver.incompatibilities.length;
  solver.incompatibilities.push(incompatibility);
  indexIncompatibility(solver, id);
  return id;
}

/** Adds that the package has no version in the set. */
export function addNoVersions<Reason>(solver: Solver<Reason>, of: PackageId, versions: VersionSet): void {
  addIncompatibility(solver, noVersions(of, versions));
}

/** Adds that the versions in the set can't be used. */
export function addUnavailable<Reason>(
  solver: Solver<Reason>,
  of: PackageId,
  versions: VersionSet,
  reason: Reason,
): void {
  addIncompatibility(solver, unavailable(of, versions, reason));
}

/** What a package requires of another one. */
export interface Dependency {
  readonly package: PackageId;
  readonly versions: VersionSet;
}

/**
 * Adds what a version requires, and decides on it, unless that can't hold with what is known: then the version isn't
 * decided on, and the incompatibility that says so is returned. `versions` are those that require the same, this one
 * included, and of which no other is known.
 */
export function decideWithDependencies<Reason>(
  solver: Solver<Reason>,
  of: PackageId,
  version: Version,
  versions: VersionSet,
  dependencies: readonly Dependency[],
): IncompatibilityId | undefined {
  const added = dependencies.map((dependency) =>
    addIncompatibility(solver, dependencyOf(of, versions, dependency.package, dependency.versions)),
  );
  // As long as nothing went wrong, what is required is not looked at before: propagation will find it.
  const refuting = solver.solution.backtracks === 0 ? undefined : refutingOf(solver, of, version, added);
  if (refuting === undefined) {
    decideOn(solver, of, version);
    return undefined;
  }
  record(solver.trace, { kind: 'rejection', package: of, version, incompatibility: refuting });
  return refuting;
}

export function decideOn<Reason>(solver: Solver<Reason>, of: PackageId, version: Version): void {
  decide(solver.solution, of, version);
  record(solver.trace, { kind: 'decision', package: of, version, level: levelOf(solver.solution) });
}

/** The first of the incompatibilities all of whose terms hold once the version is decided on. */
function refutingOf<Reason>(
  solver: Solver<Reason>,
  of: PackageId,
  version: Version,
  ids: readonly IncompatibilityId[],
): IncompatibilityId | undefined {
  const decided = positive(onlyVersion(version));
  const known = (each: PackageId): Term | undefined => (each === of ? decided : knownTerm(solver.solution, each));
  return ids.find((id) => relationTo(incompatibilityAt(solver, id), known) === 'satisfied');
}

/** Goes back to before a package was decided on. Says whether it was. */
export function undoDecision<Reason>(solver: Solver<Reason>, of: PackageId): boolean {
  const level = solver.solution.assignments[of]?.decision?.level;
  if (level === undefined) return false;
  record(solver.trace, { kind: 'reorder', package: of, from: levelOf(solver.solution), to: level - 1 });
  goBackTo(solver, level - 1);
  return true;
}

export function goBackTo<Reason>(solver: Solver<Reason>, level: number): void {
  backtrackTo(solver.solution, level);
  // All that was contradicted on a level above is open again: what was seen before and since counts up to here.
  const { standing } = solver.contradictions;
  for (let at = standing.length - 1; at >= 0 && (standing[at] ?? 0) > level; at--) standing[at] = level;
  standing.push(level);
}

export function isContradicted<Reason>({ contradictions }: Solver<Reason>, id: IncompatibilityId): boolean {
  const level = contradictions.levels[id];
  if (level === undefined) return false;
  const standing = contradictions.standing[contradictions.generations[id] ?? 0];
  return standing === undefined || level <= standing;
}

export function markContradicted<Reason>(solver: Solver<Reason>, id: IncompatibilityId): void {
  const { levels, generations, standing } = solver.contradictions;
  levels[id] = levelOf(solver.solution);
  generations[id] = standing.length;
}

/** Puts an incompatibility where propagation finds it, together with dependencies that say the same of other versions. */
export function indexIncompatibility<Reason>(solver: Solver<Reason>, id: IncompatibilityId): void {
  const { terms, cause } = incompatibilityAt(solver, id);
  if (cause.kind === 'dependency' && cause.dependent !== cause.dependency) {
    const alike = dependenciesBetween(solver, cause.dependent, cause.dependency);
    for (const [at, past] of alike.entries()) {
      const merged = mergeDependents(incompatibilityAt(solver, id), incompatibilityAt(solver, past));
      if (merged === undefined) continue;
      const mergedId = solver.incompatibilities.length;
      solver.incompatibilities.push(merged);
      retire(solver, past);
      alike[at] = mergedId;
      for (const each of merged.terms) listed(solver, each.package).push(mergedId);
      record(solver.trace, { kind: 'incompatibility', incompatibility: mergedId, merged: past });
      return;
    }
    alike.push(id);
  }
  for (const each of terms) listed(solver, each.package).push(id);
  if (cause.kind !== 'derived')
    record(solver.trace, { kind: 'incompatibility', incompatibility: id, merged: undefined });
}

function dependenciesBetween<Reason>(
  { dependencies }: Solver<Reason>,
  dependent: PackageId,
  dependency: PackageId,
): IncompatibilityId[] {
  let own = dependencies[dependent];
  if (own === undefined) {
    own = new Map();
    dependencies[dependent] = own;
  }
  let alike = own.get(dependency);
  if (alike === undefined) {
    alike = [];
    own.set(dependency, alike);
  }
  return alike;
}

function listed<Reason>({ byPackage }: Solver<Reason>, of: PackageId): IncompatibilityId[] {
  let ids = byPackage[of];
  if (ids === undefined) {
    ids = [];
    byPackage[of] = ids;
  }
  return ids;
}

/** Takes an incompatibility out of the lists of its packages. */
function retire<Reason>(solver: Solver<Reason>, id: IncompatibilityId): void {
  for (const { package: of } of incompatibilityAt(solver, id).terms) {
    const ids = listed(solver, of);
    // Lists ascend, and what is merged was mostly added a short while ago.
    const at = ids.lastIndexOf(id);
    if (at !== -1) ids.splice(at, 1);
  }
}
