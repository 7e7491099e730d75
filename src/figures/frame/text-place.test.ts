import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween, placeOf } from './text-place';

describe('a place in a text', () => {
  it.each([
    ['', 0, 1, 1],
    ['one\ntwo', 0, 1, 1],
    ['one\ntwo', 3, 1, 4],
    ['one\ntwo', 4, 2, 1],
    ['one\ntwo', 7, 2, 4],
    ['one\n', 4, 2, 1],
    ['one', 99, 1, 4],
    ['one', -1, 1, 1],
  ])('of %j at %i is line %i, column %i', (text, offset, line, column) => {
    expect(placeOf(text, offset)).toEqual({ line, column });
  });
});

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
