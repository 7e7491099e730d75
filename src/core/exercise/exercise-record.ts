/**
 * What a reader has done with an exercise. As with quiz items a best result is never taken back, and the time of an act is an
 * input. The state that a reader has got to is a draft, kept apart: exercise-draft.ts.
 */
import type { Exercise } from './exercise';
import { type More, noMore, type Solved } from './progress';

/** How it was solved, from least to best: not yet, after a solution was shown, with hints, or alone. */
export type Result = Solved | 'hints';

export interface TaskRecord {
  readonly id: string;
  readonly solved: Result;
  /** How many of its hints were taken. */
  readonly hints: number;
}

export interface ExerciseRecord {
  readonly kind: 'exercise';
  readonly id: string;
  readonly solved: Result;
  /** The newest revision in which all tasks were done, or a solution was shown; undefined while neither was. */
  readonly revision: number | undefined;
  /** How often it was begun: from its start state, or again. */
  readonly attempts: number;
  /** Sorted by id. Tasks that the exercise no longer has stay. */
  readonly tasks: readonly TaskRecord[];
  readonly first: number;
  readonly last: number;
  readonly more: More;
}

/** More tasks than an exercise has, over all its revisions. */
export const mostTasks = 40;
/** More hints than a task has. */
export const mostHints = 20;

export const resultRank: Readonly<Record<Result, number>> = { no: 0, shown: 1, hints: 2, alone: 3 };

type Asked = Pick<Exercise, 'id' | 'revision' | 'tasks'>;

const freshExercise = (id: string, at: number): ExerciseRecord => {
  return {
    kind: 'exercise',
    id,
    solved: 'no',
    revision: undefined,
    attempts: 0,
    tasks: [],
    first: at,
    last: at,
    more: noMore,
  };
};

const freshTask = (id: string): TaskRecord => ({ id, solved: 'no', hints: 0 });

/** The tasks with one of them changed. */
function withTask(
  tasks: readonly TaskRecord[],
  id: string,
  change: (task: TaskRecord) => TaskRecord,
): readonly TaskRecord[] {
  const task = tasks.find((one) => one.id === id) ?? freshTask(id);
  return [...tasks.filter((one) => one.id !== id), change(task)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const touched = (before: ExerciseRecord | undefined, id: string, at: number): ExerciseRecord => {
  const record = before ?? freshExercise(id, at);
  return { ...record, last: Math.max(record.last, at) };
};

const newest = (before: number | undefined, revision: number): number => Math.max(before ?? revision, revision);

/** The record after the first act of an attempt. */
export function begun(before: ExerciseRecord | undefined, { id }: Pick<Asked, 'id'>, at: number): ExerciseRecord {
  const record = touched(before, id, at);
  return { ...record, attempts: record.attempts + 1 };
}

/** The record after a task's hints were taken, so many of them in all. Later ones never make it fewer. */
export function hinted(
  before: ExerciseRecord | undefined,
  { id }: Pick<Asked, 'id'>,
  { task, hints, at }: { readonly task: string; readonly hints: number; readonly at: number },
): ExerciseRecord {
  const record = touched(before, id, at);
  const tasks = withTask(record.tasks, task, (one) => ({ ...one, hints: Math.max(one.hints, hints) }));
  return { ...record, tasks };
}

/** The record after a solution was shown: what is solved from now on is no longer solved alone. */
export function solutionShown(
  before: ExerciseRecord | undefined,
  { id, revision }: Pick<Asked, 'id' | 'revision'>,
  at: number,
): ExerciseRecord {
  const record = touched(before, id, at);
  return {
    ...record,
    solved: record.solved === 'no' ? 'shown' : record.solved,
    revision: newest(record.revision, revision),
  };
}

/**
 * The record after a state of the figure did some of the tasks. A task is done alone, unless one of its hints was taken or a
 * solution shown before; the exercise is solved when all its tasks are, as well as the least of them.
 *
 * @example
 * worked(undefined, exercise, { done: ['found'], at: 5 })
 * // { kind: 'exercise', solved: 'alone', tasks: [{ id: 'found', solved: 'alone', hints: 0 }], … } where it has that task only
 */
export function worked(
  before: ExerciseRecord | undefined,
  exercise: Asked,
  { done, at }: { readonly done: readonly string[]; readonly at: number },
): ExerciseRecord {
  const record = touched(before, exercise.id, at);
  const isShown = record.solved === 'shown';
  const solvedNow = (task: TaskRecord): Result => (isShown ? 'shown' : task.hints > 0 ? 'hints' : 'alone');
  const tasks = done.reduce(
    (all, id) => withTask(all, id, (task) => (task.solved === 'no' ? { ...task, solved: solvedNow(task) } : task)),
    record.tasks,
  );
  if (!exercise.tasks.every(({ id }) => done.includes(id))) return { ...record, tasks };
  const results = tasks.filter(({ id }) => done.includes(id)).map((task) => task.solved);
  const least = results.reduce((a, b) => (resultRank[a] <= resultRank[b] ? a : b), 'alone');
  return {
    ...record,
    tasks,
    solved: record.solved === 'no' ? least : record.solved,
    revision: newest(record.revision, exercise.revision),
  };
}

/** Whether the exercise has changed since it was solved. */
export const exerciseHasChanged = (record: ExerciseRecord, revision: number): boolean =>
  record.revision !== undefined && record.revision < revision;
