/**
 * A poster as SVG: the still of a figure, at build and in the page, and what an instructor puts on a slide. It stands by itself:
 * no script, no style sheet, no font of its own, text as text. On a wide picture the letters are as large as 16:9 has room for.
 */
import type { Poster, PosterDrawing, PosterRow } from './poster';
import {
  type Block,
  drawLine,
  escaped,
  gap,
  n,
  narrow,
  rowBlock,
  runsOf,
  type Sheet,
  textBlock,
} from './poster-blocks';
import { type PosterTheme, posterColours } from './poster-colours';
import type { Run } from './text-width';
import type { Words } from './Words';
import { balanced, wrap } from './wrap-text';

export interface PosterOptions {
  /** The figure's title, and its number in a lecture: `1.3`. */
  readonly title: string;
  readonly number?: string | undefined;
  readonly theme: PosterTheme;
  /** In pixels; the height comes from what there is to show. */
  readonly width: number;
  /** Where the figure is at home: printed below. */
  readonly address?: string | undefined;
  /** The poster's drawing, made: it stands in place of the rows, and its size decides the height. */
  readonly drawing?: PosterDrawing | undefined;
}

/** Sizes of a wide picture's letters that are tried, as parts of its width, the largest first. */
const parts = [42, 46, 50, 55, 60, 66, 72] as const;
/** Rows that are shown even where they make the picture higher than 16:9. */
const fewestRows = 6;
/** More than 16:9 has room for, however short they are. */
const mostRows = 40;
const mostRowsOnPhone = 12;

const plain = (words: Words): string => words.map((part) => (typeof part === 'string' ? part : part.code)).join('');

/** Which rows are shown where not all can be: what was chosen, what fits, one of each group, then the first. */
function shown(groups: Poster['groups'], most: number): ReadonlySet<PosterRow> {
  const rank = ({ mark }: PosterRow, at: number) => (mark === 'chosen' ? 0 : mark === 'fits' ? 1 : at === 0 ? 2 : 3);
  const ranked = groups.flatMap(({ rows }) => rows.map((row, at) => ({ row, rank: rank(row, at) })));
  return new Set(
    ranked
      .sort((a, b) => a.rank - b.rank)
      .slice(0, most)
      .map(({ row }) => row),
  );
}

function groupBlocks(
  sheet: Sheet,
  { label, rows }: Poster['groups'][number],
  kept: ReadonlySet<PosterRow>,
): readonly Block[] {
  const { u, width, pad } = sheet;
  const look = { family: 'sans', fill: 'quiet' } as const;
  const labels = wrap([{ ...look, text: label, size: 0.84 * u, bold: true }], width - 2 * pad, 1);
  const blocks: Block[] = label === '' ? [] : [textBlock(sheet, labels, 1.7 * u)];
  let left = 0;
  const told = () => {
    const text = `… ${left} more`;
    if (left > 0) blocks.push(textBlock(sheet, [[{ ...look, text, size: 0.9 * u }]], 1.7 * u, pad + 2.2 * u));
    left = 0;
  };
  for (const row of rows) {
    if (kept.has(row)) {
      told();
      blocks.push(rowBlock(sheet, row));
    } else left++;
  }
  told();
  return [...blocks, gap(0.6 * u)];
}

function headBlocks(sheet: Sheet, { settings }: Poster, { title, number }: PosterOptions): readonly Block[] {
  const { u, width, pad } = sheet;
  const look = { family: 'sans', size: 1.2 * u, bold: true } as const;
  const numbered: readonly Run[] =
    number === undefined ? [] : [{ ...look, text: `Figure ${number}\u2003`, fill: 'accent' }];
  const heads = balanced([...numbered, { ...look, text: title, fill: 'ink' }], width - 2 * pad, 2);
  const said = balanced(runsOf(settings, { family: 'sans', size: 0.94 * u, fill: 'quiet' }), width - 2 * pad, 3);
  return [textBlock(sheet, heads, 1.6 * u), gap(0.15 * u), textBlock(sheet, said, 1.45 * u), gap(0.8 * u)];
}

