// Which stages and images the instructions take files from: `--from` of COPY and of mounts.
import { type DockerfileProblem, expandInstruction, expandWord, type Instruction } from '../dockerfile';
import { planProblem } from './plan-problem';
import { addNode, findStage, type StageGraph, type StageNode } from './stage-graph';

const NO_VARIABLES: ReadonlyMap<string, string> = new Map();

/** Connects the nodes’ instructions with the nodes that they name; images become nodes of their own. The first problem ends it. */
export function connectStages(graph: StageGraph): DockerfileProblem | undefined {
  for (const node of [...graph.nodes]) {
    for (const { instruction } of node.instructions) {
      const problem = connectInstruction(graph, node, instruction);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

/** Connects one instruction of a node. */
export function connectInstruction(
  graph: StageGraph,
  node: StageNode,
  instruction: Instruction,
): DockerfileProblem | undefined {
  if (instruction.kind === 'copy' && instruction.from !== '') {
    const { from, at } = instruction;
    const { text, problem } = expandWord(from, NO_VARIABLES, '\\');
    if (problem !== undefined) return planProblem('expansion', problem, at);
    if (text !== from) {
      const message =
        'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround';
      return planProblem('variable-in-from', message, at);
    }
    const source = findStage(graph, from);
    if (source === undefined && /^[+-]?\d+$/.test(from)) {
      return planProblem('unknown-stage-index', `invalid stage index ${Number(from)}`, at);
    }
    connect(graph, node, source, from, instruction);
  }
  if (instruction.kind !== 'run') return undefined;
  // Variables come later; `from` may not hold any.
  for (const mount of expandInstruction(instruction, NO_VARIABLES, '\\').mounts) {
    if (mount.from !== '') {
      connect(graph, node, graph.byName.get(mount.from.toLowerCase()), mount.from, instruction);
    }
  }
  return undefined;
}

function connect(
  graph: StageGraph,
  node: StageNode,
  source: StageNode | undefined,
  name: string,
  instruction: Instruction,
): void {
  const image =
    source ??
    graph.nodes.find((one) => one.stage === undefined && one.baseName === name) ??
    addNode(
      graph,
      { stage: undefined, name: undefined, baseName: name, at: instruction.at, instructions: [], needs: new Map() },
      false,
    );
  node.needs.set(image, instruction);
}

/** The node that a `--from` of an instruction means, after all are connected. */
export function sourceNode(graph: StageGraph, from: string): StageNode | undefined {
  return findStage(graph, from) ?? graph.nodes.find((one) => one.stage === undefined && one.baseName === from);
}
