// A search by backtracking played back: its steps as resolvelib's reporter would be told of them (adding requirements, pinning,
// rejecting, resolving conflicts, going back), and what was pinned and required after each.
import type { ResolutionProblem } from '../problem';
import { type Criterion, type Information, informationOf } from './criterion';
import type { BacktrackingEvent } from './event';
import type { Candidate, Key, SearchRequirement } from './requirement';
import { type Backtracking, type NotModelled, startBacktracking, stepBacktracking } from './search';

/** What happens in a step: an event of the search, or requirements that come in beside those before. */
export type BacktrackingStepEvent =
  | BacktrackingEvent
  | {
      readonly kind: 'required';
      /** The candidate that is about to be pinned; undefined: the reader. */
      readonly by: Candidate | undefined;
      readonly information: readonly Information[];
    };

export interface BacktrackingStep {
  readonly event: BacktrackingStepEvent;
  /** The round that it belongs to, counted from 1; 0 is before the first. */
  readonly round: number;
  /** What is pinned and required after it, where that is another than before; undefined: no more. */
  readonly pins: readonly (readonly [Key, Candidate | undefined])[];
  readonly criteria: readonly (readonly [Key, Criterion | undefined])[];
}

export interface BacktrackingReplay {
  readonly steps: readonly BacktrackingStep[];
  /** Whether there was no room for all steps. */
  readonly isCut: boolean;
}

/** What is pinned and required after so many steps. */
export interface BacktrackingMoment {
  /** In the order in which they were pinned, the newest last. */
  readonly pins: ReadonlyMap<Key, Candidate>;
  readonly criteria: ReadonlyMap<Key, Criterion>;
  readonly round: number;
}

/** Searches and writes down up to `room` steps. */
export function backtrackingReplayOf(problem: ResolutionProblem, room: number): BacktrackingReplay | NotModelled {
  const search = startBacktracking(problem);
  if ('kind' in search) return search;
  const steps: BacktrackingStep[] = [];
  const pins = new Map<Key, Candidate>();
  const criteria = new Map<Key, Criterion>();
  const own = [...search.states.criteria.values()].flatMap(informationOf).filter((each) => tells(each.requirement));
  const write = (event: BacktrackingStepEvent, change: Pick<BacktrackingStep, 'pins' | 'criteria'>) =>
    steps.push({ event, round: search.rounds, ...change });
  write(
    { kind: 'required', by: undefined, information: own },
    { pins: [], criteria: changesOf(criteria, search.states.criteria) },
  );
  if (search.status === 'unsolvable') write({ kind: 'unsolvable', causes: search.causes }, NOTHING);
  while (search.status === 'searching' && steps.length < room) {
    for (const event of stepBacktracking(search)) writeEvent(event, search, { pins, criteria }, write);
  }
  return { steps: steps.slice(0, room), isCut: search.status === 'searching' || steps.length > room };
}

/** That the running Python is new enough goes without saying, as nearly every release requires it. */
function tells(requirement: SearchRequirement): boolean {
  return requirement.kind !== 'python' || !requirement.holds;
}

const NOTHING = { pins: [], criteria: [] } as const;

interface Known {
  readonly pins: Map<Key, Candidate>;
  readonly criteria: Map<Key, Criterion>;
}

/** An event with what it changed. A pin comes with what it requires, which is noted first. */
function writeEvent(
  event: BacktrackingEvent,
  { states }: Backtracking,
  known: Known,
  write: (event: BacktrackingStepEvent, change: Pick<BacktrackingStep, 'pins' | 'criteria'>) => void,
): void {
  switch (event.kind) {
    case 'rejected':
    case 'conflict':
    case 'solved':
    case 'unsolvable':
      write(event, NOTHING);
      return;
    case 'pinned': {
      const { candidate: by } = event;
      const criteria = changesOf(known.criteria, states.criteria);
      const information = criteria
        .flatMap(([, criterion]) => (criterion === undefined ? [] : informationOf(criterion)))
        .filter(({ parent, requirement }) => parent === by && tells(requirement));
      if (information.length > 0) write({ kind: 'required', by, information }, { pins: [], criteria });
      write(event, { pins: changesOf(known.pins, states.pins), criteria: information.length > 0 ? [] : criteria });
      return;
    }
    case 'backjump':
    case 'careful-again':
      write(event, {
        pins: changesOf(known.pins, states.pins),
        criteria: changesOf(known.criteria, states.criteria),
      });
  }
}

/** What is different from what is known, which is then brought up to date. */
function changesOf<Value>(
  known: Map<Key, Value>,
  now: ReadonlyMap<Key, Value>,
): readonly (readonly [Key, Value | undefined])[] {
  const changes: (readonly [Key, Value | undefined])[] = [];
  for (const key of known.keys()) if (!now.has(key)) changes.push([key, undefined]);
  for (const [key, value] of now) if (known.get(key) !== value) changes.push([key, value]);
  apply(known, changes);
  return changes;
}

/** A key that gets another value goes to the end, as what is newest. */
function apply<Value>(known: Map<Key, Value>, changes: readonly (readonly [Key, Value | undefined])[]): void {
  for (const [key, value] of changes) {
    known.delete(key);
    if (value !== undefined) known.set(key, value);
  }
}

/** What is pinned and required after the first `count` steps: the same as if they were taken one by one. */
export function backtrackingMomentOf({ steps }: BacktrackingReplay, count: number): BacktrackingMoment {
  const pins = new Map<Key, Candidate>();
  const criteria = new Map<Key, Criterion>();
  let round = 0;
  for (const step of steps.slice(0, count)) {
    apply(pins, step.pins);
    apply(criteria, step.criteria);
    round = step.round;
  }
  return { pins, criteria, round };
}

/** The first conflict after the first `count` steps, as the number of steps up to and with it. */
export function nextBacktrackingConflict({ steps }: BacktrackingReplay, count: number): number | undefined {
  const at = steps.findIndex(({ event }, place) => place >= count && event.kind === 'conflict');
  return at === -1 ? undefined : at + 1;
}
