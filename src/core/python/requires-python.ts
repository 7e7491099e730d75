// Whether a file's Requires-Python lets a Python in: the core metadata specification, "Requires-Python", as an index repeats it
// beside the file (PEP 503). Installers read it differently; see installer-differences.ts.
import type { Installer } from './installer-tags';
import { nextNumeral } from './numeral';
import type { Clause, SpecifierSet } from './specifier';
import { admits, admitsText } from './specifier-admits';
import { readSpecifierSet } from './specifier-parse';
import { baseVersion, formatVersion, type Version } from './version';
import { compareVersions } from './version-order';
import { readVersion } from './version-parse';

/** Of more clauses than this uv's lower bound is not looked for: the search grows with the square of their number. */
const MAX_CLAUSES = 50;

/**
 * The set of versions that an installer takes a Requires-Python for (version specifiers, "Version specifiers"); undefined if it
 * cannot read it. pip keeps to the standard, uv also reads `>=3.6.*` as `>=3.6`.
 *
 * @example readRequiresPython('>=3.6.*', 'pip') // → undefined
 * @example formatSpecifierSet(readRequiresPython('>=3.6.*, <4', 'uv')) // → '<4,>=3.6'
 */
export function readRequiresPython(requires: string, installer: Installer): SpecifierSet | undefined {
  if (installer === 'pip' || !requires.includes('.*')) return readSpecifierSet(requires);
  const clauses = requires.split(',').map((clause) => {
    const text = clause.trim();
    return /^[<>]/.test(text) && text.endsWith('.*') ? text.slice(0, -'.*'.length) : text;
  });
  return readSpecifierSet(clauses.join(','));
}

/**
 * Whether a Requires-Python lets a Python in (core metadata, "Requires-Python"). pip asks whether the set holds the Python, by
 * its release alone, so that 3.14.0rc1 counts as 3.14.0; what it cannot read forbids nothing. uv asks only whether the set
 * begins at or below that Python, so an upper bound or an exclusion keeps nobody out; what it cannot read it passes over.
 *
 * @example allowsPython('>=3.8, <3.12', '3.13.1') // → false
 * @example allowsPython('>=3.8, <3.12', '3.13.1', 'uv') // → true
 */
export function allowsPython(requires: string, python: string, installer: Installer = 'pip'): boolean {
  const set = readRequiresPython(requires, installer);
  const version = readVersion(python);
  if (set === undefined) return installer === 'pip';
  if (version === undefined) return true;
  const release = baseVersion(version);
  // `===3.13.0` compares text, so the version is asked as text.
  if (admitsText(set, formatVersion(release))) return true;
  return installer === 'uv' && set.clauses.length <= MAX_CLAUSES && beginsBefore(set, release);
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
