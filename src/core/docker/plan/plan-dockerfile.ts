// From a parsed Dockerfile and what is asked of the build to the plan: the operations in order, the stages that are needed and those that
// aren’t, each step with its operation, the image’s configuration and history (buildkit frontend/dockerfile/dockerfile2llb). Stages
// that don’t need each other are parallel; nothing is run here.
import { type Dockerfile, type DockerfileProblem, expandArguments, expandWord, type Stage } from '../dockerfile';
import { connectStages } from './connect-stages';
import type { ImageConfig } from './image-config';
import { emptyOperations, type PlannedOperation, planOperation } from './operation';
import type { BuildRequest, PlanInput } from './plan-input';
import { planProblem } from './plan-problem';
import { runStages } from './plan-stage';
import { automaticArguments, BUILD_PLATFORM, type Platform, parsePlatform } from './platform';
import { resolveBases, type StageBase } from './resolve-base';
import {
  addNode,
  emptyGraph,
  findCircle,
  type ImageLink,
  linksBetweenStages,
  linksToImages,
  neededBy,
  type StageGraph,
  type StageLink,
  type StageNode,
} from './stage-graph';
import type { HistoryEntry, PlannedStep } from './stage-state';

/** The stage that a build is of, and what the image will be. */
export interface PlannedImage {
  readonly stage: number;
  /** The operation whose files are the image’s; NO_INPUT: none. */
  readonly operation: number;
  readonly config: ImageConfig;
  readonly history: readonly HistoryEntry[];
  readonly platform: Platform;
  /** The image below, where it isn’t scratch. */
  readonly base: StageBase;
}

export interface Plan {
  readonly operations: readonly PlannedOperation[];
  /** Steps of the needed stages, in the order of the file. */
  readonly steps: readonly PlannedStep[];
  readonly needed: readonly Stage[];
  readonly skipped: readonly Stage[];
  readonly links: readonly StageLink[];
  readonly imageLinks: readonly ImageLink[];
  readonly image: PlannedImage;
}

export type Planned =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'problem'; readonly problem: DockerfileProblem };

/** Plans the build. The problem is what the builder says instead of beginning. */
export function planDockerfile(file: Dockerfile, request: BuildRequest): Planned {
  const last = file.stages.at(-1);
  if (last === undefined) {
    return refuse(planProblem('no-stage', 'dockerfile contains no stages to build', undefined));
  }
  const targetPlatform = request.platform ?? BUILD_PLATFORM;
  const globals = globalArguments(file, request, targetPlatform, last);
  if ('code' in globals) return refuse(globals);
  const graph = emptyGraph();
  const platforms = new Map<StageNode, Platform>();
  for (const stage of file.stages) {
    const problem = addStage(graph, stage, globals, file, platforms, request);
    if (problem !== undefined) return refuse(problem);
  }
  const target = findTarget(graph, request.target);
  if ('code' in target) return refuse(target);
  const unconnected = connectStages(graph);
  if (unconnected !== undefined) return refuse(unconnected);
  const circle = findCircle(graph);
  if (circle !== undefined) {
    const name = stageLabel(circle.stage);
    return refuse(
      planProblem('circular-stages', `circular dependency detected on stage: ${name}`, circle.instruction.at),
    );
  }
  const input: PlanInput = {
    file,
    arguments: request.arguments,
    globals,
    allowed: request.allowed,
    sourceDate: request.arguments.get('SOURCE_DATE_EPOCH') ?? globals.get('SOURCE_DATE_EPOCH') ?? '',
    ignoresCache: ({ stageName }) =>
      typeof request.ignoresCache === 'boolean'
        ? request.ignoresCache
        : stageName !== undefined && request.ignoresCache.has(stageName),
    operations: emptyOperations(),
    work: request.work,
  };
  const bases = resolveBases(graph, target, platforms, targetPlatform, request, input);
  if ('code' in bases) return refuse(bases);
  const needed = neededBy(target);
  const context = planOperation(input.operations, { kind: 'context', name: '' }, []);
  const states = runStages(graph, needed, bases, context, input);
  if ('code' in states) return refuse(states);
  const state = states.get(target);
  const base = bases.get(rootOf(target));
  if (state === undefined || base === undefined || target.stage === undefined) {
    return refuse(planProblem('no-stage', 'dockerfile contains no stages to build', undefined));
  }
  const isNeeded = (stage: Stage) => graph.nodes.some((node) => node.stage === stage && needed.has(node));
  return {
    kind: 'planned',
    plan: {
      operations: input.operations.operations,
      steps: graph.nodes
        .filter((node) => node.stage !== undefined && needed.has(node))
        .flatMap((node) => states.get(node)?.steps ?? []),
      needed: file.stages.filter(isNeeded),
      skipped: file.stages.filter((stage) => !isNeeded(stage)),
      links: linksBetweenStages(graph),
      imageLinks: linksToImages(graph),
      image: {
        stage: target.stage.index,
        operation: state.operation,
        config: state.config,
        history: state.history,
        platform: state.platform,
        base,
      },
    },
  };
}

