// The releases of an interpreter as an axis that marker algebra cuts into stretches. `python_full_version` and
// `implementation_version` have three numbers in a final release, `python_version` the first two of the same (dependency
// specifiers, "Environment Markers"), so every comparison with them is a set of stretches of one axis. A stretch begins at a
// cut and goes up to the next one; pre-releases of an interpreter are not on the axis. To uv the axis is dense: there is room
// between 3.12.1 and 3.12.2, so that a stretch may also begin or end right after a release.
import type { MarkerWorld } from './decision-diagram';
import type { MarkerComparison } from './marker';
import { type ComparisonSubject, comparisonHolds } from './marker-evaluate';
import { compareNumerals, type Numeral, nextNumeral } from './numeral';
import type { Clause } from './specifier';
import { readClause } from './specifier-parse';
import { readVersion } from './version-scan';

/** A final release of an interpreter: 3.12.1 is 3, 12 and 1. With `after` it is the place right after that release, on a dense axis. */
export type InterpreterRelease = readonly [major: Numeral, minor: Numeral, micro: Numeral, after?: 'after'];

/** A set of releases: where it begins and ends by turns, ascending. The first cut begins a stretch that belongs to it. */
export interface AxisSet {
  /** Whether the releases before the first cut belong to the set. */
  readonly fromStart: boolean;
  readonly cuts: readonly InterpreterRelease[];
}

/** Orders releases: negative, zero or positive. */
export function compareReleasesOfInterpreter(left: InterpreterRelease, right: InterpreterRelease): number {
  return (
    compareNumerals(left[0], right[0]) ||
    compareNumerals(left[1], right[1]) ||
    compareNumerals(left[2], right[2]) ||
    Number(left[3] === 'after') - Number(right[3] === 'after')
  );
}

/** Where a release ends: before the next one, of 3.12.1 that is 3.12.2; in uv's world right after it. */
export function endOfRelease([major, minor, micro]: InterpreterRelease, world: MarkerWorld): InterpreterRelease {
  return world === 'uv' ? [major, minor, micro, 'after'] : [major, minor, nextNumeral(micro)];
}

/** The first release of the next minor version: of 3.12.1 it is 3.13.0. */
export function nextMinor([major, minor]: InterpreterRelease): InterpreterRelease {
  return [major, nextNumeral(minor), 0];
}

const START: InterpreterRelease = [0, 0, 0];

/** How many points of the axis a text such as "3.8 3.9 3.10" may name; a longer run of digits names as many as its square. */
const MAX_POINTS = 500;

/** How much of a release a variable shows: `python_version` leaves the last number out. */
type Shown = 'minor' | 'micro';

/** The text of a release; of the place after it, that of a version that comes before the next release. */
function textOf([major, minor, micro, after]: InterpreterRelease, shown: Shown): string {
  if (shown === 'minor') return `${major}.${minor}`;
  return `${major}.${minor}.${micro}${after === undefined ? '' : '.1'}`;
}

/** The releases in which a clause of a specifier set holds, as for `requires-python`. */
export function releasesOfClause(clause: Clause, holds: (release: string) => boolean, world: MarkerWorld): AxisSet {
  return sampled(bordersOf(clause, world), (release) => holds(textOf(release, 'micro')));
}

/**
 * The releases in which a comparison holds. `meaningless`: it is an error for every release. `unordered`: the set is no
 * finite number of stretches, as for `'3.1' in python_version`. `too-large`: it has too many.
 */
export function releasesOf(
  comparison: MarkerComparison,
  subject: ComparisonSubject,
  world: MarkerWorld,
): AxisSet | 'meaningless' | 'unordered' | 'too-large' {
  const shown: Shown = subject.name === 'python_version' ? 'minor' : 'micro';
  const { operator } = comparison;
  if (operator === 'in' || operator === 'not in') {
    if (subject.side === 'right') return 'unordered';
    const points = releasesIn(subject.text, shown);
    if (points === undefined) return 'too-large';
    const within = setOf(
      points.map((point) => [point, shown === 'minor' ? nextMinor(point) : endOfRelease(point, world)]),
    );
    return operator === 'in' ? within : { ...within, fromStart: !within.fromStart };
  }
  const clause = readClause(operator + subject.text);
  if (comparisonHolds(comparison, subject, textOf(START, shown)) === undefined) return 'meaningless';
  const borders = clause === undefined ? bordersOfVersion(subject.text, world) : bordersOf(clause, world);
  return sampled(borders, (release) => comparisonHolds(comparison, subject, textOf(release, shown)) === true);
}

