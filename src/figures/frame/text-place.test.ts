import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween } from './text-place';

describe('the change between two texts', () => {
  it('is only what differs', () => {
    expect(changeBetween('a-1.whl', 'a-2.whl')).toEqual({ from: 2, to: 3, insert: '2' });
    expect(changeBetween('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' });
    expect(changeBetween('same', 'same')).toEqual({ from: 4, to: 4, insert: '' });
  });

  it('makes the second of the first', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { from, to, insert } = changeBetween(before, after);
        expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
      }),
    );
  });
});
