// Stages and what they need of each other (buildkit dockerfile2llb): FROM a stage, COPY --from and mounts --from. What the target
// doesn’t need isn’t built at all; a stage can only take from stages above it, and circles are refused.
import type { DockerfileProblem, Instruction, Stage, Stretch } from '../dockerfile';

/** A place that files come from: a stage of the file, or an image or context that an instruction names. */
export interface StageNode {
  /** The stage’s number; undefined for an image that COPY --from or a mount names. */
  readonly stage: Stage | undefined;
  readonly name: string | undefined;
  /** The image or stage after FROM, variables put in. */
  readonly baseName: string;
  readonly base: StageNode | undefined;
  readonly at: Stretch;
  /** Triggers of the base come before the stage’s own instructions. */
  instructions: readonly PlacedInstruction[];
  /** What the stage takes files from, with the instruction that does. */
  readonly needs: Map<StageNode, Instruction>;
}

export interface PlacedInstruction {
  readonly instruction: Instruction;
  readonly isTrigger: boolean;
}

export interface StageGraph {
  /** In the order in which they are planned: the file’s, images that are copied from after the stages before them. */
  readonly nodes: StageNode[];
  readonly byName: Map<string, StageNode>;
}

export function emptyGraph(): StageGraph {
  return { nodes: [], byName: new Map() };
}

/** Adds a node; one whose base is a stage above goes on from that stage. */
export function addNode(graph: StageGraph, node: Omit<StageNode, 'base'>, isAlias = true): StageNode {
  const added: StageNode = { ...node, base: isAlias ? graph.byName.get(node.baseName) : undefined };
  graph.nodes.push(added);
  if (added.name !== undefined) graph.byName.set(added.name.toLowerCase(), added);
  return added;
}

/** The stage that a name or number of `--from` means; undefined: neither. */
export function findStage(graph: StageGraph, from: string): StageNode | undefined {
  return /^[+-]?\d+$/.test(from) ? graph.nodes[Number(from)] : graph.byName.get(from.toLowerCase());
}

/** The target and all that it needs, in any depth. */
export function neededBy(target: StageNode): ReadonlySet<StageNode> {
  const needed = new Set<StageNode>();
  const open = [target];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (needed.has(node)) continue;
    needed.add(node);
    if (node.base !== undefined) open.push(node.base);
    open.push(...node.needs.keys());
  }
  return needed;
}

/** The stage on a circle of COPY --from and mounts, and the instruction that closes it; undefined: there is none. */
export function findCircle(
  graph: StageGraph,
): { readonly stage: StageNode; readonly instruction: Instruction } | undefined {
  const done = new Set<StageNode>();
  for (const start of graph.nodes) {
    const onPath = new Set<StageNode>();
    const open: { readonly node: StageNode; readonly rest: [StageNode, Instruction][] }[] = [];
    const enter = (node: StageNode) => {
      done.add(node);
      onPath.add(node);
      open.push({ node, rest: [...node.needs] });
    };
    if (!done.has(start)) enter(start);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const next = top.rest.shift();
      if (next === undefined) {
        onPath.delete(top.node);
        open.pop();
      } else if (onPath.has(next[0])) return { stage: start, instruction: next[1] };
      else if (!done.has(next[0])) enter(next[0]);
    }
  }
  return undefined;
}

/** A stage’s number and what it needs, for drawing. */
export interface StageLink {
  readonly stage: number;
  readonly needs: number;
  readonly how: 'from' | 'copy' | 'mount';
}

/** The links between the stages of the file. */
export function linksBetweenStages(graph: StageGraph): readonly StageLink[] {
  const links: StageLink[] = [];
  for (const { stage, base, needs } of graph.nodes) {
    if (stage === undefined) continue;
    if (base?.stage !== undefined) links.push({ stage: stage.index, needs: base.stage.index, how: 'from' });
    for (const [node, instruction] of needs) {
      if (node.stage === undefined) continue;
      links.push({ stage: stage.index, needs: node.stage.index, how: instruction.kind === 'run' ? 'mount' : 'copy' });
    }
  }
  return links;
}

/** An image that a stage starts from or takes files from, as the Dockerfile names it. */
export interface ImageLink {
  readonly stage: number;
  readonly image: string;
  readonly how: StageLink['how'];
}

/** The links from the stages of the file to images and named contexts. */
export function linksToImages(graph: StageGraph): readonly ImageLink[] {
  const links: ImageLink[] = [];
  for (const { stage, base, baseName, needs } of graph.nodes) {
    if (stage === undefined) continue;
    if (base === undefined && baseName !== 'scratch') links.push({ stage: stage.index, image: baseName, how: 'from' });
    for (const [node, instruction] of needs) {
      if (node.stage !== undefined) continue;
      links.push({ stage: stage.index, image: node.baseName, how: instruction.kind === 'run' ? 'mount' : 'copy' });
    }
  }
  return links;
}

export type GraphProblem = DockerfileProblem;
