// A RUN by the table of commands: each simple command of its line that the table knows does what its model says, on the files that the
// ones before left; one that it doesn’t know changes nothing and is named.
import { digestOfText, sha256Of, sizeOf, textOf } from '../files/content';
import { finishLayer, startLayer } from '../files/layer';
import type { Directory, RegularFile } from '../files/node';
import { namesOf } from '../files/path';
import { nodeAt } from '../files/tree';
import { MOST_WORK, spend, WORK, type Work } from '../files/work';
import { nameOfVariable, valueOfVariable } from '../plan/image-config';
import type { Operation } from '../plan/operation';
import type { CommandResult, CommandRun } from './command';
import { COMPILE_COMMANDS } from './compile-commands';
import { addCosts, COST_MODEL, NO_COST, type StepCost } from './cost-model';
import { FILE_COMMANDS, printed, textFact } from './file-commands';
import { INSTALL_COMMANDS } from './install-commands';
import { applyEffect, type FileFact, type RunEffect } from './run-effect';
import { type SimpleCommand, simpleCommands } from './shell-commands';

type Exec = Extract<Operation, { readonly kind: 'exec' }>;

/** The effect of a RUN on the files that it sees, mounts included. Its cost is a model. What comes after `work` is used up is left out. */
export function simulateRun(
  { args, env, workdir, user, mounts }: Exec,
  before: Directory,
  work: Work = { left: MOST_WORK },
): RunEffect {
  const environment = new Map(env.map((written) => [nameOfVariable(written), valueOfVariable(written)]));
  const caches = mounts.flatMap((mount) => (mount.kind === 'cache' ? [mount.target] : []));
  const mounted = mounts.flatMap((mount) =>
    mount.kind === 'tmpfs' || mount.kind === 'bind' ? [mount.target] : caches,
  );
  const isShell = args.length === 3 && /\/?(ba|a|da)?sh$/.test(args[0] ?? '') && /^-\w*c$/.test(args[1] ?? '');
  const commands: readonly SimpleCommand[] = isShell
    ? simpleCommands(args[2] ?? '', environment)
    : [{ words: args, output: undefined }];
  let run: CommandRun = { root: before, workdir, user, environment, program: '' };
  const writes = new Map<string, FileFact>();
  const deletes = new Set<string>();
  const unknown: string[] = [];
  let cost: StepCost = { seconds: COST_MODEL.start, downloadedBytes: 0 };
  let isGuess = false;
  for (const command of commands) {
    const result = resultOf(command, run);
    if (result === undefined) {
      unknown.push(command.words[0] ?? '');
      continue;
    }
    const touched = (result.writes?.size ?? 0) + (result.deletes?.length ?? 0);
    let written = 0;
    for (const { content = '' } of result.writes?.values() ?? []) written += content.length;
    if (!spend(work, WORK.instruction + 2 * WORK.path * touched + WORK.letter * written)) break;
    cost = addCosts(cost, result.cost ?? NO_COST);
    isGuess ||= result.isGuess === true;
    for (const path of result.deletes ?? []) {
      deletes.add(path);
      for (const written of [...writes.keys()]) {
        if (written === path || written.startsWith(`${path}/`)) writes.delete(written);
      }
    }
    for (const [path, fact] of result.writes ?? []) writes.set(path, fact);
    const { workdir: folder = run.workdir, environment: variables = run.environment } = result;
    run = { ...run, root: rootAfter(run.root, result), workdir: folder, environment: variables };
    if ((result.exitCode ?? 0) !== 0) {
      return { writes, deletes: [...deletes], exitCode: result.exitCode ?? 1, cost, unknown, isGuess };
    }
  }
  const cacheWrites = new Map(caches.map((target) => [target, new Map<string, FileFact>()]));
  for (const [path, fact] of [...writes]) {
    const mount = mounted.find((target) => isBelow(path, target));
    if (mount === undefined) continue;
    cacheWrites.get(mount)?.set(path, fact);
    writes.delete(path);
  }
  const isOutside = (path: string) => mounted.some((target) => isBelow(path, target));
  const gone = [...deletes].filter((path) => nodeAt(before, namesOf(path)) !== undefined && !isOutside(path));
  return { writes, deletes: gone, exitCode: 0, cost, unknown, isGuess, cacheWrites };
}

const isBelow = (path: string, mount: string): boolean =>
  `${path}/`.startsWith(mount.endsWith('/') ? mount : `${mount}/`);

function resultOf({ words, output }: SimpleCommand, run: CommandRun): CommandResult | undefined {
  // `A=1 command` sets variables for the command alone.
  const first = words.findIndex((word) => !/^\w+=/.test(word));
  const [name, ...rest] = first < 0 ? [':'] : words.slice(first);
  const base = (name ?? ':').slice((name ?? ':').lastIndexOf('/') + 1);
  const model = FILE_COMMANDS.get(base) ?? INSTALL_COMMANDS.get(base) ?? COMPILE_COMMANDS.get(base);
  const result = model?.(rest, { ...run, program: name ?? ':' });
  if (output === undefined || output.path === '/dev/null') return result;
  const text = printed([base, ...rest]);
  if (result === undefined && text === undefined) return undefined;
  const path = output.path.startsWith('/') ? output.path : `${run.workdir === '/' ? '' : run.workdir}/${output.path}`;
  const there = nodeAt(run.root, namesOf(path));
  const writes = new Map(result?.writes);
  writes.set(path, output.appends && there?.kind === 'file' ? appended(there, text ?? '') : textFact(text ?? ''));
  return { ...result, writes };
}

/** Text up to this size is kept as text; a file that grows beyond it is known by what it was made of. */
const MAX_TEXT = 1 << 16;

function appended({ content }: RegularFile, text: string): FileFact {
  const old = textOf(content, MAX_TEXT);
  if (old !== undefined) return textFact(old + text);
  const sha256 = `model ${digestOfText(`${sha256Of(content)} ${text}`)}`;
  return { type: 'file', mode: '0644', uid: 0, gid: 0, size: sizeOf(content) + sizeOf({ kind: 'text', text }), sha256 };
}

function rootAfter(root: Directory, { writes, deletes }: CommandResult): Directory {
  if ((writes?.size ?? 0) === 0 && (deletes?.length ?? 0) === 0) return root;
  const draft = startLayer(root);
  applyEffect(draft, { writes: writes ?? new Map(), deletes: deletes ?? [], exitCode: 0 }, 0);
  return finishLayer(draft).root;
}
