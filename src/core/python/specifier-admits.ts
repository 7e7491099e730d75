// Which versions a specifier set admits: PEP 440, "Version specifiers" operator by operator, and "Handling of
// pre-releases".
import { type Numeral, nextNumeral } from './numeral';
import type { Clause, ComparisonOperator, SpecifierSet } from './specifier';
import { formatVersion, isPrerelease, publicVersion, type Version } from './version';
import { compareReleases, compareVersions } from './version-order';
import { readVersion } from './version-parse';

/**
 * What becomes of pre-releases. `if-needed`, the standard's default, lets them in if the set names one or if nothing
 * else fits.
 */
export type PrereleasePolicy = 'if-needed' | 'allow' | 'refuse';

/**
 * Whether the set admits the version. One version alone has no final release to be preferred to it, so a pre-release in
 * range is admitted unless the policy refuses it.
 *
 * @example admits(readSpecifierSet('~=2.1'), readVersion('3.0')) // → false
 */
export function admits(set: SpecifierSet, version: Version, prereleases: PrereleasePolicy = 'if-needed'): boolean {
  if (prereleases === 'refuse' && isPrerelease(version)) return false;
  return set.clauses.every((clause) => clauseAdmits(clause, version, undefined));
}

/**
 * The same for text that may be no version: then only `===` with the same text, ignoring case, and the set without
 * clauses admit it.
 *
 * @example admitsText(readSpecifierSet('===2004d'), '2004D') // → true
 */
export function admitsText(set: SpecifierSet, text: string, prereleases: PrereleasePolicy = 'if-needed'): boolean {
  const version = readVersion(text);
  if (prereleases === 'refuse' && version !== undefined && isPrerelease(version)) return false;
  return set.clauses.every((clause) => clauseAdmits(clause, version, text));
}

/**
 * The items that the set leaves, in their order. By default pre-releases come out if a clause names one, and else only
 * if no final version is left ("Handling of pre-releases").
 *
 * @example filterVersions(readSpecifierSet('>=1'), ['0.9', '1.1b2', '1.0'], (text) => text) // → ['1.0']
 */
export function filterVersions<Item>(
  set: SpecifierSet,
  items: readonly Item[],
  versionOf: (item: Item) => string,
  prereleases: PrereleasePolicy = 'if-needed',
): Item[] {
  const fitting: { item: Item; stage: 'final' | 'prerelease' | 'not a version' }[] = [];
  for (const item of items) {
    const text = versionOf(item);
    const version = readVersion(text);
    if (!set.clauses.every((clause) => clauseAdmits(clause, version, text))) continue;
    const stage = version === undefined ? 'not a version' : isPrerelease(version) ? 'prerelease' : 'final';
    fitting.push({ item, stage });
  }
  const hasFinal = fitting.some(({ stage }) => stage === 'final');
  const wanted = prereleases === 'if-needed' ? namesPrerelease(set) || !hasFinal : prereleases === 'allow';
  return fitting.filter(({ stage }) => wanted || stage !== 'prerelease').map(({ item }) => item);
}

/**
 * Whether a clause names a pre-release and so lets pre-releases in. `!=1.0rc1` does not, nor does `==1.0.*`.
 *
 * @example namesPrerelease(readSpecifierSet('>=1.0rc1,<2')) // → true
 */
export function namesPrerelease(set: SpecifierSet): boolean {
  return set.clauses.some(clauseNamesPrerelease);
}

function clauseNamesPrerelease(clause: Clause): boolean {
  switch (clause.kind) {
    case 'comparison':
      return clause.operator !== '!=' && isPrerelease(clause.version);
    case 'prefix':
      return false;
    case 'arbitrary': {
      const version = readVersion(clause.written);
      return version !== undefined && isPrerelease(version);
    }
  }
}

/** Whether a clause admits a version, given as text too where the text is known. */
export function clauseAdmits(clause: Clause, version: Version | undefined, text: string | undefined): boolean {
  switch (clause.kind) {
    case 'arbitrary': {
      const candidate = text ?? (version === undefined ? '' : formatVersion(version));
      return candidate.toLowerCase() === clause.written.toLowerCase();
    }
    case 'prefix':
      return version !== undefined && hasPrefix(version, clause.version) === (clause.operator === '==');
    case 'comparison':
      return version !== undefined && comparisonAdmits(clause.operator, clause.version, version);
  }
}

function comparisonAdmits(operator: ComparisonOperator, bound: Version, version: Version): boolean {
  switch (operator) {
    case '==':
      return isMatch(version, bound);
    case '!=':
      return !isMatch(version, bound);
    case '>=':
      return compareVersions(version, bound) >= 0;
    case '<=':
      // <=1.0 admits 1.0+local: the local version of a candidate is ignored.
      return compareVersions(publicVersion(version), bound) <= 0;
    case '>':
      return isAbove(version, bound);
    case '<':
      return isBelow(version, bound);
    case '~=':
      // ~=2.1 admits 2.9 but not 3.0; ~=2.1.0 admits 2.1.9 but not 2.2.
      return compareVersions(version, bound) >= 0 && isBeforeNext(version, bound.epoch, bound.release.slice(0, -1));
  }
}

/** "Version matching": ==1.0 admits 1.0+local, ==1.0+local only itself. */
function isMatch(version: Version, bound: Version): boolean {
  return compareVersions(bound.local.length > 0 ? version : publicVersion(version), bound) === 0;
}

/** "Exclusive ordered comparison": >1.7 leaves 1.7.post1 and 1.7+local outside; >1.7.post1 admits 1.7.post2. */
function isAbove(version: Version, bound: Version): boolean {
  if (compareVersions(publicVersion(version), bound) <= 0) return false;
  const isFamily = bound.dev === undefined && bound.post === undefined;
  return !(isFamily && isSameRelease(version, bound) && isSamePre(version, bound));
}

/** "Exclusive ordered comparison": <1.7 leaves 1.7rc1 and 1.7.dev1 outside, <1.7rc2 admits 1.7rc1. */
function isBelow(version: Version, bound: Version): boolean {
  return compareVersions(version, isPrerelease(bound) ? bound : { ...bound, dev: 0, local: [] }) < 0;
}

function isSameRelease(left: Version, right: Version): boolean {
  return left.epoch === right.epoch && compareReleases(left.release, right.release) === 0;
}

function isSamePre(left: Version, right: Version): boolean {
  return left.pre?.letter === right.pre?.letter && left.pre?.number === right.pre?.number;
}

/** "Version matching" with a prefix: ==1.1.* admits 1.1a1, 1.1 and 1.1.9, and so does ==1.1.0.* but for 1.1.9. */
function hasPrefix(version: Version, prefix: Version): boolean {
  const first: Version = { ...prefix, dev: 0 };
  return compareVersions(version, first) >= 0 && isBeforeNext(version, prefix.epoch, prefix.release);
}

/** Whether the version comes before everything that begins with the next prefix: before 3.dev0 for the prefix 2. */
function isBeforeNext(version: Version, epoch: Numeral, prefix: readonly Numeral[]): boolean {
  const last = prefix[prefix.length - 1] ?? 0;
  const release = [...prefix.slice(0, -1), nextNumeral(last)];
  const next: Version = { epoch, release, pre: undefined, post: undefined, dev: 0, local: [] };
  return compareVersions(version, next) < 0;
}
