// Where each release of an answer for several environments is installed: wherever a requirement on it counts in which the one that
// requires it is installed (what `uv export` writes behind a pin).
import {
  andMarkers,
  isAlways,
  isNever,
  isSameSet,
  type MarkerSet,
  markerArena,
  markerOf,
  markerSet,
  type NormalizedName,
  orMarkers,
  parseMarker,
  type Requirement,
} from '@/core/python';
import { releaseOfPin, requirementsOf } from './asks';
import type { ResolvedFork } from './outcome';
import type { ResolutionProblem } from './problem';

/** A pin with the environments that it is for. */
export interface MarkedPin {
  readonly name: NormalizedName;
  readonly written: string;
  /** Undefined: in all of them. */
  readonly marker: string | undefined;
}

/** How often the markers are handed on: more than the longest way through a graph of the sizes that are shown. */
const MOST_ROUNDS = 200;

/** The pins of all forks, each release once, by name; one that no environment gets is left out. */
export function markedPins(problem: ResolutionProblem, forks: readonly ResolvedFork[]): readonly MarkedPin[] {
  const arena = markerArena();
  const read = (text: string | undefined): MarkerSet => {
    return markerSet(text === undefined ? undefined : parseMarker(text).value, arena);
  };
  const found = new Map<string, { name: NormalizedName; written: string; where: MarkerSet }>();
  for (const fork of forks) {
    const whole = read(fork.markers);
    for (const [name, where] of reached(problem, fork, whole, (marker) => markerSet(marker, arena))) {
      const pin = fork.pins.find((each) => each.name === name);
      const written = pin && releaseOfPin(problem, pin)?.written;
      if (written === undefined) continue;
      const before = found.get(`${name} ${written}`);
      found.set(`${name} ${written}`, { name, written, where: before ? orMarkers(before.where, where) : where });
    }
  }
  return [...found.values()]
    .filter(({ where }) => isNever(where) !== true)
    .sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0))
    .map(({ name, written, where }) => ({ name, written, marker: textOf(where) }));
}

function textOf(where: MarkerSet): string | undefined {
  if (isAlways(where) === true) return undefined;
  const written = markerOf(where);
  return 'text' in written ? written.text : undefined;
}

function reached(
  problem: ResolutionProblem,
  { pins }: ResolvedFork,
  whole: MarkerSet,
  setOf: (marker: Requirement['marker']) => MarkerSet,
): ReadonlyMap<NormalizedName, MarkerSet> {
  const where = new Map<NormalizedName, MarkerSet>();
  const requires = new Map(
    pins.map((pin) => {
      const release = releaseOfPin(problem, pin);
      return [pin.name, release === undefined ? [] : requirementsOf(release, pin.extras)];
    }),
  );
  /** Whether that is more than before. */
  const add = (from: MarkerSet, requirement: Requirement): boolean => {
    const name = requirement.normalizedName;
    if (!requires.has(name)) return false;
    const part = andMarkers(from, setOf(requirement.marker));
    const before = where.get(name);
    const after = before === undefined ? part : orMarkers(before, part);
    where.set(name, after);
    return isNever(part) !== true && (before === undefined || isSameSet(before, after) !== true);
  };
  let open: NormalizedName[] = [];
  for (const { requirement } of problem.requirements) {
    if (add(whole, requirement)) open.push(requirement.normalizedName);
  }
  for (let round = 0; round < MOST_ROUNDS && open.length > 0; round++) {
    const next = new Set<NormalizedName>();
    for (const name of open) {
      const from = where.get(name);
      if (from === undefined) continue;
      for (const requirement of requires.get(name) ?? []) {
        if (add(from, requirement)) next.add(requirement.normalizedName);
      }
    }
    open = [...next];
  }
  return where;
}
