import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOrder } from './start-order';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { minLength: 2, maxLength: 8 });

describe('the order in which steps are first shown', () => {
  it('is the same on every page and every day', () => {
    expect(startOrder('install/steps', ['find', 'choose', 'fetch', 'unpack'])).toEqual([
      'choose',
      'find',
      'unpack',
      'fetch',
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

  it('leaves one step where it is', () => {
    expect(startOrder('a/b', ['only'])).toEqual(['only']);
  });
});
