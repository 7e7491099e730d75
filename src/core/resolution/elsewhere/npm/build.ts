// What npm keeps while it builds a tree: the tree, the roots on which sets of peers are tried out, and what went wrong.
import type { Effort } from './can-place';
import type { NpmProblem, NpmVersion } from './npm-problem';
import { pickVersion } from './pick-version';
import { makeNode, type TreeEdge, type TreeNode } from './tree';

export interface Build {
  readonly problem: NpmProblem;
  readonly tree: TreeNode;
  /** By the node whose dependencies it stands for, the root on which its peers were last tried out. */
  readonly trials: Map<TreeNode, TreeNode>;
  /** What was picked, by name and range. */
  readonly picked: Map<string, NpmVersion | undefined>;
  readonly effort: Effort;
  /** npm’s ERESOLVE: who asks for a peer that can’t be had beside what is there. */
  conflict: PeerConflict | undefined;
}

export interface PeerConflict {
  readonly edge: TreeEdge;
  /** What stands in the way, if it is known. */
  readonly found: TreeNode | undefined;
}

/** The node for the version that npm picks for an edge, yet without a place. */
export function nodeFor({ problem, picked: before }: Build, name: string, range: string): TreeNode {
  const known = problem.packages.get(name);
  const key = `${name}@${range}`;
  const picked = before.has(key) ? before.get(key) : known && pickVersion(known, range);
  before.set(key, picked);
  if (picked !== undefined) return makeNode({ name, ...picked });
  return makeNode({
    name,
    version: undefined,
    dependencies: new Map(),
    peerDependencies: new Map(),
    failure: known === undefined ? 'E404' : 'ETARGET',
  });
}

/** A root with the dependencies of a node, to try out on it what comes with a package as its peers. */
export function trialRoot({ trials }: Build, node: TreeNode): TreeNode {
  const edges = [...node.edges.values()];
  const ranges = (isPeer: boolean) =>
    new Map(edges.filter((edge) => edge.isPeer === isPeer).map(({ name, range }) => [name, range]));
  const root = makeNode({
    name: node.name,
    version: node.version,
    dependencies: ranges(false),
    peerDependencies: ranges(true),
    standsFor: node,
  });
  trials.set(node, root);
  return root;
}
