// A build: the Dockerfile, the context and what is asked → what ran, what came from the cache and why, the image or what went wrong,
// and the cache as it is afterwards. Nothing is kept beside the cache that goes in and comes out: the same input gives the same answer.
import { type BuildCache, type OpenCache, openCache } from '../cache/cache-store';
import { type DockerfileProblem, type ParsedDockerfile, parseDockerfile } from '../dockerfile';
import { cachesFound, type MountedCaches } from '../effects/mounted-files';
import type { RunEffect } from '../effects/run-effect';
import { simulateRun } from '../effects/simulate-run';
import { digestOfText, type FileContent, sha256Of } from '../files/content';
import { draftOf, putNode } from '../files/draft';
import { EMPTY_LAYER, type Snapshot } from '../files/layer';
import { type Directory, EMPTY_DIRECTORY } from '../files/node';
import { MOST_WORK, TOO_LARGE, type Work } from '../files/work';
import { type BuiltImage, builtImage } from '../image/built-image';
import { filesOfImage } from '../plan/base-image';
import type { PlannedOperation } from '../plan/operation';
import { type Plan, planDockerfile } from '../plan/plan-dockerfile';
import type { BuildRequest } from '../plan/plan-input';
import { planProblem } from '../plan/plan-problem';
import type { PlannedStep } from '../plan/stage-state';
import { type BuildMemory, NO_MEMORY, rememberBuild } from './build-memory';
import { type BuildStep, failureOf, stepsOf } from './build-step';
import { type BuilderRules, CURRENT_BUILDER } from './builder-rules';
import { type Evaluated, type EvaluationInput, evaluate, type Source } from './evaluate';
import { missingSource, type StepProblem } from './step-problem';

/** What is built, and how. */
export interface BuildInput extends Omit<BuildRequest, 'contexts' | 'work'> {
  readonly dockerfile: string;
  /** The files that the builder gets: the context without what is ignored. */
  readonly context: Directory;
  /** What the builder says of the ignore file, if it can’t be used. */
  readonly contextProblem: string | undefined;
  readonly contexts: ReadonlyMap<string, Directory>;
  /** Names of the secrets that are there; values count for nothing. */
  readonly secrets: ReadonlySet<string>;
  /** There is an agent whose socket `--mount=type=ssh` gets. */
  readonly hasSshAgent: boolean;
  /** What URLs and git repositories hold, by address as written. */
  readonly remotes: ReadonlyMap<string, FileContent>;
  /** What a RUN does if it runs, on the files that it sees; undefined: the table of commands says. */
  readonly effectOf: (step: PlannedStep, visible: Directory) => RunEffect | undefined;
  readonly rules: BuilderRules;
  /** Units that the build may spend (files/work.ts); MOST_WORK where nothing is said. */
  readonly mostWork?: number | undefined;
}

/** All that earlier builds left: the cache, and what the steps looked like, for telling why one runs. */
export interface BuildState {
  readonly cache: BuildCache;
  readonly memory: BuildMemory;
  readonly mountedCaches: MountedCaches;
}

export type BuildOutcome =
  /** Refused before anything ran. */
  | { readonly kind: 'refused'; readonly problem: DockerfileProblem }
  | {
      readonly kind: 'failed';
      readonly plan: Plan;
      readonly steps: readonly BuildStep[];
      readonly step: BuildStep;
      readonly problem: StepProblem;
    }
  | {
      readonly kind: 'built';
      readonly plan: Plan;
      readonly steps: readonly BuildStep[];
      readonly image: BuiltImage;
    };

export interface Built {
  readonly outcome: BuildOutcome;
  readonly state: BuildState;
}

/** Builds. A build that is refused leaves the state as it was; one that fails keeps what ran before. */
export function build(input: BuildInput, state: BuildState): Built {
  const parsed = parseDockerfile(input.dockerfile);
  const refusal = parsed.problems[0];
  if (refusal !== undefined) return { outcome: { kind: 'refused', problem: refusal }, state };
  if (input.contextProblem !== undefined) {
    return {
      outcome: { kind: 'refused', problem: planProblem('ignore-file', input.contextProblem, undefined) },
      state,
    };
  }
  return buildParsed(parsed, input, state);
}

