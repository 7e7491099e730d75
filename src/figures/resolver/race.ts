/** Both strategies on the same problem, with what each had to do. */
import { formatVersion } from '@/core/python';
import type { BacktrackingOutcome, EffortCounts } from '@/core/resolution';
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
  readonly says: string;
  /** Was backtracking stopped because it would hold the page up? Then a worker may go on. */
  readonly isOpen: boolean;
}

export interface RaceRow {
  readonly label: string;
  readonly values: readonly [string, string];
  readonly shares: readonly [number, number];
}

const ROWS: readonly (readonly [label: string, key: keyof EffortCounts])[] = [
  ['steps', 'steps'],
  ['versions decided on', 'decisions'],
  ['conflicts met', 'conflicts'],
  ['releases read', 'releasesRead'],
];

export function raceOf({ resolution, pins, backtracking }: Answer): RacePicture {
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
  const says = `PubGrub met ${countOf(resolution.counts.conflicts, 'conflict')}. Backtracking takes longer, and goes on beside the page.`;
  return { ...race, says, isOpen: true };
}

/** The race with what the worker found. */
export function finishRace({ racers: [mine] }: RacePicture, { kind, counts, pins }: LongAnswer): RacePicture {
  return drawRace(mine, { name: 'Backtracking', as: 'pip', result: resultOf(kind, pins.length), counts, pins });
}

function racerOf(outcome: BacktrackingOutcome): Racer {
  const racer = { name: 'Backtracking', as: 'pip' };
  if (outcome.kind === 'not-modelled') {
    return { ...racer, result: 'resolves for one environment only', counts: undefined, pins: [] };
  }
  const pins = outcome.kind === 'solved' ? outcome.forks.flatMap((fork) => fork.pins) : [];
  return {
    ...racer,
    result: resultOf(outcome.kind, pins.length),
    counts: outcome.counts,
    pins: pins.map(({ name, version }) => `${name}==${formatVersion(version)}`),
  };
}

function drawRace(mine: Racer, theirs: Racer): RacePicture {
  const rows = ROWS.map(([label, key]): RaceRow => {
    const values = [mine.counts?.[key] ?? 0, theirs.counts?.[key] ?? 0] as const;
    const most = Math.max(1, ...values);
    const written = values.map((value) => value.toLocaleString('en'));
    return {
      label,
      values: [written[0] ?? '', theirs.counts === undefined ? '–' : (written[1] ?? '')],
      shares: [values[0] / most, values[1] / most],
    };
  });
  return { racers: [mine, theirs], rows, says: sayRace(mine, theirs), isOpen: false };
}

function resultOf(kind: 'solved' | 'unsolvable' | 'stopped', releases: number): string {
  if (kind === 'solved') return `solved: ${countOf(releases, 'release')}`;
  return kind === 'unsolvable' ? 'no solution' : 'stopped before the end';
}

function sayRace(mine: Racer, { counts, result, pins }: Racer): string {
  if (counts === undefined) return 'pip’s strategy resolves for one environment only, so there is no race here.';
  const end = result.startsWith('stopped') ? ', and was stopped there' : '';
  const met = `PubGrub met ${countOf(mine.counts?.conflicts ?? 0, 'conflict')}, backtracking ${countOf(counts.conflicts, 'conflict')}${end}.`;
  const different = pins.length === 0 ? [] : mine.pins.filter((pin) => !pins.includes(pin));
  return different.length === 0
    ? met
    : `${met} They chose differently: ${different.join(', ')} is only in the first answer.`;
}
