import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Walked, walkOf } from './bay';

const move = (to: Walked) => to;

describe('the walk', () => {
  it('asks those before the path in its first step, and one entry in each later one', () => {
    expect(walkOf('end', 3, move)).toEqual({ done: 4, total: 4, back: 3, on: 0 });
    expect(walkOf(0, 3, move)).toEqual({ done: 0, total: 4, back: undefined, on: 1 });
    expect(walkOf(3, 3, move)).toEqual({ done: 3, total: 4, back: 2, on: 'end' });
  });

  it('stands at the end when a shorter search has fewer steps than were walked', () => {
    expect(walkOf(9, 1, move)).toEqual({ done: 2, total: 2, back: 1, on: 0 });
  });

  it('comes from its start to its end by stepping on, entry by entry', () => {
    fc.assert(
      fc.property(fc.nat(9), (visits) => {
        let walked: Walked = 0;
        for (let step = 0; step <= visits; step += 1) walked = walkOf(walked, visits, move).on;
        expect(walkOf(walked, visits, move).done).toBe(visits + 1);
      }),
    );
  });
});