function buildParsed({ file }: ParsedDockerfile, input: BuildInput, state: BuildState): Built {
  const work: Work = { left: input.mostWork ?? MOST_WORK };
  const planned = planDockerfile(file, { ...input, contexts: new Set(input.contexts.keys()), work });
  if (planned.kind === 'problem') return { outcome: { kind: 'refused', problem: planned.problem }, state };
  const { plan } = planned;
  const cache = openCache(state.cache);
  const caches = cachesFound(state.mountedCaches, plan.operations);
  const evaluated = evaluate(plan.operations, cache, evaluationInput(plan, input, caches, undefined, work));
  if (work.left < 0)
    return { outcome: { kind: 'refused', problem: planProblem('too-large', TOO_LARGE, undefined) }, state };
  const failure = failureOf(plan, evaluated);
  if (failure === undefined) {
    const steps = stepsOf(plan, evaluated, undefined, state.memory);
    const image = builtImage(plan.image, (operation) => resultOf(evaluated[operation]));
    return { outcome: { kind: 'built', plan, steps, image }, state: after(cache, caches, plan, evaluated, state) };
  }
  // What would have run beside the failing step may not have run: only what it needs is kept.
  const kept = openCache(state.cache);
  const keptCaches = cachesFound(state.mountedCaches, plan.operations);
  evaluate(plan.operations, kept, evaluationInput(plan, input, keptCaches, failure.certain, { left: MOST_WORK }));
  const steps = stepsOf(plan, evaluated, failure, state.memory);
  const step = steps.find(({ status }) => status.kind === 'failed') ?? steps[0];
  if (step === undefined)
    return { outcome: { kind: 'refused', problem: planProblem('source', failure.problem.message, undefined) }, state };
  const outcome: BuildOutcome = { kind: 'failed', plan, steps, step, problem: failure.problem };
  return { outcome, state: after(kept, keptCaches, plan, evaluated, state) };
}

export const FIRST_STATE: BuildState = {
  cache: { links: new Map(), records: new Map(), count: 0 },
  memory: NO_MEMORY,
  mountedCaches: new Map(),
};

/** The rules of the current builder. */
export const DEFAULT_RULES = CURRENT_BUILDER;

function after(
  cache: OpenCache,
  mountedCaches: MountedCaches,
  plan: Plan,
  evaluated: readonly Evaluated[],
  { memory }: BuildState,
): BuildState {
  return { cache, mountedCaches, memory: rememberBuild(memory, plan, evaluated) };
}

export function resultOf(evaluated: Evaluated | undefined): Snapshot | undefined {
  return evaluated !== undefined && 'result' in evaluated.outcome ? evaluated.outcome.result : undefined;
}

function evaluationInput(
  plan: Plan,
  input: BuildInput,
  caches: Map<string, Directory>,
  allowed: ReadonlySet<number> | undefined,
  work: Work,
): EvaluationInput {
  const stepOf = new Map<number, PlannedStep>();
  for (const step of plan.steps) {
    if (step.operation !== undefined && !stepOf.has(step.operation)) stepOf.set(step.operation, step);
  }
  return {
    allowed,
    work,
    sourceOf: (planned) => sourceOf(planned, input),
    executionOf: ({ index }) => {
      const step = stepOf.get(index);
      return {
        secrets: input.secrets,
        hasSshAgent: input.hasSshAgent,
        work,
        storesIdentical: input.rules.storesIdenticalFiles,
        ownsUnpacked: input.rules.ownsUnpackedFiles,
        effectOf: (visible, operation) =>
          (step === undefined ? undefined : input.effectOf(step, visible)) ?? simulateRun(operation, visible, work),
        caches,
      };
    },
    namesCacheMounts: input.rules.countsCacheMountNames,
    otherDigests: ({ operation }) => {
      if (!input.rules.knowsImagesByLayers || operation.kind !== 'image') return [];
      const layers = operation.image.layers.map(({ id }) => id);
      return [digestOfText(JSON.stringify(['layers', layers]))];
    },
  };
}

function sourceOf({ operation }: PlannedOperation, input: BuildInput): Source | StepProblem {
  const known = (root: Directory): Source => ({ result: { root, layer: EMPTY_LAYER }, identity: undefined });
  switch (operation.kind) {
    case 'image':
      return known(filesOfImage(operation.image));
    case 'context':
      return known((operation.name === '' ? input.context : input.contexts.get(operation.name)) ?? EMPTY_DIRECTORY);
    case 'inline':
      return known(oneFile(operation.name, { kind: 'text', text: operation.content }, operation.mode));
    case 'git': {
      const content = input.remotes.get(operation.url);
      if (content?.kind !== 'archive') return unreachable(operation.url);
      return { ...known(content.members), identity: `git ${content.sha256} ${operation.keepsGitFolder}` };
    }
    case 'download': {
      const content = input.remotes.get(operation.url);
      if (content === undefined) return unreachable(operation.url);
      const digest = `sha256:${sha256Of(content)}`;
      if (operation.checksum.startsWith('sha256:') && operation.checksum !== digest) {
        return { kind: 'remote', url: operation.url, message: `digest mismatch ${digest}: ${operation.checksum}` };
      }
      const identity = operation.checksum === '' ? `download ${operation.name} ${digest}` : undefined;
      return { ...known(oneFile(operation.name, content, 0o600)), identity };
    }
    default:
      return missingSource({ code: 'files/not-found', path: '/', message: '"/": not found' });
  }
}

function unreachable(url: string): StepProblem {
  return { kind: 'remote', url, message: `failed to load cache key: invalid response status 404: ${url}` };
}

function oneFile(name: string, content: FileContent, mode: number): Directory {
  const draft = draftOf(EMPTY_DIRECTORY);
  putNode(draft, [name], { kind: 'file', mode, uid: 0, gid: 0, content });
  return draft.root;
}
