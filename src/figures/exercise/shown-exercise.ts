/** An exercise as its page shows it: the author's texts set, each also in plain words where it is said aloud. */
import type { Condition, Exercise, Json } from '@/core/exercise';

/** A text twice: as HTML from the author's Markdown, and as it is said. */
export interface Said {
  readonly html: string;
  readonly plain: string;
}

export interface ShownTask {
  readonly id: string;
  readonly goal: string;
  readonly checks: readonly { readonly condition: Condition; readonly missing: string }[];
  readonly hints: readonly Said[];
}

export interface ShownExercise {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly revision: number;
  /** The state to begin with; left out, it is the first of the scenario. */
  readonly start?: Json;
  readonly tasks: readonly ShownTask[];
  readonly mistakes: readonly { readonly task: string; readonly when: readonly Condition[]; readonly says: Said }[];
  /** Each with the state in which it ends. */
  readonly solutions: readonly { readonly says: string; readonly state: Json }[];
  readonly explain: string;
}

/** What the core checks of it. */
export const asExercise = ({ id, revision, tasks, mistakes }: ShownExercise): Exercise => ({
  id,
  revision,
  tasks: tasks.map((task) => ({
    id: task.id,
    checks: task.checks.map(({ condition }) => condition),
    hints: task.hints.length,
  })),
  mistakes: mistakes.map(({ task, when }) => ({ task, when })),
});
