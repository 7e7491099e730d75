// Sources with `*`, `?` and `[…]`: which paths they stand for (buildkit cache/contenthash, tonistiigi/fsutil copy.ResolveWildcards).
// The folders before the first wildcard are followed through links; below a folder that matches nothing else is looked at.
import { hasWildcard, matchPattern } from './match';
import type { Directory, FileNode } from './node';
import { namesOf } from './path';
import { resolveLinks } from './resolve-link';
import { namesIn } from './tree';

/** A path that matches. `path` is as the pattern spells its folders; `below` is it without the part before the first wildcard. */
export interface WildcardMatch {
  readonly path: string;
  readonly below: string;
  readonly node: FileNode;
}

/** The paths in `root` that an absolute pattern stands for, in the order of the builder’s walk. */
export function wildcardMatches(root: Directory, pattern: string): readonly WildcardMatch[] {
  const parts = namesOf(pattern);
  const first = parts.findIndex(hasWildcard);
  const prefix = first < 0 ? parts : parts.slice(0, first);
  const rest = first < 0 ? '' : parts.slice(first).join('/');
  const start = resolveLinks(root, prefix.join('/'), true);
  if (start?.node?.kind !== 'dir' || rest === '') return [];
  const before = prefix.map((name) => `/${name}`).join('');
  // Only a class can stand for a slash, so without one a match lies exactly as deep as the pattern has parts.
  const depth = rest.includes('[') ? Number.POSITIVE_INFINITY : parts.length - prefix.length;
  const found: WildcardMatch[] = [];
  const open: { readonly directory: Directory; readonly below: string; readonly level: number; next: number }[] = [
    { directory: start.node, below: '', level: 1, next: 0 },
  ];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const name = namesIn(top.directory)[top.next++];
    if (name === undefined) {
      open.pop();
      continue;
    }
    const below = top.below + name;
    const node = top.directory.entries.get(name) as FileNode;
    if (matchPattern(rest, below)) found.push({ path: `${before}/${below}`, below, node });
    else if (node.kind === 'dir' && top.level < depth)
      open.push({ directory: node, below: `${below}/`, level: top.level + 1, next: 0 });
  }
  return found;
}
