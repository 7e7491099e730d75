// Ranges of Python as uv sees them (crates/uv-distribution-types, requires_python.rs): only the releases of Python count,
// and of a package's requires-python only the lower bound. An upper bound, such as that of `>=3.8,<3.13`, may be right or a
// mere precaution; a package without it would only let an older version of itself in, which is no better.
import {
  boundAt,
  type Clause,
  compareVersions,
  complementOf,
  intersectionOf,
  intervalsOf,
  nextNumeral,
  type SpecifierSet,
  type Version,
  type VersionInterval,
  type VersionSet,
} from '@/core/python';

export type PythonBound = VersionInterval['lower'];

/** From a release of Python up to another; `undefined` is no limit. */
export interface PythonRange {
  readonly lower: PythonBound;
  readonly upper: PythonBound;
}

export const ANY_PYTHON: PythonRange = { lower: undefined, upper: undefined };

/** The ranges that were read: a requires-python is looked at whenever its release is, and releases often share one. */
const ranges = new WeakMap<SpecifierSet, PythonRange>();

/** From the first release that a specifier set admits to the last; any if it admits none. */
export function pythonRangeOf(specifier: SpecifierSet | undefined): PythonRange {
  if (specifier === undefined) return ANY_PYTHON;
  const known = ranges.get(specifier);
  if (known !== undefined) return known;
  const intervals = intervalsOf(releasesOf(specifier));
  const range = { lower: intervals[0]?.lower, upper: intervals.at(-1)?.upper };
  ranges.set(specifier, range);
  return range;
}

/** The range that begins with a version of Python. */
export function pythonFrom(version: Version): PythonRange {
  return { lower: boundAt(releaseOnly(version), 'before'), upper: undefined };
}

/** Whether a package with this requires-python may be installed with every Python of the range. */
export function isPythonEnough(range: PythonRange, requiresPython: SpecifierSet | undefined): boolean {
  return requiresPython === undefined || compareLower(range.lower, pythonRangeOf(requiresPython).lower) >= 0;
}

/** Orders lower bounds: no limit comes first. */
export function compareLower(left: PythonBound, right: PythonBound): number {
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined);
  return compareVersions(left.version, right.version) || Number(left.side === 'after') - Number(right.side === 'after');
}

/** Orders upper bounds: no limit comes last. */
export function compareUpper(left: PythonBound, right: PythonBound): number {
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  return compareLower(left, right);
}

/** The releases that a specifier set admits, as a set of versions: final releases are all that count of it. */
export function releasesOf(specifier: SpecifierSet | undefined): VersionSet {
  let releases: VersionSet = { fromStart: true, bounds: [] };
  for (const clause of specifier?.clauses ?? []) releases = intersectionOf(releases, releasesOfClause(clause));
  return releases;
}

function releaseOnly({ epoch, release }: Version): Version {
  return { epoch, release, pre: undefined, post: undefined, dev: undefined, local: [] };
}

function releasesOfClause(clause: Clause): VersionSet {
  if (clause.version === undefined) return { fromStart: false, bounds: [] };
  const version = releaseOnly(clause.version);
  const before = boundAt(version, 'before');
  const after = boundAt(version, 'after');
  const only: VersionSet = { fromStart: false, bounds: [before, after] };
  if (clause.kind === 'prefix') {
    const prefix: VersionSet = { fromStart: false, bounds: [before, beforeNext(version, version.release)] };
    return clause.operator === '==' ? prefix : complementOf(prefix);
  }
  switch (clause.operator) {
    case '==':
    case '===':
      return only;
    case '!=':
      return complementOf(only);
    case '>=':
      return { fromStart: false, bounds: [before] };
    case '>':
      return { fromStart: false, bounds: [after] };
    case '<':
      return { fromStart: true, bounds: [before] };
    case '<=':
      return { fromStart: true, bounds: [after] };
    case '~=':
      return { fromStart: false, bounds: [before, beforeNext(version, version.release.slice(0, -1))] };
  }
}

/** The place before the releases that come after all with the prefix: before 3.9 for 3.8. */
function beforeNext(version: Version, prefix: Version['release']): NonNullable<PythonBound> {
  const release = [...prefix.slice(0, -1), nextNumeral(prefix.at(-1) ?? 0)];
  return boundAt({ ...version, release }, 'before');
}
