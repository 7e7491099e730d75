import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyClause, normalVersion } from './arbitraries';
import {
  admits,
  describeRefusal,
  readSpecifierSet,
  readVersion,
  refusalsOf,
  type SpecifierSet,
  type Version,
} from './index';

const set = (text: string): SpecifierSet => {
  const read = readSpecifierSet(text);
  if (read === undefined) throw new TypeError(`no specifier set: ${text}`);
  return read;
};
const version = (text: string): Version => {
  const read = readVersion(text);
  if (read === undefined) throw new TypeError(`no version: ${text}`);
  return read;
};

describe('version specifiers', () => {
  it.each([
    ['>=2', '1.9', 'below', '1.9 comes before 2, and >=2 begins there.'],
    ['>=2', '2rc1', 'below', '2rc1 comes before 2, and >=2 begins there.'],
    ['>2', '1.9', 'below', '1.9 comes before 2, and >2 begins there.'],
    ['<=2', '2.post1', 'above', '2.post1 comes after 2, and <=2 ends there.'],
    ['<2', '2.0.1', 'above', '2.0.1 comes after 2, and <2 ends there.'],
    ['<2', '2.0', 'same', '<2 leaves out 2 itself.'],
    ['>2', '2.0', 'same', '>2 leaves out 2 itself.'],
    ['<2', '2.0rc1', 'pre-release-of-bound', '<2 leaves out the pre-releases of 2, such as 2.0rc1.'],
    ['>1.7', '1.7.post1', 'post-release-of-bound', '>1.7 leaves out the post releases of 1.7, such as 1.7.post1.'],
    ['>1.7', '1.7+cu124', 'local-of-bound', '>1.7 leaves out the local versions of 1.7, such as 1.7+cu124.'],
    ['~=2.1', '2.0', 'below', '2.0 comes before 2.1, and ~=2.1 begins there.'],
    ['~=1!2.1.4', '1!2.2', 'beyond-prefix', '~=1!2.1.4 goes no further than 1!2.1.*, and 1!2.2 comes after that.'],
    ['==1.0', '1.0.post1', 'not-equal', '==1.0 admits 1.0 only, and 1.0.post1 is another version.'],
    ['==1.0+a', '1.0+b', 'other-local', '==1.0+a names the local version 1.0+a, and 1.0+b is another one.'],
    ['==1.0.*', '1.1', 'not-in-prefix', '1.1 does not begin with 1.0.'],
    ['!=1.5', '1.5+a', 'excluded', '!=1.5 leaves out 1.5+a.'],
    ['!=1.*', '1.5', 'excluded', '!=1.* leaves out 1.5.'],
    ['===1.0', '1.0.0', 'other-text', '===1.0 compares the text, and 1.0.0 is another one.'],
  ])('%s refuses %s, for it is %s', (text, candidate, rule, sentence) => {
    const refusals = refusalsOf(set(text), version(candidate));
    expect(refusals.map((refusal) => [refusal.rule, describeRefusal(refusal, version(candidate))])).toEqual([
      [rule, sentence],
    ]);
  });

  it('tells every clause that refuses, in the order in which they are written', () => {
    const refusals = refusalsOf(set('>=2,!=1.5,<3,~=2.0'), version('1.5'));
    expect(refusals.map(({ rule }) => rule)).toEqual(['below', 'excluded', 'below']);
  });
});

describe('laws', () => {
  it('a version is refused by a clause exactly when it is not admitted', () => {
    fc.assert(
      fc.property(fc.array(anyClause, { maxLength: 4 }), normalVersion, (clauses, text) => {
        const given = set(clauses.join(','));
        expect(refusalsOf(given, version(text)).length === 0).toBe(admits(given, version(text), 'allow'));
      }),
    );
  });
});
