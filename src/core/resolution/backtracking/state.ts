// The states of the search, one a pin, as resolvelib stacks them. Only the newest is kept whole; of the others there is
// what has to be put back to return to them, so a round costs what it changes and not what is known.

import type { Information } from './criterion';
import { type Criterion, satisfies } from './criterion';
import { emptyQueue, push, type Queue } from './queue';
import type { Candidate, Key } from './requirement';

/** One state: what was changed since the one below it. */
export interface Level {
  readonly changedCriteria: { readonly key: Key; readonly previous: Criterion | undefined }[];
  readonly changedPins: { readonly key: Key; readonly previous: Candidate | undefined }[];
  /** The newest pin, here or below; what backtracking takes back. */
  lastPin: Candidate | undefined;
  /** What the last conflict before this state was about: these keys go first. */
  causes: readonly Information[];
}

export interface States {
  levels: Level[];
  criteria: Map<Key, Criterion>;
  pins: Map<Key, Candidate>;
  /** Keys without a pin, or whose pin no longer satisfies all. */
  unsatisfied: Set<Key>;
  /** Keys of which candidates are known not to work. */
  withExclusions: Set<Key>;
  /** The unsatisfied keys in the order of preference, and stale entries among them. */
  queue: Queue;
}

/** The root state, with nothing known. */
export function rootStates(): States {
  return {
    levels: [{ changedCriteria: [], changedPins: [], lastPin: undefined, causes: [] }],
    criteria: new Map(),
    pins: new Map(),
    unsatisfied: new Set(),
    withExclusions: new Set(),
    queue: emptyQueue(),
  };
}

/** The newest state. There always is one. */
export function topLevel(states: States): Level | undefined {
  return states.levels.at(-1);
}

/** Begins a state on top of the newest. */
export function pushLevel(states: States): void {
  const top = topLevel(states);
  states.levels.push({
    changedCriteria: [],
    changedPins: [],
    lastPin: top?.lastPin,
    causes: top?.causes ?? [],
  });
}

/** Puts a criterion into the newest state. */
export function setCriterion(states: States, criterion: Criterion, rank: (criterion: Criterion) => number): void {
  const { key } = criterion;
  topLevel(states)?.changedCriteria.push({ key, previous: states.criteria.get(key) });
  states.criteria.set(key, criterion);
  refresh(states, key, rank);
}

/** Pins a candidate in the newest state. */
export function setPin(states: States, candidate: Candidate, rank: (criterion: Criterion) => number): void {
  const top = topLevel(states);
  if (top === undefined) return;
  top.changedPins.push({ key: candidate.key, previous: states.pins.get(candidate.key) });
  top.lastPin = candidate;
  states.pins.set(candidate.key, candidate);
  refresh(states, candidate.key, rank);
}

/** Takes the newest state off and returns to the one below. */
export function popLevel(states: States, rank: (criterion: Criterion) => number): Level | undefined {
  const level = states.levels.pop();
  if (level === undefined) return undefined;
  const touched = new Set<Key>();
  for (let at = level.changedCriteria.length - 1; at >= 0; at--) {
    const change = level.changedCriteria[at];
    if (change === undefined) continue;
    if (change.previous === undefined) states.criteria.delete(change.key);
    else states.criteria.set(change.key, change.previous);
    touched.add(change.key);
  }
  for (let at = level.changedPins.length - 1; at >= 0; at--) {
    const change = level.changedPins[at];
    if (change === undefined) continue;
    if (change.previous === undefined) states.pins.delete(change.key);
    else states.pins.set(change.key, change.previous);
    touched.add(change.key);
  }
  for (const key of touched) refresh(states, key, rank);
  return level;
}

/** A copy to return to, whatever becomes of the states. */
export function copyStates(states: States, rank: (criterion: Criterion) => number): States {
  const copy: States = {
    levels: states.levels.map((level) => ({
      ...level,
      changedCriteria: [...level.changedCriteria],
      changedPins: [...level.changedPins],
    })),
    criteria: new Map(states.criteria),
    pins: new Map(states.pins),
    unsatisfied: new Set(),
    withExclusions: new Set(),
    queue: emptyQueue(),
  };
  for (const key of copy.criteria.keys()) refresh(copy, key, rank);
  return copy;
}

/** Whether a key has a pin that satisfies all that is required of it. */
export function isSatisfied(states: States, key: Key): boolean {
  const pin = states.pins.get(key);
  const criterion = states.criteria.get(key);
  return pin !== undefined && criterion !== undefined && satisfies(criterion, pin);
}

/** Brings what is derived of a key up to date. */
export function refresh(states: States, key: Key, rank: (criterion: Criterion) => number): void {
  const criterion = states.criteria.get(key);
  if (criterion !== undefined && criterion.excluded.size > 0) states.withExclusions.add(key);
  else states.withExclusions.delete(key);
  if (criterion === undefined || isSatisfied(states, key)) {
    states.unsatisfied.delete(key);
    return;
  }
  states.unsatisfied.add(key);
  push(states.queue, { key, rank: rank(criterion) });
}
