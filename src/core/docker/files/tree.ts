// Reading a file tree: what is at a path, and all that is below a folder. Trees are written with drafts (draft.ts).
import type { Directory, FileNode } from './node';

/** Folders nest no deeper than this; what lies deeper isn’t put in. It keeps every walk over a tree bounded. */
export const MAX_DEPTH = 128;

/** The node that the names lead to, links not followed. */
export function nodeAt(root: Directory, names: readonly string[]): FileNode | undefined {
  let node: FileNode = root;
  for (const name of names) {
    if (node.kind !== 'dir') return undefined;
    const next: FileNode | undefined = node.entries.get(name);
    if (next === undefined) return undefined;
    node = next;
  }
  return node;
}

const sortedNames = new WeakMap<Directory, readonly string[]>();

/** The names in a folder, in the order in which the builder walks them: by bytes. */
export function namesIn(directory: Directory): readonly string[] {
  let names = sortedNames.get(directory);
  if (names === undefined) {
    names = [...directory.entries.keys()].sort(compareBytes);
    sortedNames.set(directory, names);
  }
  return names;
}

/** Orders text as its UTF-8 bytes are ordered. */
export function compareBytes(left: string, right: string): number {
  const shared = Math.min(left.length, right.length);
  for (let at = 0; at < shared; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a === b) continue;
    // Halves of characters beyond U+FFFF come after U+E000 to U+FFFF in UTF-8.
    const aIsHalf = a >= 0xd800 && a <= 0xdfff;
    const bIsHalf = b >= 0xd800 && b <= 0xdfff;
    if (aIsHalf !== bIsHalf) return aIsHalf ? 1 : -1;
    return a - b;
  }
  return left.length - right.length;
}

/** What a walk meets: a path below where it began (`a/b`), and the node there. */
export interface Visit {
  readonly path: string;
  readonly node: FileNode;
}

/** Every node below a folder, a folder before what is in it, names in order. */
export function* walk(directory: Directory): Generator<Visit> {
  const open: { readonly directory: Directory; readonly prefix: string; next: number }[] = [
    { directory, prefix: '', next: 0 },
  ];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const name = namesIn(top.directory)[top.next++];
    if (name === undefined) {
      open.pop();
      continue;
    }
    const node = top.directory.entries.get(name) as FileNode;
    const path = top.prefix + name;
    yield { path, node };
    if (node.kind === 'dir') open.push({ directory: node, prefix: `${path}/`, next: 0 });
  }
}
