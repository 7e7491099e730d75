import { describe, expect, it } from 'vitest';
import { candidatesFor, suggestionFor } from './suggestion';

// What CPython 3.13 proposes for these, by Lib/traceback.py.
describe('the name that Python proposes', () => {
  it.each([
    ['mian', ['main', 'sys', 'greet'], undefined],
    ['mainn', ['main', 'sys', 'greet'], 'main'],
    ['start_the_program', ['main', 'sys'], undefined],
    ['great', ['greet', 'great_aunt'], 'greet'],
    ['Main', ['main'], 'main'],
    ['main', ['main'], undefined],
    ['a', ['b'], undefined],
    ['ran', ['run'], 'run'],
    ['x'.repeat(41), ['x'.repeat(40)], 'x'.repeat(40)],
    ['x'.repeat(41), ['y'.repeat(41)], undefined],
  ])('for %s among %j is %s', (wrong, names, proposed) => {
    expect(suggestionFor(wrong, names)).toBe(proposed);
  });

  it('is a private one only where a private one was wanted', () => {
    expect(candidatesFor('nam', ['_name', 'name', '__name__'])).toEqual(['name']);
    expect(candidatesFor('_nam', ['name', '_name'])).toEqual(['_name', 'name']);
  });
});
