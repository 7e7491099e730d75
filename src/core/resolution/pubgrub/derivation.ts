// Why there is no solution: the incompatibilities that the failure follows from, down to those that come from outside. It is
// a graph without cycles, not a tree, as one incompatibility may be used many times.
import type { Incompatibility, IncompatibilityId } from './incompatibility';

export interface Derivation<Reason> {
  /** The incompatibility that says that there is no solution. */
  readonly failure: IncompatibilityId;
  /** All that it follows from, and itself, by number: a derived one comes after both that it follows from. */
  readonly incompatibilities: ReadonlyMap<IncompatibilityId, Incompatibility<Reason>>;
}

/** The part of all incompatibilities that a failure follows from. */
export function derivationOf<Reason>(
  failure: IncompatibilityId,
  incompatibilities: readonly Incompatibility<Reason>[],
): Derivation<Reason> {
  const used = new Set<IncompatibilityId>([failure]);
  // A set hands out what is added to it meanwhile.
  for (const id of used) {
    const cause = incompatibilities[id]?.cause;
    if (cause?.kind === 'derived') used.add(cause.left).add(cause.right);
  }
  // What follows from others is younger than these, so the order of numbers is one of reasons.
  const ascending = [...used].sort((left, right) => left - right);
  const entries = ascending.flatMap((id) => {
    const incompatibility = incompatibilities[id];
    return incompatibility === undefined ? [] : [[id, incompatibility] as const];
  });
  return { failure, incompatibilities: new Map(entries) };
}
