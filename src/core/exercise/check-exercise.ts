/** Holding a state of a figure against an exercise: what is done, what is still missing, which mistake it shows. */
import { isMet } from './condition';
import type { Exercise } from './exercise';
import type { Facts } from './fact';

/** How a task stands: done now or earlier in this attempt, or the places (from 0) of its checks that aren't met. */
export type TaskVerdict =
  | { readonly kind: 'done'; readonly id: string }
  | { readonly kind: 'open'; readonly id: string; readonly missing: readonly number[] };

export interface ExerciseVerdict {
  readonly tasks: readonly TaskVerdict[];
  readonly solved: boolean;
  /** The places (from 0) of the mistakes that the state shows. A page shows the first. */
  readonly mistakes: readonly number[];
}

/**
 * Takes an exercise, the facts of the present state, and the tasks that this attempt has done already; returns how each stands. A
 * mistake counts as long as its task is open.
 *
 * @example
 * checkExercise(
 *   { id: 'path/first', revision: 1, mistakes: [],
 *     tasks: [{ id: 'found', hints: 2, checks: [{ kind: 'is', fact: 'runs', value: '/usr/bin/ls' }] }] },
 *   new Map([['runs', '']]),
 * )
 * // { tasks: [{ kind: 'open', id: 'found', missing: [0] }], solved: false, mistakes: [] }
 */
export function checkExercise(
  exercise: Exercise,
  facts: Facts,
  reached: ReadonlySet<string> = new Set(),
): ExerciseVerdict {
  const tasks = exercise.tasks.map(({ id, checks }): TaskVerdict => {
    const missing = checks.flatMap((condition, i) => (isMet(condition, facts) ? [] : [i]));
    return missing.length === 0 || reached.has(id) ? { kind: 'done', id } : { kind: 'open', id, missing };
  });
  const isOpen = (id: string): boolean => tasks.some((task) => task.kind === 'open' && task.id === id);
  const mistakes = exercise.mistakes.flatMap(({ task, when }, i) =>
    isOpen(task) && when.every((condition) => isMet(condition, facts)) ? [i] : [],
  );
  return { tasks, solved: tasks.every((task) => task.kind === 'done'), mistakes };
}

/** The ids of the tasks that are done, in their order. */
export const doneTasks = ({ tasks }: ExerciseVerdict): readonly string[] =>
  tasks.flatMap((task) => (task.kind === 'done' ? [task.id] : []));