const refuse = (problem: DockerfileProblem): Planned => ({ kind: 'problem', problem });

/** The stage that a chain of FROMs begins with. */
function rootOf(node: StageNode): StageNode {
  let root = node;
  while (root.base !== undefined) root = root.base;
  return root;
}

/** A stage as the builder calls it: its name, else `stage-2`. */
export function stageLabel({ stage, name }: StageNode): string {
  return name ?? (stage === undefined ? '' : `stage-${stage.index}`);
}

const NO_GLOBALS: ReadonlyMap<string, string> = new Map();

/** ARG lines before the first FROM, over the automatic ones. */
function globalArguments(
  file: Dockerfile,
  request: BuildRequest,
  target: Platform,
  last: Stage,
): Map<string, string> | DockerfileProblem {
  const stageName = request.target ?? last.from.stageName ?? '';
  const globals = automaticArguments(BUILD_PLATFORM, target, stageName, request.arguments);
  for (const instruction of file.globalArgs) {
    const { given, problem } = expandArguments(instruction, globals, file.escape, request.arguments, NO_GLOBALS);
    if (problem !== undefined) return planProblem('expansion', problem, instruction.at);
    for (const { name, value } of given) {
      if (value === undefined) continue;
      globals.delete(name);
      globals.set(name, value);
    }
  }
  return globals;
}

function addStage(
  graph: StageGraph,
  stage: Stage,
  globals: ReadonlyMap<string, string>,
  file: Dockerfile,
  platforms: Map<StageNode, Platform>,
  { contexts }: BuildRequest,
): DockerfileProblem | undefined {
  const { from } = stage;
  const base = expandWord(from.base.text, globals, file.escape);
  if (base.problem !== undefined) return planProblem('expansion', base.problem, from.at);
  if (base.text === '') {
    return planProblem('empty-base', `base name (${from.base.text}) should not be blank`, from.at);
  }
  const isReplaced = from.stageName !== undefined && contexts.has(from.stageName);
  const node = addNode(
    graph,
    {
      stage,
      name: from.stageName,
      baseName: isReplaced ? (from.stageName ?? '') : base.text,
      at: from.at,
      instructions: isReplaced ? [] : stage.instructions.map((instruction) => ({ instruction, isTrigger: false })),
      needs: new Map(),
    },
    !isReplaced,
  );
  if (from.platform === undefined || from.platform === '') return undefined;
  const { text: written, problem } = expandWord(from.platform, globals, file.escape);
  if (problem !== undefined) return planProblem('expansion', problem, from.at);
  if (written === '') {
    return planProblem('empty-platform', `empty platform value from expression ${from.platform}`, from.at);
  }
  const platform = parsePlatform(written);
  if (platform === undefined) {
    const isLong = written.split('/').length > 3;
    const reason = isLong ? 'cannot parse platform specifier' : 'unknown operating system or architecture';
    const message = `failed to parse platform ${from.platform}: "${written}": ${reason}: invalid argument`;
    return planProblem('unknown-platform', message, from.at);
  }
  platforms.set(node, platform);
  return undefined;
}

/** A target is named, in any case of letters; a number is a name like another. */
function findTarget({ nodes, byName }: StageGraph, target: string | undefined): StageNode | DockerfileProblem {
  const found = target === undefined ? nodes.at(-1) : byName.get(target.toLowerCase());
  return found ?? planProblem('unknown-target', `target stage "${target ?? ''}" could not be found`, undefined);
}
