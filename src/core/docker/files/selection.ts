// Which part of a source a step takes, and the digest of that part: the content-based half of the builder’s cache key (buildkit
// cache/contenthash, Checksum). What lies beside the part never counts.
import { digestOfText } from './content';
import { digestOf, headDigest } from './digest';
import { type FileProblem, notFound } from './file-problem';
import { hasWildcard } from './match';
import type { Directory, FileNode } from './node';
import { baseName } from './path';
import { NO_PATTERNS, type PathPatterns, type PatternState, pathPatterns } from './path-patterns';
import { resolveLinks } from './resolve-link';
import { namesIn } from './tree';
import { wildcardMatches } from './wildcard';

/** What of a source is meant: `--from` and the sources of COPY, the `source` of a bind mount. `path` is absolute and clean. */
export interface Selector {
  readonly path: string;
  readonly followsLinks: boolean;
  readonly allowsWildcard: boolean;
  /** Patterns below the path (`--parents`): only what matches, and the folders that lead there. */
  readonly includes: readonly string[];
  /** Patterns below the path (`--exclude`). */
  readonly excludes: readonly string[];
  /** Paths that must be among what is taken. */
  readonly required: readonly string[];
}

/** One node that is taken, with its path below the part of the selector that holds no wildcard. */
export interface Selected {
  readonly path: string;
  /** Where it lies in the tree, as the selector spells its folders. */
  readonly at: string;
  readonly node: FileNode;
  /** Everything below it counts too; otherwise the node alone does. */
  readonly isWhole: boolean;
}

export type Selection =
  | { readonly kind: 'selected'; readonly nodes: readonly Selected[]; readonly digest: string }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

/** A selector of one path as it stands: a file or a whole folder. */
export function selectorOf(path: string): Selector {
  return { path, followsLinks: true, allowsWildcard: false, includes: [], excludes: [], required: [] };
}

const selections = new WeakMap<Directory, Map<string, Selection>>();

/** Selections of one tree that are kept; a tree with more askers answers them anew. */
const KEPT = 256;

/** What the selector takes from the tree, and its digest. The answer is kept with the tree. */
export function select(root: Directory, selector: Selector): Selection {
  const kept = selections.get(root) ?? new Map<string, Selection>();
  selections.set(root, kept);
  const key = JSON.stringify(selector);
  let selection = kept.get(key);
  if (selection === undefined) {
    selection = selectAnew(root, selector);
    if (kept.size < KEPT) kept.set(key, selection);
  }
  return selection;
}

function selectAnew(root: Directory, selector: Selector): Selection {
  const isFiltered = selector.includes.length > 0 || selector.excludes.length > 0;
  const isWildcard = selector.allowsWildcard && hasWildcard(selector.path);
  const tops = isWildcard ? wildcardTops(root, selector) : pathTop(root, selector, isFiltered);
  if ('problem' in tops) return { kind: 'problem', problem: tops.problem };
  const nodes = isFiltered ? filtered(tops.nodes, selector) : tops.nodes;
  for (const required of selector.required) {
    if (!nodes.some(({ at }) => at.startsWith(required))) {
      return { kind: 'problem', problem: notFound(required) };
    }
  }
  return { kind: 'selected', nodes, digest: digestOfSelected(nodes, selector, isFiltered || isWildcard) };
}

const joined = (base: string, path: string): string =>
  base === '/' ? `/${path}` : path === '' ? base : `${base}/${path}`;

function digestOfSelected(nodes: readonly Selected[], { path }: Selector, isList: boolean): string {
  const [only] = nodes;
  if (!isList && only !== undefined) return digestOf(only.node);
  if (only === undefined) return 'nothing';
  if (nodes.length === 1 && baseName(path) === baseName(only.path)) return digestOfOne(only);
  return digestOfText(nodes.flatMap((one) => [one.path, digestOfOne(one)]).join('\0'));
}

const digestOfOne = ({ node, isWhole }: Selected): string => (isWhole ? digestOf(node) : headDigest(node));

type Tops = { readonly nodes: readonly Selected[] } | { readonly problem: FileProblem };

function pathTop(root: Directory, selector: Selector, isFiltered: boolean): Tops {
  const resolved = resolveLinks(root, selector.path, selector.followsLinks || isFiltered);
  if (resolved === undefined) {
    return { problem: { code: 'files/too-many-links', path: selector.path, message: 'too many links' } };
  }
  if (resolved.node === undefined) return isFiltered ? { nodes: [] } : { problem: notFound(selector.path) };
  return { nodes: [{ path: '', at: selector.path, node: resolved.node, isWhole: true }] };
}

function wildcardTops(root: Directory, selector: Selector): Tops {
  const nodes: Selected[] = [];
  for (const { path, below, node } of wildcardMatches(root, selector.path)) {
    if (node.kind !== 'symlink' || !selector.followsLinks) {
      nodes.push({ path: below, at: path, node, isWhole: true });
      continue;
    }
    const behind = resolveLinks(root, path, true)?.node;
    if (behind === undefined) return { problem: notFound(path) };
    nodes.push({ path: below, at: path, node: behind, isWhole: true });
  }
  return { nodes };
}

/** The nodes below the tops that the patterns let through, with the folders that lead to them. */
function filtered(tops: readonly Selected[], { includes, excludes }: Selector): readonly Selected[] {
  const include = includes.length === 0 ? undefined : pathPatterns(includes);
  const exclude = excludes.length === 0 ? undefined : pathPatterns(excludes);
  const taken: Selected[] = [];
  for (const top of tops) collect(top, include, exclude, taken);
  return taken;
}

interface Open {
  readonly path: string;
  readonly node: FileNode;
  readonly below: string;
  readonly included: PatternState;
  readonly excluded: PatternState;
  readonly parents: readonly Selected[];
}

function collect(
  top: Selected,
  include: PathPatterns | undefined,
  exclude: PathPatterns | undefined,
  taken: Selected[],
): void {
  const isTaken = new Set<Selected>();
  const open: Open[] = [
    { path: top.path, node: top.node, below: '', included: NO_PATTERNS, excluded: NO_PATTERNS, parents: [] },
  ];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    const { path, node, below, parents } = here;
    const included = below === '' ? undefined : include?.decide(below, here.included);
    const excluded = below === '' ? undefined : exclude?.decide(below, here.excluded);
    const self: Selected = { path, at: joined(top.at, below), node, isWhole: false };
    const isIn = (include === undefined || included?.isMatch === true) && excluded?.isMatch !== true;
    if (isIn && !(below === '' && include !== undefined)) {
      for (const one of [...parents, self]) {
        if (isTaken.has(one)) continue;
        isTaken.add(one);
        taken.push(one);
      }
    }
    if (node.kind !== 'dir') continue;
    for (const name of [...namesIn(node)].reverse()) {
      open.push({
        path: path === '' ? name : `${path}/${name}`,
        node: node.entries.get(name) as FileNode,
        below: below === '' ? name : `${below}/${name}`,
        included: included?.state ?? NO_PATTERNS,
        excluded: excluded?.state ?? NO_PATTERNS,
        parents: [...parents, self],
      });
    }
  }
}
