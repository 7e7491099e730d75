/** The answer as a graph: which release requires which, why each is the one it is, and the tree both ways. */

import { formatVersion } from '@/core/python';
import { type GraphEdge, graphOf, overlapOf } from '@/core/resolution';
import { focusOf, nameAsker } from './ranges';
import type { Answer } from './reading';
import type { ResolverEvent } from './state';
import { capitalised, countOf, listed } from './wording';

/** More would be a tangle; the list has them all. */
export const MOST_NODES = 100;
/** Lines of a tree. */
const LONGEST_TREE = 200;

export interface GraphNode {
  readonly name: string;
  readonly version: string;
  /** How far from the root: 1 is asked for by the reader. */
  readonly depth: number;
  readonly isFocus: boolean;
  /** Beside the project that is looked at. */
  readonly relation: 'requires' | 'required-by' | undefined;
  readonly event: ResolverEvent;
}

export interface GraphPicture {
  readonly nodes: readonly GraphNode[];
  readonly more: number;
  readonly focus: FocusPicture | undefined;
  readonly tree: readonly TreeLine[];
  readonly inverse: readonly TreeLine[];
  readonly edges: number;
}

export interface FocusPicture {
  readonly name: string;
  readonly version: string;
  readonly why: string;
  readonly requires: readonly Neighbour[];
  readonly requiredBy: readonly Neighbour[];
}

export interface Neighbour {
  readonly name: string;
  readonly asks: string;
  /** Undefined for the reader. */
  readonly event: ResolverEvent | undefined;
}

export interface TreeLine {
  readonly key: string;
  readonly depth: number;
  readonly text: string;
  /** Its own lines stand further up. */
  readonly isRepeated: boolean;
}

export function graphPictureOf(answer: Answer, wanted: string | undefined): GraphPicture | undefined {
  if (answer.resolution.kind !== 'solved') return undefined;
  const { edges, nodes } = graphOf(answer.scenario.problem, answer.pins);
  const focus = focusOf(answer, wanted);
  const choose = (project: string): ResolverEvent => ({ kind: 'project-chosen', project });
  const requires = edges.filter(({ from }) => from === focus);
  const requiredBy = edges.filter(({ to }) => to === focus);
  const pin = nodes.find(({ name }) => name === focus);
  const drawn = [...nodes].sort((left, right) => left.depth - right.depth).slice(0, MOST_NODES);
  return {
    nodes: drawn.map(({ name, version, depth }) => ({
      name,
      version: formatVersion(version),
      depth,
      isFocus: name === focus,
      relation: requires.some(({ to }) => to === name)
        ? 'requires'
        : requiredBy.some(({ from }) => from === name)
          ? 'required-by'
          : undefined,
      event: choose(name),
    })),
    more: nodes.length - drawn.length,
    edges: edges.length,
    focus: pin && {
      name: pin.name,
      version: formatVersion(pin.version),
      why: whyThis(answer, pin.name),
      requires: requires.map(({ to, asks }) => ({ name: to, asks, event: choose(to) })),
      requiredBy: requiredBy.map(({ from, asks }) => {
        return { name: from ?? 'you', asks, event: from === undefined ? undefined : choose(from) };
      }),
    },
    tree: treeOf(
      edges,
      undefined,
      nodes,
      (edge) => edge.from,
      (edge) => edge.to,
    ),
    inverse:
      focus === undefined
        ? []
        : treeOf(
            edges,
            focus,
            nodes,
            (edge) => edge.to,
            (edge) => edge.from,
          ),
  };
}

/** Why a release is the one that is chosen: it is the newest of those that everybody lets in, or not. */
function whyThis({ asks, scenario, pins }: Answer, project: string): string {
  const name = [...asks.keys()].find((each) => each === project);
  if (name === undefined) return '';
  const of = asks.get(name) ?? [];
  const releases = scenario.problem.index.get(name) ?? [];
  const chosen = releases.findIndex(({ version }) => pins.some((pin) => pin.version === version && pin.name === name));
  const overlap = overlapOf(of, releases.length);
  const askers = capitalised(listed([...new Set(of.map(({ by }) => nameAsker(by)))]));
  const within = overlap.filter(Boolean).length;
  const ask = of.length === 1 && of[0]?.by.kind !== 'root' ? 'asks' : 'ask';
  if (overlap.lastIndexOf(true) === chosen) {
    return `${askers} ${ask} for it; ${countOf(within, 'release')} ${within === 1 ? 'is' : 'are'} in every range, and this is the newest.`;
  }
  return `${askers} ${ask} for it; of ${countOf(within, 'release')} in every range it is the one that the rest goes with.`;
}

type Nodes = ReturnType<typeof graphOf>['nodes'];

/** A tree without recursion; a project that came before is named, and not taken apart again. */
function treeOf(
  edges: readonly GraphEdge[],
  start: string | undefined,
  nodes: Nodes,
  near: (edge: GraphEdge) => string | undefined,
  far: (edge: GraphEdge) => string | undefined,
): readonly TreeLine[] {
  const versions = new Map(nodes.map(({ name, version }) => [name as string, formatVersion(version)]));
  const seen = new Set<string | undefined>([start]);
  const lines: TreeLine[] = [];
  const open: { edge: GraphEdge; depth: number }[] = [];
  const push = (of: string | undefined, depth: number) => {
    for (const edge of edges.filter((each) => near(each) === of).reverse()) open.push({ edge, depth });
  };
  push(start, start === undefined ? 0 : 1);
  if (start !== undefined)
    lines.push({ key: '0', depth: 0, text: `${start} ${versions.get(start) ?? ''}`, isRepeated: false });
  for (let next = open.pop(); next !== undefined && lines.length < LONGEST_TREE; next = open.pop()) {
    const { edge, depth } = next;
    const to = far(edge);
    const isRepeated = to !== undefined && seen.has(to);
    const name = to === undefined ? 'you' : `${to} ${versions.get(to) ?? ''}`;
    lines.push({ key: `${lines.length}`, depth, text: edge.asks === '' ? name : `${name} (${edge.asks})`, isRepeated });
    if (isRepeated || to === undefined) continue;
    seen.add(to);
    push(to, depth + 1);
  }
  return lines;
}
