// What is remembered of earlier builds to tell why a step runs; the decision itself never looks at it.
import type { Operation } from '../plan/operation';
import type { Plan } from '../plan/plan-dockerfile';
import type { PlannedStep } from '../plan/stage-state';
import type { Evaluated } from './evaluate';
import type { TakenContent } from './look-up';

/** A step of the last build. */
export interface RememberedStep {
  readonly stage: string;
  readonly kind: PlannedStep['kind'];
  readonly instruction: string;
  readonly operation: Operation;
  readonly digest: string;
  readonly declared: ReadonlySet<string>;
}

/** The content that a definition took when it was last looked at, and whether it failed then. */
export interface SeenDefinition {
  readonly taken: TakenContent;
  readonly hasFailed: boolean;
}

export interface BuildMemory {
  /** Builds that got as far as their steps. */
  readonly builds: number;
  readonly lastSteps: readonly RememberedStep[];
  /** By the digest of the definition. */
  readonly seen: ReadonlyMap<string, SeenDefinition>;
}

export const NO_MEMORY: BuildMemory = { builds: 0, lastSteps: [], seen: new Map() };

/** Definitions that are remembered; the oldest are forgotten first. */
const MAX_SEEN = 4_000;

/** The memory after a build. */
export function rememberBuild(memory: BuildMemory, plan: Plan, evaluated: readonly Evaluated[]): BuildMemory {
  const seen = new Map(memory.seen);
  for (const { parts, taken, outcome } of evaluated) {
    if (outcome.kind === 'source' || outcome.kind === 'not-reached') continue;
    const earlier = seen.get(parts.digest);
    seen.delete(parts.digest);
    const contents = taken.size === 0 ? (earlier?.taken ?? taken) : taken;
    seen.set(parts.digest, { taken: contents, hasFailed: outcome.kind === 'failed' });
  }
  for (const digest of seen.keys()) {
    if (seen.size <= MAX_SEEN) break;
    seen.delete(digest);
  }
  const lastSteps: RememberedStep[] = [];
  for (const step of plan.steps) {
    const planned = step.operation === undefined ? undefined : plan.operations[step.operation];
    const parts = step.operation === undefined ? undefined : evaluated[step.operation]?.parts;
    if (planned === undefined || parts === undefined || step.kind === 'from') continue;
    const { kind, instruction, declared } = step;
    lastSteps.push({
      stage: stageKey(plan, step),
      kind,
      instruction,
      operation: planned.operation,
      digest: parts.digest,
      declared,
    });
  }
  return { builds: memory.builds + 1, lastSteps, seen };
}

/** A stage’s name, else its number. */
export function stageKey(plan: Plan, { stage }: PlannedStep): string {
  return plan.needed.find(({ index }) => index === stage)?.from.stageName ?? `${stage}`;
}
