// What a whole specifier admits, as a set of versions: its clauses cut with each other. The version specifiers specification
// (PEP 440), "Version specifiers": the comma is a logical and.
import type { SpecifierSet } from './specifier';
import { ALL_VERSIONS, type VersionSet } from './version-set';
import { intersectionOf } from './version-set-algebra';

/**
 * The versions that a specifier set admits, pre-releases that are in range included ("Version specifiers").
 *
 * `===` compares text ("Arbitrary equality"), which no set of versions can do: `===1.0` becomes the version 1.0 alone, so
 * the set also holds 1.0.0, and `===foobar`, which is no version, admits none. `comparesText` tells whether this is so.
 *
 * @example formatVersionSet(versionSetOf(readSpecifierSet('~=2.1,!=2.5'))) // → '>=2.1,!=2.5,<3'
 */
export function versionSetOf(set: SpecifierSet): VersionSet {
  const sets = set.clauses.map((clause) => clause.versions);
  // Two by two, not one after the other: a set of very many clauses has very many bounds.
  for (let left = sets.length; left > 1; left = Math.ceil(left / 2)) {
    for (let at = 0; at < left; at += 2) {
      sets[at / 2] = intersectionOf(
        sets[at] ?? ALL_VERSIONS,
        (at + 1 < left ? sets[at + 1] : undefined) ?? ALL_VERSIONS,
      );
    }
  }
  return sets[0] ?? ALL_VERSIONS;
}

/**
 * Whether a clause compares text, so that the set of versions says less than the specifier ("Arbitrary equality").
 *
 * @example comparesText(readSpecifierSet('>=1,===1.0')) // → true
 */
export function comparesText(set: SpecifierSet): boolean {
  return set.clauses.some((clause) => clause.kind === 'arbitrary');
}
