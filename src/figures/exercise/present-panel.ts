/** From an attempt to what the panel of an exercise draws. */
import { describeResult } from '@/components/exercise/result-words';
import { type ExerciseRecord, exerciseHasChanged, type Result } from '@/core/exercise';
import { type Attempt, doneIn } from './attempt';
import type { Said, ShownExercise } from './shown-exercise';

/** A task as a row. */
export interface TaskRow {
  readonly id: string;
  readonly number: number;
  readonly done: boolean;
  /** `done` or `open`, beside its shape. */
  readonly word: string;
  readonly goal: string;
  /** What is still missing, in terms of the goal; nothing before the reader has begun. */
  readonly missing: readonly string[];
  /** The hints that were taken. */
  readonly hints: readonly Said[];
  /** What the button for another hint says; undefined when there is none left. */
  readonly nextHint: string | undefined;
}

/** The line that stays in view while the reader works in the figure. */
export interface StatusLine {
  readonly kind: 'open' | 'mistake' | 'solved';
  /** `Task 1 of 2`, `Look again`, `Solved alone`. */
  readonly label: string;
  readonly html: string;
}

export interface PanelPicture {
  readonly tasks: readonly TaskRow[];
  readonly status: StatusLine;
  /** The best result so far: `Solved with hints`. */
  readonly result: Result;
  readonly resultWords: string;
  /** The exercise is another one than when it was solved. */
  readonly changed: boolean;
  /** Why it is so; shown once it is solved or a solution was seen. */
  readonly explain: string | undefined;
  /** What the button for a solution says, and which solution it shows. */
  readonly solve: { readonly label: string; readonly solution: number };
  /** The solution that stands in the figure, in words. */
  readonly shownSolution: string | undefined;
  readonly startAgainDisabledBecause: string | undefined;
  /** The state is too large to be kept. */
  readonly unkept: boolean;
}

/** The panel's picture. */
export function presentPanel(exercise: ShownExercise, attempt: Attempt): PanelPicture {
  const { record, verdict, begun, solution } = attempt;
  // A solution may lead over several states: all tasks are done with it.
  const done = solution === undefined ? doneIn(attempt) : exercise.tasks.map(({ id }) => id);
  const isSolved = exercise.tasks.every(({ id }) => done.includes(id));
  const tasks = exercise.tasks.map((task, i): TaskRow => {
    const isDone = done.includes(task.id);
    const open = verdict?.tasks.find((one) => one.id === task.id);
    const taken = record?.tasks.find(({ id }) => id === task.id)?.hints ?? 0;
    const hints = task.hints.slice(0, taken);
    return {
      id: task.id,
      number: i + 1,
      done: isDone,
      word: isDone ? 'done' : 'open',
      goal: task.goal,
      missing: begun && open?.kind === 'open' ? open.missing.map((place) => task.checks[place]?.missing ?? '') : [],
      hints,
      nextHint: isDone || taken >= task.hints.length ? undefined : hintLabel(taken, task.hints.length),
    };
  });
  const next = solution === undefined ? 0 : (solution + 1) % exercise.solutions.length;
  return {
    tasks,
    status: statusOf(exercise, attempt, tasks, isSolved),
    result: record?.solved ?? 'no',
    resultWords: describeResult(record),
    changed: record !== undefined && exerciseHasChanged(record, exercise.revision),
    explain: isSolved || solution !== undefined ? exercise.explain : undefined,
    solve: { label: solution === undefined ? 'Show a solution' : 'Show another solution', solution: next },
    shownSolution: solution === undefined ? undefined : exercise.solutions[solution]?.says,
    startAgainDisabledBecause: begun || solution !== undefined ? undefined : 'You are at the start.',
    unkept: attempt.unkept,
  };
}

const hintLabel = (taken: number, of: number): string => {
  if (taken === of - 1) return 'Show the answer';
  return taken === 0 ? 'Give me a hint' : 'Another hint';
};

function statusOf(
  { tasks, mistakes }: ShownExercise,
  { verdict, record, solution }: Attempt,
  rows: readonly TaskRow[],
  isSolved: boolean,
): StatusLine {
  if (isSolved && solution !== undefined) {
    return { kind: 'solved', label: 'A solution', html: 'This is one way. Undo brings your own state back.' };
  }
  if (isSolved) return { kind: 'solved', label: 'Solved', html: solvedWords(record) };
  const mistake = mistakes[verdict?.mistakes[0] ?? -1];
  if (mistake !== undefined) return { kind: 'mistake', label: 'Look again', html: mistake.says.html };
  const row = rows.find(({ done }) => !done);
  const label = tasks.length === 1 ? 'Your task' : `Task ${row?.number ?? 1} of ${tasks.length}`;
  return { kind: 'open', label, html: row?.missing[0] ?? row?.goal ?? '' };
}

/** How this exercise counts, said when it is solved. */
function solvedWords(record: ExerciseRecord | undefined): string {
  switch (record?.solved) {
    case 'hints':
      return 'With hints. Why it is so stands with the tasks.';
    case 'shown':
      return 'You had seen a solution. Why it is so stands with the tasks.';
    case 'alone':
    case 'no':
    case undefined:
      return 'On your own. Why it is so stands with the tasks.';
  }
}