function endBlocks(sheet: Sheet, { happened }: Poster, { address }: PosterOptions): readonly Block[] {
  const { theme, u, width, pad } = sheet;
  const colours = posterColours[theme];
  const told = balanced(runsOf(happened, { family: 'serif', size: 1.14 * u, fill: 'ink' }), width - 2 * pad, 5);
  const small = { family: 'sans', size: 0.78 * u, fill: 'quiet' } as const;
  const rule: Block = {
    height: 0.5 * u,
    draw: (y) => `<path d="M0 ${n(y)}H${n(width)}" stroke="${colours.rule}"/>`,
  };
  const home = [{ ...small, text: (address ?? '').replace(/^https?:\/\//, '') }];
  const below = width < narrow;
  const where = wrap(home, width - 2 * pad - (below ? 0 : 8 * u), below ? 3 : 1);
  const brand: Block = {
    height: 1.2 * u,
    draw: (y) => {
      const crate = `<g transform="translate(${n(pad)} ${n(y)}) scale(${n(u / 18)})" fill="none" stroke="${colours.accent}" stroke-width="1.6" stroke-linejoin="round">${crateShape}</g>`;
      const name = drawLine(sheet, [{ ...small, text: 'Shipshape', bold: true }], pad + 1.5 * u, y + 0.82 * u);
      const beside = below ? [] : where.map((line) => drawLine(sheet, line, width - pad, y + 0.82 * u, true));
      return crate + name + beside.join('');
    },
  };
  const foot = below ? [brand, gap(0.2 * u), textBlock(sheet, where, 1.2 * u)] : [brand];
  return [rule, gap(0.3 * u), textBlock(sheet, told, 1.65 * u), gap(0.7 * u), ...foot];
}

interface Layout {
  readonly sheet: Sheet;
  readonly top: readonly Block[];
  readonly bottom: readonly Block[];
  readonly height: number;
}

const heightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { height }) => sum + height, 0);

/** A drawing as wide as the picture has room for, and no larger than its letters. */
function drawingBlock({ width, pad, u }: Sheet, drawing: PosterDrawing): Block {
  const room = width - 2 * pad;
  const scale = Math.min(room / drawing.width, (1.1 * u) / 13);
  const left = pad + (room - drawing.width * scale) / 2;
  return {
    height: drawing.height * scale + u,
    draw: (y) => `<g transform="translate(${n(left)} ${n(y)}) scale(${scale.toFixed(4)})">${drawing.svg}</g>`,
  };
}

function laidOut(poster: Poster, options: PosterOptions, u: number, most: number): Layout {
  const { theme, width, drawing } = options;
  const sheet: Sheet = { theme, width, u, pad: (width < narrow ? 1.1 : 1.7) * u };
  const kept = shown(poster.groups, most);
  const groups = poster.groups.filter(({ rows }) => rows.length > 0);
  const middle =
    drawing === undefined ? groups.flatMap((group) => groupBlocks(sheet, group, kept)) : [drawingBlock(sheet, drawing)];
  const top = [...headBlocks(sheet, poster, options), ...middle];
  const bottom = endBlocks(sheet, poster, options);
  return { sheet, top, bottom, height: heightOf(top) + heightOf(bottom) + 2 * sheet.pad };
}

/** The largest letters with which everything has room in 16:9; where none have, as many rows as do. */
function chosenLayout(poster: Poster, options: PosterOptions): Layout {
  const { width } = options;
  if (options.drawing !== undefined) return laidOut(poster, options, Math.max(13, width / 60), 0);
  if (width < narrow) return laidOut(poster, options, Math.max(13, width / 28), mostRowsOnPhone);
  const high = (width * 9) / 16;
  const rows = poster.groups.reduce((sum, group) => sum + group.rows.length, 0);
  const fits = (layout: Layout) => layout.height <= high;
  const whole = parts.map((part) => laidOut(poster, options, width / part, rows)).find(fits);
  if (whole) return { ...whole, height: high };
  const smallest = width / Math.max(...parts);
  let most = Math.min(rows, mostRows);
  let layout = laidOut(poster, options, smallest, most);
  for (; !fits(layout) && most > fewestRows; layout = laidOut(poster, options, smallest, most)) most--;
  return { ...layout, height: Math.max(high, layout.height) };
}

/** Draws blocks one below the other. */
function drawn(blocks: readonly Block[], from: number): string {
  let y = from;
  return blocks
    .map((block) => {
      const svg = block.draw(y);
      y += block.height;
      return svg;
    })
    .join('');
}

/** The course's sign, as in public/favicon.svg. */
const crateShape =
  '<path d="M2.5 6.5 10 3l7.5 3.5v7L10 17l-7.5-3.5z"/><path d="M2.5 6.5 10 10l7.5-3.5M10 10v7"/><path d="m6 4.9 7.5 3.6v3"/>';

/** Everything that the picture shows, in words. */
function described({ settings, groups, happened }: Poster): string {
  const lists = groups.map(
    ({ label, rows }) =>
      `${label}: ${rows
        .slice(0, 40)
        .map(({ name, word }) => (word === '' ? name : `${name} (${word})`))
        .join(', ')}.`,
  );
  return [plain(settings), ...lists, plain(happened)].join(' ');
}

/**
 * A poster → the text of an SVG.
 *
 * @example drawPoster(model.poster(picture), { title: model.title, theme: 'light', width: 960 }) // '<svg xmlns=… </svg>'
 */
export function drawPoster(poster: Poster, options: PosterOptions): string {
  const { theme, width, title } = options;
  const colours = posterColours[theme];
  const { sheet, top, bottom, height: exact } = chosenLayout(poster, options);
  const height = Math.ceil(exact);
  const radius = n(0.6 * sheet.u);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${height}" viewBox="0 0 ${n(width)} ${height}" role="img">`,
    `<title>${escaped(title)}</title><desc>${escaped(described(poster))}</desc>`,
    `<rect x="0.5" y="0.5" width="${n(width - 1)}" height="${height - 1}" rx="${radius}" fill="${colours.raised}" stroke="${colours.rule}"/>`,
    drawn(top, sheet.pad),
    drawn(bottom, height - sheet.pad - heightOf(bottom)),
    '</svg>',
  ].join('');
}
