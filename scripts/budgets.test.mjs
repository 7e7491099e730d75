import { describe, expect, it } from 'vitest';
import { blockingScripts, budgetProblems, weighedOf } from './budgets.mjs';

const weight = {
  path: '/lectures/a/',
  screen: 'phone',
  bytes: 60_000,
  fonts: 120_000,
  heaviest: [{ url: '/_a/x.js', bytes: 40_000 }],
};

describe('a budget', () => {
  it('is kept by a page that fetches just what is allowed', () => {
    expect(budgetProblems([weight, { ...weight, path: '/', bytes: 150_000 }])).toEqual([]);
  });

  it('is larger where a figure is at work from the start', () => {
    const labs = ['/labs/command-lookup/', '/embed/v1/command-lookup/'].map((path) => ({
      ...weight,
      path,
      bytes: 150_000,
    }));
    expect(budgetProblems(labs)).toEqual([]);
    expect(budgetProblems([{ ...weight, path: '/labs/', bytes: 60_001 }])).toHaveLength(1);
    const exercise = { ...weight, path: '/exercises/lookup/a/', bytes: 160_000 };
    expect(budgetProblems([exercise, { ...exercise, bytes: 160_001 }])).toHaveLength(1);
  });

  it('is one of its own for an embed after its first tap', () => {
    const slide = { ...weight, path: '/embed/v1/resolver/', screen: 'slide after its first tap', bytes: 210_000 };
    expect(budgetProblems([slide, { ...slide, path: '/embed/v1/wheel-decoder/', bytes: 150_000 }])).toEqual([]);
    expect(budgetProblems([{ ...slide, bytes: 210_001 }])).toHaveLength(1);
  });

  it('is broken by one byte more, and the sentence names the heaviest files', () => {
    expect(budgetProblems([{ ...weight, bytes: 60_001 }])).toEqual([
      '/lectures/a/ on a phone fetches 60001 bytes, and 60000 are allowed; the heaviest: /_a/x.js (40000).',
    ]);
  });

  it('is broken by heavy fonts on a light page', () => {
    expect(budgetProblems([{ ...weight, fonts: 120_001 }])).toEqual([
      '/lectures/a/ on a phone fetches fonts of 120001 bytes, and 120000 are allowed.',
    ]);
  });
});

describe('a script that blocks the first paint', () => {
  it.each([
    ['<head><script src="/a.js"></script></head>', ['/a.js']],
    ['<head><script type="text/javascript" src="/a.js"></script></head>', ['/a.js']],
    ['<head><script type="module" src="/a.js"></script></head>', []],
    ['<head><script defer src="/a.js"></script><script async src="/b.js"></script></head>', []],
    ['<head><script>inline()</script></head><body><script src="/late.js"></script></body>', []],
  ])('%s → %j', (html, blocking) => {
    expect(blockingScripts(html)).toEqual(blocking);
  });
});

describe('the pages that are weighed', () => {
  it('are all but a folder’s lighter examples and exercises', () => {
    const page = (/** @type {string} */ path, /** @type {string} */ html) => ({ path, html });
    const paths = weighedOf([
      page('/', ''),
      page('/labs/resolver/', ''),
      page('/labs/resolver/a/', 'one'),
      page('/labs/resolver/b/', 'one, two, and more than the others have'),
      page('/labs/resolver/c/', 'one, two'),
      page('/exercises/lookup/a/', 'one'),
    ]).map(({ path }) => path);
    expect(paths).toEqual(['/', '/labs/resolver/', '/labs/resolver/b/', '/exercises/lookup/a/']);
  });
});
