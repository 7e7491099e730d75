// The sets of peers that a node belongs to (arborist, peer-entry-sets): a set begins where a package is brought in by who isn't its
// peer, and holds what it needs beside itself, and so on.
import { edgesTo, isMet, type TreeEdge, type TreeNode, targetOf } from './tree';

/** Each edge that brings a set of peers with this node in it, and the set. */
export function peerEntries(node: TreeNode): ReadonlyMap<TreeEdge, ReadonlySet<TreeNode>> {
  const union = new Set([node]);
  for (const one of union) {
    for (const peer of peersOf(one)) union.add(peer);
    for (const edge of edgesTo(one)) {
      if (edge.isPeer && isMet(edge)) union.add(edge.from);
    }
  }
  const entries = new Map<TreeEdge, ReadonlySet<TreeNode>>();
  for (const one of union) {
    for (const edge of edgesTo(one)) {
      if (!isMet(edge) || (edge.isPeer && edge.from.parent !== undefined)) continue;
      const set = new Set([one]);
      for (const member of set) for (const peer of peersOf(member)) set.add(peer);
      if (set.has(node)) entries.set(edge, set);
    }
  }
  return entries;
}

function peersOf(node: TreeNode): readonly TreeNode[] {
  return [...node.edges.values()].flatMap((edge) => (edge.isPeer && isMet(edge) ? (targetOf(edge) ?? []) : []));
}
