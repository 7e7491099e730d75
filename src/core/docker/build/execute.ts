// Running one operation: the files before it → the files after it and the layer that it adds. RUN does what its effect says.
import { COST_MODEL, type StepCost } from '../effects/cost-model';
import { fillCaches, withMounts } from '../effects/mounted-files';
import { applyEffect, type RunEffect } from '../effects/run-effect';
import { copyFiles } from '../files/copy-files';
import { changeFolder, putNode, removeNode } from '../files/draft';
import { EMPTY_LAYER, finishLayer, type LayerDraft, noteWrite, type Snapshot, startLayer } from '../files/layer';
import { makeDirectories } from '../files/make-directories';
import { type Directory, EMPTY_DIRECTORY } from '../files/node';
import { isUserKnown, ownerIn } from '../files/owner';
import { namesOf } from '../files/path';
import { nodeAt, walk } from '../files/tree';
import { TOO_LARGE, type Work } from '../files/work';
import type { CopyAction, Operation } from '../plan/operation';
import { exitProblem, type StepProblem, unknownUser } from './step-problem';

/** What running an operation needs, besides its inputs. */
export interface ExecutionInput {
  readonly secrets: ReadonlySet<string>;
  readonly hasSshAgent: boolean;
  /** The effect of a RUN on these files. */
  readonly effectOf: (visible: Directory, operation: ExecOperation) => RunEffect;
  /** The cache mounts’ contents; written to. */
  readonly caches: Map<string, Directory>;
  /** When the step runs; later steps have greater ones. */
  readonly time: number;
  readonly storesIdentical: boolean;
  readonly ownsUnpacked: boolean;
  /** What the build may still do; spent from. */
  readonly work: Work;
}

export type ExecOperation = Extract<Operation, { readonly kind: 'exec' }>;

/** What a run cost, and what of it isn’t known. */
export interface RunReport extends StepCost {
  /** Commands that the table of effects doesn’t know: they changed nothing. */
  readonly unknown: readonly string[];
  readonly isGuess: boolean;
}

export type Executed =
  | { readonly kind: 'done'; readonly result: Snapshot; readonly report: RunReport }
  | { readonly kind: 'failed'; readonly problem: StepProblem };

export const NOTHING: Snapshot = { root: EMPTY_DIRECTORY, layer: EMPTY_LAYER };

/** An operation that makes files out of others. Sources (images, contexts, downloads) are read, not run. */
export type RunnableOperation = Extract<Operation, { readonly kind: 'exec' | 'mkdir' | 'copy' | 'merge' }>;

/** Runs the operation on its inputs; the first is what it writes on. */
export function execute(operation: RunnableOperation, inputs: readonly Snapshot[], input: ExecutionInput): Executed {
  const before = (inputs[0] ?? NOTHING).root;
  const draft = startLayer(before, input.work);
  const ran =
    operation.kind === 'exec' ? runExec(draft, operation, inputs, input) : runFiles(draft, operation, inputs, input);
  if (input.work.left < 0) return { kind: 'failed', problem: { kind: 'too-large', message: TOO_LARGE } };
  if (ran !== undefined && 'message' in ran) return { kind: 'failed', problem: ran };
  // What is linked is a layer of its own, whatever it lies on.
  const result = finishLayer(draft, input.storesIdentical || operation.kind === 'merge');
  return { kind: 'done', result, report: ran ?? fileReport(result) };
}

function fileReport({ layer }: Snapshot): RunReport {
  const seconds = COST_MODEL.fileStep + layer.size / COST_MODEL.copy;
  return { seconds, downloadedBytes: 0, unknown: [], isGuess: false };
}

function runFiles(
  draft: LayerDraft,
  operation: Exclude<RunnableOperation, ExecOperation>,
  inputs: readonly Snapshot[],
  { ownsUnpacked }: ExecutionInput,
): StepProblem | undefined {
  switch (operation.kind) {
    case 'mkdir': {
      const owner = operation.ownership === undefined ? { uid: 0, gid: 0 } : ownerIn(draft.root, operation.ownership);
      const problem = makeDirectories(draft, operation.path, { mode: operation.mode, ...owner });
      return problem === undefined ? undefined : { kind: 'files', problem, message: problem.message };
    }
    case 'copy':
      for (const action of operation.actions) {
        const problem = runCopy(draft, action, inputs, ownsUnpacked);
        if (problem !== undefined) return problem;
      }
      return undefined;
    case 'merge':
      layOver(draft, inputs[1] ?? NOTHING);
      return undefined;
  }
}

function runExec(
  draft: LayerDraft,
  operation: ExecOperation,
  inputs: readonly Snapshot[],
  { secrets, hasSshAgent, effectOf, time, caches }: ExecutionInput,
): StepProblem | RunReport {
  const { args, user, mounts, secretVariables } = operation;
  const needed = [...mounts.filter((mount) => mount.kind === 'secret'), ...secretVariables];
  const missing = needed.find(({ id, isRequired }) => isRequired && !secrets.has(id));
  if (missing !== undefined) return { kind: 'secret', id: missing.id, message: `secret ${missing.id}: not found` };
  const agent = mounts.find((mount) => mount.kind === 'ssh' && mount.isRequired);
  if (agent?.kind === 'ssh' && !hasSshAgent) {
    return { kind: 'secret', id: agent.id, message: `no SSH key "${agent.id}" forwarded from the client` };
  }
  if (!isUserKnown(draft.root, user)) return unknownUser(args, user);
  const effect = effectOf(withMounts(draft.root, operation, inputs, caches), operation);
  if (effect.exitCode !== 0) return exitProblem(args, effect.exitCode);
  applyEffect(draft, effect, time);
  fillCaches(caches, operation, effect);
  const { cost = { seconds: COST_MODEL.start, downloadedBytes: 0 }, unknown = [], isGuess = false } = effect;
  return { ...cost, unknown, isGuess };
}

function runCopy(
  draft: LayerDraft,
  action: CopyAction,
  inputs: readonly Snapshot[],
  ownsUnpacked: boolean,
): StepProblem | undefined {
  const problem = copyFiles(draft, {
    root: (inputs[action.input] ?? NOTHING).root,
    path: action.source,
    destination: action.destination,
    owner: action.ownership === undefined ? undefined : ownerIn(draft.before, action.ownership),
    mode: action.mode,
    allowsWildcard: action.isPath,
    unpacks: action.unpacks,
    ownsUnpacked,
    includes: action.includes,
    excludes: action.excludes,
    copiesContents: action.isPath,
  });
  return problem === undefined ? undefined : { kind: 'files', problem, message: problem.message };
}

/** `COPY --link`: the files of a layer that was made on its own, laid over what is there, whatever that is. */
function layOver(draft: LayerDraft, linked: Snapshot): void {
  for (const { path, node } of walk(linked.root)) {
    const names = namesOf(path);
    const there = nodeAt(draft.root, names);
    if (node.kind === 'dir' && there?.kind === 'dir') {
      changeFolder(draft, names, { mode: node.mode, uid: node.uid, gid: node.gid });
    } else {
      if (there !== undefined) removeNode(draft, names);
      putNode(draft, names, node.kind === 'dir' ? { ...node, entries: new Map() } : node);
    }
    noteWrite(draft, names, 'alone');
  }
}
