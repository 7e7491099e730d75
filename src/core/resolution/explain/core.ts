// Which of the reader's own requirements are at fault: a set that can't be met by itself, and can without any one of it.
import type { ResolutionProblem, RootRequirement } from '../problem';
import type { Resolution } from '../uv/resolve';
import type { FactContext } from './fact';
import { proofOf } from './proof';
import { existingIn } from './statement';

/** Resolves a problem; explanations and ways out ask it again with some requirements changed. */
export type Resolver = (problem: ResolutionProblem) => Resolution;

export type Unsolvable = Extract<Resolution, { kind: 'unsolvable' }>;

/** The most problems that are resolved to find a core. Protects from hundreds of requirements. */
const MAX_CORE_TRIES = 200;

export interface Core {
  /** Places of requirements in the problem. */
  readonly core: readonly number[];
  /** Whether it is known that each of them is needed. */
  readonly isMinimal: boolean;
  /** What came of resolving the core by itself. */
  readonly resolution: Unsolvable;
}

/** The core among the requirements at these places; undefined if these can be met, or it isn't known whether. */
export function minimalCoreOf(
  problem: ResolutionProblem,
  places: readonly number[],
  resolve: Resolver,
): Core | undefined {
  let tries = 0;
  const attempt = (core: readonly number[]): Unsolvable | undefined => {
    tries++;
    const outcome = resolve(onlyWith(problem, core));
    return outcome.kind === 'unsolvable' ? outcome : undefined;
  };
  const whole = attempt(places);
  if (whole === undefined) return undefined;
  let best: Core = { core: places, isMinimal: false, resolution: whole };
  const named = namedIn(problem, best);
  const withNamed = named.length < places.length ? attempt(named) : undefined;
  if (withNamed !== undefined) best = { core: named, isMinimal: false, resolution: withNamed };
  for (const place of best.core) {
    if (tries >= MAX_CORE_TRIES) return best;
    const core = best.core.filter((other) => other !== place);
    const without = attempt(core);
    if (without !== undefined) best = { core, isMinimal: false, resolution: without };
  }
  return { ...best, isMinimal: true };
}

/** The problem with these of its requirements only. */
export function onlyWith(problem: ResolutionProblem, places: readonly number[]): ResolutionProblem {
  const requirements = places.flatMap((place): RootRequirement[] => {
    const requirement = problem.requirements[place];
    return requirement === undefined ? [] : [requirement];
  });
  return { ...problem, requirements };
}

/** What facts about a core are read with: the problem with its requirements only. */
export function contextOf(problem: ResolutionProblem, { core, resolution }: Core): FactContext {
  const reduced = onlyWith(problem, core);
  return { problem: reduced, packages: resolution.packages, existing: existingIn(reduced) };
}

/** Those of the requirements that the derivation speaks of. */
function namedIn(problem: ResolutionProblem, known: Core): readonly number[] {
  const named = new Set<number>();
  for (const { reasons } of proofOf(contextOf(problem, known), known.resolution.derivation)) {
    for (const reason of reasons) {
      if (reason.kind === 'fact' && reason.fact.kind === 'own-requirement') named.add(reason.fact.place);
    }
  }
  return known.core.filter((_, at) => named.has(at));
}
