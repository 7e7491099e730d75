// Which versions a specifier set admits: PEP 440, "Version specifiers" and "Handling of pre-releases". What each operator
// admits is clause-versions.ts.
import type { Clause, SpecifierSet } from './specifier';
import { formatVersion, isPrerelease, type Version } from './version';
import { readVersion } from './version-scan';
import { containsVersion } from './version-set';

/**
 * What becomes of pre-releases. `if-needed`, the standard's default, lets them in if the set names one or if nothing
 * else fits.
 */
export type PrereleasePolicy = 'if-needed' | 'allow' | 'refuse';

/**
 * Whether the set admits the version ("Version specifiers"). One version alone has no final release to be preferred to
 * it, so a pre-release in range is admitted unless the policy refuses it.
 *
 * @example admits(readSpecifierSet('~=2.1'), readVersion('3.0')) // → false
 */
export function admits(set: SpecifierSet, version: Version, prereleases: PrereleasePolicy = 'if-needed'): boolean {
  if (prereleases === 'refuse' && isPrerelease(version)) return false;
  return set.clauses.every((clause) => clauseAdmits(clause, version, undefined));
}

/**
 * The same for text that may be no version: then only `===` with the same text, ignoring case, and the set without
 * clauses admit it ("Arbitrary equality").
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
 * if no final version is left ("Handling of pre-releases"). Versions may be given as values, or as text that may be none.
 *
 * @example filterVersions(readSpecifierSet('>=1'), ['0.9', '1.1b2', '1.0'], (text) => text) // → ['1.0']
 */
export function filterVersions<Item>(
  set: SpecifierSet,
  items: readonly Item[],
  versionOf: (item: Item) => string | Version,
  prereleases: PrereleasePolicy = 'if-needed',
): Item[] {
  const fitting: { item: Item; stage: 'final' | 'prerelease' | 'not a version' }[] = [];
  for (const item of items) {
    const given = versionOf(item);
    const text = typeof given === 'string' ? given : undefined;
    const version = typeof given === 'string' ? readVersion(given) : given;
    if (!set.clauses.every((clause) => clauseAdmits(clause, version, text))) continue;
    const stage = version === undefined ? 'not a version' : isPrerelease(version) ? 'prerelease' : 'final';
    fitting.push({ item, stage });
  }
  const hasFinal = fitting.some(({ stage }) => stage === 'final');
  const wanted = prereleases === 'if-needed' ? namesPrerelease(set) || !hasFinal : prereleases === 'allow';
  return fitting.filter(({ stage }) => wanted || stage !== 'prerelease').map(({ item }) => item);
}

/**
 * Whether a clause names a pre-release and so lets pre-releases in ("Handling of pre-releases"). `!=1.0rc1` does not, nor
 * does `==1.0.*`.
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
    case 'arbitrary':
      return clause.version !== undefined && isPrerelease(clause.version);
  }
}

/** Whether a clause admits a version, given as text too where the text is known. */
export function clauseAdmits(clause: Clause, version: Version | undefined, text: string | undefined): boolean {
  if (clause.kind !== 'arbitrary') return version !== undefined && containsVersion(clause.versions, version);
  const candidate = text ?? (version === undefined ? '' : formatVersion(version));
  return candidate.toLowerCase() === clause.written.toLowerCase();
}
