/** A drawing as SVG that stands by itself, for a still: the same boxes and arrows, by the same layout. Loaded when a picture is saved. */
import { escaped } from '@/figures/frame/poster-blocks';
import { type PosterTheme, posterColours } from '@/figures/frame/poster-colours';
import type { Arrow, Box, Drawing } from './drawing';
import { type Line, type Place, place } from './layout';

const MONO = "'Shipshape Mono', 'JetBrains Mono', Consolas, Menlo, monospace";
const SANS = "'Shipshape Sans', Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

export interface DrawnGraph {
  readonly width: number;
  readonly height: number;
  /** What stands in an `svg` of this size. */
  readonly svg: string;
}

export function drawGraph(drawing: Drawing, theme: PosterTheme): DrawnGraph {
  const { width, height, boxes, arrows } = place(drawing);
  const colours = posterColours[theme];
  const lines = drawing.arrows.map((arrow, at) => drawArrow(arrow, arrows[at], colours));
  const crates = drawing.boxes.map((box) => drawBox(box, boxes.get(box.id), colours));
  return { width, height, svg: [...lines, ...crates].join('') };
}

type Colours = (typeof posterColours)[PosterTheme];

function drawArrow({ look, label }: Arrow, line: Line | undefined, colours: Colours): string {
  if (line === undefined) return '';
  const colour =
    look === 'conflict'
      ? colours.conflict
      : look === 'from-focus'
        ? colours.chosen
        : look === 'to-focus'
          ? colours.accent
          : colours.edge;
  const dashes = look === 'to-focus' ? ' stroke-dasharray="7 3"' : look === 'ghost' ? ' stroke-dasharray="4 4"' : '';
  const isLit = look === 'conflict' || look === 'from-focus' || look === 'to-focus';
  const path = `<path d="${line.path}" fill="none" stroke="${colour}" stroke-width="${isLit ? 2.4 : 1.4}"${dashes}/><path d="${line.head}" fill="${colour}"/>`;
  if (line.label === undefined || label === '') return path;
  const { x, y } = line.label;
  const text = `${look === 'conflict' ? '✕ ' : ''}${label}`;
  return `${path}<text x="${x}" y="${y + 4}" text-anchor="middle" font-family="${MONO}" font-size="11.8" fill="${isLit ? colour : colours.quiet}" stroke="${colours.raised}" stroke-width="5" paint-order="stroke">${escaped(text)}</text>`;
}

function drawBox({ look, name, line, word }: Box, place: Place | undefined, colours: Colours): string {
  if (place === undefined) return '';
  const { x, y, width, height } = place;
  const edge = look === 'conflict' ? colours.conflict : look === 'chosen' ? colours.chosen : colours.edge;
  const dashes = look === 'open' || look === 'passed' || look === 'excluded' ? ' stroke-dasharray="5 3"' : '';
  const isYou = look === 'you';
  const box = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${isYou ? height / 2 : 2}" fill="${colours.raised}" stroke="${edge}" stroke-width="${look === 'conflict' ? 3 : 1.5}"${dashes}/>`;
  const planks = isYou
    ? ''
    : `<path d="M${x} ${y + height / 2}h${width}M${x + 6.4} ${y}v${height}M${x + width - 6.4} ${y}v${height}" stroke="${colours.rule}"/>`;
  const middle = x + width / 2;
  const text = (at: number, family: string, says: string, fill: string, weight = 400) =>
    says === ''
      ? ''
      : `<text x="${middle}" y="${at}" text-anchor="middle" font-family="${family}" font-size="${family === MONO ? 13 : 12}" font-weight="${weight}" fill="${fill}">${escaped(says)}</text>`;
  const mark = look === 'conflict' ? '✕ ' : '';
  if (isYou) return box + text(y + height / 2 + 4, MONO, name, colours.ink, 600);
  const second = [line, word].filter((each) => each !== '').join(' ');
  const fill = look === 'chosen' ? colours.chosen : look === 'conflict' ? colours.conflict : colours.quiet;
  return (
    box +
    planks +
    text(y + height / 4 + 5, MONO, `${mark}${name}`, colours.ink, 600) +
    text(y + (height * 3) / 4 + 4, SANS, second, fill, 600)
  );
}
