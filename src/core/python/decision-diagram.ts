// Reduced ordered decision diagrams with several edges a node (R. E. Bryant, "Graph-based algorithms for Boolean function
// manipulation", 1986): the form in which marker algebra holds a set of environments. A node asks for one variable and
// leads on by its value; every path asks for variables in the same order, and no two nodes are alike, so equal sets are the
// same node. Nodes live in an arena, which belongs to whoever began it; nothing is kept elsewhere.
import type { DecisionVariable } from './decision-variable';
import { compareVariables, holdsAt } from './decision-variable';
import { compareReleasesOfInterpreter, type InterpreterRelease } from './python-axis';
import { compareText } from './text';
import { compareTextPlaces, type TextPlace } from './text-order';

/** A node's number in its arena. */
export type NodeId = number;

/** No environment. */
export const NEVER: NodeId = 0;
/** Every environment. */
export const ALWAYS: NodeId = 1;
/** In place of a node where an operation was given up because of a bound. */
export const TOO_LARGE: NodeId = -1;

/**
 * What lies between edges. Of the axis of releases, and of the order of texts: the cuts, ascending, one less than edges; of a text: the values with an
 * edge of their own, sorted, after the first edge, which is that of every other value; of a fact: none, and the two edges
 * are those of false and true.
 */
export type EdgeLabels =
  | { readonly kind: 'axis'; readonly cuts: readonly InterpreterRelease[] }
  | { readonly kind: 'order'; readonly cuts: readonly TextPlace[] }
  | { readonly kind: 'text'; readonly values: readonly string[] }
  | { readonly kind: 'fact' };

export interface DecisionNode {
  readonly variable: DecisionVariable;
  readonly labels: EdgeLabels;
  readonly edges: readonly NodeId[];
  /** The length of the longest path to an end. */
  readonly depth: number;
}

/**
 * Which environments there are. `real`: the interpreter's version is a final release of three numbers, and the value of a variable
 * decides every comparison with it. `uv`: there are versions between 3.13.1 and 3.13.2 too, and a comparison with `in` is
 * independent of all others, so that `sys_platform == "win32"` doesn't rule `sys_platform in "linux"` out (crates/uv-pep508,
 * marker/algebra.rs). What uv makes of a marker in no real environment shows in the forks of its answers.
 */
export type MarkerWorld = 'real' | 'uv';

/** The nodes of diagrams and what was computed of them. */
export interface MarkerArena {
  readonly nodes: (DecisionNode | undefined)[];
  readonly ids: Map<string, NodeId>;
  readonly results: Map<string, NodeId>;
  /** The variables that facts speak of besides their values, such as the sys_platform of `sys_platform in "linux"`. */
  readonly factual: Set<string>;
  readonly world: MarkerWorld;
  /** Edges looked at in the operation that runs. */
  work: number;
}

/** How many edges one operation may look at: the diagram of a hostile marker grows with the power of its variables. */
const MAX_WORK = 400_000;

/** How many variables a path may ask for; all walks go down a path by recursion. */
const MAX_PATH = 300;

/**
 * An arena for the sets of one computation, such as one resolution: sets that share it are compared and joined fastest. It
 * grows with them and goes when they do. Our own, for marker algebra ("Environment Markers").
 *
 * @example markerSet(undefined, markerArena()).root // → 1
 */
export function markerArena(world: MarkerWorld = 'real'): MarkerArena {
  return { nodes: [undefined, undefined], ids: new Map(), results: new Map(), factual: new Set(), world, work: 0 };
}

/** Counts edges that an operation looks at, and says whether it may go on. */
export function takesWork(arena: MarkerArena, edges: number): boolean {
  arena.work += edges;
  return arena.work <= MAX_WORK;
}

/** The node of a number that is no end. */
export function nodeOf(arena: MarkerArena, id: NodeId): DecisionNode | undefined {
  return arena.nodes[id];
}

