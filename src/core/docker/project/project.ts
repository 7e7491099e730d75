// A project that is built again and again: its Dockerfile, its files and what is asked of the builder, and the images that it may start
// from. Each build goes on from what the ones before left. What a RUN does, the table of commands says; the seconds are its model’s.
import { type BuildOutcome, type BuildState, build } from '../build/build';
import type { BuildStep } from '../build/build-step';
import { CURRENT_BUILDER } from '../build/builder-rules';
import { type ContextEntries, contextOf, editContext } from '../files/build-context';
import type { Directory } from '../files/node';
import { sentContext } from '../files/sent-context';
import type { ImageCatalog } from '../plan/base-image';
import type { Plan } from '../plan/plan-dockerfile';
import { faultsOf, type ProjectFault } from './faults';

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
  readonly images: ImageCatalog;
  readonly secrets: ReadonlySet<string>;
  /** Units of work that a build may spend (files/work.ts); the core’s own bound where nothing is said. */
  readonly mostWork?: number | undefined;
}

export interface ProjectOutcome {
  readonly outcome: BuildOutcome;
  readonly steps: readonly BuildStep[];
  /** How long the build takes, side by side where the graph allows. */
  readonly seconds: number;
  /** Bytes in layers that were written, and bytes fetched. */
  readonly bytes: number;
  readonly downloads: number;
  /** What ends the build, or keeps it from beginning, where it stands in the project’s texts. */
  readonly faults: readonly ProjectFault[];
  /** What the builder gets of the files. */
  readonly context: Directory;
  readonly state: BuildState;
}

/** Builds the project. */
export function buildProject(asked: ProjectBuild, world: ProjectWorld, state: BuildState): ProjectOutcome {
  const whole = editContext(contextOf(asked.files), new Map([['Dockerfile', { content: asked.dockerfile }]]));
  const sent = sentContext(whole, 'Dockerfile', world.mostWork);
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
      hasSshAgent: false,
      allowed: new Set(),
      remotes: new Map(),
      rules: CURRENT_BUILDER,
      effectOf: () => undefined,
      mostWork: world.mostWork,
    },
    state,
  );
  const steps = outcome.kind === 'refused' ? [] : outcome.steps;
  // A step that several stages share ran once.
  const byOperation = new Map(
    steps.filter(({ status }) => status.kind === 'ran').map((step) => [step.operation, step]),
  );
  const ran = [...byOperation.values()];
  const secondsOf = (operation: number) => reportOf(byOperation.get(operation))?.seconds ?? 0;
  return {
    outcome,
    steps,
    seconds: outcome.kind === 'refused' ? 0 : longestChain(outcome.plan, secondsOf),
    bytes: ran.reduce((sum, { layer }) => sum + (layer?.size ?? 0), 0),
    downloads: ran.reduce((sum, step) => sum + (reportOf(step)?.downloadedBytes ?? 0), 0),
    faults: faultsOf(asked.dockerfile, outcome, sent.kind === 'sent' ? undefined : sent),
    context,
    state: after,
  };
}

const reportOf = (step: BuildStep | undefined) => (step?.status.kind === 'ran' ? step.status.report : undefined);

/** Stages that don’t need each other run side by side: a build takes as long as its longest chain of operations. */
function longestChain({ operations }: Plan, secondsOf: (operation: number) => number): number {
  const ends: number[] = [];
  for (const { index, inputs } of operations) {
    const start = inputs.reduce((latest, input) => Math.max(latest, ends[input] ?? 0), 0);
    ends[index] = start + secondsOf(index);
  }
  return ends.reduce((latest, end) => Math.max(latest, end), 0);
}
