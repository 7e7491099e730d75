// The environments that a search, or one of its forks, is for: one machine, or all that its markers and range of Python let
// in (crates/uv-resolver, resolver/environment.rs).
import {
  andMarkers,
  isAlways,
  isDisjoint,
  isInSet,
  type MarkerArena,
  type MarkerEnvironment,
  type MarkerSet,
} from '@/core/python';
import type { PythonRange } from './python-range';

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
  return left === undefined || right === undefined || isDisjoint(left, right) !== true;
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
