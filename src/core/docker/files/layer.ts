// A layer: what one step writes and deletes on top of the files before it (OCI image specification, “Filesystem layers”). A file that
// is only touched or gets another mode is stored whole again; a deleted one leaves a whiteout and stays in the layer below.
import { sizeOf } from './content';
import { headDigest } from './digest';
import { draftOf, removeNode, type TreeDraft } from './draft';
import type { Directory, FileNode } from './node';
import { namesOf } from './path';
import { nodeAt, walk } from './tree';
import { MOST_WORK, spend, WORK, type Work } from './work';

/** How much of what is at a path a step wrote. */
export type WriteExtent = 'alone' | 'all' | 'below';

/**
 * What a step changed. `writes` are paths with how much of them is new: the node `alone`, a folder with `all` that is in it, or only
 * what is `below` a folder that was there.
 * `deletes` are paths of the files before that are gone: the whiteouts.
 */
export interface Layer {
  readonly writes: ReadonlyMap<string, WriteExtent>;
  readonly deletes: readonly string[];
  /** Bytes of regular files in it, as `docker history` shows. */
  readonly size: number;
}

/** The files after a step, and the layer that the step added to the ones before. */
export interface Snapshot {
  readonly root: Directory;
  readonly layer: Layer;
}

export const EMPTY_LAYER: Layer = { writes: new Map(), deletes: [], size: 0 };

/** A layer in the making, over the files that were there before. */
export interface LayerDraft extends TreeDraft {
  readonly before: Directory;
  readonly writes: Map<string, WriteExtent>;
  readonly removed: Set<string>;
  /** What the build may still do. */
  readonly work: Work;
}

export function startLayer(before: Directory, work: Work = { left: MOST_WORK }): LayerDraft {
  return { ...draftOf(before), before, writes: new Map(), removed: new Set(), work };
}

/** Remembers that the path is written: the node alone, or everything below it as well. */
export function noteWrite(draft: LayerDraft, names: readonly string[], extent: WriteExtent): void {
  spend(draft.work, WORK.path);
  const path = `/${names.join('/')}`;
  const known = draft.writes.get(path);
  if (known === 'all' || (known === 'below' && extent === 'alone')) return;
  // A folder that is made and filled in one step is new as a whole.
  draft.writes.set(path, known === 'alone' && extent === 'below' ? 'all' : extent);
}

/** Deletes what is at the path. */
export function deletePath(draft: LayerDraft, path: string): void {
  const names = namesOf(path);
  if (nodeAt(draft.root, names) === undefined) return;
  removeNode(draft, names);
  draft.removed.add(`/${names.join('/')}`);
}

/**
 * The finished layer and the files after it. The draft may not be written any more. A file that was written over itself, with the same
 * time too, is no part of the layer, unless `storesIdentical` says so as builders of 2020 did.
 */
export function finishLayer(draft: LayerDraft, storesIdentical = false): Snapshot {
  const { root, before } = draft;
  const writes = new Map<string, WriteExtent>();
  let size = 0;
  for (const path of [...draft.writes.keys()].sort()) {
    const extent = draft.writes.get(path) as WriteExtent;
    const node = nodeAt(root, namesOf(path));
    if (node === undefined || isCovered(draft.writes, path)) continue;
    if (!storesIdentical && extent === 'alone' && isSameFile(nodeAt(before, namesOf(path)), node)) continue;
    writes.set(path, extent);
    size += extent === 'alone' ? ownSize(node) : sizeBelow(node);
  }
  return { root, layer: { writes, deletes: whiteouts(before, root, draft.removed), size } };
}

function isSameFile(before: FileNode | undefined, now: FileNode): boolean {
  if (before === now) return true;
  if (before?.kind !== 'file' || now.kind !== 'file' || before.mtime !== now.mtime) return false;
  return headDigest(before) === headDigest(now);
}

function isCovered(writes: ReadonlyMap<string, WriteExtent>, path: string): boolean {
  if (path === '/') return false;
  for (let slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
    const extent = writes.get(slash === 0 ? '/' : path.slice(0, slash));
    if (extent === 'all' || extent === 'below') return true;
    if (slash === 0) return false;
  }
  return false;
}

function whiteouts(before: Directory, after: Directory, removed: ReadonlySet<string>): readonly string[] {
  const gone = new Set<string>();
  for (const path of [...removed].sort()) {
    const names = namesOf(path);
    const old = nodeAt(before, names);
    if (old === undefined || [...gone].some((parent) => path.startsWith(`${parent}/`))) continue;
    const now = nodeAt(after, names);
    if (now === undefined) gone.add(path);
    else if (old.kind === 'dir' && now.kind === 'dir') {
      // The folder was removed and made again: what did not come back is gone.
      for (const below of walk(old)) {
        const full = `${path}/${below.path}`;
        const parent = full.slice(0, full.lastIndexOf('/'));
        if (nodeAt(after, namesOf(full)) === undefined && !gone.has(parent)) gone.add(full);
      }
    }
  }
  return [...gone].sort();
}

const ownSize = (node: FileNode): number =>
  node.kind === 'file' && node.hardlink === undefined ? sizeOf(node.content) : 0;

const sizesBelow = new WeakMap<Directory, number>();

/** Bytes of the regular files of a node and all below it. Trees are bounded in depth, so this may recurse. */
export function sizeBelow(node: FileNode): number {
  if (node.kind !== 'dir') return ownSize(node);
  let size = sizesBelow.get(node);
  if (size === undefined) {
    size = 0;
    for (const child of node.entries.values()) size += sizeBelow(child);
    sizesBelow.set(node, size);
  }
  return size;
}

/** Every path that the layer writes, folders with all that is in them. */
export function* writtenPaths({ root, layer }: Snapshot): Generator<string> {
  for (const [path, extent] of layer.writes) {
    if (extent !== 'below') yield path;
    const node = nodeAt(root, namesOf(path));
    if (extent === 'alone' || node?.kind !== 'dir') continue;
    for (const below of walk(node)) yield `${path === '/' ? '' : path}/${below.path}`;
  }
}
