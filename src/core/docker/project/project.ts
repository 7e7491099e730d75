// A project that is built again and again: its Dockerfile, its files and what is asked of the builder, with the commands that are known
// and the images that it may start from. Each build goes on from what the ones before left: the cache and the filled cache mounts.
import { type BuildOutcome, type BuildState, build, FIRST_STATE } from '../build/build';
import type { BuildStep } from '../build/build-step';
import { CURRENT_BUILDER } from '../build/builder-rules';
import { type CommandEffect, effectOfCommands, type KnownCommand } from '../effects/known-command';
import { type ContextEntries, contextOf, editContext } from '../files/build-context';
import type { Directory } from '../files/node';
import { sentContext } from '../files/sent-context';
import type { ImageCatalog } from '../plan/base-image';
import type { ExecOperation } from '../plan/operation';
import { costOf, longestChain, NO_COST, type StepCost } from './cost';

/** What one build is asked for. */
export interface ProjectBuild {
  readonly dockerfile: string;
  readonly files: ContextEntries;
  readonly arguments: ReadonlyMap<string, string>;
  readonly target: string | undefined;
  readonly ignoresCache: boolean;
}

/** What stays the same from build to build. */
export interface ProjectWorld {
  readonly commands: readonly KnownCommand[];
  readonly images: ImageCatalog;
  readonly secrets: ReadonlySet<string>;
}

/** What earlier builds left. */
export interface ProjectState {
  readonly build: BuildState;
  /** Cache mounts with the commands whose downloads they hold. */
  readonly mounts: ReadonlySet<string>;
}

export const FIRST_PROJECT_STATE: ProjectState = { build: FIRST_STATE, mounts: new Set() };

/** A step with its cost and what isn’t known of its commands. */
export interface ProjectStep extends BuildStep {
  readonly cost: StepCost;
  readonly unknown: readonly string[];
  /** The file that its command reads and that isn’t there. */
  readonly missing: string | undefined;
}

export interface ProjectOutcome {
  readonly outcome: BuildOutcome;
  readonly steps: readonly ProjectStep[];
  /** How long the build takes, side by side where the graph allows. */
  readonly seconds: number;
  /** Bytes in layers that were written, and bytes fetched. */
  readonly bytes: number;
  readonly downloads: number;
  /** Paths of the context that the builder gets. */
  readonly context: Directory;
  readonly state: ProjectState;
}

/** Builds the project. */
export function buildProject(asked: ProjectBuild, world: ProjectWorld, state: ProjectState): ProjectOutcome {
  const effects = new Map<number, CommandEffect>();
  const mounts = new Set(state.mounts);
  const whole = editContext(contextOf(asked.files), new Map([['Dockerfile', { content: asked.dockerfile }]]));
  const sent = sentContext(whole, 'Dockerfile');
  const context = sent.kind === 'sent' ? sent.context : whole;
  const { outcome, state: after } = build(
    {
      dockerfile: asked.dockerfile,
      context,
      contextProblem: sent.kind === 'sent' ? undefined : sent.message,
      contexts: new Map(),
      arguments: asked.arguments,
      target: asked.target,
      platform: undefined,
      ignoresCache: asked.ignoresCache,
      images: world.images,
      secrets: world.secrets,
      remotes: new Map(),
      rules: CURRENT_BUILDER,
      effectOf: ({ operation: index }, before, operation) => {
        const known = index === undefined ? undefined : effects.get(index);
        const found = known ?? runCommands(operation, world.commands, before, mounts);
        if (index !== undefined) effects.set(index, found);
        return found.effect;
      },
    },
    state.build,
  );
  const steps = (outcome.kind === 'refused' ? [] : outcome.steps).map((step) => withCost(step, effects));
  const costs = new Map(steps.map(({ operation, cost }) => [operation, cost]));
  const all = [...costs.values()];
  return {
    outcome,
    steps,
    seconds:
      outcome.kind === 'refused' ? 0 : longestChain(outcome.plan, (index) => (costs.get(index) ?? NO_COST).seconds),
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    downloads: all.reduce((sum, { downloads }) => sum + downloads, 0),
    context,
    state: { build: after, mounts },
  };
}

function withCost(step: BuildStep, effects: ReadonlyMap<number, CommandEffect>): ProjectStep {
  const effect = effects.get(step.operation ?? -1);
  const hasRun = step.status.kind === 'ran' && step.operation !== undefined;
  return {
    ...step,
    cost: hasRun ? costOf(step, effect?.seconds ?? 0, effect?.downloads ?? 0) : NO_COST,
    unknown: effect?.unknown ?? [],
    missing: step.status.kind === 'failed' ? effect?.missing : undefined,
  };
}

/** What a RUN does. What goes into a cache mount is in no layer, and is there for the next build. */
function runCommands(
  { args, mounts: mounted }: ExecOperation,
  commands: readonly KnownCommand[],
  before: Directory,
  mounts: Set<string>,
): CommandEffect {
  const text = args.length === 3 && args[1] === '-c' ? (args[2] ?? '') : args.join(' ');
  const caches = mounted.filter((mount) => mount.kind === 'cache');
  const idOf = (folder: string) => caches.find(({ target }) => target === folder)?.id;
  const keyOf = (folder: string) => `${idOf(folder)} ${text}`;
  const found = effectOfCommands(text, commands, before, (folder) => mounts.has(keyOf(folder)));
  for (const folder of found.keeps) if (idOf(folder) !== undefined) mounts.add(keyOf(folder));
  const writes = [...found.effect.writes].filter(
    ([path]) => !mounted.some(({ target }) => path === target || path.startsWith(`${target.replace(/\/$/, '')}/`)),
  );
  return { ...found, effect: { ...found.effect, writes: new Map(writes) } };
}
