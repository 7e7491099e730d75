// Incompatibilities: terms that must not all hold together (Dart pub, doc/solver.md, "Incompatibility"). That `menu 1`
// requires `dropdown >=2` is the incompatibility {menu 1, not dropdown >=2}.
import { areEqualSets, differenceOf, isEmptySet, NO_VERSIONS, unionOf, type VersionSet } from '@/core/python';
import type { Cause } from './cause';
import {
  intersectTerms,
  isAnyTerm,
  isTermSubset,
  negative,
  positive,
  relationOfTerms,
  type Term,
  uniteTerms,
} from './term';

/** A package's number in its solver. */
export type PackageId = number;
/** An incompatibility's number in its solver: its place in the list of all. */
export type IncompatibilityId = number;

export interface PackageTerm {
  readonly package: PackageId;
  readonly term: Term;
}

export interface Incompatibility<Reason> {
  /** One for each package at most, none that always holds. No terms at all: there is no solution. */
  readonly terms: readonly PackageTerm[];
  readonly cause: Cause<Reason>;
}

/** How an incompatibility stands to what is known; the one term that is still open where all others hold. */
export type Relation = 'satisfied' | 'contradicted' | 'open' | PackageTerm;

export function rootMustBeSelected<Reason>(root: PackageId, versions: VersionSet): Incompatibility<Reason> {
  return { terms: [{ package: root, term: negative(versions) }], cause: { kind: 'root' } };
}

export function noVersions<Reason>(of: PackageId, versions: VersionSet): Incompatibility<Reason> {
  return {
    terms: [{ package: of, term: positive(versions) }],
    cause: { kind: 'no-versions', package: of, versions },
  };
}

export function unavailable<Reason>(of: PackageId, versions: VersionSet, reason: Reason): Incompatibility<Reason> {
  return {
    terms: [{ package: of, term: positive(versions) }],
    cause: { kind: 'unavailable', package: of, versions, reason },
  };
}

/** That versions of a package require versions of another one, or of itself. */
export function dependencyOf<Reason>(
  dependent: PackageId,
  dependentVersions: VersionSet,
  dependency: PackageId,
  dependencyVersions: VersionSet,
): Incompatibility<Reason> {
  const cause: Cause<Reason> = { kind: 'dependency', dependent, dependentVersions, dependency, dependencyVersions };
  if (isEmptySet(dependencyVersions)) {
    return { terms: [{ package: dependent, term: positive(dependentVersions) }], cause };
  }
  if (dependent === dependency) {
    // a 1 requires a >=2: no version is both.
    const versions = differenceOf(dependentVersions, dependencyVersions);
    return { terms: [{ package: dependent, term: positive(versions) }], cause };
  }
  return {
    terms: [
      { package: dependent, term: positive(dependentVersions) },
      { package: dependency, term: negative(dependencyVersions) },
    ],
    cause,
  };
}

/**
 * One for both, if the same is required by different versions of the same package: foo 1 and foo 1.1 require bar >=2. It
 * makes many versions one step of the search, and keeps explanations short.
 */
export function mergeDependents<Reason>(
  left: Incompatibility<Reason>,
  right: Incompatibility<Reason>,
): Incompatibility<Reason> | undefined {
  const one = left.cause;
  const other = right.cause;
  if (one.kind !== 'dependency' || other.kind !== 'dependency') return undefined;
  if (one.dependent !== other.dependent || one.dependency !== other.dependency) return undefined;
  if (one.dependent === one.dependency) return undefined;
  if (!areEqualSets(one.dependencyVersions, other.dependencyVersions)) return undefined;
  const versions = unionOf(one.dependentVersions, other.dependentVersions);
  return dependencyOf(one.dependent, versions, one.dependency, one.dependencyVersions);
}

export function termOf<Reason>({ terms }: Incompatibility<Reason>, of: PackageId): Term | undefined {
  for (const { package: each, term } of terms) if (each === of) return term;
  return undefined;
}

/** How the incompatibility stands to what `known` says about each package. */
export function relationTo<Reason>(
  { terms }: Incompatibility<Reason>,
  known: (of: PackageId) => Term | undefined,
): Relation {
  let open: PackageTerm | undefined;
  for (const each of terms) {
    const said = known(each.package);
    if (said !== undefined) {
      const relation = relationOfTerms(said, each.term);
      if (relation === 'holds') continue;
      if (relation === 'fails') return 'contradicted';
    }
    // Two open terms: nothing follows, whatever the others say.
    if (open !== undefined) return 'open';
    open = each;
  }
  return open ?? 'satisfied';
}

/**
 * The rule of resolution: of two incompatibilities that speak of a package, what follows whichever version of it is
 * selected. {a, b 1} and {not b 1, c} give {a, c}.
 */
export function priorCause<Reason>(
  [left, leftId]: readonly [Incompatibility<Reason>, IncompatibilityId],
  [right, rightId]: readonly [Incompatibility<Reason>, IncompatibilityId],
  over: PackageId,
): Incompatibility<Reason> {
  const merged = new Map<PackageId, Term>();
  for (const { package: each, term } of left.terms) if (each !== over) merged.set(each, term);
  for (const { package: each, term } of right.terms) {
    if (each === over) continue;
    const other = merged.get(each);
    merged.set(each, other === undefined ? term : intersectTerms(other, term));
  }
  const mine = termOf(left, over) ?? negative(NO_VERSIONS);
  const theirs = termOf(right, over) ?? negative(NO_VERSIONS);
  const term = uniteTerms(mine, theirs);
  if (!isAnyTerm(term)) merged.set(over, term);
  return {
    terms: Array.from(merged, ([each, of]) => ({ package: each, term: of })),
    cause: { kind: 'derived', left: leftId, right: rightId, over },
  };
}

/** Whether the incompatibility says that there is no solution: nothing is left of it, or the root alone. */
export function saysNoSolution<Reason>(
  { terms }: Incompatibility<Reason>,
  root: PackageId,
  rootVersions: VersionSet,
): boolean {
  const [only] = terms;
  if (only === undefined) return true;
  return terms.length === 1 && only.package === root && isTermSubset(positive(rootVersions), only.term);
}
