// A package with all that it wants beside itself (arborist, build-ideal-tree): its peers, their peers, and so on are tried out on a root
// with the dependencies of who asks, before any of them is placed.
import { type Build, nodeFor, trialRoot } from './build';
import { canReplace, isMet, putBelow, type TreeEdge, type TreeNode, targetOf } from './tree';

/** What a set of peers is loaded for. */
interface Wish {
  readonly edge: TreeEdge;
  /** Where it is tried out; a new root where there is none. */
  readonly on: TreeNode | undefined;
  /** Another who asks for the same, whose range is preferred if the edge can do with it. */
  readonly second: TreeEdge | undefined;
  /** What has to be there: a conflict among these is an error, one elsewhere may never matter. */
  readonly required: Set<TreeNode>;
}

/** Sets of peers that are tried out inside each other. Beyond it npm's own tree grows without end; here building stops. */
const DEEPEST_SETS = 200;

/** The node for an edge, on a root with its peers. `undefined` when the build has come to a conflict. */
export function loadNode(build: Build, wish: Wish, depth = 0): TreeNode | undefined {
  const { edge, second, required } = wish;
  build.effort.left = depth > DEEPEST_SETS ? 0 : build.effort.left - 1;
  if (build.effort.left <= 0) return undefined;
  const root = wish.on ?? trialRoot(build, edge.from);
  let node = nodeFor(build, edge.name, edge.range);
  putBelow(root, node);
  if (second !== undefined && !isMet(second)) {
    const other = nodeFor(build, edge.name, second.range);
    putBelow(root, other);
    if (isMet(edge)) node = other;
    else putBelow(root, node);
  }
  if (required.has(edge.from) || (second !== undefined && required.has(second.from))) required.add(node);
  return loadPeers(build, node, required, depth) ? node : undefined;
}

/** Loads what a node wants beside itself; is false when that is a conflict. */
function loadPeers(build: Build, node: TreeNode, required: Set<TreeNode>, depth: number): boolean {
  const wanted = [...node.edges.values()]
    .filter((edge) => edge.isPeer && !isMet(edge))
    .sort((left, right) => left.name.localeCompare(right.name, 'en'));
  for (const edge of wanted) {
    // What was loaded since may have taken the node’s place.
    const { parent } = node;
    if (parent === undefined) return true;
    if (isMet(edge)) continue;
    const isMine = parent.standsFor === build.tree;
    const load = (wish: Partial<Wish>) =>
      loadNode(build, { edge, on: parent, second: undefined, required, ...wish }, depth + 1);
    const current = targetOf(edge);
    const asked = parent.edges.get(edge.name);
    if (current === undefined && asked === undefined) {
      if (load({}) === undefined) return false;
    } else if (current === undefined && asked !== undefined) {
      const dep = load({ edge: asked, second: edge });
      if (dep === undefined) return false;
      if (isMet(edge)) continue;
      if (!isMine || !required.has(dep)) {
        edge.isOverridden = true;
        continue;
      }
      if (node.parent === undefined) return true;
      build.conflict = { edge, found: targetOf(edge) };
      return false;
    } else if (current !== undefined) {
      const dep = load({ on: undefined });
      if (dep === undefined) return false;
      if (canReplace(dep, current)) {
        if (load({}) === undefined) return false;
        continue;
      }
      if (!isMine || !required.has(edge.from)) continue;
      build.conflict = { edge, found: current };
      return false;
    }
  }
  return true;
}
