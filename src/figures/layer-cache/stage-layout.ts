/**
 * Where the boxes of a stage graph stand: in ranks, each behind all that it needs, and how the lines between them run. Ranks are columns
 * where there is room across, and rows where there isn’t. A line that passes a rank has a place of its own there, so that it doesn’t run
 * through a box. Units are sixteenths of a rem.
 */
export interface Ends {
  /** What is needed. */
  readonly from: string;
  readonly to: string;
}

export interface Box {
  readonly id: string;
  readonly width: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface StageLayout {
  readonly width: number;
  readonly height: number;
  /** The upper left corners of the boxes, and their widths. */
  readonly boxes: ReadonlyMap<string, Point & { readonly width: number }>;
  /** A path for each line, in their order, with the place of its label. */
  readonly lines: readonly { readonly path: string; readonly label: Point }[];
}

/** Ranks from left to right, or from top to bottom. */
export type Direction = 'across' | 'down';

export const BOX_HEIGHT = 62;
/** Between ranks, where the labels of lines are, and between boxes of a rank. */
const BETWEEN_RANKS: Readonly<Record<Direction, number>> = { across: 76, down: 44 };
const BESIDE = 18;
/** The room of a line that passes a rank. */
const LANE = 14;
const MARGIN = 6;

/** A box or a lane in its rank. `size` and `start` are along the rank. */
interface Slot {
  readonly id: string;
  readonly size: number;
  readonly sources: string[];
  start: number;
}

/** The room of a rank from the first to the last: where it begins, and how deep it is. */
interface Span {
  readonly start: number;
  readonly depth: number;
}

/** Places boxes; lines between others are passed over. There is no circle among them: the builder refuses one. */
export function placeStages(all: readonly Box[], lines: readonly Ends[], direction: Direction): StageLayout {
  const widths = new Map(all.map(({ id, width }) => [id, width]));
  const known = lines.map((line) => (widths.has(line.from) && widths.has(line.to) ? line : undefined));
  const rankOf = ranksOf(
    all.map(({ id }) => id),
    known.filter((line) => line !== undefined),
  );
  const ranks = Array.from({ length: Math.max(0, ...rankOf.values()) + 1 }, (): Slot[] => []);
  const slots = new Map<string, Slot>();
  const add = (rank: number, id: string, size: number): Slot => {
    const slot: Slot = { id, size, sources: [], start: 0 };
    slots.set(id, slot);
    ranks[rank]?.push(slot);
    return slot;
  };
  const depths = ranks.map(() => 0);
  for (const { id, width } of all) {
    const rank = rankOf.get(id) ?? 0;
    add(rank, id, direction === 'across' ? BOX_HEIGHT : width);
    depths[rank] = Math.max(depths[rank] ?? 0, direction === 'across' ? width : BOX_HEIGHT);
  }
  const routes = known.map((line, at) => (line === undefined ? [] : routeOf(line, at, rankOf, slots, add)));
  const length = stack(ranks, slots);
  const spans = spansOf(depths, BETWEEN_RANKS[direction]);
  const last = spans.at(-1);
  const depth = last === undefined ? 0 : last.start + last.depth + MARGIN;
  const pointAt = (along: number, across: number): Point =>
    direction === 'across' ? { x: along, y: across } : { x: across, y: along };
  return {
    width: direction === 'across' ? depth : length,
    height: direction === 'across' ? length : depth,
    boxes: new Map(
      all.map(({ id, width }) => {
        const rank = rankOf.get(id) ?? 0;
        const full = direction === 'across' ? (depths[rank] ?? width) : width;
        return [id, { ...pointAt(spans[rank]?.start ?? 0, slots.get(id)?.start ?? 0), width: full }];
      }),
    ),
    lines: routes.map((route) => lineThrough(route, slots, rankOf, spans, pointAt)),
  };
}

/** Each as far on as its longest way from something that needs nothing. */
function ranksOf(boxes: readonly string[], lines: readonly Ends[]): ReadonlyMap<string, number> {
  const ranks = new Map(boxes.map((id) => [id, 0]));
  // Without a circle, as many rounds as there are boxes are enough.
  for (let round = 0; round < boxes.length; round++) {
    let isSettled = true;
    for (const { from, to } of lines) {
      const least = (ranks.get(from) ?? 0) + 1;
      if ((ranks.get(to) ?? 0) >= least) continue;
      ranks.set(to, Math.min(least, boxes.length));
      isSettled = false;
    }
    if (isSettled) break;
  }
  return ranks;
}

/** The slots of a line from its beginning to its end: it gets a lane in each rank between. */
function routeOf(
  { from, to }: Ends,
  at: number,
  rankOf: ReadonlyMap<string, number>,
  slots: ReadonlyMap<string, Slot>,
  add: (rank: number, id: string, size: number) => Slot,
): readonly string[] {
  const route = [from];
  const end = rankOf.get(to) ?? 0;
  for (let rank = (rankOf.get(from) ?? 0) + 1; rank < end; rank++) {
    const lane = add(rank, `lane ${at} ${rank}`, LANE);
    lane.sources.push(route.at(-1) ?? from);
    route.push(lane.id);
  }
  slots.get(to)?.sources.push(route.at(-1) ?? from);
  return [...route, to];
}

/** Puts the slots of each rank one beside the other, near what they come from, the ranks about one middle. @returns the length */
function stack(ranks: readonly Slot[][], slots: ReadonlyMap<string, Slot>): number {
  const lengths = ranks.map((rank) => rank.reduce((sum, { size }) => sum + size + BESIDE, -BESIDE));
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  for (const [at, rank] of ranks.entries()) {
    const middles = new Map(rank.map((slot) => [slot.id, middleOfSources(slot, slots)]));
    rank.sort((left, right) => (middles.get(left.id) ?? 0) - (middles.get(right.id) ?? 0));
    let start = MARGIN + (longest - (lengths[at] ?? 0)) / 2;
    for (const slot of rank) {
      slot.start = start;
      start += slot.size + BESIDE;
    }
  }
  return longest + 2 * MARGIN;
}

function middleOfSources({ sources }: Slot, slots: ReadonlyMap<string, Slot>): number {
  if (sources.length === 0) return 0;
  return sources.reduce((sum, id) => sum + middleOf(slots.get(id)), 0) / sources.length;
}

const middleOf = (slot: Slot | undefined): number => (slot === undefined ? 0 : slot.start + slot.size / 2);

function spansOf(depths: readonly number[], between: number): readonly Span[] {
  let start = MARGIN;
  return depths.map((depth) => {
    const span = { start, depth };
    start += depth + between;
    return span;
  });
}

function lineThrough(
  route: readonly string[],
  slots: ReadonlyMap<string, Slot>,
  rankOf: ReadonlyMap<string, number>,
  spans: readonly Span[],
  pointAt: (along: number, across: number) => Point,
): { readonly path: string; readonly label: Point } {
  const first = rankOf.get(route[0] ?? '') ?? 0;
  let path = '';
  let label: Point = { x: 0, y: 0 };
  for (const [at, id] of route.slice(0, -1).entries()) {
    const here = spans[first + at];
    const there = spans[first + at + 1];
    if (here === undefined || there === undefined) break;
    const [leaves, arrives] = [here.start + here.depth, there.start];
    const half = (leaves + arrives) / 2;
    const [from, to] = [middleOf(slots.get(id)), middleOf(slots.get(route[at + 1] ?? ''))];
    const points = [pointAt(leaves, from), pointAt(half, from), pointAt(half, to), pointAt(arrives, to)];
    const [start, ...curve] = points.map(({ x, y }) => `${x} ${y}`);
    path += `${at === 0 ? 'M' : 'L'}${start}C${curve.join(' ')}`;
    if (at === 0) label = pointAt(half, (from + to) / 2);
  }
  return { path, label };
}
