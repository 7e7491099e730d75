// What stages begin with: an image, nothing (scratch), a named context; and the triggers (ONBUILD) that a base brings along, which act
// before the stage’s own instructions and may need further stages themselves.
import { type DockerfileProblem, parseTrigger } from '../dockerfile';
import { spend, TOO_LARGE, WORK, type Work } from '../files/work';
import type { BaseImage } from './base-image';
import { connectInstruction } from './connect-stages';
import { EMPTY_CONFIG, type ImageConfig, SCRATCH_CONFIG } from './image-config';
import { NO_INPUT, planOperation } from './operation';
import type { BuildRequest, PlanInput } from './plan-input';
import { planProblem } from './plan-problem';
import type { Platform } from './platform';
import { findImage, fullReference } from './reference';
import { neededBy, type StageGraph, type StageNode } from './stage-graph';

/** The files, configuration and layers that a stage begins with. */
export interface StageBase {
  readonly operation: number;
  readonly config: ImageConfig;
  readonly platform: Platform;
  readonly image: BaseImage | undefined;
  /** The full name of the image; `scratch` or a context’s name otherwise. */
  readonly reference: string;
}

/** Triggers may bring stages that bring triggers; no file needs more rounds than this. */
const MAX_ROUNDS = 64;

/** The bases of all stages that are needed and don’t go on from another one. */
export function resolveBases(
  graph: StageGraph,
  target: StageNode,
  platforms: ReadonlyMap<StageNode, Platform>,
  targetPlatform: Platform,
  request: BuildRequest,
  input: PlanInput,
): Map<StageNode, StageBase> | DockerfileProblem {
  const bases = new Map<StageNode, StageBase>();
  const triggered = new Set<StageNode>();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const needed = neededBy(target);
    for (const node of [...graph.nodes]) {
      if (node.base !== undefined || bases.has(node)) continue;
      const platform = platforms.get(node) ?? targetPlatform;
      const base = resolveBase(node, needed.has(node), platform, request, input);
      if (base !== undefined && 'code' in base) return base;
      if (base !== undefined) bases.set(node, base);
    }
    let hasNewNeeds = false;
    for (const node of graph.nodes.filter((one) => needed.has(one) && !triggered.has(one))) {
      triggered.add(node);
      const added = addTriggers(graph, node, bases, input.work);
      if (typeof added !== 'boolean') return added;
      hasNewNeeds ||= added;
    }
    if (!hasNewNeeds) break;
  }
  return bases;
}

function resolveBase(
  { baseName, at }: StageNode,
  isNeeded: boolean,
  platform: Platform,
  { images, contexts }: BuildRequest,
  { operations }: PlanInput,
): StageBase | DockerfileProblem | undefined {
  if (baseName === 'scratch') {
    return { operation: NO_INPUT, config: SCRATCH_CONFIG, platform, image: undefined, reference: 'scratch' };
  }
  if (contexts.has(baseName)) {
    const operation = planOperation(operations, { kind: 'context', name: baseName }, []);
    return { operation, config: SCRATCH_CONFIG, platform, image: undefined, reference: baseName };
  }
  const reference = fullReference(baseName);
  if (typeof reference !== 'string') {
    const message = `failed to parse stage name "${baseName}": ${reference.message}`;
    return planProblem('invalid-reference', message, at);
  }
  if (!isNeeded) return undefined;
  const image = findImage(images, baseName);
  if (image === undefined) {
    const message = `${baseName}: failed to resolve source metadata for ${reference}: ${reference}: not found`;
    return planProblem('unknown-image', message, at);
  }
  if (platform.os !== 'linux') {
    const message = `${baseName}: failed to resolve source metadata for ${reference}: no match for platform in manifest: not found`;
    return planProblem('unknown-image', message, at);
  }
  const isEmpty = image.layers.length === 0;
  const operation = isEmpty ? NO_INPUT : planOperation(operations, { kind: 'image', reference, image, platform }, []);
  return { operation, config: { ...EMPTY_CONFIG, ...image.config }, platform, image, reference };
}

/** Puts the triggers of a stage’s base before its instructions. True: there are new needs. */
function addTriggers(
  graph: StageGraph,
  node: StageNode,
  bases: ReadonlyMap<StageNode, StageBase>,
  work: Work,
): boolean | DockerfileProblem {
  const written =
    node.base === undefined
      ? (bases.get(node)?.config.onbuild ?? [])
      : node.base.instructions.flatMap(({ instruction }) =>
          instruction.kind === 'onbuild' ? [instruction.trigger] : [],
        );
  if (written.length === 0 || node.stage === undefined) return false;
  if (!spend(work, WORK.instruction * written.length)) return planProblem('too-large', TOO_LARGE, node.at);
  const triggers: StageNode['instructions'][number][] = [];
  const before = node.needs.size;
  for (const text of written) {
    const { instruction, problem = '' } = parseTrigger(text);
    if (instruction === undefined) return planProblem('invalid-trigger', problem, node.at);
    triggers.push({ instruction, isTrigger: true });
    const unconnected = connectInstruction(graph, node, instruction);
    if (unconnected !== undefined) return unconnected;
  }
  node.instructions = [...triggers, ...node.instructions];
  return node.needs.size > before;
}
