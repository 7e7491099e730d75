// Ways out of a conflict: the smallest sets of the reader's own requirements whose loosening makes the problem solvable,
// each with the least loosening that does, and what would then be installed; and settings whose change does. Found by
// solving again, so each is true.
import type { Requirement } from '@/core/python';
import type { ResolvedFork } from '../outcome';
import type { ResolutionProblem } from '../problem';
import { minimalCoreOf, type Resolver } from './core';
import { loosen } from './loosen';
import { type SettingOut, settingsOut } from './settings-out';
import { rankOf } from './way-rank';

/** The most ways that are looked for. A reader who gets more than a handful reads none. */
const MAX_WAYS = 6;

/** The most requirements that one way changes. */
const MAX_CHANGES = 3;

/** The most problems that are solved while looking, and the most steps in all. Protect from a page that waits for minutes. */
const MAX_TRIES = 250;
const MAX_STEPS = 500_000;

/** What becomes of one requirement of the reader's. */
export interface Change {
  /** Its place in the problem. */
  readonly place: number;
  readonly kind: 'widened' | 'without-clauses' | 'without-extras' | 'left-out';
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
  /** From the one that costs least to the one that costs most. */
  readonly ways: readonly WayOut[];
  /** What makes it solvable with all requirements as they are, such as another Python. */
  readonly settings: readonly SettingOut[];
  readonly isComplete: boolean;
  /** What the search came up against, where it isn't complete: so many ways, changes in one, problems solved, or steps. */
  readonly limit: 'ways' | 'changes' | 'tries' | 'steps' | undefined;
}

/** Looks for the ways out of an unsolvable problem, those that cost least first. */
export function waysOut(problem: ResolutionProblem, resolve: Resolver): WaysOut {
  const search: WaySearch = { problem, ask: bounded(resolve), ways: [], limit: undefined };
  searchSets(search);
  const ways = search.ways
    .map((way) => ({ way, rank: rankOf(way) }))
    .sort((left, right) => left.rank - right.rank || left.way.changes.length - right.way.changes.length)
    .map(({ way }) => way);
  const isSolvable = ways.some(({ changes }) => changes.length === 0);
  const settings = isSolvable ? [] : settingsOut(problem, search.ask.resolve);
  const limit = search.limit ?? search.ask.limit();
  return { ways, settings, isComplete: limit === undefined, limit };
}

interface WaySearch {
  readonly problem: ResolutionProblem;
  readonly ask: BoundedResolver;
  readonly ways: WayOut[];
  limit: WaysOut['limit'];
}

interface BoundedResolver {
  readonly resolve: Resolver;
  /** What it came up against: a search of its own that was stopped counts as well. */
  readonly limit: () => 'tries' | 'steps' | undefined;
}

/** The resolver until it has been asked too often, or has taken too many steps; from then on it knows no answer. */
function bounded(resolve: Resolver): BoundedResolver {
  let tries = 0;
  let steps = 0;
  let limit: 'tries' | 'steps' | undefined;
  return {
    limit: () => limit,
    resolve: (problem) => {
      if (tries >= MAX_TRIES || steps >= MAX_STEPS) {
        limit ??= tries >= MAX_TRIES ? 'tries' : 'steps';
        return {
          kind: 'stopped',
          learned: [],
          packages: [],
          counts: { decisions: 0, conflicts: 0, releasesRead: 0, steps: 0 },
        };
      }
      tries++;
      const outcome = resolve(problem);
      steps += outcome.counts.steps;
      if (outcome.kind === 'stopped') limit = 'steps';
      return outcome;
    },
  };
}

/** Tries sets of requirements, the smaller ones first: each holds one of those at fault where the others are gone. */
function searchSets(search: WaySearch): void {
  let sets: readonly (readonly number[])[] = [[]];
  const seen = new Set<string>();
  for (let size = 0; sets.length > 0; size++) {
    const larger: (readonly number[])[] = [];
    for (const set of sets) {
      if (search.ways.some(({ changes }) => changes.every(({ place }) => set.includes(place)))) continue;
      if (search.ways.length >= MAX_WAYS) search.limit = 'ways';
      if (search.limit === 'ways' || search.ask.limit() !== undefined) return;
      const found = waysBy(search, set);
      if (found !== undefined) search.ways.push(...found);
      else if (size === MAX_CHANGES) search.limit = 'changes';
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
}

/** In the order of the reader's requirements. */
function comparePlaces(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((place, index) => place !== right[index]);
  return (left[at] ?? 0) - (right[at] ?? 0);
}

/**
 * The least loosening of just these requirements that is enough, and for a single one the bare project besides, where that
 * leads elsewhere. Undefined if leaving them out isn't enough. To leave out everything is enough and no way: then none.
 */
function waysBy(search: WaySearch, places: readonly number[]): readonly WayOut[] | undefined {
  const { problem, ask } = search;
  let changes = places.flatMap((place): Change[] => {
    const from = problem.requirements[place]?.requirement;
    return from === undefined ? [] : [{ place, kind: 'left-out', from, to: undefined }];
  });
  const solve = (tried: readonly Change[]) => {
    const outcome = ask.resolve(changed(problem, tried));
    return outcome.kind === 'solved' ? outcome.forks : undefined;
  };
  let forks = solve(changes);
  if (forks === undefined) return undefined;
  let bare: WayOut | undefined;
  for (const [at, change] of changes.entries()) {
    const found = loosen(problem, change, (looser) =>
      solve(changes.map((each, other) => (other === at ? looser : each))),
    );
    const [closest, ...others] = found;
    if (closest === undefined) continue;
    changes = changes.map((each, other) => (other === at ? closest.change : each));
    forks = closest.forks;
    const [other] = others;
    bare = other && { changes: [other.change], forks: other.forks };
  }
  const isEverything = changes.every(({ to }) => to === undefined) && changes.length === problem.requirements.length;
  if (isEverything && changes.length > 0) return [];
  const way: WayOut = { changes, forks };
  return bare === undefined || places.length > 1 ? [way] : [way, bare];
}

/** The problem with the changes made. */
export function changed(problem: ResolutionProblem, changes: readonly Change[]): ResolutionProblem {
  const byPlace = new Map(changes.map((change) => [change.place, change]));
  const requirements = problem.requirements.flatMap((own, place) => {
    const change = byPlace.get(place);
    if (change === undefined) return [own];
    return change.to === undefined ? [] : [{ ...own, requirement: change.to }];
  });
  return { ...problem, requirements };
}

/** The places of requirements that are at fault where these are left out. */
function coreWithout({ problem, ask }: WaySearch, places: readonly number[]): readonly number[] {
  const left = problem.requirements.map((_, place) => place).filter((place) => !places.includes(place));
  return minimalCoreOf(problem, left, ask.resolve)?.core ?? [];
}
