// How much a build may do. A file of 20,000 letters can ask for more than any machine has: stages that double their files, variables
// that double their text. Each part of a build spends units of one allowance, roughly 0.1 µs each, and a build that has none left is
// refused with a sentence.

/** What is left of a build’s allowance; below zero it is used up. */
export interface Work {
  left: number;
}

/** Enough for thousands of instructions and hundreds of thousands of files. */
export const MOST_WORK = 30_000_000;

/** What things cost, in units. */
export const WORK = {
  /** An instruction, and each source of a COPY. */
  instruction: 1_000,
  /** A letter of a text that an instruction brings: what variables became, what a RUN gets as its environment. */
  letter: 1,
  /** A port, label or volume that is in force. */
  setting: 5,
  /** A path that a step copies, writes or deletes. */
  path: 60,
  /** A path that is held against a pattern. */
  match: 5,
  /** A pattern that is read. */
  pattern: 500,
} as const;

export const TOO_LARGE = 'This build asks for more than is worked out here; the builder itself may well do it.';

/** Spends units. False: there were fewer left. */
export function spend(work: Work, units: number): boolean {
  work.left -= units;
  return work.left >= 0;
}
