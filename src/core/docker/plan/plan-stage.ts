// The instructions of the needed stages, one after the other: each makes an operation or changes what is in force for the next.
import { type DockerfileProblem, expandInstruction, expandLabel, type Instruction } from '../dockerfile';
import { parseOwnership } from '../files/owner';
import { joinPath } from '../files/path';
import { spend, TOO_LARGE, WORK } from '../files/work';
import { sourceNode } from './connect-stages';
import { DEFAULT_PATH, withVariable } from './image-config';
import { planOperation } from './operation';
import { planConfig } from './plan-config';
import { planCopy } from './plan-copy';
import type { PlanInput } from './plan-input';
import { planProblem } from './plan-problem';
import { planRun } from './plan-run';
import type { StageBase } from './resolve-base';
import type { StageGraph, StageNode } from './stage-graph';
import { type StageState, setVariable, startOfStage } from './stage-state';

/** The states of the needed nodes after their last instruction. The first problem ends it. */
export function runStages(
  graph: StageGraph,
  needed: ReadonlySet<StageNode>,
  bases: ReadonlyMap<StageNode, StageBase>,
  context: number,
  input: PlanInput,
): Map<StageNode, StageState> | DockerfileProblem {
  const states = new Map<StageNode, StageState>();
  // Images that are copied from stand for themselves, wherever in the file they are named.
  for (const node of graph.nodes) {
    const base = bases.get(node);
    if (node.stage === undefined && base !== undefined && needed.has(node))
      states.set(node, startOfStage(undefined, base));
  }
  for (const node of graph.nodes) {
    if (node.stage === undefined || !needed.has(node)) continue;
    const problem = runStage(graph, node, states, bases, context, input);
    if (problem !== undefined) return problem;
  }
  return states;
}

