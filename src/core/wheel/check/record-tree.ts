// The files of a wheel as RECORD lists them, as a tree: what check-wheel-contents looks at, whatever is in the archive. Folders keep the
// order in which RECORD names them first.

/** A file of the tree. Two with the same size and hash are taken for the same content. */
export interface ListedFile {
  readonly kind: 'file';
  readonly path: string;
  readonly parts: readonly string[];
  /** Size and hash as RECORD has them; none if it has neither. */
  readonly signature: string | undefined;
}

export interface ListedFolder {
  readonly kind: 'folder';
  /** With `/` at its end; the root has none. */
  readonly path: string;
  readonly entries: ReadonlyMap<string, ListedFile | ListedFolder>;
}

/** A folder while the tree grows. */
interface GrowingFolder extends ListedFolder {
  readonly entries: Map<string, ListedFile | GrowingFolder>;
}

/** A tree that grows. */
export interface RecordTree {
  readonly root: ListedFolder;
  /** In the order of RECORD. */
  readonly files: readonly ListedFile[];
  /** Adds a file or, without one, a folder. Gives the path that is in the way, if one is. */
  add(parts: readonly string[], file: ListedFile | undefined): string | undefined;
}

/** An empty tree. */
export function recordTree(): RecordTree {
  const root: GrowingFolder = { kind: 'folder', path: '', entries: new Map() };
  const files: ListedFile[] = [];
  const add: RecordTree['add'] = (parts, file) => {
    let folder = root;
    let path = '';
    for (const [level, part] of parts.entries()) {
      const there = folder.entries.get(part);
      path += part;
      if (level === parts.length - 1 && file !== undefined) {
        if (there !== undefined) return path;
        folder.entries.set(part, file);
        files.push(file);
        return undefined;
      }
      if (there?.kind === 'file') return path;
      path += '/';
      const next: GrowingFolder = there ?? { kind: 'folder', path, entries: new Map() };
      if (there === undefined) folder.entries.set(part, next);
      folder = next;
    }
    return undefined;
  };
  return { root, files, add };
}

/** All files below a folder, a folder’s before what comes after it. */
export function filesBelow(folder: ListedFolder): readonly ListedFile[] {
  const found: ListedFile[] = [];
  const waiting: (ListedFile | ListedFolder)[] = [...folder.entries.values()].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'file') found.push(next);
    else for (const entry of [...next.entries.values()].reverse()) waiting.push(entry);
  }
  return found;
}