/** The node with these edges, which may be fewer: what makes no difference is left out. */
export function makeNode(
  arena: MarkerArena,
  variable: DecisionVariable,
  labels: EdgeLabels,
  edges: readonly NodeId[],
): NodeId {
  if (!takesWork(arena, edges.length) || edges.includes(TOO_LARGE)) return TOO_LARGE;
  const reduced = reduce(arena, variable, labels, edges);
  const [first = NEVER] = reduced.edges;
  if (reduced.edges.every((edge) => edge === first)) return first;
  const key = `${variable.id} ${reduced.edges.join()} ${keyOf(reduced.labels)}`;
  const known = arena.ids.get(key);
  if (known !== undefined) return known;
  const depth = 1 + reduced.edges.reduce((deepest, edge) => Math.max(deepest, arena.nodes[edge]?.depth ?? 0), 0);
  if (depth > MAX_PATH) return TOO_LARGE;
  if (variable.kind === 'fact' && arena.world === 'real') arena.factual.add(variable.of);
  const id = arena.nodes.length;
  arena.nodes.push({ variable, labels: reduced.labels, edges: reduced.edges, depth });
  arena.ids.set(key, id);
  return id;
}

/** Text that is the same for the same labels of a variable. */
function keyOf(labels: EdgeLabels): string {
  switch (labels.kind) {
    case 'fact':
      return '';
    case 'axis':
      return labels.cuts.join(' ');
    case 'order':
      return JSON.stringify(labels.cuts);
    case 'text':
      return JSON.stringify(labels.values);
  }
}

interface Branches {
  readonly labels: EdgeLabels;
  readonly edges: readonly NodeId[];
}

function reduce(
  arena: MarkerArena,
  variable: DecisionVariable,
  labels: EdgeLabels,
  edges: readonly NodeId[],
): Branches {
  switch (labels.kind) {
    case 'fact':
      return { labels, edges };
    case 'axis': {
      const isBorder = (at: number) => edges[at] !== edges[at - 1];
      return {
        labels: { kind: 'axis', cuts: labels.cuts.filter((_, at) => isBorder(at + 1)) },
        edges: edges.filter((_, at) => at === 0 || isBorder(at)),
      };
    }
    case 'order': {
      const isBorder = (at: number) => edges[at] !== edges[at - 1];
      return {
        labels: { kind: 'order', cuts: labels.cuts.filter((_, at) => isBorder(at + 1)) },
        edges: edges.filter((_, at) => at === 0 || isBorder(at)),
      };
    }
    case 'text': {
      const other = edges[0] ?? NEVER;
      // A value goes with the others if these, their facts decided for it, lead where it leads.
      const kept = labels.values.map((value, at) => edges[at + 1] !== valueEdge(arena, variable, other, value));
      return {
        labels: { kind: 'text', values: labels.values.filter((_, at) => kept[at]) },
        edges: edges.filter((_, at) => at === 0 || kept[at - 1]),
      };
    }
  }
}

/** The node with the facts about `variable` decided: below the edge of a value, nothing asks for pieces of that value. */
export function valueEdge(arena: MarkerArena, variable: DecisionVariable, id: NodeId, value: string): NodeId {
  if (variable.kind !== 'text' || !arena.factual.has(variable.id)) return id;
  const key = `at ${variable.id} ${value}`;
  return mapEdges(arena, key, id, (node) =>
    node.variable.kind === 'fact' && node.variable.of === variable.id
      ? node.edges[holdsAt(node.variable, value) ? 1 : 0]
      : undefined,
  );
}

/**
 * Rebuilds a diagram from its ends up. `choose` gives the edge to go on with instead of a node, or undefined to keep the
 * node. Results are kept under `key`, which stands for what `choose` does.
 */
export function mapEdges(
  arena: MarkerArena,
  key: string,
  id: NodeId,
  choose: (node: DecisionNode) => NodeId | undefined,
): NodeId {
  const node = arena.nodes[id];
  if (node === undefined) return id;
  const memo = `${key} ${id}`;
  const known = arena.results.get(memo);
  if (known !== undefined) return known;
  const chosen = choose(node);
  const result =
    chosen !== undefined
      ? mapEdges(arena, key, chosen, choose)
      : makeNode(
          arena,
          node.variable,
          node.labels,
          node.edges.map((edge) => mapEdges(arena, key, edge, choose)),
        );
  if (result !== TOO_LARGE) arena.results.set(memo, result);
  return result;
}

/** The diagram of one arena in another one. `copies` holds the nodes that are there already. */
export function copyDiagram(
  from: MarkerArena,
  id: NodeId,
  to: MarkerArena,
  copies: Map<NodeId, NodeId> = new Map(),
): NodeId {
  const node = from.nodes[id];
  if (node === undefined) return id;
  const known = copies.get(id);
  if (known !== undefined) return known;
  const edges = node.edges.map((edge) => copyDiagram(from, edge, to, copies));
  const copy = makeNode(to, node.variable, node.labels, edges);
  copies.set(id, copy);
  return copy;
}

