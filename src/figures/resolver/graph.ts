/** The answer as a graph: which release requires which, and why each is the one it is. Without an answer: what the failure rests on. */
import { formatVersion, type NormalizedName } from '@/core/python';
import {
  asksOfAnswer,
  type Choice as Chosen,
  type DependencyGraph,
  describeChoice,
  failureGraphOf,
  type GraphEdge,
  graphOf,
  inverseTreeOf,
  nameAsker,
  type Pin,
  replayGraphOf,
  type Tree,
  treeOf,
  verbOfAsker,
  whyChosen,
} from '@/core/resolution';
import type { Choice } from '@/figures/frame/Choices';
import { type Arrow, type Box, type Drawing, YOU } from './drawing';
import { focusOf, formatAsk } from './ranges';
import type { Answer } from './reading';
import type { ResolverEvent } from './state';
import { countOf } from './wording';

/** More would be a tangle; the list has them all. */
export const MOST_NODES = 100;
/** What was passed over and is drawn when it is wanted. */
const MOST_PASSED = 30;
/** Lines of a tree, and projects of the list. */
const LONGEST_TREE = 200;
const LONGEST_LIST = 300;

export interface GraphPicture {
  readonly isFailure: boolean;
  readonly forks: readonly Choice<ResolverEvent>[];
  readonly drawing: Drawing;
  /** The same with what was passed over; undefined where nothing was. */
  readonly withPassed: Drawing | undefined;
  /** Projects that are not drawn. */
  readonly more: number;
  readonly focus: FocusPicture | undefined;
  readonly list: readonly ListItem[];
  readonly tree: Tree | undefined;
  readonly inverse: Tree | undefined;
  /** In a sentence or two. */
  readonly says: string;
}

export interface FocusPicture {
  readonly name: string;
  /** Its version; what is wrong, in a failure. */
  readonly version: string;
  readonly why: readonly string[];
  readonly requires: readonly Neighbour[];
  readonly requiredBy: readonly Neighbour[];
}

export interface Neighbour {
  readonly key: string;
  readonly name: string;
  readonly asks: string;
  /** Undefined for the reader. */
  readonly event: ResolverEvent | undefined;
}

export interface ListItem extends FocusPicture {
  readonly event: ResolverEvent;
}

const choose = (project: string): ResolverEvent => ({ kind: 'project-chosen', project });

export function graphPictureOf(answer: Answer, wanted: string | undefined, fork = 0): GraphPicture | undefined {
  const { resolution } = answer;
  switch (resolution.kind) {
    case 'solved':
      return answerPicture(answer, resolution.forks, wanted, Math.min(fork, resolution.forks.length - 1));
    case 'unsolvable':
      return failurePicture(answer, resolution, wanted);
    case 'stopped':
      return undefined;
  }
}

type Solved = Extract<Answer['resolution'], { kind: 'solved' }>;

function answerPicture(
  answer: Answer,
  forks: Solved['forks'],
  wanted: string | undefined,
  at: number,
): GraphPicture | undefined {
  const fork = forks[at];
  if (fork === undefined) return undefined;
  const { graph, nodes, list, tree, passed } = partsOf(answer, fork);
  const focused = graph.nodes.find(({ name }) => name === focusOf(answer, wanted)) ?? graph.nodes[0];
  const drawn = nodes.slice(0, MOST_NODES);
  const focus = focused && list.find(({ name }) => name === focused.name);
  const drawing = drawAnswer(graph, drawn, focused?.name);
  return {
    isFailure: false,
    forks: forks.length < 2 ? [] : forks.map((each, place) => forkChoice(each.markers, place, at)),
    drawing,
    withPassed:
      passed.boxes.length === 0
        ? undefined
        : { boxes: [...drawing.boxes, ...passed.boxes], arrows: [...drawing.arrows, ...passed.arrows] },
    more: nodes.length - drawn.length,
    focus,
    list,
    tree,
    inverse: focused && inverseTreeOf(graph, focused.name, LONGEST_TREE),
    says: focus === undefined ? 'Nothing is installed.' : (focus.why[0] ?? ''),
  };
}

/** What is the same whichever project is in focus. */
interface Parts {
  readonly graph: DependencyGraph;
  /** By their distance. */
  readonly nodes: DependencyGraph['nodes'];
  readonly list: readonly ListItem[];
  readonly tree: Tree;
  readonly passed: Drawing;
}

/** Kept as long as the answer is, because to say why of a hundred packages takes longer than a frame. */
const kept = new WeakMap<Solved['forks'][number], Parts>();

