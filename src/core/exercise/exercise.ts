/**
 * An exercise on a figure, without its prose: tasks that a state of the figure fulfils or not, and mistakes that a state shows. The
 * sentences stand in the author's file, at the check, the hint and the mistake that a verdict names.
 */
import type { Condition } from './condition';

/** A goal within an exercise. It is done once a state meets all its checks together, and stays done until the reader starts again. */
export interface Task {
  readonly id: string;
  readonly checks: readonly Condition[];
  /** How many hints there are; the last is the answer. */
  readonly hints: number;
}

/** A typical mistake: any state that meets all these conditions shows it, as long as its task isn't done. */
export interface Mistake {
  readonly task: string;
  readonly when: readonly Condition[];
}

export interface Exercise {
  readonly id: string;
  /** Rises when what is asked changes, not when a word is mended. */
  readonly revision: number;
  readonly tasks: readonly Task[];
  readonly mistakes: readonly Mistake[];
}
