// Ways out of a conflict: the smallest sets of the reader's own requirements whose loosening makes the problem solvable,
// each with the least loosening that does, and what would then be installed. Found by solving again, so each is true.
import type { Requirement } from '@/core/python';
import type { ResolvedFork } from '../outcome';
import type { ResolutionProblem } from '../problem';
import { minimalCoreOf, type Resolver } from './core';
import { writtenRequirement } from './written-requirement';

/** The most ways that are looked for. A reader who gets more than a handful reads none. */
const MAX_WAYS = 6;

/** The most requirements that one way changes. */
const MAX_CHANGES = 3;

/** The most problems that are solved while looking. Protects from a page that waits for minutes. */
const MAX_TRIES = 150;

/** What becomes of one requirement of the reader's. */
export interface Change {
  /** Its place in the problem. */
  readonly place: number;
  readonly kind: 'without-a-clause' | 'without-clauses' | 'without-extras' | 'left-out';
  readonly from: Requirement;
  /** What to write instead; undefined where it is left out. */
  readonly to: Requirement | undefined;
}

/** Changes that make the problem solvable, and the answer that it then has. */
export interface WayOut {
  readonly changes: readonly Change[];
  readonly forks: readonly ResolvedFork[];
}

/** What was found, and whether there may be more. */
export interface WaysOut {
  readonly ways: readonly WayOut[];
  readonly isComplete: boolean;
}

/** Looks for the ways out of an unsolvable problem, those that change least first. */
export function waysOut(problem: ResolutionProblem, resolve: Resolver): WaysOut {
  const search: WaySearch = { problem, resolve, tries: 0, ways: [] };
  let sets: readonly (readonly number[])[] = [[]];
  const seen = new Set<string>();
  let isComplete = true;
  for (let size = 0; sets.length > 0; size++) {
    const larger: (readonly number[])[] = [];
    for (const set of sets) {
      if (search.ways.some(({ changes }) => changes.every(({ place }) => set.includes(place)))) continue;
      if (search.tries >= MAX_TRIES || search.ways.length >= MAX_WAYS) return { ways: search.ways, isComplete: false };
      const way = wayBy(search, set);
      if (way !== undefined) search.ways.push(way);
      else if (size === MAX_CHANGES) isComplete = false;
      else {
        // Whatever else is a way out changes one of those at fault, now that these are gone.
        for (const place of coreWithout(search, set)) {
          const next = [...set, place].sort((left, right) => left - right);
          if (seen.has(next.join())) continue;
          seen.add(next.join());
          larger.push(next);
        }
      }
    }
    sets = larger.sort(comparePlaces);
  }
  return { ways: search.ways, isComplete };
}

/** In the order of the reader's requirements. */
function comparePlaces(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((place, index) => place !== right[index]);
  return (left[at] ?? 0) - (right[at] ?? 0);
}

interface WaySearch {
  readonly problem: ResolutionProblem;
  readonly resolve: Resolver;
  tries: number;
  readonly ways: WayOut[];
}

/** The least loosening of just these requirements that is enough; undefined if leaving them out isn't. */
function wayBy(search: WaySearch, places: readonly number[]): WayOut | undefined {
  const { problem } = search;
  let changes = places.flatMap((place): Change[] => {
    const from = problem.requirements[place]?.requirement;
    return from === undefined ? [] : [{ place, kind: 'left-out', from, to: undefined }];
  });
  let forks = solved(search, changes);
  if (forks === undefined) return undefined;
  for (const [at, change] of changes.entries()) {
    for (const looser of loosenings(change)) {
      if (search.tries >= MAX_TRIES) break;
      const tried = changes.map((each, other) => (other === at ? looser : each));
      const answer = solved(search, tried);
      if (answer === undefined) continue;
      changes = tried;
      forks = answer;
      break;
    }
  }
  return { changes, forks };
}

/** What may be written instead of a requirement, the closest to it first. */
function loosenings({ place, from }: Change): readonly Change[] {
  const { clauses } = from.specifier;
  const variants: Change[] = [];
  const add = (kind: Change['kind'], to: Requirement) => variants.push({ place, kind, from, to });
  if (clauses.length > 1) {
    for (const clause of clauses) {
      const kept = clauses.filter((each) => each !== clause);
      add('without-a-clause', { ...from, specifier: { clauses: kept } });
    }
  }
  if (clauses.length > 0) add('without-clauses', { ...from, specifier: { clauses: [] } });
  if (from.extras.length > 0) add('without-extras', { ...from, extras: [] });
  return variants;
}

function changed(problem: ResolutionProblem, changes: readonly Change[]): ResolutionProblem {
  const byPlace = new Map(changes.map((change) => [change.place, change]));
  const requirements = problem.requirements.flatMap((own, place) => {
    const change = byPlace.get(place);
    if (change === undefined) return [own];
    return change.to === undefined ? [] : [{ ...own, requirement: change.to }];
  });
  return { ...problem, requirements };
}

function solved(search: WaySearch, changes: readonly Change[]): readonly ResolvedFork[] | undefined {
  search.tries++;
  const outcome = search.resolve(changed(search.problem, changes));
  return outcome.kind === 'solved' ? outcome.forks : undefined;
}

/** The places of requirements that are at fault where these are left out. */
function coreWithout(search: WaySearch, places: readonly number[]): readonly number[] {
  const { problem, resolve } = search;
  const left = problem.requirements.map((_, place) => place).filter((place) => !places.includes(place));
  const counted: Resolver = (each) => {
    search.tries++;
    return resolve(each);
  };
  return minimalCoreOf(problem, left, counted)?.core ?? [];
}

/** A way out in a sentence, without what it leads to. */
export function writeWayOut({ changes }: WayOut): string {
  const parts = changes.map(({ from, to }) => {
    const before = `\`${writtenRequirement(from)}\``;
    return to === undefined ? `leave out ${before}` : `write \`${writtenRequirement(to)}\` instead of ${before}`;
  });
  const text = parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return text === '' ? 'Nothing needs to change.' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
