// Whether a file's Requires-Python lets a Python in, as uv reads it: the core metadata specification, "Requires-Python", with upper
// bounds and exclusions left aside.
import { nextNumeral } from './numeral';
import type { Clause, SpecifierSet } from './specifier';
import { admits, admitsText } from './specifier-admits';
import { readSpecifierSet } from './specifier-parse';
import { baseVersion, formatVersion, type Version } from './version';
import { compareVersions } from './version-order';
import { readVersion } from './version-scan';

/** Of more clauses than this uv's lower bound is not looked for: the search grows with the square of their number. */
const MAX_CLAUSES = 50;

/**
 * The set of versions that uv takes a Requires-Python for (version specifiers, "Version specifiers"); undefined if it cannot read
 * it. It keeps to the standard, but reads `>=3.6.*` as `>=3.6`.
 *
 * @example formatSpecifierSet(readUvRequiresPython('>=3.6.*, <4')) // → '<4,>=3.6'
 */
export function readUvRequiresPython(requires: string): SpecifierSet | undefined {
  if (!requires.includes('.*')) return readSpecifierSet(requires);
  const clauses = requires.split(',').map((clause) => {
    const text = clause.trim();
    return /^[<>]/.test(text) && text.endsWith('.*') ? text.slice(0, -'.*'.length) : text;
  });
  return readSpecifierSet(clauses.join(','));
}

/**
 * Whether a Requires-Python lets a Python in, as uv reads it (core metadata, "Requires-Python"): whether the set begins at or below
 * that Python, so that an upper bound or an exclusion keeps nobody out. What it cannot read lets nobody in.
 *
 * @example uvAllowsPython('>=3.8, <3.12', '3.13.1') // → true
 */
export function uvAllowsPython(requires: string, python: string): boolean {
  const set = readUvRequiresPython(requires);
  const version = readVersion(python);
  if (set === undefined || version === undefined) return set !== undefined;
  const release = baseVersion(version);
  // `===3.13.0` compares text, so the version is asked as text.
  if (admitsText(set, formatVersion(release))) return true;
  return set.clauses.length <= MAX_CLAUSES && beginsBefore(set, release);
}

/** Whether the set holds a version up to `release`, or none at all: uv takes an empty set for one without bounds. */
function beginsBefore(set: SpecifierSet, release: Version): boolean {
  const inside = [ZERO, ...set.clauses.flatMap(edgesOf)].filter((edge) => admits(set, edge));
  return inside.length === 0 || inside.some((edge) => compareVersions(edge, release) <= 0);
}

const ofRelease = (release: Version['release']): Version => {
  return { epoch: 0, release, pre: undefined, post: undefined, dev: undefined, local: [] };
};
const ZERO = ofRelease([0]);

/** The versions at which a clause's set may begin: its own, one just above it, and the first after it as a prefix. */
function edgesOf(clause: Clause): readonly Version[] {
  const version = clause.kind === 'arbitrary' ? readVersion(clause.written) : clause.version;
  if (version === undefined) return [];
  const { release } = version;
  const next = nextNumeral(release.at(-1) ?? 0);
  return [release, [...release, 0, 0, 1], [...release.slice(0, -1), next]].map(ofRelease);
}
