// Terms: what may be said about one package (Dart pub, doc/solver.md, "Term"). A positive term holds if a version in the set
// is selected, a negative one if none in the set is: also if the package is not selected at all.
import {
  areDisjoint,
  areEqualSets,
  differenceOf,
  intersectionOf,
  isEmptySet,
  isSubset,
  relationOfSets,
  unionOf,
  type VersionSet,
} from '@/core/python';

export interface Term {
  readonly positive: boolean;
  readonly versions: VersionSet;
}

export function positive(versions: VersionSet): Term {
  return { positive: true, versions };
}

export function negative(versions: VersionSet): Term {
  return { positive: false, versions };
}

export function negate({ positive, versions }: Term): Term {
  return { positive: !positive, versions };
}

/** What both terms say together. */
export function intersectTerms(left: Term, right: Term): Term {
  if (left.positive) {
    if (right.positive) return sameOr(left, right, intersectionOf(left.versions, right.versions), true);
    return sameOr(left, right, differenceOf(left.versions, right.versions), true);
  }
  if (right.positive) return sameOr(right, left, differenceOf(right.versions, left.versions), true);
  return sameOr(left, right, unionOf(left.versions, right.versions), false);
}

/** What holds if one of the terms does. */
export function uniteTerms(left: Term, right: Term): Term {
  if (left.positive && right.positive) return positive(unionOf(left.versions, right.versions));
  if (left.positive) return negative(differenceOf(right.versions, left.versions));
  if (right.positive) return negative(differenceOf(left.versions, right.versions));
  return negative(intersectionOf(left.versions, right.versions));
}

/** A term that came out as it was stays the same value, so that nothing is kept twice. */
function sameOr(left: Term, right: Term, versions: VersionSet, isPositive: boolean): Term {
  if (left.positive === isPositive && left.versions === versions) return left;
  if (right.positive === isPositive && right.versions === versions) return right;
  return { positive: isPositive, versions };
}

/** Whether the terms can't hold together. */
export function areDisjointTerms(left: Term, right: Term): boolean {
  if (left.positive) {
    return right.positive ? areDisjoint(left.versions, right.versions) : isSubset(left.versions, right.versions);
  }
  return right.positive && isSubset(right.versions, left.versions);
}

/** Whether the first term can't hold without the second one. */
export function isTermSubset(left: Term, right: Term): boolean {
  if (left.positive) {
    return right.positive ? isSubset(left.versions, right.versions) : areDisjoint(left.versions, right.versions);
  }
  return !right.positive && isSubset(right.versions, left.versions);
}

/** Whether the second term holds, or can't hold, where the first one does. A first one that nothing satisfies isn't asked for. */
export function relationOfTerms(known: Term, asked: Term): 'holds' | 'fails' | 'open' {
  if (known.positive) {
    const relation = relationOfSets(known.versions, asked.versions);
    if (relation === 'across') return 'open';
    return (relation === 'inside') === asked.positive ? 'holds' : 'fails';
  }
  // That a package isn't selected leaves room for both, unless the versions that are left out are all that matters.
  if (!isSubset(asked.versions, known.versions)) return 'open';
  return asked.positive ? 'fails' : 'holds';
}

/** Whether the term says nothing. */
export function isAnyTerm({ positive, versions }: Term): boolean {
  return !positive && isEmptySet(versions);
}

/** Whether the terms say the same. */
export function areEqualTerms(left: Term, right: Term): boolean {
  return left.positive === right.positive && areEqualSets(left.versions, right.versions);
}
