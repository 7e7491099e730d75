/** Both strategies on the same problem, with what each had to do. */
import type { Fact } from '@/core/exercise';
import { formatVersion } from '@/core/python';
import {
  type BacktrackingOutcome,
  compareEffort,
  type EffortCounts,
  PIP_MAX_ROUNDS,
  type RaceState,
  WHAT_A_STEP_IS,
} from '@/core/resolution';
import type { LongAnswer } from './long-search';
import type { Answer } from './reading';
import { countOf } from './wording';

export interface Racer {
  readonly name: string;
  /** Whose resolver works like that. */
  readonly as: string;
  readonly result: string;
  readonly counts: EffortCounts | undefined;
  /** `name==version`. */
  readonly pins: readonly string[];
}

export interface RacePicture {
  readonly racers: readonly [Racer, Racer];
  readonly rows: readonly RaceRow[];
  /** How the steps compare, in a sentence. */
  readonly says: string;
  readonly notes: readonly string[];
  /** Was backtracking stopped because it would hold the page up? Then a worker may go on. */
  readonly isOpen: boolean;
  /** Whether there is something to let run. */
  readonly isRunnable: boolean;
}

export interface RaceRow {
  readonly label: string;
  readonly values: readonly [string, string];
  /** The lengths of the bars, as parts of the longest. */
  readonly shares: readonly [number, number];
  /** Whether each tenth more of a bar means a multiple: else the shorter would be no more than a dot. */
  readonly isLogarithmic: boolean;
}

/** Where one count is so many times the other, the bars are drawn by their logarithms. */
const MUCH_MORE = 30;

const ROWS: readonly (readonly [label: string, key: keyof EffortCounts])[] = [
  ['steps', 'steps'],
  ['versions chosen', 'decisions'],
  ['conflicts', 'conflicts'],
  ['releases read', 'releasesRead'],
];

/** The race of an answer; `text` is its scenario, by which the worker’s count is found. */
export function raceOf({ resolution, pins, backtracking }: Answer, text: string): RacePicture {
  const mine: Racer = {
    name: 'PubGrub',
    as: 'uv',
    result: resultOf(resolution.kind, pins.length),
    counts: resolution.counts,
    pins: pins.map(({ name, version }) => `${name}==${formatVersion(version)}`),
  };
  const other = backtracking();
  const race = drawRace(mine, racerOf(other));
  if (other.kind !== 'stopped') return race;
  const long = finished.get(text);
  if (long !== undefined) {
    const { kind, counts, pins: theirs } = long;
    return drawRace(mine, { ...THEIRS, result: resultOf(kind, theirs.length), counts, pins: theirs });
  }
  const says = `PubGrub took ${countOf(resolution.counts.steps, 'step')}. Backtracking takes more than ${other.counts.steps.toLocaleString('en')}.`;
  return { ...race, says, isOpen: true };
}

/** What the worker counted where backtracking would hold the page up, by the scenario’s text: of the last few. */
const finished = new Map<string, LongAnswer>();
const KEPT = 12;

/** Takes what backtracking came to in the worker: the race has it from then on. */
export function finishRace(text: string, answer: LongAnswer): void {
  if (finished.size >= KEPT) finished.clear();
  finished.set(text, answer);
}

/** Where the count for `times` ends: an exercise asks for a hundred. */
const MOST_TIMES = 100;

/** What exercises may ask of the race. */
export function factsOfRace(answer: Answer, text: string): readonly (readonly [string, Fact])[] {
  const [, { counts, pins }] = raceOf(answer, text).racers;
  if (counts === undefined) return [['times', 0]];
  const times = Math.floor(counts.steps / Math.max(1, answer.resolution.counts.steps));
  return [
    ['times', Math.min(MOST_TIMES, times)],
    ['backtracking-steps', counts.steps],
    ['backtracking-conflicts', counts.conflicts],
    ['backtracking-pins', [...new Set(pins)].sort()],
  ];
}

/** The race while both run. */
export function runningRace({ racers: [mine, theirs] }: RacePicture, state: RaceState): RacePicture {
  const at = (racer: Racer, of: RaceState['backtracking']): Racer =>
    of === undefined ? racer : { ...racer, counts: of.counts, result: RUNNING[of.kind], pins: [] };
  return drawRace(at(mine, state.pubgrub), at(theirs, state.backtracking));
}

const RUNNING = {
  running: 'searching …',
  solved: 'solved',
  unsolvable: 'no solution',
  stopped: 'stopped before its end',
} as const;

const THEIRS = { name: 'Backtracking', as: 'pip' };

function racerOf(outcome: BacktrackingOutcome): Racer {
  if (outcome.kind === 'not-modelled') {
    return { ...THEIRS, result: 'resolves for one environment only', counts: undefined, pins: [] };
  }
  const pins = outcome.kind === 'solved' ? outcome.forks.flatMap((fork) => fork.pins) : [];
  return {
    ...THEIRS,
    result: resultOf(outcome.kind, pins.length),
    counts: outcome.counts,
    pins: pins.map(({ name, version }) => `${name}==${formatVersion(version)}`),
  };
}

function drawRace(mine: Racer, theirs: Racer): RacePicture {
  const rows = ROWS.map(([label, key]): RaceRow => {
    const values = [mine.counts?.[key] ?? 0, theirs.counts?.[key] ?? 0] as const;
    const [most, least] = [Math.max(1, ...values), Math.max(1, Math.min(...values))];
    const isLogarithmic = theirs.counts !== undefined && most / least > MUCH_MORE;
    const share = (value: number) => (isLogarithmic ? Math.log(value + 1) / Math.log(most + 1) : value / most);
    const written = values.map((value) => value.toLocaleString('en'));
    return {
      label,
      values: [written[0] ?? '', theirs.counts === undefined ? '–' : (written[1] ?? '')],
      shares: [share(values[0]), share(values[1])],
      isLogarithmic,
    };
  });
  return {
    racers: [mine, theirs],
    rows,
    says: sayRace(mine, theirs),
    notes: notesOf(mine, theirs, rows),
    isOpen: false,
    isRunnable: theirs.counts !== undefined,
  };
}

function resultOf(kind: 'solved' | 'unsolvable' | 'stopped', releases: number): string {
  if (kind === 'solved') return `solved: ${countOf(releases, 'release')}`;
  return kind === 'unsolvable' ? 'no solution' : STOPPED;
}

const STOPPED = RUNNING.stopped;

function sayRace({ counts: mine }: Racer, { counts, result }: Racer): string {
  if (counts === undefined || mine === undefined) {
    return 'pip’s strategy resolves for one environment only, so there is no race here.';
  }
  return compareEffort(mine, counts, result === STOPPED);
}

function notesOf(mine: Racer, theirs: Racer, rows: readonly RaceRow[]): readonly string[] {
  if (theirs.counts === undefined) return [];
  const different = theirs.pins.length === 0 ? [] : mine.pins.filter((pin) => !theirs.pins.includes(pin));
  const isLogarithmic = rows.some((row) => row.isLogarithmic);
  return [
    ...(theirs.result === STOPPED
      ? [`Backtracking was stopped: pip itself gives up after ${PIP_MAX_ROUNDS.toLocaleString('en')} rounds.`]
      : []),
    ...(different.length === 0 ? [] : [`They chose differently: ${different.join(', ')} is only in the first answer.`]),
    ...(!isLogarithmic ? [] : ['Bars on a log scale are logarithmic: twice as long stands for the square.']),
    WHAT_A_STEP_IS,
  ];
}
