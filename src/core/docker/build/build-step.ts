// The steps of a build with what became of each, in the order of the file.
import type { Layer } from '../files/layer';
import { NO_INPUT } from '../plan/operation';
import type { Plan } from '../plan/plan-dockerfile';
import type { PlannedStep } from '../plan/stage-state';
import type { BuildMemory } from './build-memory';
import type { Cause } from './cause';
import { causesOf } from './causes';
import type { Evaluated } from './evaluate';
import type { RunReport } from './execute';
import type { StepProblem } from './step-problem';

export type StepStatus =
  /** It only changes the configuration, or is a FROM: there is nothing to run. */
  | { readonly kind: 'nothing-to-run' }
  | { readonly kind: 'cached' }
  | { readonly kind: 'ran'; readonly causes: readonly Cause[]; readonly report: RunReport }
  | { readonly kind: 'failed'; readonly problem: StepProblem; readonly causes: readonly Cause[] }
  /** Beside the failing step: it may or may not have run before the build ended. */
  | { readonly kind: 'uncertain' };

export interface BuildStep extends PlannedStep {
  readonly status: StepStatus;
  /** Other stages in which the same step stands: it ran once for all. */
  readonly sharedWith: readonly number[];
  readonly layer: Layer | undefined;
}

/** What ended a build, and the operations that are certain to have been settled before. */
export interface Failure {
  readonly operation: number;
  readonly problem: StepProblem;
  readonly certain: ReadonlySet<number>;
  /** Operations that need the one that failed. */
  readonly behind: ReadonlySet<number>;
}

/**
 * The failure that the builder reports. What is missing in a context or an image is found before anything has run, so it comes first; of
 * several the one that is met first on the way from the target back, each input’s own way before the next input’s; images have to be
 * unpacked before anything is missing in them.
 */
export function failureOf(plan: Plan, evaluated: readonly Evaluated[]): Failure | undefined {
  const problemOf = (index: number): StepProblem | undefined => {
    const outcome = evaluated[index]?.outcome;
    return outcome?.kind === 'failed' ? outcome.problem : undefined;
  };
  const isEarly = (index: number) =>
    problemOf(index)?.kind === 'missing-source' && isOnlySource(plan, evaluated, index);
  const failed = plan.operations.map(({ index }) => index).filter((index) => problemOf(index) !== undefined);
  const early = failed.filter(isEarly);
  const inContext = early.filter((index) => takesFromContext(plan, index));
  const met = inContext.length > 0 ? inContext : early;
  const operation = met.length > 1 ? backFrom(plan, new Set(met)) : (met[0] ?? failed[0]);
  const problem = operation === undefined ? undefined : problemOf(operation);
  if (operation === undefined || problem === undefined) return undefined;
  return { operation, problem, certain: certainBefore(plan, operation, problem), behind: behind(plan, operation) };
}

function takesFromContext({ operations }: Plan, index: number): boolean {
  const sources = operations[index]?.inputs.slice(1) ?? [];
  return sources.some((source) => operations[source]?.operation.kind === 'context');
}

/** The first of these operations on the way from the image’s back to what it needs. */
function backFrom({ operations, image }: Plan, wanted: ReadonlySet<number>): number | undefined {
  const seen = new Set<number>();
  const open = [image.operation];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (wanted.has(next)) return next;
    if (next === NO_INPUT || seen.has(next)) continue;
    seen.add(next);
    const { inputs = [], operation } = operations[next] ?? {};
    // What is linked waits for nothing and is met before what it is laid over.
    open.push(...(operation?.kind === 'merge' ? inputs : [...inputs].reverse()));
  }
  return undefined;
}

function isOnlySource(plan: Plan, evaluated: readonly Evaluated[], index: number): boolean {
  const sources = plan.operations[index]?.inputs.slice(1) ?? [];
  return sources.every((source) => evaluated[source]?.outcome.kind === 'source');
}

/** What the operation needs, itself included; of what is missing, only what it was looked for in. */
function certainBefore({ operations }: Plan, index: number, problem: StepProblem): ReadonlySet<number> {
  const certain = new Set<number>([index]);
  const inputs = operations[index]?.inputs ?? [];
  const open = [...(problem.kind === 'missing-source' ? inputs.slice(1) : inputs)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === NO_INPUT || certain.has(next)) continue;
    certain.add(next);
    open.push(...(operations[next]?.inputs ?? []));
  }
  return certain;
}

function behind({ operations }: Plan, failed: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { index, inputs } of operations) {
    if (inputs.some((input) => input === failed || found.has(input))) found.add(index);
  }
  return found;
}

const NO_REPORT: RunReport = { seconds: 0, downloadedBytes: 0, unknown: [], isGuess: false };

/** The steps with their status. After a failure, what comes after it isn’t among them. */
export function stepsOf(
  plan: Plan,
  evaluated: readonly Evaluated[],
  failure: Failure | undefined,
  memory: BuildMemory,
): readonly BuildStep[] {
  const stagesOf = new Map<number, Set<number>>();
  for (const { operation, stage, kind } of plan.steps) {
    if (operation === undefined || kind === 'from') continue;
    stagesOf.set(operation, (stagesOf.get(operation) ?? new Set()).add(stage));
  }
  const steps: BuildStep[] = [];
  for (const step of plan.steps) {
    const status = statusOf(step, plan, evaluated, failure, memory);
    if (status === undefined) continue;
    const stages = step.operation === undefined ? undefined : stagesOf.get(step.operation);
    const sharedWith = step.kind === 'from' ? [] : [...(stages ?? [])].filter((stage) => stage !== step.stage);
    const outcome = step.operation === undefined ? undefined : evaluated[step.operation]?.outcome;
    const layer = outcome !== undefined && 'result' in outcome ? outcome.result.layer : undefined;
    steps.push({ ...step, status, sharedWith, layer });
  }
  return steps;
}

function statusOf(
  step: PlannedStep,
  plan: Plan,
  evaluated: readonly Evaluated[],
  failure: Failure | undefined,
  memory: BuildMemory,
): StepStatus | undefined {
  if (step.operation === undefined || step.kind === 'from') return { kind: 'nothing-to-run' };
  const outcome = evaluated[step.operation]?.outcome;
  if (outcome === undefined) return undefined;
  const isCertain = failure?.certain.has(step.operation) !== false;
  switch (outcome.kind) {
    case 'source':
      return { kind: 'nothing-to-run' };
    case 'not-reached':
      return failure?.behind.has(step.operation) !== false ? undefined : { kind: 'uncertain' };
    case 'failed': {
      if (step.operation !== failure?.operation) return { kind: 'uncertain' };
      const causes = outcome.miss === undefined ? [] : causesOf(step, outcome.miss, plan, evaluated, memory);
      return { kind: 'failed', problem: outcome.problem, causes };
    }
    case 'cached':
      // The same work under another name ran a moment ago, for another stage.
      if (outcome.isOfThisBuild)
        return isCertain ? { kind: 'ran', causes: [], report: NO_REPORT } : { kind: 'uncertain' };
      return { kind: 'cached' };
    case 'ran':
      return isCertain
        ? { kind: 'ran', causes: causesOf(step, outcome.miss, plan, evaluated, memory), report: outcome.report }
        : { kind: 'uncertain' };
  }
}
