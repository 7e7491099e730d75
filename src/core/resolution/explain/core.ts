// Which of the reader's own requirements are at fault: a set that can't be met by itself, and can without any one of it.
import type { ResolutionProblem, RootRequirement } from '../problem';
import type { Resolution } from '../uv/resolve';
import type { FactContext } from './fact';
import { proofOf } from './proof';
import { existingIn } from './statement';

/** Resolves a problem; explanations and ways out ask it again with some requirements changed. */
export type Resolver = (problem: ResolutionProblem) => Resolution;

export type Unsolvable = Extract<Resolution, { kind: 'unsolvable' }>;

/**
 * The most problems that are resolved to find a core, and the most steps that they may take in all: a try begun within them is
 * ended by the resolver's own budget. They protect from hundreds of requirements, and from searches that are long every time.
 */
const MAX_CORE_TRIES = 200;
export const MAX_CORE_STEPS = 200_000;

export interface Core {
  /** Places of requirements in the problem. */
  readonly core: readonly number[];
  /** Whether it is known that each of them is needed. */
  readonly isMinimal: boolean;
  /** What came of resolving the core by itself. */
  readonly resolution: Unsolvable;
}

/**
 * A core among the requirements at these places; undefined if these can be met, or it isn't known whether. There may be
 * several: of those that are found, the one with the shortest proof.
 */
export function minimalCoreOf(
  problem: ResolutionProblem,
  places: readonly number[],
  resolve: Resolver,
): Core | undefined {
  const attempts: Attempts = { problem, resolve, tries: 0, steps: 0, isSure: true };
  const resolution = attempt(attempts, places);
  if (resolution === undefined) return undefined;
  const whole: Core = { core: places, isMinimal: places.length < 2, resolution };
  if (whole.isMinimal) return whole;
  const alone = places.flatMap((place) => {
    const failed = isOver(attempts) ? undefined : attempt(attempts, [place]);
    return failed === undefined ? [] : [{ core: [place], isMinimal: true, resolution: failed }];
  });
  const cores = alone.length > 0 ? alone : [reduced(attempts, whole, false), reduced(attempts, whole, true)];
  const measured = cores.map((core) => ({ core, size: sizeOf(problem, core) }));
  return measured.sort((left, right) => left.size - right.size)[0]?.core;
}

interface Attempts {
  readonly problem: ResolutionProblem;
  readonly resolve: Resolver;
  tries: number;
  steps: number;
  /** Whether every try came to an answer. */
  isSure: boolean;
}

function isOver({ tries, steps }: Attempts): boolean {
  return tries >= MAX_CORE_TRIES || steps >= MAX_CORE_STEPS;
}

function attempt(attempts: Attempts, places: readonly number[]): Unsolvable | undefined {
  attempts.tries++;
  const outcome = attempts.resolve(onlyWith(attempts.problem, places));
  attempts.steps += outcome.counts.steps;
  if (outcome.kind === 'stopped') attempts.isSure = false;
  return outcome.kind === 'unsolvable' ? outcome : undefined;
}

/** Leaves out what the failure doesn't need: from the first requirement on, or from the last. */
function reduced(attempts: Attempts, whole: Core, fromLast: boolean): Core {
  if (isOver(attempts)) return whole;
  attempts.isSure = true;
  let best = whole;
  const named = namedIn(attempts.problem, whole);
  const withNamed = named.length < whole.core.length ? attempt(attempts, named) : undefined;
  if (withNamed !== undefined) best = { core: named, isMinimal: false, resolution: withNamed };
  for (const place of fromLast ? [...best.core].reverse() : best.core) {
    if (isOver(attempts)) return best;
    const core = best.core.filter((other) => other !== place);
    const without = attempt(attempts, core);
    if (without !== undefined) best = { core, isMinimal: false, resolution: without };
  }
  // A try that was stopped may have left in what isn't needed.
  return { ...best, isMinimal: attempts.isSure };
}

/** How much there is to read in the proof for a core. One that isn't known to be minimal comes last. */
function sizeOf(problem: ResolutionProblem, core: Core): number {
  if (!core.isMinimal) return Number.POSITIVE_INFINITY;
  const steps = proofOf(contextOf(problem, core), core.resolution.derivation);
  return steps.reduce((size, { reasons }) => size + reasons.length, steps.length);
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
      const place = reason.kind === 'fact' && 'place' in reason.fact ? reason.fact.place : undefined;
      if (place !== undefined) named.add(place);
    }
  }
  return known.core.filter((_, at) => named.has(at));
}