function runStage(
  graph: StageGraph,
  node: StageNode,
  states: Map<StageNode, StageState>,
  bases: ReadonlyMap<StageNode, StageBase>,
  context: number,
  input: PlanInput,
): DockerfileProblem | undefined {
  const base = node.base === undefined ? bases.get(node) : states.get(node.base);
  if (base === undefined || node.stage === undefined) return undefined;
  const state = startOfStage(node.name, base);
  if (!state.env.has('PATH') && state.platform.os !== 'windows') {
    setVariable(state, 'PATH', DEFAULT_PATH);
    state.config = { ...state.config, env: withVariable(state.config.env, 'PATH', DEFAULT_PATH) };
  }
  states.set(node, state);
  const labels = labelsOf(graph, node);
  if ('reference' in base && base.reference !== 'scratch') {
    const { from, index } = node.stage;
    const step = { stage: index, line: from.at.start.line, kind: 'from', instruction: from.code } as const;
    const label = labels(`FROM ${base.reference}`, false);
    const { operation } = base;
    state.steps.push({ ...step, label, operation, isTrigger: false, parent: operation, declared: new Set() });
  }
  for (const { instruction, isTrigger } of node.instructions) {
    const problem = runInstruction(graph, node, state, instruction, isTrigger, states, labels, context, input);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function runInstruction(
  graph: StageGraph,
  node: StageNode,
  state: StageState,
  instruction: Instruction,
  isTrigger: boolean,
  states: ReadonlyMap<StageNode, StageState>,
  labels: Labels,
  context: number,
  input: PlanInput,
): DockerfileProblem | undefined {
  const parent = state.operation;
  const before = new Map(state.env);
  const outcome = planOne(graph, node, state, instruction, states, context, input);
  if ('code' in outcome) return outcome;
  if (!spend(input.work, sizeOf(instruction, outcome.createdBy, state))) {
    return planProblem('too-large', TOO_LARGE, instruction.at);
  }
  const { createdBy, operation, judgedBy = operation } = outcome;
  const place = {
    stage: node.stage?.index ?? 0,
    line: isTrigger ? node.at.start.line : instruction.at.start.line,
    instruction: instruction.code,
    isTrigger,
  };
  if (operation !== undefined) state.operation = operation;
  if (createdBy !== undefined) state.history.push({ createdBy, operation, ...place });
  const isStep = operation !== undefined || instruction.kind === 'workdir';
  const label = isStep ? labels(labelText(instruction, before, input), isTrigger) : undefined;
  const declared = new Set(state.declared.map(({ name }) => name));
  state.steps.push({ ...place, kind: instruction.kind, label, operation: judgedBy, parent, declared });
  return undefined;
}

/** What an instruction costs: itself, its sources, the text that it brings, and of what is in force all that it carries along. */
function sizeOf(instruction: Instruction, createdBy: string | undefined, { env, config }: StageState): number {
  let letters = createdBy?.length ?? 0;
  if (instruction.kind === 'run') for (const [name, value] of env) letters += name.length + value.length;
  const isCopying = instruction.kind === 'copy' || instruction.kind === 'add';
  const sources = isCopying ? instruction.sources.length + instruction.files.length : 0;
  const settings = config.exposedPorts.length + config.labels.size + config.volumes.length + env.size;
  return WORK.instruction * (1 + sources) + WORK.letter * letters + WORK.setting * settings;
}

/** The instruction as the log shows it: its keyword in capitals, variables put in. */
function labelText(instruction: Instruction, environment: ReadonlyMap<string, string>, { file }: PlanInput): string {
  const label = expandLabel(instruction.code, environment, file.escape, instruction.kind === 'run');
  return label.replace(/^\S+/, (keyword) => keyword.toUpperCase());
}

interface InstructionOutcome {
  readonly createdBy: string | undefined;
  readonly operation: number | undefined;
  /** The operation that says whether the step ran, where it is another one. */
  readonly judgedBy?: number;
}

function planOne(
  graph: StageGraph,
  node: StageNode,
  state: StageState,
  instruction: Instruction,
  states: ReadonlyMap<StageNode, StageState>,
  context: number,
  input: PlanInput,
): InstructionOutcome | DockerfileProblem {
  const filesOf = (from: string): number | undefined => {
    const source = sourceNode(graph, from);
    return source === undefined ? undefined : states.get(source)?.operation;
  };
  switch (instruction.kind) {
    case 'run':
      return planRun(state, instruction, context, filesOf, input);
    case 'add':
      return planCopy(state, instruction, context, input);
    case 'copy': {
      const from = instruction.from === '' ? context : filesOf(instruction.from);
      const source = sourceNode(graph, instruction.from);
      if (from === undefined || source === node) {
        const message = `cannot copy from stage "${instruction.from}", it needs to be defined before current stage "${node.name ?? ''}"`;
        return planProblem('copy-from-later-stage', message, instruction.at);
      }
      return planCopy(state, instruction, from, input);
    }
    case 'workdir':
      return planWorkdir(state, instruction, input);
    default: {
      const outcome = planConfig(state, instruction, input);
      return 'code' in outcome ? outcome : { ...outcome, operation: undefined };
    }
  }
}

/** WORKDIR makes the folder where it is missing, owned by the user in force. */
function planWorkdir(
  state: StageState,
  instruction: Extract<Instruction, { readonly kind: 'workdir' }>,
  input: PlanInput,
): InstructionOutcome | DockerfileProblem {
  const expanded = expandInstruction(instruction, state.env, input.file.escape);
  if (expanded.problem !== undefined) return planProblem('expansion', expanded.problem, instruction.at);
  const written = expanded.instruction.path.text;
  const { workdir, user } = state.config;
  // An absolute folder stays as it is spelled; the folder that is made doesn’t.
  const spelled = written.startsWith('/') ? written : joinPath('/', workdir, written);
  state.workdir = spelled;
  state.config = { ...state.config, workdir: spelled };
  const createdBy = `WORKDIR ${spelled}`;
  if (spelled === '/') return { createdBy, operation: undefined };
  const path = joinPath('/', spelled);
  const ownership = user === '' ? undefined : parseOwnership(user);
  const made = planOperation(
    input.operations,
    { kind: 'mkdir', path, ownership, mode: 0o755, time: input.sourceDate },
    [state.operation],
  );
  return { createdBy, operation: made };
}

type Labels = (text: string, isTrigger: boolean) => string;

/** `[builder 2/5] …`: the stage’s name unless it is the only one, and the step’s number among those that run something. */
function labelsOf({ nodes }: StageGraph, node: StageNode): Labels {
  const steps = node.instructions.filter(
    ({ instruction: { kind }, isTrigger }) =>
      isTrigger || kind === 'add' || kind === 'copy' || kind === 'run' || kind === 'workdir',
  );
  const total = steps.length + (node.base === undefined && node.baseName !== 'scratch' ? 1 : 0);
  const name = nodes.length === 1 ? '' : `${node.name ?? `stage-${node.stage?.index ?? 0}`} `;
  let index = 0;
  return (text, isTrigger) => {
    if (total === 0) return text;
    index++;
    const number = `${index}`.padStart(`${total}`.length, ' ');
    return `[${name}${number}/${total}] ${isTrigger ? 'ONBUILD ' : ''}${text}`;
  };
}
