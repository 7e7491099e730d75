/**
 * Where the boxes of a drawing stand, and how its arrows run: in layers, by dagre (Sugiyama’s method). Loaded with the first drawing.
 * Units are sixteenths of a rem, so that text and boxes grow together.
 */
import { Graph, layout } from '@dagrejs/dagre';
import { widthOf } from '@/figures/frame/text-width';
import type { Box, Drawing } from './drawing';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly path: string;
  /** Its head, a triangle. */
  readonly head: string;
  /** The middle of its label; undefined where there is no room for labels. */
  readonly label: { readonly x: number; readonly y: number } | undefined;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Place>;
  readonly arrows: readonly Line[];
}

/** Up to so many arrows each label has a room of its own; with more, only those of the box in focus are shown. */
const MOST_LABELS = 24;
/** Of more boxes the layers are found by the quicker way. */
const MANY = 40;
const NARROWEST = 92;
const WIDEST = 240;
const HEIGHT = 58;
const MARGIN = 10;
/** A drawing that would be wider than this is laid out across, where that is less wide: boxes are wider than high. */
const WIDE = 900;
/** The room of a box with what is around it, downwards and across. */
const ROOM_DOWN = 138;
const ROOM_ACROSS = 150;

/** Places a drawing: downwards, or across. */
export function place(drawing: Drawing): Layout {
  const layers = layersOf(drawing);
  const wide = Math.max(0, ...layers) * ROOM_DOWN;
  return placed(drawing, wide > WIDE && layers.length * ROOM_ACROSS < wide ? 'LR' : 'TB');
}

/** How many boxes there are at each distance from those that nobody asks for. */
function layersOf({ boxes, arrows }: Drawing): readonly number[] {
  const asked = new Set(arrows.map(({ to }) => to));
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) {
    const known = next.get(from);
    if (known === undefined) next.set(from, [to]);
    else known.push(to);
  }
  const depths = new Map<string, number>();
  for (const { id } of boxes) if (!asked.has(id)) depths.set(id, 0);
  const layers: number[] = [];
  // A map hands out what is added to it meanwhile.
  for (const [id, depth] of depths) {
    layers[depth] = (layers[depth] ?? 0) + 1;
    for (const to of next.get(id) ?? []) if (!depths.has(to)) depths.set(to, depth + 1);
  }
  return layers;
}

function placed({ boxes, arrows, isSteady = false }: Drawing, rankdir: 'TB' | 'LR'): Layout {
  const graph = new Graph({ multigraph: true });
  const isLabelled = arrows.length <= MOST_LABELS;
  graph.setGraph({
    rankdir,
    ranker: boxes.length > MANY ? 'tight-tree' : 'network-simplex',
    nodesep: 22,
    ranksep: isLabelled ? 34 : 52,
    edgesep: 14,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  for (const box of boxes) graph.setNode(box.id, { width: widthOfBox(box, isSteady), height: HEIGHT });
  for (const [at, { from, to, label }] of arrows.entries()) {
    const size = isLabelled && label !== '' ? { width: labelWidth(label), height: 18 } : { width: 0, height: 0 };
    graph.setEdge(from, to, { ...size, labelpos: 'c' }, `${at}`);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const places = new Map<string, Place>();
  for (const { id } of boxes) {
    const { x, y, width: wide, height: high } = graph.node(id) as Place;
    places.set(id, { x: x - wide / 2, y: y - high / 2, width: wide, height: high });
  }
  const lines = arrows.map(({ from, to }, at): Line => {
    const edge = graph.edge(from, to, `${at}`) as { points: readonly Point[]; x?: number; y?: number };
    const { x, y } = edge;
    return {
      path: pathOf(edge.points),
      head: headOf(edge.points),
      label: isLabelled && x !== undefined && y !== undefined ? { x, y } : undefined,
    };
  });
  return { width, height, boxes: places, arrows: lines };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Room for the words that a box of a steady drawing may get. */
const CHANGING = 116;

function widthOfBox({ name, line, word }: Box, isSteady: boolean): number {
  const named = widthOf({ text: name, family: 'mono', size: 13, fill: 'ink' });
  if (isSteady) return Math.min(WIDEST, Math.max(CHANGING, named + 26));
  const widest = Math.max(
    named,
    widthOf({ text: line, family: 'mono', size: 12, fill: 'ink' }) +
      widthOf({ text: word, family: 'sans', size: 12, fill: 'ink' }) +
      8,
  );
  return Math.min(WIDEST, Math.max(NARROWEST, widest + 26));
}

function labelWidth(label: string): number {
  return Math.min(WIDEST, widthOf({ text: label, family: 'mono', size: 11.8, fill: 'ink' }) + 8);
}

const n = (value: number): string => `${Math.round(value * 10) / 10}`;

/** A line through the points, round at each but the ends. */
function pathOf(points: readonly Point[]): string {
  const [first, ...others] = points;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return '';
  const curves = others.slice(0, -1).map((point, at) => {
    const next = others[at + 1] ?? point;
    const end = at === others.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${n(point.x)} ${n(point.y)} ${n(end.x)} ${n(end.y)}`;
  });
  return `M${n(first.x)} ${n(first.y)}${curves.length === 0 ? `L${n(last.x)} ${n(last.y)}` : curves.join('')}`;
}

/** The head of an arrow, where its line ends. */
function headOf(points: readonly Point[]): string {
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (tip === undefined || before === undefined) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [x, y] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const base = { x: tip.x - x * 9, y: tip.y - y * 9 };
  return `M${n(tip.x)} ${n(tip.y)}L${n(base.x - y * 4)} ${n(base.y + x * 4)}L${n(base.x + y * 4)} ${n(base.y - x * 4)}Z`;
}
