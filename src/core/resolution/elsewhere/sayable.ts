// What of a Python scenario can be said elsewhere at all: releases of three numbers, and plain ranges of them. What can't is named: a release
// that is left out, or a reason for not asking the question there.
import {
  evaluateMarker,
  formatRequirement,
  type NormalizedName,
  normalizeName,
  type Requirement,
  type Version,
} from '@/core/python';
import type { IndexedRelease, ResolutionProblem } from '../problem';
import { fitsTags } from '../uv/usability';
import { compareTriples, meetOf, rangeOf, type Triple, type TripleRange, tripleOf } from './translate-range';

/** A range on a project, with the requirement as Python writes it. */
export interface SayableRange {
  readonly name: NormalizedName;
  readonly range: TripleRange;
  readonly written: string;
}

export interface SayableRelease {
  readonly name: NormalizedName;
  readonly triple: Triple;
  readonly requires: readonly SayableRange[];
  readonly yanked: boolean;
}

/** Something that isn't said elsewhere as it is in Python. */
export type Loss =
  /** Not an ordinary version, or with a requirement that has no like there. */
  | { readonly kind: 'release'; readonly release: string; readonly because: 'version' | 'files' | 'python' | 'yanked' }
  | { readonly kind: 'requirement'; readonly release: string; readonly requirement: string }
  /** Go: the minimum alone counts, the range ends with the major version, or no minimum is named. */
  | { readonly kind: 'upper-bound' | 'one-major' | 'no-minimum'; readonly by: string; readonly requirement: string };

export type Unsayable =
  /** A requirement of the reader's own, or an option of the resolver, that has no like there. */
  | { readonly kind: 'own-requirement'; readonly requirement: string }
  | { readonly kind: 'option'; readonly option: string }
  /** Go names a version that exists, and there is none in the range. */
  | { readonly kind: 'nothing-in-range'; readonly requirement: string }
  /** The scenario is another ecosystem's, and nothing stands in this one's notation. */
  | { readonly kind: 'not-given' };

export interface Sayable {
  readonly own: readonly SayableRange[];
  /** Ascending. */
  readonly releases: ReadonlyMap<NormalizedName, readonly SayableRelease[]>;
  readonly losses: readonly Loss[];
}

export function sayableOf(problem: ResolutionProblem): Sayable | { readonly unsayable: readonly Unsayable[] } {
  const unsayable: Unsayable[] = optionsOf(problem).map((option) => ({ kind: 'option', option }));
  const losses: Loss[] = [];
  const own = problem.requirements.flatMap(({ requirement }): readonly SayableRange[] => {
    const said = rangeFor(problem, requirement);
    if (said !== undefined && 'range' in said) return [said];
    if (said !== undefined) unsayable.push({ kind: 'own-requirement', requirement: formatRequirement(requirement) });
    return [];
  });
  if (unsayable.length > 0) return { unsayable };
  const releases = new Map<NormalizedName, readonly SayableRelease[]>();
  for (const [name, all] of problem.index) {
    releases.set(
      name,
      all.flatMap((release) => {
        const said = releaseFor(problem, name, release);
        if ('triple' in said) return [said];
        losses.push(said);
        return [];
      }),
    );
  }
  return { own: joined(own), releases, losses };
}

/** The options that change the answer in ways of Python's own. */
function optionsOf({ policy, target }: ResolutionProblem): readonly string[] {
  return [
    ...(policy.mode === 'highest' ? [] : [`resolution = "${policy.mode}"`]),
    ...(policy.constraints.length === 0 ? [] : ['constraints']),
    ...(policy.overrides.length === 0 ? [] : ['overrides']),
    ...(policy.excludeNewer === undefined ? [] : ['exclude_newer']),
    ...(policy.preferences.size === 0 ? [] : ['lock']),
    ...(target.kind === 'universal' && target.requiredEnvironments.length > 0 ? ['required_environments'] : []),
  ];
}

function releaseFor(problem: ResolutionProblem, name: NormalizedName, release: IndexedRelease): SayableRelease | Loss {
  const { version, written, requires, hasSdist, wheelTags, yanked } = release;
  const label = `${name} ${written}`;
  const triple = tripleOf(version);
  if (triple === undefined) return { kind: 'release', release: label, because: 'version' };
  const tags = problem.target.kind === 'environment' ? problem.target.tags : undefined;
  if (!hasSdist && !wheelTags.some(fitsTags(tags))) {
    return { kind: 'release', release: label, because: 'files' };
  }
  if (!admitsPython(problem.python, release)) return { kind: 'release', release: label, because: 'python' };
  const ranges: SayableRange[] = [];
  for (const requirement of requires) {
    if (requirement.normalizedName === name) continue;
    const said = rangeFor(problem, requirement);
    if (said === undefined) continue;
    if (!('range' in said)) return { kind: 'requirement', release: label, requirement: formatRequirement(requirement) };
    ranges.push(said);
  }
  return { name, triple, requires: joined(ranges), yanked };
}

/** Lower bounds alone count, as for uv. */
function admitsPython(python: Version, { requiresPython }: IndexedRelease): boolean {
  const range = requiresPython === undefined ? undefined : rangeOf(requiresPython.clauses);
  const triple = tripleOf(python);
  if (range === undefined || 'unsayable' in range || range.from === undefined || triple === undefined) return true;
  return compareTriples(triple, range.from.triple) >= 0;
}

/** A requirement as a range; undefined where its marker doesn't hold; what has no like elsewhere otherwise. */
function rangeFor(
  { target }: ResolutionProblem,
  requirement: Requirement,
): SayableRange | { readonly unsayable: true } | undefined {
  const { marker, extras, specifier, name } = requirement;
  if (marker !== undefined) {
    if (target.kind === 'universal') return { unsayable: true };
    const holds = evaluateMarker(marker, target.environment, { kind: 'metadata' });
    if (holds.kind === 'undefined') return { unsayable: true };
    if (!holds.holds) return undefined;
  }
  const range = rangeOf(specifier.clauses);
  if (extras.length > 0 || 'unsayable' in range) return { unsayable: true };
  return { name: normalizeName(name), range, written: formatRequirement({ ...requirement, marker: undefined }) };
}

/** One range a project: a manifest elsewhere names each once. */
function joined(ranges: readonly SayableRange[]): readonly SayableRange[] {
  const byName = new Map<NormalizedName, SayableRange>();
  for (const one of ranges) {
    const before = byName.get(one.name);
    byName.set(one.name, before === undefined ? one : both(before, one));
  }
  return [...byName.values()];
}

function both(one: SayableRange, other: SayableRange): SayableRange {
  return { name: one.name, range: meetOf(one.range, other.range), written: `${one.written}, ${other.written}` };
}
