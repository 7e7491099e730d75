// The nodes of a file tree: regular files, directories, symbolic links. They are never changed; an edit makes new nodes from the root
// down to the place and shares all others, so that the same node is the same content and its digest is computed once.
import type { FileContent } from './content';

interface Owned {
  readonly uid: number;
  readonly gid: number;
}

export interface RegularFile extends Owned {
  readonly kind: 'file';
  /** The permission bits, with set-user, set-group and sticky: 0o644, 0o4755. */
  readonly mode: number;
  readonly content: FileContent;
  /** Seconds; no part of any cache key. */
  readonly mtime?: number | undefined;
  /** The path that it is a further name of: its bytes are stored there. */
  readonly hardlink?: string | undefined;
}

export interface Directory extends Owned {
  readonly kind: 'dir';
  readonly mode: number;
  readonly entries: ReadonlyMap<string, FileNode>;
}

export interface Symlink extends Owned {
  readonly kind: 'symlink';
  readonly target: string;
}

export type FileNode = RegularFile | Directory | Symlink;

/** A directory without entries, as the root of an empty snapshot is. */
export const EMPTY_DIRECTORY: Directory = { kind: 'dir', mode: 0o755, uid: 0, gid: 0, entries: new Map() };

/** A regular file with this text. */
export function textFile(text: string, mode = 0o644): RegularFile {
  return { kind: 'file', mode, uid: 0, gid: 0, content: { kind: 'text', text } };
}
