import { describe, expect, it } from 'vitest';
import { placeOf } from './index';

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
