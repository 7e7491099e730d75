/**
 * Where the boxes of a stage graph stand: in columns, each to the right of all that it needs, and how the lines between them run. A line
 * that passes a column has a place of its own there, so that it doesn’t run through a box. Units are sixteenths of a rem.
 */
export interface Ends {
  /** What is needed. */
  readonly from: string;
  readonly to: string;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface StageLayout {
  readonly width: number;
  readonly height: number;
  /** The upper left corners of the boxes, and the widths of their columns. */
  readonly boxes: ReadonlyMap<string, Place & { readonly width: number }>;
  /** A path for each line, in their order, with the place of its label. */
  readonly lines: readonly { readonly path: string; readonly label: Place }[];
}

export const BOX_HEIGHT = 62;

export interface Box {
  readonly id: string;
  readonly width: number;
}
const GAP = { across: 76, down: 18 } as const;
/** The room of a line that passes a column. */
const LANE = 14;
const MARGIN = 6;

interface Slot {
  readonly id: string;
  readonly height: number;
  readonly sources: string[];
  top: number;
}

/** Places boxes; lines between others are passed over. There is no circle among them: the builder refuses one. */
export function placeStages(all: readonly Box[], lines: readonly Ends[]): StageLayout {
  const boxes = all.map(({ id }) => id);
  const known = lines.map((line) => (boxes.includes(line.from) && boxes.includes(line.to) ? line : undefined));
  const columnOf = columnsOf(
    boxes,
    known.filter((line) => line !== undefined),
  );
  const columns = Array.from({ length: Math.max(0, ...columnOf.values()) + 1 }, (): Slot[] => []);
  const slotOf = new Map<string, Slot>();
  const add = (column: number, id: string, height: number): Slot => {
    const slot: Slot = { id, height, sources: [], top: 0 };
    slotOf.set(id, slot);
    columns[column]?.push(slot);
    return slot;
  };
  for (const id of boxes) add(columnOf.get(id) ?? 0, id, BOX_HEIGHT);
  const routes = known.map((line, at) => {
    if (line === undefined) return [];
    const route = [line.from];
    const end = columnOf.get(line.to) ?? 0;
    for (let column = (columnOf.get(line.from) ?? 0) + 1; column < end; column++) {
      const lane = add(column, `${at}:${column}`, LANE);
      lane.sources.push(route.at(-1) ?? line.from);
      route.push(lane.id);
    }
    slotOf.get(line.to)?.sources.push(route.at(-1) ?? line.from);
    return [...route, line.to];
  });
  const height = stack(columns, slotOf);
  const spans = spansOf(all, columnOf, columns.length);
  const placed = new Map(
    boxes.map((id) => [id, { ...spanAt(spans, columnOf.get(id) ?? 0), y: slotOf.get(id)?.top ?? 0 }]),
  );
  const last = spans.at(-1);
  return {
    width: last === undefined ? 0 : last.x + last.width + MARGIN,
    height,
    boxes: placed,
    lines: routes.map((route) => lineThrough(route, slotOf, columnOf, spans)),
  };
}

/** Where a column begins, and its width. */
interface Span {
  readonly x: number;
  readonly width: number;
}

/** Each column is as wide as its widest box. */
function spansOf(boxes: readonly Box[], columnOf: ReadonlyMap<string, number>, count: number): readonly Span[] {
  const widths = Array.from({ length: count }, () => 0);
  for (const { id, width } of boxes) {
    const column = columnOf.get(id) ?? 0;
    widths[column] = Math.max(widths[column] ?? 0, width);
  }
  let x = MARGIN;
  return widths.map((width) => {
    const span = { x, width };
    x += width + GAP.across;
    return span;
  });
}

const spanAt = (spans: readonly Span[], column: number): Span => spans[column] ?? { x: 0, width: 0 };

/** Each as far right as its longest way from something that needs nothing. */
function columnsOf(boxes: readonly string[], lines: readonly Ends[]): ReadonlyMap<string, number> {
  const columns = new Map(boxes.map((id) => [id, 0]));
  // Without a circle, as many rounds as there are boxes are enough.
  for (let round = 0; round < boxes.length; round++) {
    let isSettled = true;
    for (const { from, to } of lines) {
      const least = (columns.get(from) ?? 0) + 1;
      if ((columns.get(to) ?? 0) >= least) continue;
      columns.set(to, Math.min(least, boxes.length));
      isSettled = false;
    }
    if (isSettled) break;
  }
  return columns;
}

/** Puts the slots of each column one below the other, near what they come from, the columns about one middle. @returns the height */
function stack(columns: readonly Slot[][], slotOf: ReadonlyMap<string, Slot>): number {
  const heights = columns.map((slots) => slots.reduce((sum, { height }) => sum + height + GAP.down, -GAP.down));
  const tallest = heights.reduce((most, height) => Math.max(most, height), 0);
  for (const [at, slots] of columns.entries()) {
    const middles = new Map(slots.map((slot) => [slot.id, middleOfSources(slot, slotOf)]));
    slots.sort((left, right) => (middles.get(left.id) ?? 0) - (middles.get(right.id) ?? 0));
    let top = MARGIN + (tallest - (heights[at] ?? 0)) / 2;
    for (const slot of slots) {
      slot.top = top;
      top += slot.height + GAP.down;
    }
  }
  return tallest + 2 * MARGIN;
}

function middleOfSources({ sources }: Slot, slotOf: ReadonlyMap<string, Slot>): number {
  if (sources.length === 0) return 0;
  const middles = sources.map((id) => middleOf(slotOf.get(id)));
  return middles.reduce((sum, middle) => sum + middle, 0) / middles.length;
}

const middleOf = (slot: Slot | undefined): number => (slot === undefined ? 0 : slot.top + slot.height / 2);

function lineThrough(
  route: readonly string[],
  slotOf: ReadonlyMap<string, Slot>,
  columnOf: ReadonlyMap<string, number>,
  spans: readonly Span[],
): { readonly path: string; readonly label: Place } {
  const [first = '', second = ''] = route;
  const start = columnOf.get(first) ?? 0;
  let path = '';
  for (const [at, id] of route.slice(0, -1).entries()) {
    const next = route[at + 1] ?? '';
    const left = spanAt(spans, start + at);
    const from = { x: left.x + left.width, y: middleOf(slotOf.get(id)) };
    const to = { x: spanAt(spans, start + at + 1).x, y: middleOf(slotOf.get(next)) };
    const half = (from.x + to.x) / 2;
    path += `${at === 0 ? `M${from.x} ${from.y}` : `L${from.x} ${from.y}`}C${half} ${from.y} ${half} ${to.y} ${to.x} ${to.y}`;
  }
  const span = spanAt(spans, start);
  const label = {
    x: span.x + span.width + GAP.across / 2,
    y: (middleOf(slotOf.get(first)) + middleOf(slotOf.get(second))) / 2,
  };
  return { path, label };
}
