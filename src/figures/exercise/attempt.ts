/**
 * An attempt at an exercise: what of it is done, how the present state stands, and what the reader asked to see. The figure's own
 * state is the figure's; of the record that is kept this has the newest copy, to draw from.
 */
import {
  checkExercise,
  doneTasks,
  type Exercise,
  type ExerciseRecord,
  type ExerciseVerdict,
  type Facts,
} from '@/core/exercise';

export interface Attempt {
  /** The tasks done in this attempt, as they were when the state came that is judged now. */
  readonly reached: readonly string[];
  /** Undefined until the figure has told its first state. */
  readonly verdict: ExerciseVerdict | undefined;
  /** Has the reader done anything yet, here or in the draft that was taken up? */
  readonly begun: boolean;
  /** The solution that was put into the figure last, from 0. */
  readonly solution: number | undefined;
  readonly record: ExerciseRecord | undefined;
  /** Is the present state too large to be kept as a draft? */
  readonly unkept: boolean;
}

export type AttemptEvent =
  /** The figure told a state: by the reader's act, or by ours. */
  | { readonly kind: 'state-came'; readonly facts: Facts; readonly by: 'reader' | 'page' }
  /** A kept draft was put into the figure; its state comes next. */
  | { readonly kind: 'draft-taken'; readonly done: readonly string[] }
  /** A solution was put into the figure; its state comes next. */
  | { readonly kind: 'solution-shown'; readonly solution: number }
  | { readonly kind: 'started-again' }
  | { readonly kind: 'record-came'; readonly record: ExerciseRecord | undefined }
  | { readonly kind: 'draft-kept'; readonly whole: boolean };

export const freshAttempt: Attempt = {
  reached: [],
  verdict: undefined,
  begun: false,
  solution: undefined,
  record: undefined,
  unkept: false,
};

/** The tasks that the reader has done in this attempt so far: what a shown solution does counts only while it is shown. */
export const doneIn = ({ reached, verdict, solution }: Attempt): readonly string[] =>
  verdict === undefined || solution !== undefined ? reached : doneTasks(verdict);

/** The verdict on a state that comes next in an attempt. */
export const judge = (exercise: Exercise, attempt: Attempt, facts: Facts): ExerciseVerdict =>
  checkExercise(exercise, facts, new Set(doneIn(attempt)));

/** The attempt after an event. */
export function updateAttempt(exercise: Exercise, attempt: Attempt, event: AttemptEvent): Attempt {
  switch (event.kind) {
    case 'state-came':
      return {
        ...attempt,
        reached: doneIn(attempt),
        verdict: judge(exercise, attempt, event.facts),
        begun: attempt.begun || event.by === 'reader',
        solution: event.by === 'reader' ? undefined : attempt.solution,
      };
    case 'draft-taken':
      return { ...attempt, reached: event.done, verdict: undefined, begun: true };
    case 'solution-shown':
      return { ...attempt, reached: doneIn(attempt), verdict: undefined, solution: event.solution };
    case 'started-again':
      return { ...freshAttempt, record: attempt.record };
    case 'record-came':
      return { ...attempt, record: event.record };
    case 'draft-kept':
      return { ...attempt, unkept: !event.whole };
  }
}
