import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, isMet, unfitFact } from './condition';
import type { Fact, Facts } from './fact';

const facts: Facts = new Map<string, Fact>([
  ['runs', '/usr/bin/pip'],
  ['entry', 3],
  ['free-threaded', false],
  ['path', ['/usr/local/bin', '/usr/bin']],
  ['nothing', []],
]);

describe('a condition', () => {
  it.each<[boolean, Condition]>([
    [true, { kind: 'is', fact: 'runs', value: '/usr/bin/pip' }],
    [false, { kind: 'is', fact: 'runs', value: '/usr/bin' }],
    [true, { kind: 'is', fact: 'entry', value: 3 }],
    [true, { kind: 'is', fact: 'free-threaded', value: false }],
    [true, { kind: 'is', fact: 'path', value: ['/usr/local/bin', '/usr/bin'] }],
    [false, { kind: 'is', fact: 'path', value: ['/usr/bin', '/usr/local/bin'] }],
    [false, { kind: 'is', fact: 'path', value: ['/usr/local/bin'] }],
    [true, { kind: 'isnt', fact: 'runs', value: '' }],
    [false, { kind: 'isnt', fact: 'runs', value: '/usr/bin/pip' }],
    [true, { kind: 'isnt', fact: 'path', value: [] }],
    [true, { kind: 'one-of', fact: 'entry', values: [2, 3] }],
    [false, { kind: 'one-of', fact: 'entry', values: [1, 2] }],
    [true, { kind: 'includes', fact: 'path', value: '/usr/bin' }],
    [false, { kind: 'includes', fact: 'path', value: '/usr' }],
    [true, { kind: 'includes', fact: 'runs', value: 'bin/pip' }],
    [false, { kind: 'includes', fact: 'runs', value: 'python' }],
    [true, { kind: 'excludes', fact: 'path', value: '/usr' }],
    [false, { kind: 'excludes', fact: 'path', value: '/usr/bin' }],
    [true, { kind: 'excludes', fact: 'runs', value: '.venv' }],
    [false, { kind: 'excludes', fact: 'runs', value: 'pip' }],
    [true, { kind: 'at-least', fact: 'entry', value: 3 }],
    [false, { kind: 'at-least', fact: 'entry', value: 4 }],
    [true, { kind: 'at-most', fact: 'entry', value: 3 }],
    [false, { kind: 'at-most', fact: 'entry', value: 2 }],
    [true, { kind: 'count', fact: 'path', value: 2 }],
    [false, { kind: 'count', fact: 'path', value: 1 }],
    [true, { kind: 'count', fact: 'nothing', value: 0 }],
    [
      true,
      {
        kind: 'any-of',
        conditions: [
          { kind: 'is', fact: 'entry', value: 1 },
          { kind: 'is', fact: 'entry', value: 3 },
        ],
      },
    ],
    [false, { kind: 'any-of', conditions: [{ kind: 'is', fact: 'entry', value: 1 }] }],
    [false, { kind: 'any-of', conditions: [] }],
  ])('is met: %s, for %j', (met, condition) => {
    expect(isMet(condition, facts)).toBe(met);
    expect(unfitFact(condition, facts)).toBeUndefined();
  });

  it.each<[Condition, string]>([
    [{ kind: 'isnt', fact: 'run', value: '' }, 'no-such-fact'],
    [{ kind: 'excludes', fact: 'paths', value: '/usr/bin' }, 'no-such-fact'],
    [{ kind: 'isnt', fact: 'runs', value: 3 }, 'other-kind'],
    [{ kind: 'excludes', fact: 'entry', value: '3' }, 'other-kind'],
    [{ kind: 'at-least', fact: 'path', value: 0 }, 'other-kind'],
    [{ kind: 'at-most', fact: 'runs', value: 9 }, 'other-kind'],
    [{ kind: 'count', fact: 'entry', value: 3 }, 'other-kind'],
    [{ kind: 'one-of', fact: 'free-threaded', values: ['no'] }, 'other-kind'],
  ])('that no figure can meet is never met, and told: %j', (condition, why) => {
    expect(isMet(condition, facts)).toBe(false);
    expect(unfitFact(condition, facts)?.why).toBe(why);
  });

  it('is told in full when its fact is another kind of value, also inside an “any of”', () => {
    const unfit = { why: 'other-kind', fact: 'runs', wanted: 'a number' };
    const condition: Condition = { kind: 'at-least', fact: 'runs', value: 2 };
    expect(unfitFact(condition, facts)).toEqual(unfit);
    expect(
      unfitFact({ kind: 'any-of', conditions: [{ kind: 'is', fact: 'entry', value: 1 }, condition] }, facts),
    ).toEqual(unfit);
  });

  it('law: a fact is or isn’t a value of its kind, and includes or excludes it: never both, never neither', () => {
    const text = fc.constantFrom('', 'a', 'ab', 'b');
    const fact = fc.oneof(text, fc.array(text, { maxLength: 3 }));
    fc.assert(
      fc.property(fact, fact, text, (one, other, value) => {
        const known: Facts = new Map<string, Fact>([['it', one]]);
        const isOfKind = Array.isArray(one) === Array.isArray(other);
        const is = isMet({ kind: 'is', fact: 'it', value: other }, known);
        const isnt = isMet({ kind: 'isnt', fact: 'it', value: other }, known);
        expect([is, isnt].filter(Boolean).length).toBe(isOfKind ? 1 : 0);
        expect(isMet({ kind: 'includes', fact: 'it', value }, known)).not.toBe(
          isMet({ kind: 'excludes', fact: 'it', value }, known),
        );
      }),
    );
  });

  it('reads as its example says', () => {
    expect(isMet({ kind: 'includes', fact: 'path', value: '/usr/bin' }, new Map([['path', ['/usr/bin']]]))).toBe(true);
    expect(unfitFact({ kind: 'at-least', fact: 'chosen', value: 2 }, new Map([['chosen', 'a.whl']]))).toEqual({
      why: 'other-kind',
      fact: 'chosen',
      wanted: 'a number',
    });
  });
});
