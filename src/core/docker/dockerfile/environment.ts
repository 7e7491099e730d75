// What variables stand for while an instruction is expanded, and what expansion gives back: Dockerfile reference, “Environment
// replacement”; buildkit frontend/dockerfile/shell.

/** Variables by name. ENV and ARG of the stage so far, the later one winning; Linux: names are told apart by case. */
export type Environment = ReadonlyMap<string, string>;

/** An expanded word, and the variables that it asked for: those that were there and those that weren’t. */
export interface Expansion {
  readonly text: string;
  readonly used: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
  /** The builder’s sentence where the word can’t be expanded; `text` is empty then. */
  readonly problem: string | undefined;
}
