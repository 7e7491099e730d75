// What a command of the table sees and does.

import { textOf } from '../files/content';
import type { Directory } from '../files/node';
import { joinPath } from '../files/path';
import { resolveLinks } from '../files/resolve-link';
import { NO_COST, type StepCost } from './cost-model';
import type { FileFact } from './run-effect';

/** The machine of a RUN while its commands go on, one after the other. */
export interface CommandRun {
  /** Files, mounts laid over them, as they are after the commands before. */
  readonly root: Directory;
  readonly workdir: string;
  readonly user: string;
  readonly environment: ReadonlyMap<string, string>;
  /** The command’s name as written: `pip`, `/opt/venv/bin/pip`. */
  readonly program: string;
}

/** What one command does. */
export interface CommandResult {
  readonly writes?: ReadonlyMap<string, FileFact>;
  readonly deletes?: readonly string[];
  readonly exitCode?: number;
  readonly cost?: StepCost;
  /** `cd` changes it for the commands after. */
  readonly workdir?: string;
  /** Variables for the commands after: `. bin/activate`. */
  readonly environment?: ReadonlyMap<string, string>;
  /** A size in it is a guess. */
  readonly isGuess?: boolean;
}

/** A command of the table: undefined where it doesn’t know these words. */
export type CommandModel = (words: readonly string[], run: CommandRun) => CommandResult | undefined;

export const NOTHING_DONE: CommandResult = { cost: NO_COST };

/** A path as the command means it. */
export function pathIn({ workdir }: CommandRun, written: string): string {
  return joinPath('/', written.startsWith('/') ? '' : workdir, written);
}

/** The text of a file that the command reads; undefined: there is none. */
export function readText(run: CommandRun, path: string): string | undefined {
  const node = resolveLinks(run.root, pathIn(run, path), true)?.node;
  return node?.kind === 'file' ? textOf(node.content, 1 << 20) : undefined;
}

/** A file of so many bytes. */
export function fileOf(size: number, what: string): FileFact {
  // The digest stands for the content: the same package is the same file, wherever it is installed.
  return { type: 'file', mode: '0644', uid: 0, gid: 0, size, sha256: `model ${what} ${size}` };
}

export const folder = (mode = '0755'): FileFact => ({ type: 'dir', mode, uid: 0, gid: 0 });

/** Words that are no flags. */
export function operands(words: readonly string[]): readonly string[] {
  return words.filter((word) => !word.startsWith('-'));
}
