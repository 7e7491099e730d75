import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownOrder, startOrder } from './start-order';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { minLength: 2, maxLength: 8 });

describe('the order in which steps are first shown', () => {
  it('is the same on every page and every day', () => {
    expect(startOrder('install/steps', ['find', 'choose', 'fetch', 'unpack'])).toEqual([
      'fetch',
      'find',
      'choose',
      'unpack',
    ]);
  });

  it('law: it holds the same steps, and is never the right order', () => {
    fc.assert(
      fc.property(fc.string(), ids, (item, steps) => {
        const shown = startOrder(item, steps);
        expect([...shown].sort()).toEqual([...steps].sort());
        expect(shown).not.toEqual(steps);
      }),
    );
  });

  it('law: options keep their order on the page whatever order they are written in', () => {
    fc.assert(
      fc.property(fc.string(), ids, (item, options) => {
        expect(shownOrder(item, [...options].reverse())).toEqual(shownOrder(item, options));
      }),
    );
  });

  it('puts the option that is written first in every place about equally often', () => {
    const places = Array.from({ length: 300 }, (_, i) => shownOrder(`venv/item-${i}`, ['a', 'b', 'c']).indexOf('a'));
    for (const place of [0, 1, 2]) expect(places.filter((one) => one === place).length).toBeGreaterThan(70);
  });

  it('shows the options of its example so', () => {
    expect(shownOrder('venv/copy', ['link', 'copy', 'nothing'])).toEqual(['link', 'nothing', 'copy']);
  });

  it('leaves one step where it is', () => {
    expect(startOrder('a/b', ['only'])).toEqual(['only']);
  });
});
