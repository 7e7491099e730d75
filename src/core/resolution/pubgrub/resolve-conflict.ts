// Conflict resolution (Dart pub, doc/solver.md, "Conflict Resolution"): all terms of an incompatibility hold, so the search
// went wrong before. The incompatibility is combined with the causes of its satisfiers until it says something that would
// have been known on an earlier level, where the search goes on.
import {
  type Incompatibility,
  type IncompatibilityId,
  type PackageId,
  priorCause,
  saysNoSolution,
} from './incompatibility';
import { levelOf } from './partial-solution';
import { satisfierOf } from './satisfier';
import { goBackTo, incompatibilityAt, indexIncompatibility, type Solver } from './solver';
import { record } from './trace';

/** The root cause and the package that it leaves open; `undefined` if it is that there is no solution. */
export interface RootCause {
  readonly package: PackageId;
  readonly incompatibility: IncompatibilityId;
}

/** Resolves a conflict: learns its root cause and goes back to where that leaves one term open. */
export function resolveConflict<Reason>(solver: Solver<Reason>, conflict: IncompatibilityId): RootCause | undefined {
  const causeOf = (id: IncompatibilityId): Incompatibility<Reason> => incompatibilityAt(solver, id);
  record(solver.trace, { kind: 'conflict', incompatibility: conflict, level: levelOf(solver.solution) });
  let id = conflict;
  for (;;) {
    const incompatibility = incompatibilityAt(solver, id);
    if (saysNoSolution(incompatibility, solver.root, solver.rootVersions)) {
      solver.failure = id;
      return undefined;
    }
    const satisfier = satisfierOf(solver.solution, incompatibility, causeOf);
    if (satisfier.cause === undefined || satisfier.previousLevel < satisfier.level) {
      const from = levelOf(solver.solution);
      goBackTo(solver, satisfier.previousLevel);
      if (id !== conflict) indexIncompatibility(solver, id);
      record(solver.trace, { kind: 'backjump', incompatibility: id, from, to: satisfier.previousLevel });
      solver.conflicts.push({ package: satisfier.package, incompatibility: id });
      return { package: satisfier.package, incompatibility: id };
    }
    const cause = satisfier.cause;
    const learned = solver.incompatibilities.length;
    solver.incompatibilities.push(priorCause([incompatibility, id], [causeOf(cause), cause], satisfier.package));
    record(solver.trace, { kind: 'resolution', incompatibility: id, cause, over: satisfier.package, learned });
    solver.conflicts.push({ package: satisfier.package, incompatibility: learned });
    id = learned;
  }
}
