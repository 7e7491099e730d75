// rm, mkdir, touch, chmod, chown, echo and the like: their effect follows from their words.

import { readFileMode } from '../dockerfile';
import { hasWildcard } from '../files/match';
import { changedMode } from '../files/mode';
import { namesOf } from '../files/path';
import { nodeAt, walk } from '../files/tree';
import { wildcardMatches } from '../files/wildcard';
import { type CommandModel, type CommandRun, folder, NOTHING_DONE, operands, pathIn } from './command';
import { factOfNode } from './fact-of-node';
import type { FileFact } from './run-effect';

const nothing: CommandModel = () => NOTHING_DONE;

/** Deletes paths, wildcards too. Without -f what isn’t there ends the command. */
const rm: CommandModel = (words, run) => {
  const deletes = operands(words).flatMap((word) => expand(run, word));
  const isForced = words.some((word) => /^-\w*f/.test(word));
  const missing = deletes.some((path) => nodeAt(run.root, namesOf(path)) === undefined);
  return { deletes, exitCode: missing && !isForced ? 1 : 0 };
};

function expand(run: CommandRun, word: string): readonly string[] {
  const path = pathIn(run, word);
  if (!hasWildcard(path)) return [path];
  const matches = wildcardMatches(run.root, path).map((match) => match.path);
  return matches.length === 0 ? [path] : matches;
}

const mkdir: CommandModel = (words, run) => {
  const paths = operands(words).map((word) => pathIn(run, word));
  const withParents = words.some((word) => /^-\w*p/.test(word));
  const writes = new Map<string, FileFact>();
  for (const path of paths) {
    const names = namesOf(path);
    for (let depth = withParents ? 1 : names.length; depth <= names.length; depth++) {
      const way = names.slice(0, depth);
      if (nodeAt(run.root, way) === undefined) writes.set(`/${way.join('/')}`, folder());
    }
  }
  return { writes };
};

/** Stores a file again with another time; makes it where it is missing. */
const touch: CommandModel = (words, run) => {
  const writes = new Map<string, FileFact>();
  for (const word of operands(words)) {
    const path = pathIn(run, word);
    const node = nodeAt(run.root, namesOf(path));
    writes.set(path, node === undefined ? textFact('') : factOfNode(node));
  }
  return { writes };
};

/** Changes modes; each file whose mode is another one afterwards is stored again. */
const chmod: CommandModel = (words, run) => {
  const [written = '', ...paths] = words.filter((word) => !/^-[Rfv]+$/.test(word));
  const mode = readFileMode(written);
  if ('problem' in mode) return undefined;
  const writes = new Map<string, FileFact>();
  for (const { path, node } of reached(run, paths, words)) {
    if (node.kind === 'symlink') continue;
    const now = changedMode(mode, node.mode, node.kind === 'dir');
    if (now !== node.mode) writes.set(path, { ...factOfNode(node), mode: `0${now.toString(8).padStart(3, '0')}` });
  }
  return { writes };
};

/** Changes owners given as numbers, or as root. */
const chown: CommandModel = (words, run) => {
  const [written = '', ...paths] = words.filter((word) => !/^-[Rfvh]+$/.test(word));
  const [, user, group = user] = /^(root|\d+)(?::(root|\d+))?$/.exec(written) ?? [];
  if (user === undefined || group === undefined) return undefined;
  const [uid, gid] = [user, group].map((one) => (one === 'root' ? 0 : Number(one))) as [number, number];
  const writes = new Map<string, FileFact>();
  for (const { path, node } of reached(run, paths, words)) {
    if (node.uid !== uid || node.gid !== gid) writes.set(path, { ...factOfNode(node), uid, gid });
  }
  return { writes };
};

function* reached(run: CommandRun, words: readonly string[], all: readonly string[]) {
  const goesDown = all.some((word) => /^-\w*R/.test(word));
  for (const path of words.flatMap((word) => expand(run, word))) {
    const node = nodeAt(run.root, namesOf(path));
    if (node === undefined) continue;
    yield { path, node };
    if (goesDown && node.kind === 'dir') {
      for (const below of walk(node)) yield { path: `${path}/${below.path}`, node: below.node };
    }
  }
}

/** A file with this text. */
export function textFact(content: string): FileFact {
  return { type: 'file', mode: '0644', uid: 0, gid: 0, content };
}

/** What `echo` and `printf` print; other commands print what isn’t known. */
export function printed(words: readonly string[]): string | undefined {
  const [name, ...rest] = words;
  if (name === 'echo') return rest[0] === '-n' ? rest.slice(1).join(' ') : `${rest.join(' ')}\n`;
  if (name === 'printf' && rest.length === 1) return (rest[0] ?? '').replaceAll('\\n', '\n');
  return undefined;
}

const cd: CommandModel = ([word = '/root'], run) => ({ workdir: pathIn(run, word) });

export const FILE_COMMANDS: ReadonlyMap<string, CommandModel> = new Map([
  ['rm', rm],
  ['mkdir', mkdir],
  ['touch', touch],
  ['chmod', chmod],
  ['chown', chown],
  ['cd', cd],
  ...['echo', 'printf', 'true', ':', 'set', 'export', 'test', '[', 'ls', 'cat', 'sleep', 'which', 'env', 'date'].map(
    (name) => [name, nothing] as const,
  ),
]);
