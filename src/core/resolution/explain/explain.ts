// Why a problem has no solution, for people: the reader's own requirements that by themselves can't be met together, a
// proof of that, and what else is worth knowing.
import type { ResolutionProblem, RootRequirement } from '../problem';
import type { Resolution } from '../uv/resolve';
import type { Fact, FactContext } from './fact';
import { type Notice, noticesOf } from './notice';
import { type ProofStep, proofOf } from './proof';
import { existingIn } from './statement';

/** Resolves a problem; explanations and ways out ask it again with some requirements changed. */
export type Resolver = (problem: ResolutionProblem) => Resolution;

/** The most problems that are resolved to find which requirements are at fault. Protects from hundreds of requirements. */
const MAX_CORE_TRIES = 200;

export interface Explanation {
  /** The places of the reader's requirements that can't be met together; without any of them the others can. */
  readonly core: readonly number[];
  /** Whether that was made sure of. It isn't where there are too many requirements to try them all. */
  readonly isMinimal: boolean;
  readonly steps: readonly ProofStep[];
  readonly notices: readonly Notice[];
  /** What the writer needs to name versions. */
  readonly problem: ResolutionProblem;
}

type Unsolvable = Extract<Resolution, { kind: 'unsolvable' }>;

/** Explains an unsolvable problem. Returns undefined for one that has a solution, or for which none was found in time. */
export function explain(problem: ResolutionProblem, resolve: Resolver): Explanation | undefined {
  const resolution = resolve(problem);
  if (resolution.kind !== 'unsolvable') return undefined;
  const found = minimalCore(problem, resolution, resolve);
  const context = contextOf(problem, found.resolution, found.core);
  const steps = proofOf(context, found.resolution.derivation);
  return {
    core: found.core,
    isMinimal: found.isMinimal,
    steps: steps.map((step) => withPlaces(step, found.core)),
    notices: noticesOf(context, steps),
    problem,
  };
}

function contextOf(problem: ResolutionProblem, { packages }: Unsolvable, core: readonly number[]): FactContext {
  const reduced = onlyWith(problem, core);
  return { problem: reduced, packages, existing: existingIn(reduced) };
}

/** The problem with these of its requirements only. */
export function onlyWith(problem: ResolutionProblem, places: readonly number[]): ResolutionProblem {
  const requirements = places.flatMap((place): RootRequirement[] => {
    const requirement = problem.requirements[place];
    return requirement === undefined ? [] : [requirement];
  });
  return { ...problem, requirements };
}

interface Core {
  readonly core: readonly number[];
  readonly isMinimal: boolean;
  readonly resolution: Unsolvable;
}

/** Leaves out one requirement after the other, and keeps out what the failure does not need. */
function minimalCore(problem: ResolutionProblem, resolution: Unsolvable, resolve: Resolver): Core {
  let tries = 0;
  const attempt = (core: readonly number[]): Unsolvable | undefined => {
    tries++;
    const outcome = resolve(onlyWith(problem, core));
    return outcome.kind === 'unsolvable' ? outcome : undefined;
  };
  let best: Core = { core: problem.requirements.map((_, place) => place), isMinimal: false, resolution };
  const named = namedIn(problem, resolution);
  const withNamed = named.length < best.core.length ? attempt(named) : undefined;
  if (withNamed !== undefined) best = { core: named, isMinimal: false, resolution: withNamed };
  for (const place of best.core) {
    if (tries >= MAX_CORE_TRIES) return best;
    const core = best.core.filter((other) => other !== place);
    const without = attempt(core);
    if (without !== undefined) best = { core, isMinimal: false, resolution: without };
  }
  return { ...best, isMinimal: true };
}

/** The requirements that the derivation speaks of. */
function namedIn(problem: ResolutionProblem, resolution: Unsolvable): readonly number[] {
  const places = problem.requirements.map((_, place) => place);
  const steps = proofOf(contextOf(problem, resolution, places), resolution.derivation);
  const named = new Set<number>();
  for (const { reasons } of steps) {
    for (const reason of reasons) {
      if (reason.kind === 'fact' && reason.fact.kind === 'own-requirement') named.add(reason.fact.place);
    }
  }
  return places.filter((place) => named.has(place));
}

/** Facts name requirements by their places in the whole problem. */
function withPlaces(step: ProofStep, core: readonly number[]): ProofStep {
  const renamed = (fact: Fact): Fact =>
    fact.kind === 'own-requirement' ? { ...fact, place: core[fact.place] ?? fact.place } : fact;
  return {
    ...step,
    reasons: step.reasons.map((reason) =>
      reason.kind === 'fact' ? { ...reason, fact: renamed(reason.fact) } : reason,
    ),
  };
}
