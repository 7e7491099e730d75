// A graph as a tree in text, by the rules of `uv tree` and `uv tree --invert` (crates/uv-resolver, lock/export/tree.rs): each level
// by name, and what was taken apart before, or stands on the way to itself, is named again with (*) and not taken apart again.
import { formatVersion, type NormalizedName } from '@/core/python';
import type { DependencyGraph, GraphEdge } from './dependency-graph';

/** A line of a tree. */
export interface TreeLine {
  /** The branches before the name: `│   ├── `. */
  readonly branch: string;
  readonly depth: number;
  /** Undefined: the reader’s project. */
  readonly name: NormalizedName | undefined;
  /** `requests[socks] v2.34.2 (extra: fast)`. */
  readonly text: string;
  /** Its own lines stand elsewhere. */
  readonly isRepeated: boolean;
}

export interface Tree {
  readonly lines: readonly TreeLine[];
  /** Whether there was no room for all of it: a chain of 10,000 packages is no tree for reading. */
  readonly isCut: boolean;
}

/** What stands under the reader’s project. */
const OWN = 'your project';

/** The lines of `uv tree`: from the root to what each requires. */
export function treeOf(graph: DependencyGraph, room: number): Tree {
  return grow(graph, undefined, room, { near: (edge) => edge.from, far: (edge) => edge.to });
}

/** The lines of `uv tree --invert --package <of>`: from a project to what requires it, up to the root. */
export function inverseTreeOf(graph: DependencyGraph, of: NormalizedName, room: number): Tree {
  return grow(graph, of, room, { near: (edge) => edge.to, far: (edge) => edge.from });
}

type End = NormalizedName | undefined;

interface Direction {
  readonly near: (edge: GraphEdge) => End;
  readonly far: (edge: GraphEdge) => End;
}

interface Open {
  readonly at: End;
  readonly edge: GraphEdge | undefined;
  readonly depth: number;
  readonly isLast: boolean;
  /** The branches of what stands below it. */
  readonly stem: string;
}

/** Depth first with a stack of its own, so that no depth is too deep. */
function grow({ nodes, edges }: DependencyGraph, start: End, room: number, { near, far }: Direction): Tree {
  const isInverse = start !== undefined;
  const versions = new Map<End, string>(nodes.map(({ name, version }) => [name, formatVersion(version)]));
  const branches = new Map<End, GraphEdge[]>();
  for (const edge of edges) {
    const known = branches.get(near(edge));
    if (known === undefined) branches.set(near(edge), [edge]);
    else known.push(edge);
  }
  const lines: TreeLine[] = [];
  const taken = new Set<string>();
  const open: Open[] = [{ at: start, edge: undefined, depth: 0, isLast: true, stem: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (lines.length >= room) return { lines, isCut: true };
    const { at, edge, depth, isLast, stem } = next;
    const { key, counts } = isInverse ? upwards(edge) : downwards(edge);
    const below = inOrder((branches.get(at) ?? []).filter(counts), far);
    // Upside down uv tells where it began from the same project met again on the way: a circle is gone round once.
    const place = `${at ?? ''} ${key} ${isInverse && edge === undefined ? 'start' : ''}`;
    const isRepeated = taken.has(place) && below.length > 0;
    const branch = depth === 0 ? '' : `${stem}${isLast ? '└── ' : '├── '}`;
    lines.push({ branch, depth, name: at, text: nameOf(at, edge, versions), isRepeated });
    if (taken.has(place)) continue;
    taken.add(place);
    const inner = depth === 0 ? '' : `${stem}${isLast ? '    ' : '│   '}`;
    for (const [turn, each] of [...below.entries()].reverse()) {
      open.push({ at: far(each), edge: each, depth: depth + 1, isLast: turn === below.length - 1, stem: inner });
    }
  }
  return { lines, isCut: false };
}

interface Branching {
  /** What of the way here changes the lines below. */
  readonly key: string;
  readonly counts: (edge: GraphEdge) => boolean;
}

/** Below a release stands what its extras require only where these are asked for. */
function downwards(edge: GraphEdge | undefined): Branching {
  const asked = edge?.extras ?? [];
  return { key: asked.join(), counts: ({ extra }) => extra === undefined || asked.includes(extra) };
}

/** What an extra requires leads up to those alone who ask for that extra. */
function upwards(edge: GraphEdge | undefined): Branching {
  const extra = edge?.extra;
  return { key: extra ?? '', counts: ({ extras }) => extra === undefined || extras.includes(extra) };
}

/** Requirements of the release itself go before those of its extras; then by name. A project that is required twice stands once. */
function inOrder(edges: readonly GraphEdge[], far: Direction['far']): readonly GraphEdge[] {
  const once = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const key = `${far(edge) ?? ''} ${edge.extra ?? ''}`;
    const known = once.get(key);
    const extras = [...new Set([...(known?.extras ?? []), ...edge.extras])].sort();
    once.set(key, { ...edge, extras });
  }
  const key = (edge: GraphEdge) => `${edge.extra ?? ''}\u0000${far(edge) ?? OWN}`;
  return [...once.values()].sort((left, right) => (key(left) < key(right) ? -1 : 1));
}

function nameOf(at: End, edge: GraphEdge | undefined, versions: ReadonlyMap<End, string>): string {
  const extras = edge?.extras ?? [];
  const asked = extras.length === 0 ? '' : `[${extras.join(', ')}]`;
  const extra = edge?.extra === undefined ? '' : ` (extra: ${edge.extra})`;
  return `${at ?? OWN}${asked}${at === undefined ? '' : ` v${versions.get(at) ?? ''}`}${extra}`;
}
