/** The replay of pip’s backtracking: what is pinned, in which order, and what is asked for of each. */
import {
  type BacktrackingReplay,
  type BacktrackingStepEvent,
  backtrackingGraphOf,
  backtrackingMomentOf,
  backtrackingStandingsOf,
  type Criterion,
  describeCriterion,
  describeEvent,
  type NotModelled,
  nameCandidate,
  nameKey,
  nextBacktrackingConflict,
} from '@/core/resolution';
import type { Lane, Note, StepsPicture, StepTone } from './steps';
import { drawStandings } from './steps';
import { countOf } from './wording';

/** Projects of which it is shown what is asked. */
const NOTES_SHOWN = 24;

const KINDS: Readonly<Record<BacktrackingStepEvent['kind'], readonly [word: string, tone: StepTone]>> = {
  required: ['asked for', 'noted'],
  pinned: ['pin', 'chosen'],
  rejected: ['not pinned', 'conflict'],
  conflict: ['conflict', 'conflict'],
  backjump: ['go back', 'back'],
  'careful-again': ['go back', 'back'],
  solved: ['end', 'chosen'],
  unsolvable: ['end', 'conflict'],
};

const NONE = { label: 'Pinned, the newest last', none: 'Nothing is pinned.' };

export function backtrackingStepsOf(
  replay: BacktrackingReplay | NotModelled,
  step: number,
): Omit<StepsPicture, 'strategies'> {
  if ('kind' in replay) {
    return {
      step: 0,
      total: 0,
      isCut: false,
      nextConflict: undefined,
      says: 'pip resolves for one environment, and this is asked for all of them: there are no steps to show.',
      kind: 'not modelled',
      tone: 'noted',
      lanes: { ...NONE, of: [] },
      notes: { label: 'What is asked for', of: [], more: 0 },
      drawing: undefined,
    };
  }
  const event = replay.steps[step - 1]?.event;
  const { pins, criteria, round } = backtrackingMomentOf(replay, step);
  const [word, tone] = event === undefined ? (['start', 'noted'] as const) : KINDS[event.kind];
  const graph = backtrackingGraphOf(replay);
  const all = [...criteria.values()].reverse();
  const torn = keysIn(event);
  const shown = all.filter(({ key }, at) => at < NOTES_SHOWN || torn.has(key));
  return {
    step,
    total: replay.steps.length,
    isCut: replay.isCut,
    nextConflict: nextBacktrackingConflict(replay, step),
    says: event === undefined ? 'Nothing is asked for yet.' : describeEvent(event),
    kind: round === 0 ? word : `${word}, round ${round}`,
    tone,
    lanes: { ...NONE, of: lanesOf([...pins.values()].map(nameCandidate), event) },
    notes: {
      label: 'What is asked for, and what is left',
      of: shown.map((criterion) => noteOf(criterion, torn)),
      more: all.length - shown.length,
    },
    drawing: drawStandings(graph, backtrackingStandingsOf(replay, graph, step)),
  };
}

function lanesOf(pins: readonly string[], event: BacktrackingStepEvent | undefined): readonly Lane[] {
  const lane = (text: string, at: number, isTakenBack: boolean): Lane => ({
    key: `${at}${isTakenBack ? ' back' : ''}`,
    label: isTakenBack ? 'taken back' : `pin ${at + 1}`,
    items: [{ text, isChosen: true, by: '' }],
    isNew: !isTakenBack && event?.kind === 'pinned' && at === pins.length - 1,
    isTakenBack,
  });
  const undone = event?.kind === 'backjump' ? [...event.undone].reverse().map(nameCandidate) : [];
  return [
    ...pins.map((text, at) => lane(text, at, false)),
    ...undone.map((text, at) => lane(text, pins.length + at, true)),
  ];
}

/** The keys that a step is about. */
function keysIn(event: BacktrackingStepEvent | undefined): ReadonlySet<string> {
  switch (event?.kind) {
    case 'required':
      return new Set(event.information.map(({ requirement }) => requirement.key));
    case 'pinned':
      return new Set([event.candidate.key]);
    case 'rejected':
      return new Set([event.candidate.key, ...event.because.map(({ requirement }) => requirement.key)]);
    case 'conflict':
      return new Set([event.key, ...event.causes.map(({ requirement }) => requirement.key)]);
    case 'unsolvable':
      return new Set(event.causes.map(({ requirement }) => requirement.key));
    case 'backjump':
      return new Set([event.excluded.key]);
    case undefined:
    case 'careful-again':
    case 'solved':
      return new Set();
  }
}

function noteOf(criterion: Criterion, torn: ReadonlySet<string>): Note {
  const { key, candidates, excluded } = criterion;
  const barred =
    excluded.size === 0 ? '' : `; not tried again: ${[...excluded].slice(0, 3).map(nameCandidate).join(', ')}`;
  return {
    key,
    name: nameKey(key),
    notation: `${countOf(candidates.length, 'release')} left${barred}`,
    says: describeCriterion(criterion),
    from: '',
    word: '',
    isInUse: torn.has(key),
    isNew: false,
  };
}
