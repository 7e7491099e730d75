// npm's tree of folders, as Node.js looks through it: a package finds another in its own `node_modules`, or in that of a folder above
// (Node.js docs, "Loading from node_modules folders"). Nodes are placed and moved while the tree is being built, so they change.
import type { NpmRanges } from './npm-problem';
import { isInRange } from './pick-version';

/** What a node asks for: a package by its name, in a range; a peer is to be found beside the node, not below it. */
export interface TreeEdge {
  readonly from: TreeNode;
  readonly name: string;
  readonly range: string;
  readonly isPeer: boolean;
  /** Was it overridden by a version that isn't in its range, with a warning? */
  isOverridden: boolean;
}

export interface TreeNode {
  readonly name: string;
  /** Undefined for a root, and for what couldn't be found. */
  readonly version: string | undefined;
  readonly failure: 'E404' | 'ETARGET' | undefined;
  readonly edges: Map<string, TreeEdge>;
  readonly children: Map<string, TreeNode>;
  parent: TreeNode | undefined;
  /** For a root on which a set of peers is tried out: the node whose dependencies it stands for. */
  readonly standsFor: TreeNode | undefined;
  /** For a link: the same package above, which it leads to. */
  readonly leadsTo: TreeNode | undefined;
}

export interface NodeFacts {
  readonly name: string;
  readonly version: string | undefined;
  readonly dependencies: NpmRanges;
  readonly peerDependencies: NpmRanges;
  readonly failure?: 'E404' | 'ETARGET';
  readonly standsFor?: TreeNode;
}

export function makeNode(facts: NodeFacts): TreeNode {
  const { name, version, failure, standsFor } = facts;
  const edges = new Map<string, TreeEdge>();
  const node: TreeNode = {
    name,
    version,
    failure,
    edges,
    children: new Map(),
    parent: undefined,
    standsFor,
    leadsTo: undefined,
  };
  const add = (ranges: NpmRanges, isPeer: boolean) => {
    for (const [to, range] of ranges) edges.set(to, { from: node, name: to, range, isPeer, isOverridden: false });
  };
  add(facts.peerDependencies, true);
  add(facts.dependencies, false);
  return node;
}

/** The same package once more, with nothing below it. */
export function copyOf(node: TreeNode): TreeNode {
  const copy: TreeNode = { ...node, edges: new Map(), children: new Map(), parent: undefined };
  for (const edge of node.edges.values()) copy.edges.set(edge.name, { ...edge, from: copy, isOverridden: false });
  return copy;
}

/** A link to a node further up, where the same package would stand in itself again and again. */
export function linkTo(node: TreeNode): TreeNode {
  return { ...node, edges: new Map(), children: new Map(), parent: undefined, leadsTo: node };
}

/** Puts a node below another; what stood there by its name is put out. */
export function putBelow(parent: TreeNode, node: TreeNode): void {
  if (parent.children.get(node.name) === node) return;
  takeOut(node);
  const old = parent.children.get(node.name);
  if (old !== undefined) takeOut(old);
  parent.children.set(node.name, node);
  node.parent = parent;
}

export function takeOut(node: TreeNode): void {
  if (node.parent?.children.get(node.name) === node) node.parent.children.delete(node.name);
  node.parent = undefined;
}

/** The node and those above it, up to the root. */
export function ancestry(node: TreeNode): readonly TreeNode[] {
  const found: TreeNode[] = [];
  for (let here: TreeNode | undefined = node; here !== undefined; here = here.parent) found.push(here);
  return found;
}

export function isBelow(node: TreeNode, above: TreeNode): boolean {
  return ancestry(node).includes(above);
}

export function rootOf(node: TreeNode): TreeNode {
  return ancestry(node).at(-1) ?? node;
}

/** Where a name leads from a node: the nearest folder that has it. */
export function lookUp(from: TreeNode, name: string): TreeNode | undefined {
  for (let here: TreeNode | undefined = from; here !== undefined; here = here.parent) {
    const found = here.children.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function targetOf({ from, name }: TreeEdge): TreeNode | undefined {
  return lookUp(from, name);
}

/** Would this node do for the edge? */
export function answers(node: TreeNode, { name, range }: TreeEdge): boolean {
  return node.name === name && node.version !== undefined && isInRange(node.version, range);
}

/** Does the edge lead to a version in its range, and, for a peer, to one that isn't below who asks? */
export function isMet(edge: TreeEdge): boolean {
  const to = targetOf(edge);
  if (to === undefined || (edge.isPeer && to.parent === edge.from && edge.from.parent !== undefined)) return false;
  return answers(to, edge);
}

export function isSame(one: TreeNode, other: TreeNode): boolean {
  return one === other || (one.name === other.name && one.version !== undefined && one.version === other.version);
}

/** All nodes below a node, itself first, children in the order in which they were placed. */
export function nodesBelow(node: TreeNode): readonly TreeNode[] {
  const found = [node];
  for (const one of found) found.push(...one.children.values());
  return found;
}

/** The edges that lead to a node: from beside it and from below, where no nearer folder has the name. */
export function edgesTo(node: TreeNode): readonly TreeEdge[] {
  const { parent, name } = node;
  if (parent === undefined) return [];
  const found: TreeEdge[] = [];
  const walk = [parent];
  for (const one of walk) {
    const nearer = one.children.get(name);
    if (nearer !== undefined && nearer !== node) continue;
    const edge = one.edges.get(name);
    if (edge !== undefined) found.push(edge);
    walk.push(...one.children.values());
  }
  return found;
}

/** `node_modules/a/node_modules/b`, as package-lock.json names places; the root’s is empty. */
export function locationOf(node: TreeNode): string {
  const names = ancestry(node)
    .slice(0, -1)
    .map(({ name }) => `node_modules/${name}`);
  return names.reverse().join('/');
}

/**
 * The nodes that only these nodes need, with themselves: what goes with them when they go. Edges that `counts` leaves out are
 * as if they weren't there.
 */
export function neededOnlyBy(nodes: Iterable<TreeNode>, counts: (edge: TreeEdge) => boolean): ReadonlySet<TreeNode> {
  const found = new Set(nodes);
  for (const node of found) {
    for (const edge of node.edges.values()) {
      const to = targetOf(edge);
      if (to !== undefined && counts(edge)) found.add(to);
    }
  }
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (const node of found) {
      if (!edgesTo(node).some((edge) => !found.has(edge.from) && counts(edge))) continue;
      found.delete(node);
      hasChanged = true;
    }
  }
  return found;
}

/** May `other` stand where `node` stands, for all who need it there? Peers of these names would be replaced with it. */
export function canReplace(other: TreeNode, node: TreeNode, withPeers: ReadonlySet<string> = new Set()): boolean {
  if (other.name !== node.name) return false;
  const own = neededOnlyBy([node], (edge) => targetOf(edge) !== node && isMet(edge));
  return edgesTo(node).every((edge) => {
    if (node.parent !== undefined && edge.from.parent === node.parent && edge.isPeer && withPeers.has(edge.from.name)) {
      return true;
    }
    return own.has(edge.from) || answers(other, edge);
  });
}

/** The deepest folder in which a package can stand for who asks: above everyone to whom it is a peer. */
export function deepestPlace(start: TreeNode, name: string): TreeNode {
  for (const target of ancestry(start)) {
    if (target.parent === undefined || target.edges.get(name)?.isPeer !== true) return target;
  }
  return start;
}