function bordersOf(clause: Clause, world: MarkerWorld): readonly InterpreterRelease[] {
  return clause.kind === 'arbitrary'
    ? bordersOfVersion(clause.written, world)
    : bordersOfRelease(clause.version.release, world);
}

function bordersOfVersion(text: string, world: MarkerWorld): readonly InterpreterRelease[] {
  return bordersOfRelease(readVersion(text)?.release ?? [], world);
}

/**
 * Every place at which a comparison with a version can begin or cease to hold, whatever the operator: around the release
 * itself, and around its three numbers, its first two and its first one, which wildcards and ~= count by.
 */
function bordersOfRelease(release: readonly Numeral[], world: MarkerWorld): readonly InterpreterRelease[] {
  const [major = 0, minor = 0, micro = 0] = release;
  return [
    START,
    [major, 0, 0],
    [major, minor, 0],
    [major, minor, micro],
    endOfRelease([major, minor, micro], world),
    [major, minor, nextNumeral(micro)],
    [major, nextNumeral(minor), 0],
    [nextNumeral(major), 0, 0],
  ];
}

/** The set of what holds, asked at every border: between two borders the answer does not change. */
function sampled(borders: readonly InterpreterRelease[], holds: (release: InterpreterRelease) => boolean): AxisSet {
  const cuts: InterpreterRelease[] = [];
  const fromStart = holds(START);
  let held = fromStart;
  // Borders come in ascending order, some of them more than once.
  for (const border of borders) {
    const here = holds(border);
    if (here !== held) cuts.push(border);
    held = here;
  }
  return { fromStart, cuts };
}

/** The set of the stretches given, in any order. */
function setOf(stretches: readonly (readonly [InterpreterRelease, InterpreterRelease])[]): AxisSet {
  const sorted = [...stretches].sort((left, right) => compareReleasesOfInterpreter(left[0], right[0]));
  const cuts: InterpreterRelease[] = [];
  for (const [from, before] of sorted) {
    const last = cuts[cuts.length - 1];
    const order = last === undefined ? 1 : compareReleasesOfInterpreter(from, last);
    if (order > 0) cuts.push(from, before);
    else if (order === 0) cuts[cuts.length - 1] = before;
  }
  const startsAtZero = cuts[0] !== undefined && compareReleasesOfInterpreter(cuts[0], START) === 0;
  return startsAtZero ? { fromStart: true, cuts: cuts.slice(1) } : { fromStart: false, cuts };
}

/** Every release whose text is in `text`: of "3.10" these are 3.1 and 3.10, for `in` looks for any piece of the text. */
function releasesIn(text: string, shown: Shown): readonly InterpreterRelease[] | undefined {
  const found = new Map<string, InterpreterRelease>();
  for (const chunk of text.split(/[^0-9.]+/)) {
    const runs = chunk.split('.');
    for (const [at, first] of runs.entries()) {
      const [second = '', third = ''] = runs.slice(at + 1, at + 3);
      if (shown === 'micro' && !isNumber(second)) continue;
      const majors = endingsOf(first);
      const lasts = beginningsOf(shown === 'minor' ? second : third);
      if (found.size + majors.length * lasts.length > MAX_POINTS) return undefined;
      for (const major of majors) {
        for (const last of lasts) {
          const written = shown === 'minor' ? `${major}.${last}.0` : `${major}.${second}.${last}`;
          const [a, b, c] = readVersion(written)?.release ?? [];
          if (a !== undefined && b !== undefined && c !== undefined) found.set(written, [a, b, c]);
        }
      }
    }
  }
  return [...found.values()];
}

/** Whether digits are a number as a release shows it, without leading zeros. */
function isNumber(digits: string): boolean {
  return digits === '0' || (digits !== '' && !digits.startsWith('0'));
}

/** "310" → 3, 31, 310: the numbers that the digits begin with. */
function beginningsOf(digits: string): readonly string[] {
  if (digits.startsWith('0')) return ['0'];
  const few = digits.slice(0, MAX_POINTS + 1);
  return Array.from(few, (_, at) => digits.slice(0, at + 1));
}

/** "103" → 3, 103, but not 03: the numbers that the digits end with. */
function endingsOf(digits: string): readonly string[] {
  const few = digits.slice(-(MAX_POINTS + 1));
  const endings = Array.from(few, (_, at) => few.slice(at));
  return endings.filter(isNumber);
}
