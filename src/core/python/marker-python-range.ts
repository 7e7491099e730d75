// Which versions of Python a set of environments implies: `requires-python` as universal resolution derives it for a fork.
// Variables as in the dependency specifiers specification, "Environment Markers"; the range as in version specifiers,
// "Version specifiers".

import { type MarkerWorld, NEVER, nodeOf, TOO_LARGE } from './decision-diagram';
import type { MarkerSet } from './marker-algebra';
import { projectedMachines } from './marker-assume';
import { compareReleasesOfInterpreter, endOfRelease, type InterpreterRelease, nextMinor } from './python-axis';
import type { SpecifierSet } from './specifier';
import { readSpecifierSet } from './specifier-parse';

/** A stretch: from one place, or from the first of all, up to but not including another, or without end. */
export interface Stretch<Cut> {
  readonly from: Cut | undefined;
  readonly before: Cut | undefined;
}

/** A stretch of releases. */
export type PythonStretch = Stretch<InterpreterRelease>;

export type PythonRange =
  | { readonly kind: 'never' | 'too-large' }
  | {
      readonly kind: 'range';
      /** Ascending, with gaps between them. */
      readonly stretches: readonly [PythonStretch, ...PythonStretch[]];
      /** As a specifier set, which may admit some releases of the gaps: only gaps that have a name of their own are left out. */
      readonly specifier: SpecifierSet;
    };

/**
 * The releases of Python that a set leaves possible, whatever the other variables are ("Environment Markers").
 *
 * @example formatSpecifierSet(requiresPythonOf(markerSet(parseMarker("python_version >= '3.9' and python_version != '3.10' and os_name == 'nt'").value)).specifier) // → '!=3.10.*,>=3.9'
 */
export function requiresPythonOf(set: MarkerSet): PythonRange {
  set.arena.work = 0;
  const root = projectedMachines(set.arena, set.root, 'python', (name) => name === 'python_full_version');
  if (root === TOO_LARGE) return { kind: 'too-large' };
  if (root === NEVER) return { kind: 'never' };
  const node = nodeOf(set.arena, root);
  const cuts = node?.labels.kind === 'axis' ? node.labels.cuts : [];
  const edges = node?.edges ?? [root];
  const [first, ...more] = stretchesOf(cuts, (at) => edges[at] !== NEVER);
  if (first === undefined) return { kind: 'never' };
  return { kind: 'range', stretches: [first, ...more], specifier: specifierOf([first, ...more], set.arena.world) };
}

/** The stretches between cuts that are chosen; neighbours become one. */
export function stretchesOf<Cut = InterpreterRelease>(
  cuts: readonly Cut[],
  isChosen: (edge: number) => boolean,
): readonly Stretch<Cut>[] {
  const stretches: Stretch<Cut>[] = [];
  for (let at = 0; at <= cuts.length; at++) {
    if (!isChosen(at)) continue;
    const last = stretches[stretches.length - 1];
    const joins = at > 0 && last !== undefined && last.before === cuts[at - 1];
    if (joins) stretches[stretches.length - 1] = { from: last.from, before: cuts[at] };
    else stretches.push({ from: cuts[at - 1], before: cuts[at] });
  }
  return stretches;
}

function specifierOf(stretches: readonly PythonStretch[], world: MarkerWorld): SpecifierSet {
  const clauses: string[] = [];
  let end: InterpreterRelease | undefined;
  for (const { from, before } of stretches) {
    if (end !== undefined && from !== undefined) {
      const gap = nameOfStretch(end, from, world);
      if (gap !== undefined) clauses.push(`!=${gap}`);
    } else if (from !== undefined) clauses.push(`${operatorFrom(from)}${formatRelease(from)}`);
    end = before;
  }
  if (end !== undefined) clauses.push(`${operatorBefore(end)}${formatRelease(end)}`);
  return readSpecifierSet(clauses.join(',')) ?? { clauses: [] };
}

/** What a clause with == or != calls a stretch: one release is 3.9.1, all of a minor version 3.9.*. */
export function nameOfStretch(
  from: InterpreterRelease,
  before: InterpreterRelease,
  world: MarkerWorld,
): string | undefined {
  if (from[3] === 'after') return undefined;
  if (compareReleasesOfInterpreter(endOfRelease(from, world), before) === 0) return formatRelease(from);
  const isMinor = from[2] === 0 && compareReleasesOfInterpreter(nextMinor(from), before) === 0;
  return isMinor ? `${from[0]}.${from[1]}.*` : undefined;
}

/** How a stretch begins at a place, and how one ends there. */
export const operatorFrom = ([, , , after]: InterpreterRelease) => (after === undefined ? '>=' : '>');
export const operatorBefore = ([, , , after]: InterpreterRelease) => (after === undefined ? '<' : '<=');

/** A release without the zeros at its end: 3.9.0 is 3.9, and 3.0.0 is 3. */
export function formatRelease([major, minor, micro]: InterpreterRelease): string {
  if (micro !== 0) return `${major}.${minor}.${micro}`;
  return minor === 0 ? `${major}` : `${major}.${minor}`;
}
