// The search itself, as a step machine: resolvelib's Resolution. A step is a round: choose a key, try its candidates
// until one can be pinned, and if none can, go back.
import type { ResolutionProblem } from '../problem';
import { backjump } from './backjump';
import { type Catalogue, dependenciesOf, openCatalogue, readMetadata, rootRequirements } from './catalogue';
import {
  type Criterion,
  findMatches,
  type Information,
  informationOf,
  withInformation,
  withoutParents,
} from './criterion';
import type { BacktrackingEvent } from './event';
import { choose, type Preferences, rankOf } from './preference';
import type { Candidate, Key, SearchRequirement } from './requirement';
import { copyStates, isSatisfied, pushLevel, rootStates, type States, setCriterion, setPin, topLevel } from './state';

/** pip gives up after so many rounds. It is also what its optimistic backjumping takes a tenth of. */
export const PIP_MAX_ROUNDS = 200_000;

/** The share of the rounds that are left which may be spent on jumping far back. */
const OPTIMISTIC_SHARE = 0.1;

/** A search on its way. It is changed by each step; what happens is told by the events that a step returns. */
export interface Backtracking {
  readonly catalogue: Catalogue;
  readonly preferences: Preferences;
  readonly maxRounds: number;
  states: States;
  status: 'searching' | 'solved' | 'unsolvable' | 'too deep';
  /** What the search failed on, if it did. */
  causes: readonly Information[];
  rounds: number;
  readonly counts: { pinned: number; rejected: number; conflicts: number };
  /** resolvelib jumps over pins that don't seem to matter, and keeps the states to return to should that fail. */
  optimistic: boolean;
  saved: States | undefined;
  optimisticSince: { readonly round: number; readonly rounds: number } | undefined;
}

/** Why a search can't be begun: pip resolves for one environment only. */
export type NotModelled = { readonly kind: 'not-modelled'; readonly what: 'universal' };

/** Begins a search: the root's requirements are known, nothing is pinned. */
export function startBacktracking(
  problem: ResolutionProblem,
  maxRounds: number = PIP_MAX_ROUNDS,
): Backtracking | NotModelled {
  if (problem.target.kind === 'universal') return { kind: 'not-modelled', what: 'universal' };
  const catalogue = openCatalogue(problem, problem.target.environment);
  const { requirements, requested } = rootRequirements(catalogue);
  const search: Backtracking = {
    catalogue,
    preferences: { requested, lastTurn: problem.requirements.length, conflicts: new Map(), promoted: new Set() },
    maxRounds,
    states: rootStates(),
    status: 'searching',
    causes: [],
    rounds: 0,
    counts: { pinned: 0, rejected: 0, conflicts: 0 },
    optimistic: true,
    saved: undefined,
    optimisticSince: undefined,
  };
  const added = addRequirements(search, requirements, undefined);
  if (added.kind === 'conflict') {
    search.status = 'unsolvable';
    search.causes = informationOf(added.criterion);
    return search;
  }
  for (const criterion of added.criteria) setCriterion(search.states, criterion, ranker(search));
  pushLevel(search.states);
  return search;
}

/** How keys rank in this search. */
export function ranker({ preferences }: Backtracking): (criterion: Criterion) => number {
  return (criterion) => rankOf(preferences, criterion);
}

/** Goes one round on. A search that is over stays as it is. */
export function stepBacktracking(search: Backtracking): readonly BacktrackingEvent[] {
  if (search.status !== 'searching') return [];
  if (search.rounds >= search.maxRounds) {
    search.status = 'too deep';
    return [];
  }
  const round = search.rounds++;
  if (isOptimismSpent(search, round)) {
    returnToSaved(search);
    return [{ kind: 'careful-again' }];
  }
  const { states } = search;
  if (states.unsatisfied.size === 0) {
    search.status = 'solved';
    return [{ kind: 'solved' }];
  }
  const key = choose(states, search.preferences);
  const criterion = key === undefined ? undefined : states.criteria.get(key);
  if (criterion === undefined) return [];
  const events: BacktrackingEvent[] = [];
  const failures = pinOne(search, criterion, events);
  if (failures.length === 0) pushLevel(states);
  else goBack(search, criterion.key, causesOf(failures), events);
  return events;
}

