// Commands whose effect is known: a project declares what each does, with where its numbers come from. The simulator runs no command.
// A program or a folder of packages that a command writes stands as one file with the size of all of it. What it writes follows from
// its text and from the files that it reads: the same twice gives the same bytes, as a pinned installation does.
import { digestOfText } from '../files/content';
import { digestOf } from '../files/digest';
import type { Directory } from '../files/node';
import { namesOf } from '../files/path';
import { namesIn, nodeAt } from '../files/tree';
import type { FileFact, RunEffect } from './run-effect';
import { splitCommand } from './split-command';

export interface KnownCommand {
  /** As it is written, blanks squeezed. */
  readonly run: string;
  /** What it takes once its downloads are there. */
  readonly seconds: number;
  /** Bytes that it fetches, and the folder that it keeps them in, if it does. */
  readonly downloads?: number | undefined;
  readonly keeps?: string | undefined;
  /** Files of the image that it reads. Without one of them it fails. */
  readonly reads?: readonly string[] | undefined;
  /** Path → bytes. */
  readonly writes?: Readonly<Record<string, number>> | undefined;
  readonly deletes?: readonly string[] | undefined;
  /** The measurement or source of its numbers. */
  readonly from: string;
}

/** What a RUN did, by the commands that are known. */
export interface CommandEffect {
  readonly effect: RunEffect;
  readonly seconds: number;
  readonly downloads: number;
  /** Folders of downloads that were filled, for the cache mounts there. */
  readonly keeps: readonly string[];
  /** Commands of the line that nobody declared. */
  readonly unknown: readonly string[];
  /** The file that a command reads and that isn’t there. */
  readonly missing: string | undefined;
}

/**
 * The effect of a line of commands on the files before it.
 *
 * @param filled is this folder a cache mount that holds the command’s downloads already?
 */
export function effectOfCommands(
  text: string,
  known: readonly KnownCommand[],
  before: Directory,
  filled: (folder: string, command: string) => boolean,
): CommandEffect {
  const writes = new Map<string, FileFact>();
  const deletes = new Set<string>();
  const unknown: string[] = [];
  const keeps: string[] = [];
  let [seconds, downloads] = [0, 0];
  for (const command of splitCommand(text)) {
    const removed = removedBy(command, before, writes);
    const row = known.find(({ run }) => run === command);
    if (removed === undefined && row === undefined) unknown.push(command);
    for (const path of removed ?? row?.deletes ?? []) {
      for (const written of [...writes.keys()]) if (isAtOrBelow(written, path)) writes.delete(written);
      if (nodeAt(before, namesOf(path)) !== undefined) deletes.add(path);
    }
    if (row === undefined) continue;
    const missing = row.reads?.find((path) => nodeAt(before, namesOf(path)) === undefined);
    if (missing !== undefined) {
      const effect = { writes: new Map(), deletes: [], exitCode: 1 };
      return { effect, seconds, downloads, keeps, unknown, missing };
    }
    seconds += row.seconds;
    if (row.downloads !== undefined && !(row.keeps !== undefined && filled(row.keeps, command))) {
      downloads += row.downloads;
    }
    if (row.keeps !== undefined) keeps.push(row.keeps);
    const made = digestOfText(JSON.stringify([command, (row.reads ?? []).map((path) => digestAt(before, path))]));
    for (const [path, size] of Object.entries(row.writes ?? {})) {
      const sha256 = digestOfText(`${path} ${made}`);
      writes.set(path, { type: 'file', uid: 0, gid: 0, size, sha256 });
    }
  }
  return {
    effect: { writes, deletes: [...deletes], exitCode: 0 },
    seconds,
    downloads,
    keeps,
    unknown,
    missing: undefined,
  };
}

function digestAt(root: Directory, path: string): string {
  const node = nodeAt(root, namesOf(path));
  return node === undefined ? '' : digestOf(node);
}

const isAtOrBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** The paths that `rm` takes away, a star at the end for all in a folder; undefined: it is another command. */
function removedBy(
  command: string,
  before: Directory,
  writes: ReadonlyMap<string, FileFact>,
): readonly string[] | undefined {
  const [name, ...words] = command.split(' ');
  if (name !== 'rm') return undefined;
  return words
    .filter((word) => word.startsWith('/'))
    .flatMap((word) => {
      if (!word.endsWith('/*')) return [word.replace(/\/+$/, '')];
      const folder = word.slice(0, -2);
      const there = nodeAt(before, namesOf(folder));
      const names = there?.kind === 'dir' ? namesIn(there).map((entry) => `${folder}/${entry}`) : [];
      return [...names, ...[...writes.keys()].filter((path) => path.startsWith(`${folder}/`))];
    });
}
