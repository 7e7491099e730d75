// Whether npm may put a version into a folder (arborist, can-place-dep): as new, in place of what stands there, or by keeping that;
// and whether the peers that come with it can stand there too.
import compare from 'semver/functions/compare.js';
import { peerEntries } from './peer-entries';
import {
  answers,
  canReplace,
  deepestPlace,
  edgesTo,
  isBelow,
  isMet,
  isSame,
  lookUp,
  type TreeEdge,
  type TreeNode,
  targetOf,
} from './tree';

export type Placement = 'new' | 'replace' | 'keep' | 'conflict';

/** What is to be placed where, for whom. `above` is the check of the package that brings this one as a peer. */
export interface PlaceQuestion {
  readonly dep: TreeNode;
  readonly target: TreeNode;
  readonly edge: TreeEdge;
  readonly above: PlaceCheck | undefined;
  /** The packages whose peers led here, so that a circle of peers ends. */
  readonly way: readonly TreeNode[];
  readonly effort: Effort;
}

/** How many checks may still be made: sets of peers can lead to very many. */
export interface Effort {
  left: number;
}

export interface PlaceCheck {
  readonly question: PlaceQuestion;
  /** With its peers, and by itself. */
  readonly all: Placement;
  readonly self: Placement;
  /** The deepest folder in which it could stand. */
  readonly deepest: TreeNode;
}

/** Peers of peers of peers, and so on: more than any real set. It protects the stack from a stranger’s index. */
const DEEPEST_PEERS = 100;

export function checkPlace(question: PlaceQuestion): PlaceCheck {
  const { target, edge, above } = question;
  const deepest = deepestPlace(above?.deepest ?? edge.from, edge.name);
  question.effort.left--;
  let self: Placement | undefined;
  const place: Place = {
    ...question,
    current: target.children.get(edge.name),
    deepest,
    withPeers: (state) => {
      self = state;
      return peersConflict(question, deepest, state) ? 'conflict' : state;
    },
  };
  const all = placementOf(place);
  return { question, all, self: self ?? all, deepest };
}

interface Place extends PlaceQuestion {
  readonly current: TreeNode | undefined;
  readonly deepest: TreeNode;
  readonly withPeers: (state: 'new' | 'replace') => Placement;
}

function placementOf(place: Place): Placement {
  const { dep, target, edge, current, withPeers } = place;
  if (dep.failure !== undefined) return current === undefined ? 'new' : 'replace';
  const own = target.edges.get(edge.name);
  // Who asks for it as a peer wants it beside itself, not below.
  if (own?.isPeer && target.parent !== undefined) return 'conflict';
  if (current === undefined && own !== undefined && own !== edge && !answers(dep, own)) return 'conflict';
  if (current !== undefined) return besideCurrent(place, current);
  // Nothing stands here; but would it hide, from somebody below, one that is needed?
  const hidden = target === topEdge(place).from ? undefined : lookUp(target, edge.name);
  const hides =
    hidden !== undefined &&
    edgesTo(hidden).some((one) => isBelow(one.from, target) && isMet(one) && !answers(dep, one));
  return hides ? 'conflict' : withPeers('new');
}

function besideCurrent(place: Place, current: TreeNode): Placement {
  const { dep, target, edge, above, deepest, withPeers } = place;
  if (isSame(dep, current) && (answers(current, edge) || !answers(dep, edge))) return 'keep';
  const isNewer =
    current.version !== undefined && dep.version !== undefined && compare(dep.version, current.version, true) >= 0;
  const replaces = canReplace(dep, current);
  if (isNewer && replaces) {
    const placement = withPeers('replace');
    if (placement !== 'conflict') return placement;
  }
  if (answers(current, edge)) return 'keep';
  if (edge.isPeer && !isNewer && replaces) {
    const placement = withPeers('replace');
    if (placement !== 'conflict') return placement;
  }
  // It can't stand here beside the other; there is one place more, unless this is the last.
  if (target !== deepest) return 'conflict';
  // Who asks has the last word about its own folder.
  if (!edge.isPeer && target === edge.from) return withPeers('replace');
  if (above === undefined && !edge.isPeer) return 'conflict';
  return canMoveSet(place, current) ? withPeers('replace') : 'conflict';
}

/** Can the sets of peers that the current one belongs to do with the new set, or be nested deeper? */
function canMoveSet({ dep, target, edge, above }: Place, current: TreeNode): boolean {
  const entry = topEdge({ edge, above });
  const set = dep.parent?.children ?? new Map<string, TreeNode>();
  for (const [entryEdge, peers] of peerEntries(current)) {
    if (entryEdge === edge || entryEdge === entry) continue;
    const entryNode = targetOf(entryEdge);
    if (entryNode === undefined) continue;
    const substitute = set.get(entryNode.name);
    if (substitute !== undefined && canReplace(substitute, entryNode, new Set(set.keys()))) continue;
    if (substitute === undefined && peersAnswered(entryNode, set)) continue;
    if ([...peers].some((peer) => isBelow(target, deepestPlace(entryEdge.from, peer.name)))) return false;
  }
  return true;
}

/** Does the new set answer all that a package and its peers ask of each other? */
function peersAnswered(entry: TreeNode, set: ReadonlyMap<string, TreeNode>): boolean {
  const walk = new Set([entry]);
  for (const peer of walk) {
    for (const edge of peer.edges.values()) {
      if (!edge.isPeer || !isMet(edge)) continue;
      const substitute = set.get(edge.name);
      if (substitute !== undefined) {
        if (!answers(substitute, edge)) return false;
        continue;
      }
      const to = targetOf(edge);
      if (to !== undefined) walk.add(to);
    }
  }
  return true;
}

/** The edge that brought the whole set of peers. */
function topEdge({ edge, above }: Pick<PlaceQuestion, 'edge' | 'above'>): TreeEdge {
  let top = edge;
  for (let check = above; check !== undefined; check = check.question.above) top = check.question.edge;
  return top;
}

/** Is there a peer of the package that can't stand where it would have to? */
function peersConflict(question: PlaceQuestion, deepest: TreeNode, self: Placement): boolean {
  const { dep, target, way, effort } = question;
  if (way.length >= DEEPEST_PEERS || effort.left <= 0) return true;
  const wayHere = [...way, dep];
  const above: PlaceCheck = { question, all: self, self, deepest };
  let found = false;
  for (const edge of dep.edges.values()) {
    const peer = edge.isPeer ? targetOf(edge) : undefined;
    if (peer === undefined || wayHere.includes(peer)) continue;
    const check = checkPlace({ dep: peer, target: deepestPlace(target, peer.name), edge, above, way: wayHere, effort });
    if (check.all === 'conflict') found = true;
  }
  return found;
}
