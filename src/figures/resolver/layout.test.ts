import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPoster } from '@/figures/frame/draw-poster';
import { drawGraph } from './draw-graph';
import type { Arrow, Box, Drawing } from './drawing';
import { place } from './layout';

const box = (at: number): Box => ({ id: `p${at}`, name: `package-${at}`, line: `${at}.0`, look: 'chosen', word: '' });
const arrow = (from: number, to: number, label = '>=1'): Arrow => ({
  from: `p${from}`,
  to: `p${to}`,
  label,
  look: 'plain',
});

/** Graphs with circles, and with the same two joined more than once. */
const drawings: fc.Arbitrary<Drawing> = fc.integer({ min: 1, max: 30 }).chain((count) =>
  fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 60 }).map((pairs) => ({
    boxes: Array.from({ length: count }, (_, at) => box(at)),
    arrows: pairs.filter(([from, to]) => from !== to).map(([from, to]) => arrow(from, to)),
  })),
);

/** As large as a graph is drawn. */
const hundred: Drawing = {
  boxes: Array.from({ length: 101 }, (_, at) => box(at)),
  arrows: Array.from({ length: 240 }, (_, at) =>
    arrow(Math.floor(at / 3), ((at * 7) % 60) + Math.floor(at / 6) + 1),
  ).filter(({ from, to }) => from !== to && Number(to.slice(1)) <= 100),
};

function overlapsIn(drawing: Drawing): readonly string[] {
  const { boxes } = place(drawing);
  const all = [...boxes];
  return all.flatMap(([id, a], at) =>
    all.slice(at + 1).flatMap(([other, b]) => {
      const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      return isApart ? [] : [`${id} ${other}`];
    }),
  );
}

describe('a layout', () => {
  it('has every box in its bounds, none upon another, and a line for every arrow', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const { width, height, boxes, arrows } = place(drawing);
        expect([boxes.size, arrows.length]).toEqual([drawing.boxes.length, drawing.arrows.length]);
        for (const { x, y, width: wide, height: high } of boxes.values()) {
          expect(x >= 0 && y >= 0 && x + wide <= width && y + high <= height).toBe(true);
        }
        for (const { path, head } of arrows) expect(path.startsWith('M') && head.endsWith('Z')).toBe(true);
        expect(overlapsIn(drawing)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('of a hundred packages has none upon another, and no labels but those of the one in focus would fit', () => {
    expect(overlapsIn(hundred)).toEqual([]);
    expect(place(hundred).arrows.every(({ label }) => label === undefined)).toBe(true);
  });

  it('of a steady drawing is the same whatever is stencilled on', () => {
    const steady = (line: string): Drawing => ({
      isSteady: true,
      boxes: [box(0), box(1), box(2)].map((each) => ({ ...each, line })),
      arrows: [arrow(0, 1, ''), arrow(0, 2, '')],
    });
    expect(place(steady('1.0'))).toEqual(place(steady('any of a great many versions')));
  });
});

describe('the still of a graph', () => {
  it('has every name, version and label as text, and the conflict’s mark', () => {
    const drawing: Drawing = {
      boxes: [box(0), { ...box(1), look: 'conflict', word: 'no release is left', line: '' }],
      arrows: [{ ...arrow(0, 1, '<2'), look: 'conflict' }],
    };
    const drawn = drawGraph(drawing, 'light');
    const svg = drawPoster(
      { settings: ['Asked for: p0.'], groups: [], happened: ['No package-1 can be chosen.'] },
      { title: 'Which versions go together?', theme: 'light', width: 960, drawing: drawn },
    );
    const texts = [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, inner = '']) =>
      inner.replaceAll(/<[^>]*>/g, ''),
    );
    expect(texts).toEqual(expect.arrayContaining(['package-0', '0.0', '✕ package-1', 'no release is left', '✕ &lt;2']));
  });
});
