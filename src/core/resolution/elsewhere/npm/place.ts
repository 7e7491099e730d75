// Placing a package (arborist, place-dep): as high in the tree as it can stand without a conflict, then its peers beside it, then
// taking out what isn't needed any longer.
import compare from 'semver/functions/compare.js';
import type { Build } from './build';
import { checkPlace, type PlaceCheck } from './can-place';
import { peerEntries } from './peer-entries';
import {
  ancestry,
  answers,
  canReplace,
  copyOf,
  deepestPlace,
  edgesTo,
  isMet,
  isSame,
  linkTo,
  locationOf,
  lookUp,
  neededOnlyBy,
  nodesBelow,
  putBelow,
  type TreeEdge,
  type TreeNode,
  takeOut,
  targetOf,
} from './tree';

/** A package that was placed: as what, and who has to be looked at again because of it. */
export interface Placed {
  readonly node: TreeNode;
  readonly edge: TreeEdge;
  readonly again: readonly TreeNode[];
}

/** The placing of the package that brought this one as a peer. */
interface Above {
  readonly above: Above | undefined;
  readonly edge: TreeEdge;
  readonly check: PlaceCheck | undefined;
  readonly start: TreeNode;
}

/** Places what answers an edge, and its peers. What was placed goes to `placed`; a conflict goes to the build. */
export function place(build: Build, edge: TreeEdge, dep: TreeNode, placed: Placed[], above?: Above): void {
  if (build.conflict !== undefined || build.effort.left <= 0) return;
  if (targetOf(edge) !== undefined && isMet(edge)) return;
  const start = deepestPlace(above?.start ?? edge.from, edge.name);
  const { check, self } = highestPlace(build, edge, dep, start, above?.check);
  if (check === undefined && isOwn(build, edge, above)) {
    build.conflict = { edge: topOf(edge, above), found: lookUp(edge.from, edge.name) };
    return;
  }
  const chosen = check ?? self;
  if (chosen === undefined) {
    edge.isOverridden = true;
    return;
  }
  const { target } = chosen.question;
  const placement = chosen.all === 'conflict' ? chosen.self : chosen.all;
  if (placement === 'keep') {
    if (edge.isPeer && !isMet(edge)) edge.isOverridden = true;
    dedupe(target, true);
    return;
  }
  // A circle: where the same version stands above already, a link leads there.
  const same = ancestry(target).find((node) => node.parent !== undefined && isSame(node, dep));
  if (same !== undefined) {
    const link = linkTo(same);
    putBelow(target, link);
    placed.push({ node: link, edge, again: [] });
    return;
  }
  const set = dep.parent;
  const node = copyOf(dep);
  const old = target.children.get(node.name);
  const again = old === undefined ? [] : replaceOld(build, node, old, target);
  if (old === undefined) putBelow(target, node);
  if (edge.isPeer && !answers(node, edge)) edge.isOverridden = true;
  placed.push({ node, edge, again });
  dedupeAround(edge, node, target);
  for (const peerEdge of node.edges.values()) {
    if (!peerEdge.isPeer || isMet(peerEdge) || peerEdge.isOverridden) continue;
    const peer = set?.children.get(peerEdge.name);
    // One that doesn’t answer was overridden in the set.
    if (peer === undefined || !answers(peer, peerEdge)) continue;
    place(build, peerEdge, peer, placed, { above, edge, check: chosen, start });
  }
}

/** The highest folder where it can stand with its peers, and the highest where it can by itself. */
function highestPlace(
  { effort }: Build,
  edge: TreeEdge,
  dep: TreeNode,
  start: TreeNode,
  above: PlaceCheck | undefined,
): { readonly check: PlaceCheck | undefined; readonly self: PlaceCheck | undefined } {
  let check: PlaceCheck | undefined;
  let self: PlaceCheck | undefined;
  for (const target of ancestry(start)) {
    if (target.parent !== undefined && target.edges.get(edge.name)?.isPeer) continue;
    const found = checkPlace({ dep, target, edge, above, way: [], effort });
    if (found.self !== 'conflict') self = found;
    if (found.all === 'conflict') break;
    check = found;
    if (dep.failure !== undefined) break;
  }
  return { check, self };
}

