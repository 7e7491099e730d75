import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  containsVersion,
  isEmptySet,
  readSpecifierSet,
  readVersion,
  type Version,
  type VersionSet,
  versionSetOf,
} from '@/core/python';
import {
  areDisjointTerms,
  areEqualTerms,
  intersectTerms,
  isAnyTerm,
  isTermSubset,
  negate,
  negative,
  positive,
  relationOfTerms,
  type Term,
  uniteTerms,
} from './term';

const VERSIONS = ['0.9', '1.0', '1.0+local', '1.5rc1', '1.5', '2.0', '2.0.post1', '3.0'].map(versionOf);

function versionOf(text: string): Version {
  const version = readVersion(text);
  if (version === undefined) throw new Error(text);
  return version;
}

function setOf(text: string): VersionSet {
  const specifier = readSpecifierSet(text);
  if (specifier === undefined) throw new Error(text);
  return versionSetOf(specifier);
}

const sets = ['', '>=1', '<1', '==1.0', '!=1.5', '>=1,<2', '>2', '<0', '==2.*', '<=3'].map(setOf);
const term: fc.Arbitrary<Term> = fc
  .tuple(fc.constantFrom(...sets), fc.boolean())
  .map(([versions, isPositive]) => (isPositive ? positive(versions) : negative(versions)));

/** Whether a term holds if this version is selected, or none. */
function holds({ positive: isPositive, versions }: Term, selected: Version | undefined): boolean {
  return (selected !== undefined && containsVersion(versions, selected)) === isPositive;
}

const selections = [undefined, ...VERSIONS];

describe('terms', () => {
  it('hold together exactly where their intersection does', () => {
    fc.assert(
      fc.property(term, term, (left, right) => {
        const both = intersectTerms(left, right);
        for (const selected of selections) {
          expect(holds(both, selected)).toBe(holds(left, selected) && holds(right, selected));
        }
      }),
    );
  });

  it('hold, one or the other, exactly where their union does', () => {
    fc.assert(
      fc.property(term, term, (left, right) => {
        const either = uniteTerms(left, right);
        for (const selected of selections) {
          expect(holds(either, selected)).toBe(holds(left, selected) || holds(right, selected));
        }
      }),
    );
  });

  it('are the opposite of their negation, and negated twice themselves', () => {
    fc.assert(
      fc.property(term, (given) => {
        for (const selected of selections) expect(holds(negate(given), selected)).toBe(!holds(given, selected));
        expect(areEqualTerms(negate(negate(given)), given)).toBe(true);
      }),
    );
  });

  it('are disjoint if they hold nowhere together, and subsets if the one never holds without the other', () => {
    fc.assert(
      fc.property(term, term, (left, right) => {
        if (areDisjointTerms(left, right)) {
          expect(selections.filter((selected) => holds(left, selected) && holds(right, selected))).toEqual([]);
        }
        if (isTermSubset(left, right)) {
          expect(selections.filter((selected) => holds(left, selected) && !holds(right, selected))).toEqual([]);
        }
        expect(isTermSubset(left, right)).toBe(areDisjointTerms(left, negate(right)));
        if (left.positive && isEmptySet(left.versions)) return;
        const relation = isTermSubset(left, right) ? 'holds' : areDisjointTerms(left, right) ? 'fails' : 'open';
        expect(relationOfTerms(left, right)).toBe(relation);
      }),
    );
  });

  it('say nothing only if they exclude no version', () => {
    expect([negative(setOf('<0')), negative(setOf('')), positive(setOf(''))].map(isAnyTerm)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
