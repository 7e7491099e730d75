// The partial solution: what is known of each package so far, by decisions and by what they imply (Dart pub, doc/solver.md,
// "Partial Solution"), in the order in which it came to be known, so that going back to a decision level forgets exactly
// what came after it.
import { onlyVersion, type Version } from '@/core/python';
import type { IncompatibilityId, PackageId } from './incompatibility';
import { copyQueue, dequeue, emptyQueue, enqueue, isQueued, type PriorityQueue, unqueue } from './priority-queue';
import { intersectTerms, positive, type Term } from './term';

/** A term that follows from an incompatibility and what was known before. */
export interface Derivation {
  /** The place among all assignments, in time. */
  readonly index: number;
  readonly level: number;
  readonly cause: IncompatibilityId;
  /** Together with all that was derived for the package before. */
  readonly accumulated: Term;
}

/** A version that was chosen, not derived. It ends what is known of a package, and begins a decision level. */
export interface Decision {
  readonly index: number;
  readonly level: number;
  readonly version: Version;
  readonly term: Term;
}

/** What is known of one package. */
export interface Assignments {
  readonly derivations: readonly Derivation[];
  readonly decision: Decision | undefined;
  /** All of it as one term. */
  readonly term: Term;
}

/** A package's assignments as the solution keeps them: changed in place, and nowhere else. */
interface OwnAssignments extends Assignments {
  readonly derivations: Derivation[];
  decision: Decision | undefined;
  term: Term;
}

export interface PartialSolution {
  /** By package; undefined where nothing is known. */
  readonly assignments: (OwnAssignments | undefined)[];
  /** The decided packages, in the order of their levels: the first has level 1. */
  readonly decided: PackageId[];
  /** The package of every assignment that stands, in time. */
  readonly trail: PackageId[];
  /** Where on the trail the decision of each level is, that of level 1 first. */
  readonly levelStarts: number[];
  nextIndex: number;
  /** How often the search went back so far; 0: never. */
  backtracks: number;
  readonly queue: PriorityQueue;
  /** Undecided packages whose terms changed since priorities were last asked for. */
  readonly changed: Set<PackageId>;
  /** Packages that were picked and not decided on. */
  readonly picked: Set<PackageId>;
}

export function emptySolution(): PartialSolution {
  return {
    assignments: [],
    decided: [],
    trail: [],
    levelStarts: [],
    nextIndex: 0,
    backtracks: 0,
    queue: emptyQueue(),
    changed: new Set(),
    picked: new Set(),
  };
}

/** A copy that goes its own way. */
export function copySolution(solution: PartialSolution): PartialSolution {
  return {
    assignments: solution.assignments.map((own) => own && { ...own, derivations: [...own.derivations] }),
    decided: [...solution.decided],
    trail: [...solution.trail],
    levelStarts: [...solution.levelStarts],
    nextIndex: solution.nextIndex,
    backtracks: solution.backtracks,
    queue: copyQueue(solution.queue),
    changed: new Set(solution.changed),
    picked: new Set(solution.picked),
  };
}

/** The decision level: how many decisions stand. */
export function levelOf({ decided }: PartialSolution): number {
  return decided.length;
}

export function knownTerm({ assignments }: PartialSolution, of: PackageId): Term | undefined {
  return assignments[of]?.term;
}

/** The term of a package that must be selected and isn't decided on yet. */
export function openTerm({ assignments }: PartialSolution, of: PackageId): Term | undefined {
  const own = assignments[of];
  return own === undefined || own.decision !== undefined || !own.term.positive ? undefined : own.term;
}

/** Adds what follows from an incompatibility. The package isn't decided on. Returns all that is known of it now. */
export function derive(solution: PartialSolution, of: PackageId, term: Term, cause: IncompatibilityId): Term {
  const level = levelOf(solution);
  const own = solution.assignments[of];
  const accumulated = own === undefined ? term : intersectTerms(own.term, term);
  const derivation = { index: solution.nextIndex++, level, cause, accumulated };
  if (own === undefined) {
    solution.assignments[of] = { derivations: [derivation], decision: undefined, term: accumulated };
  } else {
    own.derivations.push(derivation);
    own.term = accumulated;
  }
  solution.trail.push(of);
  if (accumulated.positive) solution.changed.add(of);
  return accumulated;
}

/** Decides on a version of a package that must be selected: a decision level begins. */
export function decide(solution: PartialSolution, of: PackageId, version: Version): void {
  const own = solution.assignments[of];
  if (own === undefined) return;
  solution.decided.push(of);
  solution.levelStarts.push(solution.trail.length);
  const level = levelOf(solution);
  const term = positive(onlyVersion(version));
  own.decision = { index: solution.nextIndex++, level, version, term };
  own.term = term;
  solution.trail.push(of);
  solution.picked.delete(of);
}

/** Forgets all that was assigned after a decision level. */
export function backtrackTo(solution: PartialSolution, level: number): void {
  const { assignments, decided, trail, levelStarts, queue, changed, picked } = solution;
  const end = levelStarts[level] ?? trail.length;
  const touched = new Set<PackageId>();
  for (let at = trail.length - 1; at >= end; at--) {
    const of = trail[at];
    const own = of === undefined ? undefined : assignments[of];
    if (of === undefined || own === undefined) continue;
    touched.add(of);
    // What came last of a package is its decision, if it has one.
    if (own.decision !== undefined) own.decision = undefined;
    else own.derivations.pop();
  }
  trail.length = end;
  decided.length = level;
  levelStarts.length = level;
  solution.backtracks++;
  for (const of of touched) {
    const own = assignments[of];
    const last = own?.derivations.at(-1);
    if (own === undefined || last === undefined) {
      assignments[of] = undefined;
      continue;
    }
    own.term = last.accumulated;
    unqueue(queue, of);
    if (own.term.positive) changed.add(of);
  }
  for (const of of picked) if (!isQueued(queue, of) && openTerm(solution, of) !== undefined) changed.add(of);
  picked.clear();
}

/** Takes the package to decide on next: the first by priority of those that must be selected. */
export function pickPackage(solution: PartialSolution, priorityOf: (of: PackageId) => number): PackageId | undefined {
  const { queue, changed, picked } = solution;
  // A package keeps the priority that it had when its term last changed.
  for (const of of changed) if (openTerm(solution, of) !== undefined) enqueue(queue, of, priorityOf(of));
  changed.clear();
  for (let of = dequeue(queue); of !== undefined; of = dequeue(queue)) {
    if (openTerm(solution, of) === undefined) continue;
    picked.add(of);
    return of;
  }
  return undefined;
}
