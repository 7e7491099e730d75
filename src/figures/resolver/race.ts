/** Both strategies on the same problem, with what each had to do. */
import { formatVersion } from '@/core/python';
import type { BacktrackingOutcome, EffortCounts } from '@/core/resolution';
import type { Answer } from './reading';
import { countOf } from './wording';

export interface Racer {
  readonly name: string;
  /** Whose resolver works like that. */
  readonly as: string;
  readonly result: string;
  readonly counts: EffortCounts | undefined;
}

export interface RacePicture {
  readonly racers: readonly [Racer, Racer];
  readonly rows: readonly {
    readonly label: string;
    readonly values: readonly [string, string];
    readonly shares: readonly [number, number];
  }[];
  readonly says: string;
}

const ROWS: readonly (readonly [label: string, key: keyof EffortCounts])[] = [
  ['steps', 'steps'],
  ['versions decided on', 'decisions'],
  ['conflicts met', 'conflicts'],
  ['releases read', 'releasesRead'],
];

export function raceOf({ resolution, pins, backtracking }: Answer): RacePicture {
  const other = backtracking();
  const mine: Racer = {
    name: 'PubGrub',
    as: 'uv',
    result: resultOf(resolution.kind, pins.length),
    counts: resolution.counts,
  };
  const theirs: Racer =
    other.kind === 'not-modelled'
      ? { name: 'Backtracking', as: 'pip', result: 'resolves for one environment only', counts: undefined }
      : {
          name: 'Backtracking',
          as: 'pip',
          result: resultOf(other.kind, other.kind === 'solved' ? (other.forks[0]?.pins.length ?? 0) : 0),
          counts: other.counts,
        };
  const rows = ROWS.map(([label, key]) => {
    const values = [resolution.counts[key], theirs.counts?.[key] ?? 0] as const;
    const most = Math.max(1, ...values);
    return {
      label,
      values: [
        values[0].toLocaleString('en'),
        theirs.counts === undefined ? '–' : values[1].toLocaleString('en'),
      ] as const,
      shares: [values[0] / most, values[1] / most] as const,
    };
  });
  return { racers: [mine, theirs], rows, says: sayRace(resolution.counts, theirs, differenceOf({ pins }, other)) };
}

function resultOf(kind: 'solved' | 'unsolvable' | 'stopped', releases: number): string {
  if (kind === 'solved') return `solved: ${countOf(releases, 'release')}`;
  return kind === 'unsolvable' ? 'no solution' : 'stopped before the end';
}

/** The projects of which both chose other releases. */
function differenceOf({ pins }: Pick<Answer, 'pins'>, other: BacktrackingOutcome): readonly string[] {
  if (other.kind !== 'solved') return [];
  const theirs = new Map(
    other.forks.flatMap((fork) => fork.pins).map(({ name, version }) => [name, formatVersion(version)]),
  );
  return pins.filter(({ name, version }) => theirs.get(name) !== formatVersion(version)).map(({ name }) => name);
}

function sayRace(mine: EffortCounts, { counts, result }: Racer, different: readonly string[]): string {
  if (counts === undefined) return 'pip’s strategy resolves for one environment only, so there is no race here.';
  const end = result.startsWith('stopped') ? ', and was stopped there' : '';
  const met = `PubGrub met ${countOf(mine.conflicts, 'conflict')}, backtracking ${countOf(counts.conflicts, 'conflict')}${end}.`;
  return different.length === 0 ? met : `${met} They chose differently: ${different.join(', ')}.`;
}
