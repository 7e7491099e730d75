// Going back after a conflict: resolvelib's backjumping. It takes pins back until one whose requirements have to do with
// the conflict, bars that candidate there, and goes on from the state below it.
import { type Catalogue, dependencyKeysOf } from './catalogue';
import { type Criterion, findMatches, type Information } from './criterion';
import type { Candidate, Key } from './requirement';
import { copyStates, popLevel, pushLevel, type States, setCriterion, topLevel } from './state';

/** What backjumping needs of a search. */
interface Jumper {
  readonly catalogue: Catalogue;
  states: States;
  readonly optimistic: boolean;
  saved: States | undefined;
}

export interface Backjump {
  /** The pins taken back, newest first. */
  readonly undone: readonly Candidate[];
  /** The last of them, which is not tried again from here. */
  readonly excluded: Candidate;
}

/** Goes back to a state from which the search can go on; undefined if there is none. */
export function backjump(
  search: Jumper,
  causes: readonly Information[],
  rank: (criterion: Criterion) => number,
): Backjump | undefined {
  const { states, catalogue } = search;
  const involved = new Set<Key>();
  for (const { parent, requirement } of causes) {
    involved.add(requirement.key);
    if (parent !== undefined) involved.add(parent.key);
  }
  const undone: Candidate[] = [];
  while (states.levels.length >= 3) {
    // The state that has no pin yet.
    popLevel(states, rank);
    const broken = takeBack(search, involved, undone, rank);
    if (broken === undefined) return undefined;
    pushLevel(states);
    const barred: readonly Barred[] = [...broken.barred, { key: broken.candidate.key, candidates: [broken.candidate] }];
    if (bar(catalogue, states, barred, rank)) return { undone, excluded: broken.candidate };
  }
  return undefined;
}

/** Candidates of a key that are known not to work. */
interface Barred {
  readonly key: Key;
  readonly candidates: Iterable<Candidate>;
}

/** Takes states back until one whose pin has to do with the conflict; what was barred there is kept. */
function takeBack(
  search: Jumper,
  involved: ReadonlySet<Key>,
  undone: Candidate[],
  rank: (criterion: Criterion) => number,
): { readonly candidate: Candidate; readonly barred: readonly Barred[] } | undefined {
  const { states, catalogue } = search;
  for (;;) {
    const candidate = topLevel(states)?.lastPin;
    if (candidate === undefined) return undefined;
    const pinsBelow = states.pins.size - 1;
    const barred = barredIn(states);
    popLevel(states, rank);
    undone.push(candidate);
    const isInvolved = involved.has(candidate.key);
    // Careful: the newest pin that wasn't itself part of the conflict is the one to change.
    if (!search.optimistic && !isInvolved) return { candidate, barred };
    if (search.optimistic && search.saved === undefined && !isInvolved) search.saved = copyStates(states, rank);
    if (requiresAny(catalogue, candidate, involved) || pinsBelow === 0) {
      return { candidate, barred };
    }
    if (states.levels.length <= 1) return undefined;
  }
}

/** Whether a candidate requires one of the keys. */
function requiresAny(catalogue: Catalogue, candidate: Candidate, keys: ReadonlySet<Key>): boolean {
  for (const key of dependencyKeysOf(catalogue, candidate)) if (keys.has(key)) return true;
  return false;
}

function barredIn(states: States): readonly Barred[] {
  const barred: Barred[] = [];
  for (const key of states.withExclusions) {
    const criterion = states.criteria.get(key);
    if (criterion !== undefined) barred.push({ key, candidates: criterion.excluded });
  }
  return barred;
}

/** Bars candidates in the newest state; false if that leaves a key without any. */
function bar(
  catalogue: Catalogue,
  states: States,
  barred: readonly Barred[],
  rank: (criterion: Criterion) => number,
): boolean {
  for (const { key, candidates } of barred) {
    const criterion = states.criteria.get(key);
    if (criterion === undefined) continue;
    const excluded = new Set([...candidates, ...criterion.excluded]);
    const bracket = key.indexOf('[');
    const base = bracket === -1 ? undefined : states.criteria.get(key.slice(0, bracket));
    const left = findMatches(catalogue, key, criterion.information, base?.information, excluded);
    if (left.length === 0) return false;
    setCriterion(states, { ...criterion, excluded, candidates: left }, rank);
  }
  return true;
}
