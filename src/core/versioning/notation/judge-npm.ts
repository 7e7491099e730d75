// A list of versions under a range of npm: read by node-semver, the package that npm itself reads ranges with ("Ranges", "Prerelease Tags").

import Range, { type NpmComparator } from 'semver/classes/range.js';
import { formatSemVer } from '@/core/resolution';
import type { ListedVersion } from './listed-version';
import { describeUnspeakable, type UnspeakableReason } from './semver-spelling';

export type NpmVerdict =
  | { readonly kind: 'admitted'; readonly spelt: string }
  /** In range, but a pre-release of a version that the range doesn't name. */
  | { readonly kind: 'prerelease'; readonly spelt: string }
  /** Of each alternative between `||` the first comparator that isn't met. */
  | { readonly kind: 'refused'; readonly spelt: string; readonly by: readonly string[] }
  | { readonly kind: 'unspeakable'; readonly reason: UnspeakableReason };

/** A range as read; `means` is what it comes to in comparators: `>=1.4.2 <2.0.0-0` of `^1.4.2`. */
export interface NpmReading {
  readonly written: string;
  readonly means: string;
  readonly alternatives: readonly (readonly NpmComparator[])[];
  readonly range: Range;
}

/** Longer than any range that is written by hand; the package itself takes versions of up to 256 characters. */
const LONGEST_RANGE = 300;

/**
 * The range that a text is, or undefined; npm takes such a text for the name of a tag (`latest`).
 *
 * @example readNpm('^1.4.2')?.means // → '>=1.4.2 <2.0.0-0'
 */
export function readNpm(text: string): NpmReading | undefined {
  if (text.length > LONGEST_RANGE) return undefined;
  try {
    const range = new Range(text);
    return { written: text.trim(), means: range.range || '*', alternatives: range.set, range };
  } catch {
    // The class has no other way to say that a text is none.
    return undefined;
  }
}

/** A verdict for each version of the list; `asked` is npm's own option to count pre-releases like any other version. */
export function judgeByNpm(
  { range, alternatives }: NpmReading,
  versions: readonly ListedVersion[],
): readonly NpmVerdict[] {
  return versions.map(({ semver }): NpmVerdict => {
    if ('reason' in semver) return { kind: 'unspeakable', reason: semver.reason };
    const spelt = formatSemVer(semver.semver);
    if (range.test(spelt)) return { kind: 'admitted', spelt };
    const failing = alternatives.map((all) => all.find((comparator) => !comparator.test(spelt))?.value);
    if (failing.includes(undefined)) return { kind: 'prerelease', spelt };
    return { kind: 'refused', spelt, by: failing.filter((one) => one !== undefined) };
  });
}

/** A verdict as a sentence about the version in npm's spelling. */
export function describeNpmVerdict(verdict: NpmVerdict, { written, means }: NpmReading, listed: ListedVersion): string {
  const read = written === means ? '' : `${written === '' ? 'An empty range' : written} means ${means}: `;
  switch (verdict.kind) {
    case 'admitted':
      return `${read}${verdict.spelt} is in.`;
    case 'prerelease':
      return `${read}${verdict.spelt} lies in it, but of pre-releases npm takes only those of a version that the range names with one.`;
    case 'refused':
      return verdict.by.length === 1
        ? `${read}${verdict.spelt} isn’t ${verdict.by[0]}.`
        : `${read}${verdict.spelt} is in none of the ${verdict.by.length} alternatives.`;
    case 'unspeakable':
      return describeUnspeakable(verdict.reason, listed.text);
  }
}
