/** What a poster is made of: lines of text and rows with their marks, each so high and drawn as SVG from where it is put. */
import type { PosterMark, PosterRow } from './poster';
import { type PosterTheme, posterColours } from './poster-colours';
import { type Family, type Run, widthOf } from './text-width';
import type { Words } from './Words';
import { type Line, wrap } from './wrap-text';

const families: Readonly<Record<Family, string>> = {
  sans: "'Shipshape Sans', Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
  serif: "'Shipshape Serif', 'Source Serif 4', Georgia, serif",
  mono: "'Shipshape Mono', 'JetBrains Mono', Consolas, Menlo, monospace",
};

/** Below this a picture is for a phone: words stand under the names, and its height is free. */
export const narrow = 600;
/** Text for XML 1.0: what it can't hold at all becomes a replacement character. */
export function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids (section 2.2)
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** A piece of the picture: so high, and drawn from there. */
export interface Block {
  readonly height: number;
  draw(y: number): string;
}

export interface Sheet {
  readonly theme: PosterTheme;
  readonly width: number;
  /** The size of the text; everything else is a multiple. */
  readonly u: number;
  readonly pad: number;
}

export const n = (value: number): string => `${Math.round(value * 100) / 100}`;

export function runsOf(words: Words, look: Omit<Run, 'text'>): readonly Run[] {
  return words.map((part) =>
    typeof part === 'string'
      ? { ...look, text: part }
      : { ...look, text: part.code, family: 'mono', size: look.size * 0.9 },
  );
}

export function drawLine({ theme }: Sheet, line: Line, x: number, y: number, end = false): string {
  const colours = posterColours[theme];
  const spans = line.map(
    ({ text, family, size, bold = false, fill }) =>
      `<tspan font-family="${families[family]}" font-size="${n(size)}"${bold ? ' font-weight="600"' : ''} fill="${colours[fill]}">${escaped(text)}</tspan>`,
  );
  return `<text x="${n(x)}" y="${n(y)}"${end ? ' text-anchor="end"' : ''} xml:space="preserve">${spans.join('')}</text>`;
}

export const gap = (height: number): Block => ({ height, draw: () => '' });

/** Lines of text, one below the other. */
export function textBlock(sheet: Sheet, lines: readonly Line[], lineHeight: number, x = sheet.pad): Block {
  return {
    height: lines.length * lineHeight,
    draw: (y) => lines.map((line, at) => drawLine(sheet, line, x, y + (at + 0.72) * lineHeight)).join(''),
  };
}

const shapes: Readonly<Record<PosterMark, (colours: (typeof posterColours)['light']) => string>> = {
  chosen: ({ chosen }) => `<circle cx="8" cy="8" r="5" fill="${chosen}"/>`,
  fits: ({ chosen }) =>
    `<path d="m3.5 8.5 3 3 6-7" fill="none" stroke="${chosen}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
  passed: ({ quiet }) => `<path d="M4 8h8" stroke="${quiet}" stroke-width="1.75" stroke-linecap="round"/>`,
  refused: ({ conflict }) =>
    `<path d="m4 4 8 8m0-8-8 8" stroke="${conflict}" stroke-width="1.75" stroke-linecap="round"/>`,
  ahead: ({ quiet }) => `<circle cx="8" cy="8" r="4.5" fill="none" stroke="${quiet}" stroke-width="1.5"/>`,
  plain: ({ edge }) => `<circle cx="8" cy="8" r="2" fill="${edge}"/>`,
};
const bright: ReadonlySet<PosterMark> = new Set(['chosen', 'fits', 'plain']);

export function rowBlock(sheet: Sheet, { mark, name, word }: PosterRow): Block {
  const { theme, width, u, pad } = sheet;
  const colours = posterColours[theme];
  const room = width - 2 * pad;
  const chosen = mark === 'chosen';
  const nameAt = pad + 2.2 * u;
  const inner = room - 2.9 * u;
  const said: Run = { text: word, family: 'sans', size: 0.9 * u, bold: chosen, fill: chosen ? 'chosen' : 'quiet' };
  const below = width < narrow;
  const wordLines = wrap([said], below ? inner : inner * 0.42, 2);
  const wordRoom = below || word === '' ? 0 : Math.min(widthOf(said), inner * 0.42) + u;
  const named: Run = { text: name, family: 'mono', size: 0.94 * u, fill: bright.has(mark) ? 'ink' : 'quiet' };
  const nameLines = wrap([named], inner - wordRoom, 3);
  const line = 1.4 * u;
  const count = below ? nameLines.length + wordLines.length : Math.max(nameLines.length, wordLines.length);
  const height = Math.max(1, count) * line + 0.5 * u;
  return {
    height: height + 0.2 * u,
    draw: (y) => {
      const top = y + 0.25 * u;
      const base = (at: number) => top + at * line + 0.95 * u;
      const box = chosen
        ? `<rect x="${n(pad)}" y="${n(y)}" width="${n(room)}" height="${n(height)}" rx="${n(0.4 * u)}" fill="${colours['chosen-bg']}" stroke="${colours.chosen}"/>`
        : '';
      const shape = `<g transform="translate(${n(pad + 0.6 * u)} ${n(base(0) - 0.77 * u)}) scale(${n(u / 16)})">${shapes[mark](colours)}</g>`;
      const names = nameLines.map((each, at) => drawLine(sheet, each, nameAt, base(at)));
      const words = wordLines.map((each, at) =>
        below
          ? drawLine(sheet, each, nameAt, base(nameLines.length + at))
          : drawLine(sheet, each, width - pad - 0.7 * u, base(at), true),
      );
      return [box, shape, ...names, ...words].join('');
    },
  };
}
