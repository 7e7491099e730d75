// The files of an archive as a tree, with how much each folder holds: folders before files, both by name. A folder that no entry names
// is there all the same if something lies in it.
import type { Archive, ArchiveEntry } from '../archive/archive';

/** A file or a folder. Several entries with one path stand beside each other. */
export type TreeNode =
  | { readonly kind: 'file'; readonly name: string; readonly entry: ArchiveEntry }
  | {
      readonly kind: 'folder';
      readonly name: string;
      readonly path: string;
      readonly children: readonly TreeNode[];
      /** Of all files in it, at any depth. */
      readonly files: number;
      readonly size: number;
    };

type TreeFolder = Extract<TreeNode, { kind: 'folder' }>;

/** A folder while the tree grows. */
interface Growing {
  readonly name: string;
  readonly path: string;
  readonly folders: Map<string, Growing>;
  readonly files: ArchiveEntry[];
}

/** Deeper folders aren’t opened: what lies in them stands in the last one, under the rest of its path. */
const MAX_LEVELS = 64;

/** The tree of an archive; its root has no name. */
export function fileTree(archive: Archive): TreeFolder {
  const root: Growing = { name: '', path: '', folders: new Map(), files: [] };
  for (const entry of archive.entries) {
    const parts = entry.path.split('/');
    const folders = parts.slice(0, -1);
    let folder = root;
    for (const name of folders.slice(0, MAX_LEVELS)) {
      const there = folder.folders.get(name);
      const next = there ?? { name, path: `${folder.path}${name}/`, folders: new Map(), files: [] };
      if (there === undefined) folder.folders.set(name, next);
      folder = next;
    }
    if (entry.kind !== 'folder') folder.files.push(entry);
  }
  return settled(root);
}

/** As deep as `MAX_LEVELS`, so that recursion ends. */
function settled({ name, path, folders, files }: Growing): TreeFolder {
  const inner = [...folders.values()].map(settled).toSorted(byName);
  const own = files
    .map((entry): TreeNode => ({ kind: 'file', name: entry.path.slice(path.length), entry }))
    .toSorted(byName);
  return {
    kind: 'folder',
    name,
    path,
    children: [...inner, ...own],
    files: inner.reduce((sum, folder) => sum + folder.files, files.length),
    size: inner.reduce(
      (sum, folder) => sum + folder.size,
      files.reduce((sum, entry) => sum + entry.size, 0),
    ),
  };
}

function byName(left: TreeNode, right: TreeNode): number {
  return left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
}
