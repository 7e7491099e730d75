/** The notations side by side: the text of each, what is wrong with it, and a strip on which the admitted versions stand high. */
import type { Problem } from '@/core/python';
import { type LaneReading, type ReadState, standing } from './reading';
import type { SpecifierEvent, SpecifierState } from './state';

/** A row of versions that stand alike. */
export interface StripRun {
  readonly standing: 'in' | 'out' | 'waits' | 'none' | 'ahead';
  readonly count: number;
}

/** A problem at its place in the text. */
export interface LaneProblem {
  readonly before: string;
  readonly wrong: string;
  readonly after: string;
  readonly message: string;
}

export interface LanePicture {
  readonly id: 'python' | 'npm' | 'cargo';
  readonly label: string;
  readonly text: string;
  /** What it comes to, where that is written otherwise. */
  readonly means: string;
  readonly problems: readonly LaneProblem[];
  /** In place of a strip, where there is nothing to judge by. */
  readonly says: string | undefined;
  readonly isStale: boolean;
  readonly strip: readonly StripRun[];
  /** `21 of 105`. */
  readonly count: string;
  readonly typed: (text: string) => SpecifierEvent;
  /** What is offered beside the field. */
  readonly offer: { readonly label: string; readonly event: SpecifierEvent } | undefined;
}

export function lanesOf(state: SpecifierState, read: ReadState, isHidden: boolean): readonly LanePicture[] {
  const python = pythonLane(state, read, isHidden);
  if (!state.beside) return [python];
  const { npm, cargo } = read;
  return [
    python,
    laneOf('npm', 'npm’s range', npm, isHidden, 'npm would take it for the name of a tag'),
    laneOf('cargo', 'Cargo’s requirement', cargo, isHidden, 'Cargo refuses it'),
  ];
}

function pythonLane({ specifier }: SpecifierState, { python, list }: ReadState, isHidden: boolean): LanePicture {
  const { verdicts, problems, instead } = python;
  const isStale = problems.length > 0;
  return {
    id: 'python',
    label: 'Python’s specifier',
    text: specifier.text,
    means: '',
    problems: problems.slice(0, MOST_PROBLEMS).map((problem) => placed(specifier.text, problem)),
    says: undefined,
    isStale,
    strip: stripOf(
      verdicts.map(({ kind }) =>
        isHidden ? 'ahead' : kind === 'admitted' ? 'in' : kind === 'waits' ? 'waits' : 'out',
      ),
    ),
    count: countOf(verdicts.filter(({ kind }) => kind === 'admitted').length, list.versions.length, isHidden),
    typed: (text) => ({ kind: 'specifier-typed', text }),
    offer:
      instead === undefined
        ? undefined
        : { label: `Write ${instead}`, event: { kind: 'specifier-set', text: instead } },
  };
}

const MOST_PROBLEMS = 3;
/** So much of the text stands around what is wrong. */
const AROUND = 24;

function placed(text: string, { at, message }: Problem): LaneProblem {
  const before = text.slice(0, at.start);
  const after = text.slice(at.end);
  return {
    before: before.length > AROUND ? `…${before.slice(-AROUND)}` : before,
    wrong: text.slice(at.start, at.end).slice(0, 2 * AROUND),
    after: after.length > AROUND ? `${after.slice(0, AROUND)}…` : after,
    message,
  };
}

function laneOf(
  id: 'npm' | 'cargo',
  label: string,
  lane: LaneReading<{ readonly means: string }, { readonly kind: Parameters<typeof standing>[0]['kind'] }>,
  isHidden: boolean,
  refusal: string,
): LanePicture {
  const { text, follows, isStale, reading, verdicts, unsayable } = lane;
  const standings = verdicts?.map(standing) ?? [];
  const problem = {
    before: '',
    wrong: text.slice(0, 2 * AROUND),
    after: '',
    message: `This is no ${id === 'npm' ? 'range' : 'requirement'}: ${refusal}.`,
  };
  return {
    id,
    label,
    text,
    means: reading === undefined || isStale || reading.means === text.trim() ? '' : reading.means,
    problems: isStale ? [problem] : [],
    says:
      unsayable === undefined
        ? reading === undefined
          ? 'There is no last good text to show.'
          : undefined
        : `${unsayable} has no like in this notation. Type your own.`,
    isStale,
    strip: stripOf(standings.map((one) => (isHidden ? 'ahead' : one === 'unspeakable' ? 'none' : one))),
    count: countOf(standings.filter((one) => one === 'in').length, standings.length, isHidden),
    typed: (typed) => ({ kind: 'lane-typed', lane: id, text: typed }),
    offer: follows ? undefined : { label: 'Say what Python’s says', event: { kind: 'lane-left', lane: id } },
  };
}

function countOf(count: number, all: number, isHidden: boolean): string {
  return isHidden ? `? of ${all}` : `${count} of ${all}`;
}

function stripOf(standings: readonly StripRun['standing'][]): readonly StripRun[] {
  const runs: { standing: StripRun['standing']; count: number }[] = [];
  for (const one of standings) {
    const last = runs.at(-1);
    if (last?.standing === one) last.count++;
    else runs.push({ standing: one, count: 1 });
  }
  return runs;
}
