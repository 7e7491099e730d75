// The tree that `npm install` builds (arborist, build-ideal-tree): from the project down, folder by folder, the shallow ones first, every
// dependency that isn't met is placed as high as it can stand.
import { type Build, type PeerConflict, trialRoot } from './build';
import type { NpmProblem } from './npm-problem';
import { loadNode } from './peer-set';
import { type Placed, place } from './place';
import {
  ancestry,
  answers,
  edgesTo,
  isMet,
  locationOf,
  makeNode,
  nodesBelow,
  rootOf,
  type TreeEdge,
  type TreeNode,
  targetOf,
} from './tree';

/** Checks and lookups, and places in the tree, after which building stops, so that a stranger’s index doesn’t hold the page up. */
const MOST_EFFORT = 2_000;
const MOST_PLACES = 250;

export type NpmAnswer =
  | {
      readonly kind: 'installed';
      /** The packages in the order of their locations; the project itself isn’t among them. */
      readonly packages: readonly NpmInstalled[];
      /** Peers that have another version beside them than they ask for, which npm warns of. */
      readonly overridden: readonly NpmAsk[];
    }
  | { readonly kind: 'failed'; readonly failure: NpmFailure }
  | { readonly kind: 'stopped' };

export interface NpmInstalled {
  readonly name: string;
  readonly version: string;
  /** `node_modules/a/node_modules/b`. */
  readonly location: string;
  /** The location of the same package further up, if this is a link to that. */
  readonly linksTo: string | undefined;
  /** Who finds it when it looks for the name. */
  readonly usedBy: readonly NpmAsk[];
}

/** Who asks: a package at a version, or the project itself (undefined); and for what. */
export interface NpmAsk {
  readonly by: { readonly name: string; readonly version: string } | undefined;
  readonly name: string;
  readonly range: string;
  readonly isPeer: boolean;
}

export type NpmFailure =
  | { readonly kind: 'E404' | 'ETARGET'; readonly ask: NpmAsk }
  | { readonly kind: 'ERESOLVE'; readonly ask: NpmAsk; readonly found: string | undefined };

/**
 * The packages as `npm install` places them, without a lock and with its defaults, or npm's error. Optional, bundled and development
 * dependencies, overrides, workspaces, other sources than the registry, tags other than `latest`, and `engines` are left out.
 */
export function idealTree(problem: NpmProblem): NpmAnswer {
  const tree = makeNode({
    name: '',
    version: undefined,
    dependencies: problem.dependencies,
    peerDependencies: new Map(),
  });
  const build: Build = {
    problem,
    tree,
    trials: new Map(),
    picked: new Map(),
    effort: { left: MOST_EFFORT },
    conflict: undefined,
  };
  const seen = new Set<TreeNode>();
  const waiting = new Set([tree]);
  for (let node = nextOf(waiting); node !== undefined; node = nextOf(waiting)) {
    waiting.delete(node);
    if (seen.has(node) || rootOf(node) !== tree) continue;
    seen.add(node);
    for (const { edge, dep } of missingOf(build, node)) {
      const placed: Placed[] = [];
      place(build, edge, dep, placed);
      for (const one of placed) {
        for (const again of [...unmetBy(one).map(({ from }) => from), ...one.again]) {
          seen.delete(again);
          waiting.add(again);
        }
        waiting.add(one.node);
      }
    }
    if (build.conflict !== undefined) return { kind: 'failed', failure: failureOf(build.conflict) };
    if (build.effort.left <= 0 || nodesBelow(tree).length > MOST_PLACES) return { kind: 'stopped' };
  }
  return answerOf(tree);
}

/** Shallower folders first, then by their paths. */
function nextOf(waiting: ReadonlySet<TreeNode>): TreeNode | undefined {
  let next: { readonly node: TreeNode; readonly depth: number; readonly location: string } | undefined;
  for (const node of waiting) {
    const depth = ancestry(node).length;
    const location = locationOf(node);
    if (
      next === undefined ||
      depth < next.depth ||
      (depth === next.depth && location.localeCompare(next.location, 'en') < 0)
    ) {
      next = { node, depth, location };
    }
  }
  return next?.node;
}

/** What a node lacks, each with the version for it, in the order of the names; nothing when that comes to a conflict. */
function missingOf(build: Build, node: TreeNode): readonly { readonly edge: TreeEdge; readonly dep: TreeNode }[] {
  const missing: { readonly edge: TreeEdge; readonly dep: TreeNode }[] = [];
  for (const edge of node.edges.values()) {
    if (edge.isOverridden || isMet(edge) || targetOf(edge)?.failure !== undefined) continue;
    const trial = build.trials.get(node) ?? trialRoot(build, node);
    const tried = trial.edges.get(edge.name);
    const known = tried !== undefined && isMet(tried) ? targetOf(tried) : undefined;
    const on = edge.isPeer ? trial : undefined;
    const dep =
      known !== undefined && answers(known, edge)
        ? known
        : loadNode(build, { edge, on, second: undefined, required: new Set([edge.from]) });
    if (dep === undefined) return [];
    missing.push({ edge, dep });
  }
  return missing.sort((left, right) => left.edge.name.localeCompare(right.edge.name, 'en'));
}

/** Who asked for something else than what was placed where it looks. */
function unmetBy({ node, edge }: Placed): readonly TreeEdge[] {
  return edgesTo(node).filter((one) => one !== edge && !one.isOverridden && !isMet(one));
}

function askOf({ from, name, range, isPeer }: TreeEdge): NpmAsk {
  const source = from.standsFor ?? from;
  const by = source.version === undefined ? undefined : { name: source.name, version: source.version };
  return { by, name, range, isPeer };
}

function failureOf({ edge, found }: PeerConflict): NpmFailure {
  return { kind: 'ERESOLVE', ask: askOf(edge), found: found?.version };
}

function answerOf(tree: TreeNode): NpmAnswer {
  const nodes = nodesBelow(tree);
  const packages: NpmInstalled[] = [];
  for (const node of nodes) {
    const { name, version, failure } = node;
    if (failure !== undefined) {
      const [edge] = edgesTo(node);
      if (edge !== undefined) return { kind: 'failed', failure: { kind: failure, ask: askOf(edge) } };
    }
    if (version === undefined) continue;
    packages.push({
      name,
      version,
      location: locationOf(node),
      linksTo: node.leadsTo && locationOf(node.leadsTo),
      usedBy: edgesTo(node).map(askOf),
    });
  }
  const overridden = nodes.flatMap((node) => [...node.edges.values()].filter((edge) => !isMet(edge)).map(askOf));
  const inOrder = packages.sort((left, right) => (left.location < right.location ? -1 : 1));
  return { kind: 'installed', packages: inOrder, overridden };
}
