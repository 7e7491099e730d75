// The build context as a file tree, made from a table of paths. All of it belongs to root: the builder sends no owners.
import { type FileContent, sizeOf } from './content';
import { digestOf } from './digest';
import { changeFolder, draftOf, putNode, removeNode, type TreeDraft } from './draft';
import { type Directory, EMPTY_DIRECTORY, type FileNode } from './node';
import { namesOf } from './path';
import { nodeAt, walk } from './tree';

/** One entry of a context as it is written in a scenario. Modes are octal text: `0644`. */
export type ContextEntry =
  | { readonly content: string; readonly mode?: string | undefined; readonly mtime?: number | undefined }
  | { readonly repeat: string; readonly count: number; readonly mode?: string | undefined }
  | { readonly dir: true; readonly mode?: string | undefined }
  | { readonly symlink: string }
  | {
      readonly tar: ContextEntries;
      readonly gzip?: boolean | undefined;
      /** Its size and digest as a file; without them the size is that of a plain tar, and the digest stands for the members’. */
      readonly archive?: { readonly sizeBytes: number; readonly sha256: string } | undefined;
      readonly mode?: string | undefined;
    };

export interface ContextEntries {
  readonly [path: string]: ContextEntry;
}

/** Archives inside archives are read no deeper than this. */
const MAX_NESTING = 4;

const trees = new WeakMap<ContextEntries, Directory>();
const nodes = new WeakMap<ContextEntry, FileNode>();

/**
 * The tree of the entries. The same table gives the same tree and the same entry the same node, so that whoever builds again after an
 * edit, and hands over what stayed the same as it was, has that hashed once. Folders that are not listed have 0755; a path below a file, or deeper than MAX_DEPTH, is left out.
 *
 * @example contextOf({ 'src/app.py': { content: '' } }).entries.get('src')?.kind // → 'dir'
 */
export function contextOf(entries: ContextEntries): Directory {
  const tree = trees.get(entries) ?? treeOf(entries, 0);
  trees.set(entries, tree);
  return tree;
}

/** The tree with other entries at the paths; undefined takes a path out. All that isn’t named is shared. */
export function editContext(context: Directory, edits: ReadonlyMap<string, ContextEntry | undefined>): Directory {
  const draft = draftOf(context);
  for (const [path, entry] of edits) {
    if (entry === undefined) removeNode(draft, namesOf(path));
    else putEntry(draft, path, entry, 0);
  }
  return draft.root;
}

function treeOf(entries: ContextEntries, nesting: number): Directory {
  const draft = draftOf(EMPTY_DIRECTORY);
  for (const [path, entry] of Object.entries(entries)) putEntry(draft, path, entry, nesting);
  return draft.root;
}

function putEntry(draft: TreeDraft, path: string, entry: ContextEntry, nesting: number): void {
  const names = namesOf(path);
  if (names.length === 0 || names.includes('..') || names.includes('.')) return;
  const here = nodeAt(draft.root, names);
  if ('dir' in entry && here?.kind === 'dir') changeFolder(draft, names, { mode: modeOf(entry.mode, 0o755) });
  else putNode(draft, names, nodeOfEntry(entry, nesting));
}

function nodeOfEntry(entry: ContextEntry, nesting: number): FileNode {
  const known = nodes.get(entry);
  if (known !== undefined) return known;
  const node = newNode(entry, nesting);
  // A folder is filled later; at another depth an archive may be read no further.
  if (node.kind !== 'dir' && nesting === 0) nodes.set(entry, node);
  return node;
}

function newNode(entry: ContextEntry, nesting: number): FileNode {
  const owner = { uid: 0, gid: 0 };
  if ('symlink' in entry) return { kind: 'symlink', ...owner, target: entry.symlink };
  if ('dir' in entry) return { kind: 'dir', ...owner, mode: modeOf(entry.mode, 0o755), entries: new Map() };
  const mtime = 'mtime' in entry && entry.mtime !== undefined ? { mtime: entry.mtime } : {};
  return { kind: 'file', ...owner, mode: modeOf(entry.mode, 0o644), content: contentOfEntry(entry, nesting), ...mtime };
}

function contentOfEntry(
  entry: Exclude<ContextEntry, { readonly dir: true } | { readonly symlink: string }>,
  nesting: number,
): FileContent {
  if ('content' in entry) return { kind: 'text', text: entry.content };
  if ('repeat' in entry) return { kind: 'repeated', unit: entry.repeat, size: Math.max(0, Math.trunc(entry.count)) };
  const members = nesting < MAX_NESTING ? treeOf(entry.tar, nesting + 1) : EMPTY_DIRECTORY;
  const isGzip = entry.gzip === true;
  const size = entry.archive?.sizeBytes ?? tarSize(members);
  const sha256 = entry.archive?.sha256 ?? `tar ${isGzip} ${digestOf(members)}`;
  return { kind: 'archive', size, sha256, isGzip, members };
}

/** Bytes of a tar file: a block for each member and its content in whole blocks, two empty ones, all in records of twenty. */
function tarSize(members: Directory): number {
  const block = 512;
  let blocks = 2;
  for (const { node } of walk(members)) {
    blocks += 1 + (node.kind === 'file' ? Math.ceil(sizeOf(node.content) / block) : 0);
  }
  return Math.ceil(blocks / 20) * 20 * block;
}

function modeOf(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^[0-7]{1,5}$/.test(text) ? Number.parseInt(text, 8) & 0o7777 : otherwise;
}
