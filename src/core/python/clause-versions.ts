// What each operator admits, as a set of versions: the version specifiers specification (PEP 440), "Version specifiers",
// operator by operator. The one place where this is said: `admits` asks these sets; a whole specifier is specifier-versions.ts's.
import { type Numeral, nextNumeral } from './numeral';
import type { ComparisonOperator } from './specifier';
import { isPrerelease, type Version } from './version';
import { afterFamily, afterLocals, afterVersion, type Bound, beforeVersion } from './version-bound';
import { complementOf, NO_VERSIONS, onlyVersion, type VersionSet, versionsBetween } from './version-set';

/** The versions that compare so with the bound of a clause. */
export function versionsComparing(operator: ComparisonOperator, bound: Version): VersionSet {
  switch (operator) {
    case '>=':
      return versionsBetween(beforeVersion(bound), undefined);
    case '<=':
      // <=1.0 admits 1.0+local: the local version of a candidate is ignored.
      return versionsBetween(undefined, afterLocals(bound));
    case '>':
      // >1.7 leaves 1.7.post1 and 1.7+local outside; >1.7.post1 admits 1.7.post2.
      return versionsBetween(afterFamily(bound), undefined);
    case '<':
      // <1.7 leaves 1.7rc1 and 1.7.dev1 outside, <1.7rc2 admits 1.7rc1.
      return versionsBetween(undefined, beforeVersion(isPrerelease(bound) ? bound : { ...bound, dev: 0 }));
    case '==':
      return versionsMatching(bound);
    case '!=':
      return complementOf(versionsMatching(bound));
    case '~=':
      // ~=2.1 admits 2.9 but not 3.0; ~=2.1.0 admits 2.1.9 but not 2.2.
      return versionsBetween(beforeVersion(bound), beforeNext(bound.epoch, bound.release.slice(0, -1)));
  }
}

/** "Version matching": ==1.0 admits 1.0+local, ==1.0+local only itself. */
function versionsMatching(bound: Version): VersionSet {
  return bound.local.length > 0
    ? versionsBetween(beforeVersion(bound), afterVersion(bound))
    : versionsBetween(beforeVersion(bound), afterLocals(bound));
}

/** "Version matching" with a prefix: ==1.1.* admits 1.1.dev0, 1.1a1, 1.1 and 1.1.9, and so does ==1.1.0.* but for 1.1.9. */
export function versionsWithPrefix(operator: '==' | '!=', prefix: Version): VersionSet {
  const versions = versionsBetween(firstOf(prefix.epoch, prefix.release), beforeNext(prefix.epoch, prefix.release));
  return operator === '==' ? versions : complementOf(versions);
}

/** "Arbitrary equality", as near as a set of versions comes to it. */
export function versionsWritten(version: Version | undefined): VersionSet {
  return version === undefined ? NO_VERSIONS : onlyVersion(version);
}

/** The place before everything that begins with the release: before 3.dev0 for 3. */
export function firstOf(epoch: Numeral, release: readonly Numeral[]): Bound {
  return beforeVersion({ epoch, release, pre: undefined, post: undefined, dev: 0, local: [] });
}

/** The place after everything that begins with the prefix: before 3.dev0 for the prefix 2. */
export function beforeNext(epoch: Numeral, prefix: readonly Numeral[]): Bound {
  return firstOf(epoch, [...prefix.slice(0, -1), nextNumeral(prefix[prefix.length - 1] ?? 0)]);
}
