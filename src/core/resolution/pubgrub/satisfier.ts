// The satisfier: the earliest assignment with which all terms of an incompatibility hold (Dart pub, doc/solver.md, "Conflict
// Resolution"), and the decision level from which on they would hold with the satisfier alone.
import { type Incompatibility, type IncompatibilityId, type PackageId, termOf } from './incompatibility';
import type { Assignments, PartialSolution } from './partial-solution';
import { areDisjointTerms, intersectTerms, negate, type Term } from './term';

export interface Satisfier {
  readonly package: PackageId;
  readonly level: number;
  /** Why the satisfier was derived; undefined if it is a decision. */
  readonly cause: IncompatibilityId | undefined;
  /** Up to this level the incompatibility leaves one term open only; level 1, that of the root, is the lowest. */
  readonly previousLevel: number;
}

/** One assignment, as the search for satisfiers sees it. */
interface Assigned {
  readonly package: PackageId;
  readonly index: number;
  readonly level: number;
  readonly cause: IncompatibilityId | undefined;
}

/** The satisfier of an incompatibility all of whose terms hold. */
export function satisfierOf<Reason>(
  solution: PartialSolution,
  incompatibility: Incompatibility<Reason>,
  causeOf: (id: IncompatibilityId) => Incompatibility<Reason>,
): Satisfier {
  let satisfier: Assigned | undefined;
  // The latest assignment that any other term waits for.
  let before: Assigned | undefined;
  for (const { package: of, term } of incompatibility.terms) {
    const assigned = assignmentThatRefutes(solution, of, negate(term));
    if (assigned === undefined) continue;
    if (satisfier === undefined || assigned.index > satisfier.index) {
      before = satisfier;
      satisfier = assigned;
    } else if (before === undefined || assigned.index > before.index) before = assigned;
  }
  if (satisfier === undefined) return { package: 0, level: 0, cause: undefined, previousLevel: 0 };
  const { package: of, cause, level } = satisfier;
  // What the satisfier itself adds to what was known of its package.
  const added = cause === undefined ? solution.assignments[of]?.term : derivedTerm(causeOf(cause), of);
  const wanted = termOf(incompatibility, of);
  const rest = added && wanted && assignmentThatRefutes(solution, of, intersectTerms(added, negate(wanted)));
  const previousLevel = Math.max(1, rest?.level ?? 0, before?.level ?? 0);
  return { package: of, level, cause, previousLevel };
}

function derivedTerm<Reason>(cause: Incompatibility<Reason>, of: PackageId): Term | undefined {
  const term = termOf(cause, of);
  return term && negate(term);
}

/** The first assignment of the package with which the term can no longer hold. */
function assignmentThatRefutes(solution: PartialSolution, of: PackageId, term: Term): Assigned | undefined {
  const own: Assignments | undefined = solution.assignments[of];
  if (own === undefined) return undefined;
  const { derivations, decision } = own;
  // Terms only become narrower: the first derivation that is disjoint with the term is found by halving.
  let low = 0;
  let high = derivations.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const derivation = derivations[middle];
    if (derivation !== undefined && !areDisjointTerms(derivation.accumulated, term)) low = middle + 1;
    else high = middle;
  }
  const found = derivations[low];
  if (found !== undefined) return { package: of, index: found.index, level: found.level, cause: found.cause };
  return decision && { package: of, index: decision.index, level: decision.level, cause: undefined };
}
