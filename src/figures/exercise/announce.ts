/** What is said aloud for one action on an exercise: once, at most twenty words, by the figure's live region or the panel's. */
import { mostSaid, wordsIn } from '@/components/exercise/said-aloud';
import type { ExerciseVerdict } from '@/core/exercise';
import type { ShownExercise } from './shown-exercise';

/** Both, or the first alone when both are too long together. */
const together = (first: string, rest: string): string =>
  rest !== '' && wordsIn(first) + wordsIn(rest) <= mostSaid ? `${first} ${rest}` : first;

const count = (verdict: ExerciseVerdict | undefined): number =>
  verdict?.tasks.filter(({ kind }) => kind === 'done').length ?? 0;

/**
 * What changed between two verdicts, in words: tasks that are done now, or a mistake that the state shows; empty when neither did.
 *
 * @example describeChange(exercise, before, after) // 'Task 1 of 2 is done.'
 */
export function describeChange(
  { tasks, mistakes }: Pick<ShownExercise, 'tasks' | 'mistakes'>,
  before: ExerciseVerdict | undefined,
  after: ExerciseVerdict,
): string {
  const done = count(after);
  if (after.solved && !before?.solved)
    return tasks.length === 1 ? 'Solved.' : `Solved: all ${tasks.length} tasks are done.`;
  if (done > count(before)) return `Done: ${done} of ${tasks.length} tasks.`;
  const [mistake] = after.mistakes;
  return mistake !== undefined && mistake !== before?.mistakes[0] ? (mistakes[mistake]?.says.plain ?? '') : '';
}

/**
 * What is said of an action: what changed in the exercise, and after it what the figure would say. Where the figure keeps silent, as
 * while somebody types, nothing is said.
 */
export function announceAction(
  exercise: Pick<ShownExercise, 'tasks' | 'mistakes'>,
  said: string,
  before: ExerciseVerdict | undefined,
  after: ExerciseVerdict,
): string {
  const change = said === '' ? '' : describeChange(exercise, before, after);
  return change === '' ? said : together(change, said);
}

/** @example announceHint({ hint: 'Which folder comes first?', number: 1, of: 3 }) // 'Hint 1: Which folder comes first?' */
export const announceHint = (plain: string, number: number): string => `Hint ${number}: ${plain}`;

/** What is said when a solution was put into the figure. */
export const announceSolution = (number: number, of: number): string =>
  `Solution ${number} of ${of} is in the figure. Undo brings your own state back.`;
