// A file tree while it is being written. Folders that the draft has made or copied for itself are changed in place, all others are
// shared and copied when first written below, so that a step with ten thousand files costs what it writes.
import type { Directory, FileNode } from './node';
import { MAX_DEPTH } from './tree';

/** A tree in the making. `own` are the folders that no one else holds yet. */
export interface TreeDraft {
  root: Directory;
  readonly own: Set<Directory>;
}

/** The mode and owner of folders that are made on the way. */
export interface FolderMaking {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

const PLAIN: FolderMaking = { mode: 0o755, uid: 0, gid: 0 };

export function draftOf(root: Directory): TreeDraft {
  return { root, own: new Set() };
}

/** Puts `node` at the names; missing folders are made. False where a file is in the way, or too deep: then nothing is changed. */
export function putNode(
  draft: TreeDraft,
  names: readonly string[],
  node: FileNode,
  made: FolderMaking = PLAIN,
): boolean {
  const last = names.at(-1);
  if (names.length > MAX_DEPTH) return false;
  if (last === undefined) {
    if (node.kind !== 'dir') return false;
    draft.root = node;
    return true;
  }
  if (!isWayFree(draft.root, names)) return false;
  const folder = ownFolder(draft, names.slice(0, -1), made);
  (folder.entries as Map<string, FileNode>).set(last, node);
  return true;
}

/** Takes what is at the names out of the tree; at the root, all that is in it. */
export function removeNode(draft: TreeDraft, names: readonly string[]): void {
  const last = names.at(-1);
  if (last === undefined) {
    draft.root = { ...draft.root, entries: new Map() };
    return;
  }
  let node: FileNode | undefined = draft.root;
  for (const name of names) node = node?.kind === 'dir' ? node.entries.get(name) : undefined;
  if (node === undefined) return;
  const folder = ownFolder(draft, names.slice(0, -1), PLAIN);
  (folder.entries as Map<string, FileNode>).delete(last);
}

/** Gives the folder at the names other mode and owner; what is in it stays. */
export function changeFolder(draft: TreeDraft, names: readonly string[], change: Partial<FolderMaking>): void {
  const folder = ownFolder(draft, names, PLAIN);
  const changed: Directory = { ...folder, ...change };
  draft.own.add(changed);
  const last = names.at(-1);
  if (last === undefined) draft.root = changed;
  else (ownFolder(draft, names.slice(0, -1), PLAIN).entries as Map<string, FileNode>).set(last, changed);
}

function isWayFree(root: Directory, names: readonly string[]): boolean {
  let folder = root;
  for (const name of names.slice(0, -1)) {
    const next = folder.entries.get(name);
    if (next === undefined) return true;
    if (next.kind !== 'dir') return false;
    folder = next;
  }
  return true;
}

function ownFolder(draft: TreeDraft, names: readonly string[], made: FolderMaking): Directory {
  let folder = owned(draft, draft.root);
  draft.root = folder;
  for (const name of names) {
    const here = folder.entries.get(name);
    const next = owned(draft, here?.kind === 'dir' ? here : { kind: 'dir', ...made, entries: new Map() });
    if (next !== here) (folder.entries as Map<string, FileNode>).set(name, next);
    folder = next;
  }
  return folder;
}

function owned(draft: TreeDraft, folder: Directory): Directory {
  if (draft.own.has(folder)) return folder;
  const copy: Directory = { ...folder, entries: new Map(folder.entries) };
  draft.own.add(copy);
  return copy;
}
