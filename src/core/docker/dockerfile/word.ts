// A word of an instruction, with its place: an argument, a flag’s value, one element of a JSON array.
import type { Stretch } from './place';

/**
 * A word as the builder reads it: continuations joined, JSON strings decoded; quotes, escapes and variables are still in it
 * until it is expanded. `at` is where it stands in the file.
 */
export interface Word {
  readonly text: string;
  readonly at: Stretch;
}

/** A flag of an instruction: `--from=builder`. A switch that is written without a value (`--link`) has none. */
export interface Flag {
  /** Without the dashes: `from`. */
  readonly name: string;
  readonly value: string | undefined;
  readonly at: Stretch;
}