function partsOf(answer: Answer, fork: Solved['forks'][number]): Parts {
  const known = kept.get(fork);
  if (known !== undefined) return known;
  const { problem } = answer.scenario;
  const graph = graphOf(problem, fork.pins, fork.markers);
  const why = whyChosen(problem, fork.pins, asksOfAnswer(problem, fork.pins));
  const nodes = [...graph.nodes].sort((left, right) => left.depth - right.depth);
  const choices = new Map(nodes.slice(0, LONGEST_LIST).map(({ name }) => [name, why(name)]));
  const list = Array.from(choices, ([name, choice]) => ({ ...itemOf(graph, choice, name), event: choose(name) }));
  const drawn = new Set<string>([YOU, ...nodes.slice(0, MOST_NODES).map(({ name }) => name)]);
  const parts = {
    graph,
    nodes,
    list,
    tree: treeOf(graph, LONGEST_TREE),
    passed: passedOver(answer, drawn, graph, fork.pins, choices),
  };
  kept.set(fork, parts);
  return parts;
}

function forkChoice(markers: string | undefined, place: number, at: number): Choice<ResolverEvent> {
  return {
    label: markers ?? 'everywhere else',
    isCode: markers !== undefined,
    chosen: place === at,
    event: { kind: 'fork-chosen', fork: place },
  };
}

function itemOf({ nodes, edges }: DependencyGraph, choice: Chosen | undefined, name: NormalizedName): FocusPicture {
  const version = nodes.find((node) => node.name === name)?.version;
  return {
    name,
    version: version === undefined ? '' : formatVersion(version),
    why: choice === undefined ? [] : describeChoice(choice),
    requires: edges.filter(({ from }) => from === name).map((edge) => neighbour(edge, edge.to)),
    requiredBy: edges.filter(({ to }) => to === name).map((edge) => neighbour(edge, edge.from)),
  };
}

function neighbour(edge: GraphEdge, name: string | undefined): Neighbour {
  const asks = wordAsk(edge);
  return {
    key: `${name ?? ''} ${asks}`,
    name: name ?? 'you',
    asks,
    event: name === undefined ? undefined : choose(name),
  };
}

/** `[socks]>=1,<2 for an extra, where os_name == "nt"`. */
function wordAsk({ asks, extras, extra, marker }: GraphEdge): string {
  const asked = `${extras.length === 0 ? '' : `[${extras.join(',')}] `}${asks === '' ? 'any version' : asks}`;
  return `${asked}${extra === undefined ? '' : `, for its extra ${extra}`}${marker === undefined ? '' : `, where ${marker}`}`;
}

function drawAnswer({ edges }: DependencyGraph, nodes: DependencyGraph['nodes'], focus: string | undefined): Drawing {
  const drawn = new Set<string | undefined>([undefined, ...nodes.map(({ name }) => name)]);
  return {
    boxes: [
      { id: YOU, name: 'you', line: '', look: 'you', word: '' },
      ...nodes.map(({ name, version }): Box => {
        return { id: name, name, line: formatVersion(version), look: 'chosen', word: '' };
      }),
    ],
    arrows: edges
      .filter(({ from, to }) => drawn.has(from) && drawn.has(to))
      .map(({ from, to, asks, marker }): Arrow => {
        const look = from === focus ? 'from-focus' : to === focus ? 'to-focus' : 'dim';
        const label = `${asks === '' ? 'any' : asks}${marker === undefined ? '' : ' by marker'}`;
        return { from: from ?? YOU, to, label, look };
      }),
  };
}

