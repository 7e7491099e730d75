// Unit propagation (Dart pub, doc/solver.md, "Unit Propagation"): wherever all terms of an incompatibility hold but one, the
// opposite of that one follows.
import { type IncompatibilityId, type PackageId, relationTo, termOf } from './incompatibility';
import { derive, knownTerm, levelOf } from './partial-solution';
import { resolveConflict } from './resolve-conflict';
import { awaitPropagation, incompatibilityAt, isContradicted, markContradicted, type Solver } from './solver';
import { negate, type Term } from './term';
import { record } from './trace';

/** What a step of propagation came to. `failed`: there is no solution. */
export type Propagated = 'done' | 'derived' | 'conflict' | 'failed';

/** Looks at the incompatibilities of one package that waits for it, and resolves the conflict if there is one. */
export function propagate<Reason>(solver: Solver<Reason>): Propagated {
  const { waiting, isWaiting } = solver;
  const current = waiting.pop();
  if (current === undefined) return 'done';
  isWaiting.delete(current);
  const conflict = propagateFrom(solver, current);
  if (conflict === undefined) return waiting.length > 0 ? 'derived' : 'done';
  const rootCause = resolveConflict(solver, conflict);
  waiting.length = 0;
  isWaiting.clear();
  if (rootCause === undefined) return 'failed';
  awaitPropagation(solver, rootCause.package);
  deriveFrom(solver, rootCause.package, rootCause.incompatibility);
  return 'conflict';
}

/** Derives what follows from the incompatibilities of a package, the newest first. Returns one all of whose terms hold. */
function propagateFrom<Reason>(solver: Solver<Reason>, current: PackageId): IncompatibilityId | undefined {
  const ids = solver.byPackage[current] ?? [];
  const known = (of: PackageId): Term | undefined => knownTerm(solver.solution, of);
  for (let at = ids.length - 1; at >= 0; at--) {
    const id = ids[at];
    if (id === undefined || isContradicted(solver, id)) continue;
    const relation = relationTo(incompatibilityAt(solver, id), known);
    if (relation === 'satisfied') return id;
    if (relation === 'contradicted') markContradicted(solver, id);
    else if (relation !== 'open') {
      awaitPropagation(solver, relation.package);
      deriveFrom(solver, relation.package, id);
    }
  }
  return undefined;
}

/** Derives the opposite of the term that the incompatibility leaves open. With it, the incompatibility is contradicted. */
function deriveFrom<Reason>(solver: Solver<Reason>, of: PackageId, cause: IncompatibilityId): void {
  const term = termOf(incompatibilityAt(solver, cause), of);
  if (term === undefined) return;
  const derived = negate(term);
  const accumulated = derive(solver.solution, of, derived, cause);
  const level = levelOf(solver.solution);
  record(solver.trace, { kind: 'propagation', package: of, term: derived, accumulated, cause, level });
  markContradicted(solver, cause);
}