/** Both nodes seen from the variable that comes first in their order, with the same labels. */
export interface Alignment {
  readonly variable: DecisionVariable;
  readonly labels: EdgeLabels;
  readonly left: readonly NodeId[];
  readonly right: readonly NodeId[];
}

/** Aligns two nodes, one of which at least is no end. */
export function align(arena: MarkerArena, left: NodeId, right: NodeId): Alignment | undefined {
  const a = arena.nodes[left];
  const b = arena.nodes[right];
  const first = b === undefined || (a !== undefined && compareVariables(a.variable, b.variable) <= 0) ? a : b;
  if (first === undefined) return undefined;
  const { variable } = first;
  const [isLeft, isRight] = [a?.variable.id === variable.id, b?.variable.id === variable.id];
  const labels = isLeft && isRight && a && b ? joinLabels(a.labels, b.labels) : first.labels;
  return {
    variable,
    labels,
    left: edgesBy(arena, variable, labels, left, isLeft ? a : undefined),
    right: edgesBy(arena, variable, labels, right, isRight ? b : undefined),
  };
}

function joinLabels(left: EdgeLabels, right: EdgeLabels): EdgeLabels {
  if (left.kind === 'axis' && right.kind === 'axis') {
    return { kind: 'axis', cuts: merged(left.cuts, right.cuts, compareReleasesOfInterpreter) };
  }
  if (left.kind === 'order' && right.kind === 'order') {
    return { kind: 'order', cuts: merged(left.cuts, right.cuts, compareTextPlaces) };
  }
  if (left.kind === 'text' && right.kind === 'text') {
    return { kind: 'text', values: merged(left.values, right.values, compareText) };
  }
  return left;
}

/** The edges between cuts that are at least as fine as a node's own. */
function edgesByCuts<Cut>(
  cuts: readonly Cut[],
  ownCuts: readonly Cut[],
  compare: (left: Cut, right: Cut) => number,
  id: NodeId,
  own: DecisionNode | undefined,
): readonly NodeId[] {
  const edges: NodeId[] = [own === undefined ? id : (own.edges[0] ?? NEVER)];
  let at = 0;
  for (const cut of cuts) {
    const next = ownCuts[at];
    if (next !== undefined && compare(next, cut) <= 0) at++;
    edges.push(own === undefined ? id : (own.edges[at] ?? NEVER));
  }
  return edges;
}

/** Two sorted lists as one, without repeats. */
function merged<Item>(
  left: readonly Item[],
  right: readonly Item[],
  compare: (left: Item, right: Item) => number,
): readonly Item[] {
  const all: Item[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [a, b] = [left[i], right[j]];
    if (a === undefined && b === undefined) return all;
    const order = a === undefined ? 1 : b === undefined ? -1 : compare(a, b);
    const next = order <= 0 ? a : b;
    if (next !== undefined) all.push(next);
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
}

/** The edges of a node under labels that are at least as fine as its own; a node that does not ask has the same for all. */
function edgesBy(
  arena: MarkerArena,
  variable: DecisionVariable,
  labels: EdgeLabels,
  id: NodeId,
  own: DecisionNode | undefined,
): readonly NodeId[] {
  switch (labels.kind) {
    case 'fact':
      return own?.edges ?? [id, id];
    case 'text': {
      const values = own?.labels.kind === 'text' ? own.labels.values : [];
      const other = own === undefined ? id : (own.edges[0] ?? NEVER);
      const places = new Map(values.map((value, at) => [value, own?.edges[at + 1]]));
      return [other, ...labels.values.map((value) => places.get(value) ?? valueEdge(arena, variable, other, value))];
    }
    case 'axis': {
      const cuts = own?.labels.kind === 'axis' ? own.labels.cuts : [];
      return edgesByCuts(labels.cuts, cuts, compareReleasesOfInterpreter, id, own);
    }
    case 'order': {
      const cuts = own?.labels.kind === 'order' ? own.labels.cuts : [];
      return edgesByCuts(labels.cuts, cuts, compareTextPlaces, id, own);
    }
  }
}
