// What a RUN does to the files. The simulator runs no commands: a scenario declares the effect, or it comes from the table of commands
// (command-table.ts), which is a model.

import { contentOfFact } from '../files/content';
import { changeFolder, putNode, removeNode } from '../files/draft';
import { deletePath, type LayerDraft, noteWrite } from '../files/layer';
import type { FileNode } from '../files/node';
import { namesOf } from '../files/path';
import { nodeAt } from '../files/tree';
import type { StepCost } from './cost-model';

/** A file as a recording states it. Modes are octal text. */
export interface FileFact {
  readonly type: 'file' | 'dir' | 'symlink' | 'hardlink';
  readonly mode?: string | undefined;
  readonly uid: number;
  readonly gid: number;
  readonly size?: number | undefined;
  readonly sha256?: string | undefined;
  readonly content?: string | undefined;
  readonly target?: string | undefined;
}

/** The effect of one command. */
export interface RunEffect {
  readonly writes: ReadonlyMap<string, FileFact>;
  readonly deletes: readonly string[];
  /** 0: it went well. */
  readonly exitCode: number;
  /** What it costs; declared effects may leave it to the model. */
  readonly cost?: StepCost;
  /** Commands of the line that the table doesn’t know: they changed nothing. */
  readonly unknown?: readonly string[];
  /** A size in it is a guess. */
  readonly isGuess?: boolean;
  /** What goes into cache mounts, by their target, and not into the image. */
  readonly cacheWrites?: ReadonlyMap<string, ReadonlyMap<string, FileFact>>;
}

export const NO_EFFECT: RunEffect = { writes: new Map(), deletes: [], exitCode: 0 };

/** Writes the effect into the draft: what is deleted first, then what is written, folders before what is in them. `time` is its files’. */
export function applyEffect(draft: LayerDraft, { writes, deletes }: RunEffect, time: number): void {
  for (const path of deletes) deletePath(draft, path);
  const paths = [...writes.keys()].sort();
  for (const path of paths) writeFact(draft, path, writes.get(path) as FileFact, time);
}

function writeFact(draft: LayerDraft, path: string, fact: FileFact, mtime: number): void {
  const names = namesOf(path);
  const there = nodeAt(draft.root, names);
  const node = nodeOf(draft, fact, mtime);
  if (node.kind === 'dir' && there?.kind === 'dir') {
    changeFolder(draft, names, { mode: node.mode, uid: node.uid, gid: node.gid });
  } else {
    if (there !== undefined) removeNode(draft, names);
    if (!putNode(draft, names, node)) return;
  }
  noteWrite(draft, names, 'alone');
}

function nodeOf(draft: LayerDraft, fact: FileFact, mtime: number): FileNode {
  const { uid, gid } = fact;
  const mode = Number.parseInt(fact.mode ?? '', 8);
  switch (fact.type) {
    case 'dir':
      return { kind: 'dir', uid, gid, mode: Number.isNaN(mode) ? 0o755 : mode, entries: new Map() };
    case 'symlink':
      return { kind: 'symlink', uid, gid, target: fact.target ?? '' };
    case 'hardlink': {
      const first = nodeAt(draft.root, namesOf(fact.target ?? ''));
      const content = first?.kind === 'file' ? first.content : contentOfFact(fact);
      const bits = first?.kind === 'file' ? first.mode : 0o644;
      return {
        kind: 'file',
        uid,
        gid,
        mode: Number.isNaN(mode) ? bits : mode,
        content,
        mtime,
        hardlink: fact.target ?? '',
      };
    }
    case 'file':
      return { kind: 'file', uid, gid, mode: Number.isNaN(mode) ? 0o644 : mode, content: contentOfFact(fact), mtime };
  }
}
