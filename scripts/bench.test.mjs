import { expect, it } from 'vitest';
import { middle } from './bench.mjs';

it('takes the middle of several runs, whatever their order', () => {
  expect(middle([98, 100, 99])).toBe(99);
  expect(middle([100])).toBe(100);
});