/** Releases that would have gone first, and projects that the search met and the answer doesn't need. */
function passedOver(
  { replay }: Answer,
  drawn: ReadonlySet<string>,
  graph: DependencyGraph,
  pins: readonly Pin[],
  choices: ReadonlyMap<NormalizedName, Chosen | undefined>,
): Drawing {
  const boxes: Box[] = [];
  const arrows: Arrow[] = [];
  const requirers = new Map<string, readonly string[]>();
  for (const { from, to } of graph.edges) requirers.set(to, [...(requirers.get(to) ?? []), from ?? YOU]);
  for (const [name, choice] of choices) {
    const first = choice?.passed.find(({ hindrance }) => hindrance.kind !== 'out-of-range');
    const [version] = first?.releases ?? [];
    if (first === undefined || version === undefined || boxes.length >= MOST_PASSED) continue;
    const id = `${name} ${formatVersion(version)}`;
    const more = first.releases.length > 1 ? ` and ${first.releases.length - 1} more` : '';
    boxes.push({ id, name, line: `${formatVersion(version)}${more}`, look: 'passed', word: 'passed over' });
    for (const from of requirers.get(name) ?? []) {
      if (drawn.has(from)) arrows.push({ from, to: id, label: '', look: 'ghost' });
    }
    const { hindrance } = first;
    if (hindrance.kind !== 'asks-otherwise' || !drawn.has(hindrance.of)) continue;
    arrows.push({ from: id, to: hindrance.of, label: hindrance.asks, look: 'conflict' });
  }
  const met = replayGraphOf(replay());
  for (const name of met.projects) {
    if (pins.some((pin) => pin.name === name) || boxes.length >= MOST_PASSED) continue;
    boxes.push({ id: name, name, line: '', look: 'passed', word: 'not needed' });
  }
  const all = new Set([...drawn, ...boxes.map(({ id }) => id)]);
  const passed = new Set(boxes.map(({ id }) => id));
  const passedOf = new Map(boxes.map(({ id, name }) => [name, id]));
  for (const { from, to } of met.edges) {
    // What is asked by no chosen release was asked by the one that was passed over.
    const start = from === undefined ? YOU : (passedOf.get(from) ?? from);
    const isDrawn = arrows.some((arrow) => arrow.from === start && arrow.to === to);
    if (!isDrawn && all.has(start) && all.has(to) && (passed.has(start) || passed.has(to))) {
      arrows.push({ from: start, to, label: '', look: 'ghost' });
    }
  }
  return { boxes, arrows };
}

function failurePicture(
  answer: Answer,
  { derivation, packages }: Extract<Answer['resolution'], { kind: 'unsolvable' }>,
  wanted: string | undefined,
): GraphPicture {
  const { asks, scenario } = answer;
  const graph = failureGraphOf(scenario.problem, asks, derivation, packages);
  const torn = graph.nodes.find(({ trouble }) => trouble !== undefined);
  const focused = graph.nodes.find(({ name }) => name === wanted) ?? torn ?? graph.nodes[0];
  const describe = ({ name, trouble, says }: (typeof graph.nodes)[number]): FocusPicture => ({
    name,
    version: trouble === undefined ? '' : 'no release is left',
    why: [
      trouble === undefined
        ? `${says === name ? name : says} is part of the conflict.`
        : `No ${name} can be chosen: ${trouble}.`,
      ...(asks.get(name) ?? []).slice(0, 6).map((ask) => {
        const who = nameAsker(ask.by);
        return `${who.charAt(0).toUpperCase()}${who.slice(1)} ${verbOfAsker(ask.by)} for ${formatAsk(ask)}.`;
      }),
    ],
    requires: graph.edges.filter((edge) => edge.from === name).map(({ to, asks: of }) => plain(to, of)),
    requiredBy: graph.edges.filter((edge) => edge.to === name).map(({ from, asks: of }) => plain(from, of)),
  });
  const plain = (name: string | undefined, of: string): Neighbour => ({
    key: `${name ?? ''} ${of}`,
    name: name ?? 'you',
    asks: of === '' ? 'any version' : of,
    event: name === undefined ? undefined : choose(name),
  });
  const list = graph.nodes.slice(0, LONGEST_LIST).map((node) => ({ ...describe(node), event: choose(node.name) }));
  const drawn = graph.nodes.slice(0, MOST_NODES);
  const names = new Set<string | undefined>([undefined, ...drawn.map(({ name }) => name)]);
  return {
    isFailure: true,
    forks: [],
    drawing: {
      boxes: [
        { id: YOU, name: 'you', line: '', look: 'you', word: '' },
        ...drawn.map(({ name, says, trouble }): Box => {
          const line = says === name ? '' : says.replace(` ${name}`, '').replace(`${name} `, '');
          return trouble === undefined
            ? { id: name, name, line, look: 'open', word: '' }
            : { id: name, name, line: '', look: 'conflict', word: 'no release is left' };
        }),
      ],
      arrows: graph.edges
        .filter(({ from, to }) => names.has(from) && names.has(to))
        .map(({ from, to, asks: of }): Arrow => {
          const isTorn = graph.nodes.some((node) => node.name === to && node.trouble !== undefined);
          return { from: from ?? YOU, to, label: of === '' ? 'any' : of, look: isTorn ? 'conflict' : 'plain' };
        }),
    },
    withPassed: undefined,
    more: graph.nodes.length - drawn.length,
    focus: list.find(({ name }) => name === focused?.name),
    list,
    tree: undefined,
    inverse: undefined,
    says:
      torn === undefined
        ? `${countOf(graph.nodes.length, 'package')} are in the conflict, and no single one is at fault.`
        : `No ${torn.name} can be chosen: ${torn.trouble ?? ''}.`,
  };
}
