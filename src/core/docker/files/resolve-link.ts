// Following symbolic links inside a root, as the builder does (buildkit cache/contenthash/path.go, containerd/continuity fs.RootPath):
// a link can’t lead out of the root, and 255 links on one way are too many.
import type { Directory, FileNode } from './node';

/** More links than this on one way are a circle, to the builder too. */
const MAX_LINKS = 255;

/** Where a path leads: the names without links, and the node there if there is one. Undefined: too many links. */
export interface Resolved {
  readonly names: readonly string[];
  readonly node: FileNode | undefined;
}

/** Follows the links of a path in `root`; the link that the path itself ends in only where `followsLast` says so. */
export function resolveLinks(root: Directory, path: string, followsLast: boolean): Resolved | undefined {
  let names: string[] = [];
  const nodes: (FileNode | undefined)[] = [root];
  const ahead = path.split('/').reverse();
  let links = 0;
  while (ahead.length > 0) {
    const name = ahead.pop() as string;
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (names.length > 0) {
        names.pop();
        nodes.pop();
      }
      continue;
    }
    const here = nodes.at(-1);
    const next = here?.kind === 'dir' ? here.entries.get(name) : undefined;
    const isLast = ahead.every((part) => part === '');
    if (next?.kind === 'symlink' && (!isLast || followsLast)) {
      if (++links > MAX_LINKS) return undefined;
      if (next.target.startsWith('/')) {
        names = [];
        nodes.length = 1;
      }
      ahead.push(...next.target.split('/').reverse());
      continue;
    }
    names.push(name);
    nodes.push(next);
  }
  return { names, node: nodes.at(-1) };
}