function topOf(edge: TreeEdge, above: Above | undefined): TreeEdge {
  let top = edge;
  for (let one = above; one !== undefined; one = one.above) top = one.edge;
  return top;
}

/** Does the project itself bring the set? Then a conflict in it is an error; in others’ sets it is a warning. */
function isOwn({ tree }: Build, edge: TreeEdge, above: Above | undefined): boolean {
  const top = topOf(edge, above);
  if (top.from === tree) return true;
  if (!top.isPeer) return false;
  const incoming = edgesTo(top.from);
  if (incoming.some((one) => !one.isPeer && one.from === tree)) return true;
  if (!incoming.some((one) => one.isPeer)) return false;
  return [...peerEntries(top.from).keys()].some((one) => one.from === tree);
}

/** Puts a node in place of another, takes out what only that needed, and says who has to be looked at again. */
function replaceOld({ tree }: Build, node: TreeNode, old: TreeNode, target: TreeNode): readonly TreeNode[] {
  const left: TreeNode[] = [];
  for (const [name, edge] of old.edges) {
    const to = targetOf(edge);
    if (node.edges.has(name) || to === undefined) continue;
    left.push(...neededOnlyBy([to], (one) => targetOf(one) !== to));
  }
  const sets: TreeNode[] = [];
  for (const edge of edgesTo(old)) {
    if (answers(node, edge) || !edge.isPeer || edge.from.parent !== target || edge.isOverridden) continue;
    for (const entry of peerEntries(edge.from).keys()) {
      const entryNode = targetOf(entry);
      if (entryNode === undefined) continue;
      if (deepestPlace(entryNode, '') !== target && entry.from !== tree) {
        sets.push(...neededOnlyBy([entryNode], (one) => targetOf(one) !== entryNode && !one.isOverridden));
      } else edge.isOverridden = true;
    }
  }
  const children = [...old.children.values()];
  putBelow(target, node);
  for (const child of children) putBelow(node, child);
  pruneFor(node, left);
  const again: TreeNode[] = [];
  for (const one of sets) {
    again.push(...edgesTo(one).map(({ from }) => from));
    takeOut(one);
  }
  return again;
}

/** Takes out what nobody needs any longer now that a node stands in another’s place. */
function pruneFor(node: TreeNode, left: readonly TreeNode[]): void {
  const unmet = [...node.edges.values()].flatMap((edge) => (isMet(edge) ? [] : (targetOf(edge) ?? [])));
  const useless = new Set(unmet);
  for (const one of left) {
    for (const with_ of neededOnlyBy([one], (edge) => targetOf(edge) !== one && isMet(edge))) useless.add(with_);
  }
  const gone = neededOnlyBy(useless, (edge) => edge.from !== node && targetOf(edge) !== node && isMet(edge));
  for (const one of gone) takeOut(one);
}

/** After a node was placed: copies of it below that aren’t needed beside it are taken out. */
function dedupeAround(edge: TreeEdge, node: TreeNode, target: TreeNode): void {
  const to = targetOf(edge);
  if (to !== undefined && to !== node && isMet(edge)) dedupe(to, false);
  for (const one of nodesBelow(target)) {
    if (one.name !== node.name || one.parent === undefined) continue;
    dedupe(one, false);
    if (one.parent === undefined) continue;
    for (const child of [...one.children.values()]) dedupe(child, false);
  }
}

/** Takes a node out if what would be found in its place does for all who ask for it. */
function dedupe(node: TreeNode, withBelow: boolean): void {
  if (isDoubled(node)) {
    for (const one of neededOnlyBy([node], (edge) => targetOf(edge) !== node && isMet(edge))) takeOut(one);
    return;
  }
  if (!withBelow) return;
  const children = [...node.children.values()];
  for (const child of children.sort((left, right) => locationOf(left).localeCompare(locationOf(right), 'en'))) {
    dedupe(child, true);
  }
}

function isDoubled(node: TreeNode): boolean {
  const above = node.parent?.parent;
  if (above === undefined) return false;
  if (edgesTo(node).length === 0) return true;
  const other = lookUp(above, node.name);
  if (other === undefined) return false;
  if (isSame(other, node)) return true;
  if (!canReplace(other, node) || other.version === undefined || node.version === undefined) return false;
  return compare(other.version, node.version, true) >= 0;
}
