// Why a problem has no solution, for people: the reader's own requirements that by themselves can't be met together, a
// proof of that, and what else is worth knowing.
import type { ResolutionProblem } from '../problem';
import { contextOf, minimalCoreOf, type Resolver } from './core';
import type { Fact } from './fact';
import { type Notice, noticesOf } from './notice';
import { type ProofStep, proofOf } from './proof';

export interface Explanation {
  /** The places of the reader's requirements that can't be met together; without any one of them the others can. */
  readonly core: readonly number[];
  /** Whether that was made sure of. It isn't where there are too many requirements to try them all. */
  readonly isMinimal: boolean;
  /** The environments in which they can't; undefined: in all that are resolved for. */
  readonly markers: string | undefined;
  readonly steps: readonly ProofStep[];
  readonly notices: readonly Notice[];
  /** The problem that is explained: the writer names versions by what exists in it. */
  readonly problem: ResolutionProblem;
}

/**
 * Explains an unsolvable problem; undefined for one that has a solution, or of which the resolver can't tell in its
 * budget. The resolver is asked once and again, to find the requirements at fault.
 */
export function explain(problem: ResolutionProblem, resolve: Resolver): Explanation | undefined {
  const everything = problem.requirements.map((_, place) => place);
  const found = minimalCoreOf(problem, everything, resolve);
  if (found === undefined) return undefined;
  const context = contextOf(problem, found);
  const steps = proofOf(context, found.resolution.derivation);
  return {
    core: found.core,
    isMinimal: found.isMinimal,
    markers: found.resolution.markers,
    steps: steps.map((step) => withPlaces(step, found.core)),
    notices: noticesOf(context, steps),
    problem,
  };
}

/** Facts name requirements by their places in the whole problem. */
function withPlaces(step: ProofStep, core: readonly number[]): ProofStep {
  const renamed = (fact: Fact): Fact =>
    'place' in fact && fact.place !== undefined ? { ...fact, place: core[fact.place] ?? fact.place } : fact;
  return {
    ...step,
    reasons: step.reasons.map((reason) =>
      reason.kind === 'fact' ? { ...reason, fact: renamed(reason.fact) } : reason,
    ),
  };
}
