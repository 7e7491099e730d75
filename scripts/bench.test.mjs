import { expect, it } from 'vitest';
import { middle } from './bench.mjs';
import { figurePages } from './bench-figures.mjs';

it('takes the middle of several runs, whatever their order', () => {
  expect(middle([98, 100, 99])).toBe(99);
  expect(middle([100])).toBe(100);
});

it('finds the pages that a figure is operated on', () => {
  const page = (/** @type {string} */ path, html = '<section class="figure wide" id="a">') => ({
    path,
    file: path,
    html,
  });
  const pages = [
    page('/lectures/one/'),
    page('/lectures/two/', '<p class="figure">'),
    page('/lectures/'),
    page('/labs/wheel-decoder/'),
    page('/labs/wheel-decoder/numpy/'),
    page('/embed/v1/wheel-decoder/'),
    page('/about/'),
  ];
  expect(figurePages(pages)).toEqual(['/lectures/one/', '/labs/wheel-decoder/', '/embed/v1/wheel-decoder/']);
});
