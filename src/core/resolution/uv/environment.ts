// The environments that a search, or one of its forks, is for: one machine, or all that its markers and range of Python let
// in (crates/uv-resolver, resolver/environment.rs and python_requirement.rs).
import {
  andMarkers,
  boundAt,
  complexifyMarker,
  formatVersion,
  isAlways,
  isDisjoint,
  isInSet,
  isNever,
  type MarkerArena,
  type MarkerEnvironment,
  type MarkerSet,
  markerSet,
  notMarker,
  type PythonStretch,
  readSpecifierSet,
  requiresPythonOf,
  type SpecifierSet,
} from '@/core/python';
import { ANY_PYTHON, compareLower, compareUpper, type PythonBound, type PythonRange } from './python-range';

export interface ForkEnvironment {
  readonly arena: MarkerArena;
  /** The one machine, if it is for one. */
  readonly machine: MarkerEnvironment | undefined;
  /** The markers of the fork; undefined before the first one. */
  readonly markers: MarkerSet | undefined;
  readonly python: PythonRange;
  /** The range of Python as a marker; undefined: any. */
  readonly pythonMarker: MarkerSet | undefined;
}

/** Whether a requirement with the marker counts somewhere in the fork. The marker asks for no extra. */
export function isMarkerPossible(environment: ForkEnvironment, marker: MarkerSet | undefined): boolean {
  if (marker === undefined) return true;
  const { machine, markers, pythonMarker } = environment;
  if (machine !== undefined) return isInSet(marker, machine, { kind: 'metadata' }) === true;
  return meets(pythonMarker, marker) && meets(markers, marker);
}

/** Whether some environment is in both; undefined is all of them. */
export function meets(left: MarkerSet | undefined, right: MarkerSet | undefined): boolean {
  if (left !== undefined && right !== undefined) return isDisjoint(left, right) !== true;
  const only = left ?? right;
  return only === undefined || isNever(only) !== true;
}

/** What both let in. A marker that lets in everything is none. */
export function joinedMarkers(left: MarkerSet | undefined, right: MarkerSet | undefined): MarkerSet | undefined {
  if (left === undefined || right === undefined) return plainMarker(left ?? right);
  return plainMarker(andMarkers(left, right));
}

/** The marker, or undefined if it always holds. */
export function plainMarker(marker: MarkerSet | undefined): MarkerSet | undefined {
  return marker !== undefined && isAlways(marker) === true ? undefined : marker;
}

/** The part of a fork in which a marker holds. Its range of Python is still that of the whole (`narrowPython`). */
export function withMarkers(environment: ForkEnvironment, marker: MarkerSet): ForkEnvironment {
  return { ...environment, markers: joinedMarkers(environment.markers, marker) };
}

/** The fork in which the marker holds and the one in which it doesn't; undefined if one of them would be empty. */
export function partByMarker(
  environment: ForkEnvironment,
  marker: MarkerSet,
): readonly [ForkEnvironment, ForkEnvironment] | undefined {
  const outside = notMarker(marker);
  if (!meets(environment.markers, marker) || !meets(environment.markers, outside)) return undefined;
  return [withMarkers(environment, marker), withMarkers(environment, outside)];
}

/** The forks with the releases of Python before a place and from it on; none if that parts nothing. */
export function partByPython(environment: ForkEnvironment, at: PythonBound): readonly ForkEnvironment[] {
  const { lower, upper } = environment.python;
  if (at === undefined || compareLower(lower, at) >= 0) return [];
  if (upper !== undefined && compareLower(at, upper) >= 0) return [];
  return [
    { lower, upper: at },
    { lower: at, upper },
  ].flatMap((range) => {
    const marker = markerOfPython(environment.arena, range);
    return marker === undefined || !meets(environment.markers, marker) ? [] : [withMarkers(environment, marker)];
  });
}

/** The fork with the range of Python that its markers leave of it. */
export function narrowPython(environment: ForkEnvironment): ForkEnvironment {
  const { arena, markers, python } = environment;
  const implied = pythonOfMarkers(markers);
  if (implied === undefined) return environment;
  const lower = compareLower(implied.lower, python.lower) >= 0 ? implied.lower : python.lower;
  const upper = compareUpper(implied.upper, python.upper) <= 0 ? implied.upper : python.upper;
  return { ...environment, python: { lower, upper }, pythonMarker: markerOfPython(arena, { lower, upper }) };
}

/** From the first to the last release of Python that a marker leaves possible; undefined if it says nothing of that. */
export function pythonOfMarkers(marker: MarkerSet | undefined): PythonRange | undefined {
  const range = marker && requiresPythonOf(marker);
  if (range?.kind !== 'range') return undefined;
  const from = range.stretches[0].from;
  const before = range.stretches.at(-1)?.before;
  if (from === undefined && before === undefined) return undefined;
  return { lower: beforeRelease(from), upper: beforeRelease(before) };
}

function beforeRelease(release: PythonStretch['from']): PythonBound {
  if (release === undefined) return undefined;
  const [major, minor, micro, after] = release;
  const version = {
    epoch: 0,
    release: [major, minor, micro],
    pre: undefined,
    post: undefined,
    dev: undefined,
    local: [],
  };
  return boundAt(version, after === undefined ? 'before' : 'after');
}

/** A range of Python as a marker; undefined: any. */
export function markerOfPython(arena: MarkerArena, range: PythonRange): MarkerSet | undefined {
  const requiresPython = specifierOfPython(range);
  return plainMarker(complexifyMarker(markerSet(undefined, arena), { requiresPython }));
}

/** A range of Python as a specifier set. */
export function specifierOfPython({ lower, upper }: PythonRange = ANY_PYTHON): SpecifierSet {
  const clauses = [
    lower && `${lower.side === 'before' ? '>=' : '>'}${formatVersion(lower.version)}`,
    upper && `${upper.side === 'before' ? '<' : '<='}${formatVersion(upper.version)}`,
  ];
  return readSpecifierSet(clauses.filter((clause) => clause !== undefined).join(',')) ?? { clauses: [] };
}