/** Whether jumping far back has gone on for too long. */
function isOptimismSpent(search: Backtracking, round: number): boolean {
  if (!search.optimistic || search.saved === undefined) return false;
  if (search.optimisticSince === undefined) {
    const rounds = Math.floor((search.maxRounds - round) * OPTIMISTIC_SHARE);
    search.optimisticSince = { round, rounds };
    return rounds <= 0;
  }
  return round - search.optimisticSince.round >= search.optimisticSince.rounds;
}

function returnToSaved(search: Backtracking): void {
  search.optimistic = false;
  if (search.saved === undefined) return;
  // Copied again, because ranks have changed since: keys that conflict often go first.
  search.states = copyStates(search.saved, ranker(search));
  search.saved = undefined;
}

type Added =
  | { readonly kind: 'added'; readonly criteria: readonly Criterion[] }
  | { readonly kind: 'conflict'; readonly criterion: Criterion };

/** The criteria with these requirements added, or the first that is left without candidates. */
function addRequirements(
  { catalogue, states }: Backtracking,
  requirements: readonly SearchRequirement[],
  parent: Candidate | undefined,
): Added {
  const changed = new Map<Key, Criterion>();
  const current = (key: Key) => changed.get(key) ?? states.criteria.get(key);
  for (const requirement of requirements) {
    const { key } = requirement;
    const before = current(key);
    const information = withInformation(before?.information, { requirement, parent });
    const excluded = before?.excluded ?? new Set<Candidate>();
    const base =
      requirement.kind === 'versions' && requirement.extras.length > 0 ? current(requirement.name) : undefined;
    const candidates = findMatches(catalogue, key, information, base?.information, excluded);
    const criterion: Criterion = { key, information, excluded, candidates };
    if (candidates.length === 0) return { kind: 'conflict', criterion };
    changed.set(key, criterion);
  }
  return { kind: 'added', criteria: [...changed.values()] };
}

/** Pins the first candidate whose requirements can be added. Returns what the others failed on, if none could. */
function pinOne(search: Backtracking, criterion: Criterion, events: BacktrackingEvent[]): readonly Criterion[] {
  const { states, catalogue, counts } = search;
  const rank = ranker(search);
  const failures: Criterion[] = [];
  for (const candidate of criterion.candidates) {
    readMetadata(catalogue, candidate);
    const added = addRequirements(search, dependenciesOf(catalogue, candidate), candidate);
    if (added.kind === 'conflict') {
      counts.rejected++;
      events.push({ kind: 'rejected', candidate, because: informationOf(added.criterion) });
      failures.push(added.criterion);
      continue;
    }
    counts.pinned++;
    events.push({ kind: 'pinned', candidate });
    const satisfied = added.criteria.map(({ key }) => key).filter((key) => isSatisfied(states, key));
    for (const changed of added.criteria) setCriterion(states, changed, rank);
    setPin(states, candidate, rank);
    forgetInvalidated(states, new Set(satisfied.filter((key) => !isSatisfied(states, key))), rank);
    return [];
  }
  return failures;
}

/** What a pin required that no longer satisfies counts no more: another candidate will take its place. */
function forgetInvalidated(states: States, keys: ReadonlySet<Key>, rank: (criterion: Criterion) => number): void {
  if (keys.size === 0) return;
  for (const criterion of [...states.criteria.values()]) {
    const information = withoutParents(criterion.information, keys);
    if (information !== criterion.information) setCriterion(states, { ...criterion, information }, rank);
  }
}

/** All information of the criteria that failed, each once. */
function causesOf(failures: readonly Criterion[]): readonly Information[] {
  return [...new Set(failures.flatMap(informationOf))];
}

function goBack(search: Backtracking, key: Key, causes: readonly Information[], events: BacktrackingEvent[]): void {
  search.counts.conflicts++;
  events.push({ kind: 'conflict', key, causes });
  const jump = backjump(search, causes, ranker(search));
  if (jump !== undefined) {
    events.push({ kind: 'backjump', ...jump });
    const top = topLevel(search.states);
    if (top !== undefined) top.causes = causes;
  } else if (search.optimistic && search.saved !== undefined) {
    returnToSaved(search);
    events.push({ kind: 'careful-again' });
  } else {
    search.status = 'unsolvable';
    search.causes = causes;
    events.push({ kind: 'unsolvable', causes });
  }
}
