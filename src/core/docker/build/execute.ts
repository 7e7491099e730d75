// Running one operation: the files before it → the files after it and the layer that it adds. RUN does what its effect says.
import { applyEffect, type RunEffect } from '../effects/run-effect';
import { copyFiles } from '../files/copy-files';
import { changeFolder, putNode, removeNode } from '../files/draft';
import { EMPTY_LAYER, finishLayer, type LayerDraft, noteWrite, type Snapshot, startLayer } from '../files/layer';
import { makeDirectories } from '../files/make-directories';
import { type Directory, EMPTY_DIRECTORY } from '../files/node';
import { isUserKnown, ownerIn } from '../files/owner';
import { namesOf } from '../files/path';
import { nodeAt, walk } from '../files/tree';
import type { CopyAction, Operation } from '../plan/operation';
import { exitProblem, type StepProblem, unknownUser } from './step-problem';

/** What running an operation needs, besides its inputs. */
export interface ExecutionInput {
  readonly secrets: ReadonlySet<string>;
  readonly hasSshAgent: boolean;
  /** The effect of a RUN on these files. */
  readonly effectOf: (before: Directory) => RunEffect;
  /** When the step runs; later steps have greater ones. */
  readonly time: number;
  readonly storesIdentical: boolean;
}

export type Executed =
  | { readonly kind: 'done'; readonly result: Snapshot }
  | { readonly kind: 'failed'; readonly problem: StepProblem };

export const NOTHING: Snapshot = { root: EMPTY_DIRECTORY, layer: EMPTY_LAYER };

/** An operation that makes files out of others. Sources (images, contexts, downloads) are read, not run. */
export type RunnableOperation = Extract<Operation, { readonly kind: 'exec' | 'mkdir' | 'copy' | 'merge' }>;

/** Runs the operation on its inputs; the first is what it writes on. */
export function execute(operation: RunnableOperation, inputs: readonly Snapshot[], input: ExecutionInput): Executed {
  const before = (inputs[0] ?? NOTHING).root;
  const draft = startLayer(before);
  const problem = runInto(draft, operation, inputs, input);
  return problem === undefined
    ? { kind: 'done', result: finishLayer(draft, input.storesIdentical) }
    : { kind: 'failed', problem };
}

function runInto(
  draft: LayerDraft,
  operation: RunnableOperation,
  inputs: readonly Snapshot[],
  input: ExecutionInput,
): StepProblem | undefined {
  switch (operation.kind) {
    case 'exec':
      return runExec(draft, operation, input);
    case 'mkdir': {
      const owner = operation.ownership === undefined ? { uid: 0, gid: 0 } : ownerIn(draft.root, operation.ownership);
      const problem = makeDirectories(draft, operation.path, { mode: operation.mode, ...owner });
      return problem === undefined ? undefined : { kind: 'files', problem, message: problem.message };
    }
    case 'copy':
      for (const action of operation.actions) {
        const problem = runCopy(draft, action, inputs);
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
  { args, user, mounts, secretVariables }: Extract<Operation, { readonly kind: 'exec' }>,
  { secrets, hasSshAgent, effectOf, time }: ExecutionInput,
): StepProblem | undefined {
  const needed = [...mounts.filter((mount) => mount.kind === 'secret'), ...secretVariables];
  const missing = needed.find(({ id, isRequired }) => isRequired && !secrets.has(id));
  if (missing !== undefined) return { kind: 'secret', id: missing.id, message: `secret ${missing.id}: not found` };
  const agent = mounts.find((mount) => mount.kind === 'ssh' && mount.isRequired);
  if (agent?.kind === 'ssh' && !hasSshAgent) {
    return { kind: 'secret', id: agent.id, message: `no SSH key "${agent.id}" forwarded from the client` };
  }
  if (!isUserKnown(draft.root, user)) return unknownUser(args, user);
  const effect = effectOf(draft.root);
  if (effect.exitCode !== 0) return exitProblem(args, effect.exitCode);
  applyEffect(draft, effect, time);
  return undefined;
}

function runCopy(draft: LayerDraft, action: CopyAction, inputs: readonly Snapshot[]): StepProblem | undefined {
  const problem = copyFiles(draft, {
    root: (inputs[action.input] ?? NOTHING).root,
    path: action.source,
    destination: action.destination,
    owner: action.ownership === undefined ? undefined : ownerIn(draft.before, action.ownership),
    mode: action.mode,
    allowsWildcard: action.isPath,
    unpacks: action.unpacks,
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
