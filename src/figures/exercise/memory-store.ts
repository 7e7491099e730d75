/** A store that forgets: for an exercise on a slide, which keeps nothing, and for the moment before the page's own store is there. */
import type { ExerciseStore } from '@/components/progress/store';
import { begun, type ExerciseRecord, hinted, solutionShown, worked } from '@/core/exercise';

/** @param now the clock, in milliseconds since 1970 */
export function createMemoryStore(now: () => number): ExerciseStore {
  const records = new Map<string, ExerciseRecord>();
  const drafts = new Map<string, string>();
  const write = (id: string, change: (before: ExerciseRecord | undefined) => ExerciseRecord): ExerciseRecord => {
    const record = change(records.get(id));
    records.set(id, record);
    return record;
  };
  return {
    exercise: ({ id }) => records.get(id),
    beginExercise: (exercise) => write(exercise.id, (before) => begun(before, exercise, now())),
    workExercise: (exercise, done) => write(exercise.id, (before) => worked(before, exercise, { done, at: now() })),
    takeHint: (exercise, task, hints) =>
      write(exercise.id, (before) => hinted(before, exercise, { task, hints, at: now() })),
    showSolution: (exercise) => write(exercise.id, (before) => solutionShown(before, exercise, now())),
    draft: ({ id }) => drafts.get(id),
    keepDraft: ({ id }, text) => void (text === '' ? drafts.delete(id) : drafts.set(id, text)),
  };
}
