import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOX_HEIGHT, type Direction, type Ends, placeStages } from './stage-layout';

/** Boxes with lines from earlier ones to later ones. */
const graphs = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.record({
    boxes: fc.constant(Array.from({ length: count }, (_, at) => ({ id: `${at}`, width: 100 + 10 * at }))),
    lines: fc
      .uniqueArray(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 20, selector: (pair) => pair.join() })
      .map((pairs) => pairs.filter(([from, to]) => from < to).map(([from, to]) => ({ from: `${from}`, to: `${to}` }))),
  }),
);

const directions = fc.constantFrom<Direction>('across', 'down');

describe('the places of stages', () => {
  it('don’t overlap, and lie within the drawing', () => {
    fc.assert(
      fc.property(graphs, directions, ({ boxes, lines }, direction) => {
        const { width, height, boxes: placed } = placeStages(boxes, lines, direction);
        const all = [...placed.values()];
        for (const [at, { x, y, width: wide }] of all.entries()) {
          expect(x >= 0 && y >= 0 && x + wide <= width && y + BOX_HEIGHT <= height).toBe(true);
          for (const other of all.slice(at + 1)) {
            expect(x + wide <= other.x || other.x + other.width <= x || Math.abs(y - other.y) >= BOX_HEIGHT).toBe(true);
          }
        }
      }),
    );
  });

  it('are to the right of all that they need, or below', () => {
    fc.assert(
      fc.property(graphs, directions, ({ boxes, lines }, direction) => {
        const { boxes: placed } = placeStages(boxes, lines, direction);
        const along = (id: string) => placed.get(id)?.[direction === 'across' ? 'x' : 'y'] ?? 0;
        for (const { from, to } of lines) expect(along(from)).toBeLessThan(along(to));
      }),
    );
  });

  it('have a line for each pair, none for a box that isn’t there, and end where lines go round', () => {
    const boxes = ['a', 'b'].map((id) => ({ id, width: 100 }));
    const lines: readonly Ends[] = [
      { from: 'a', to: 'b' },
      { from: 'a', to: 'c' },
    ];
    expect(placeStages(boxes, lines, 'across').lines.map(({ path }) => path)).toEqual([
      'M106 37C144 37 144 37 182 37',
      '',
    ]);
    expect(placeStages(boxes, [...lines, { from: 'b', to: 'a' }], 'down').boxes.size).toBe(2);
    expect(placeStages([], [], 'down').lines).toEqual([]);
  });
});
