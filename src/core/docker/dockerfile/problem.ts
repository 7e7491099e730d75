// What is wrong with a Dockerfile, as a value: the builder’s own words, and a place that is at least as exact as its own.
import type { Stretch } from './place';

/** Which part of the builder refuses: reading of lines, of one instruction, or the plan of stages and variables. */
export type ProblemStage = 'lines' | 'instruction' | 'plan';

export interface DockerfileProblem {
  /** Stable; tests and pages name it: `dockerfile/unknown-flag`. */
  readonly code: string;
  readonly found: ProblemStage;
  /** The builder’s sentence without its place: `unknown flag: --form (did you mean from?)`. */
  readonly message: string;
  /** What the builder prints: the sentence, with `dockerfile parse error on line 3: ` before it where it says so. */
  readonly builderMessage: string;
  /** The line that the builder points at; undefined where it names none. */
  readonly line: number | undefined;
  /** As exact as we can: the flag, the word, else the whole instruction. */
  readonly at: Stretch;
}
