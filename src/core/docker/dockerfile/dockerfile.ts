// A Dockerfile as a whole: directives, global arguments, stages.
import type { Arg, From, Instruction } from './instruction';
import type { Stretch } from './place';
import type { DockerfileProblem } from './problem';

/** `# syntax=`, `# escape=`, `# check=`: Dockerfile reference, “Parser directives”. `name` is in lower case. */
export interface Directive {
  readonly name: 'syntax' | 'escape' | 'check';
  readonly value: string;
  readonly at: Stretch;
}

/** A FROM and the instructions below it. */
export interface Stage {
  /** From 0, in the order of the file. */
  readonly index: number;
  readonly from: From;
  readonly instructions: readonly Instruction[];
}

export interface Dockerfile {
  readonly directives: readonly Directive[];
  /** The character of continuation and escape. */
  readonly escape: '\\' | '`';
  /** The image of the frontend that `# syntax=` names, without what may follow it after a space. */
  readonly syntax: string | undefined;
  /** Instructions before the first FROM: only ARG may stand there. */
  readonly globalArgs: readonly Arg[];
  readonly stages: readonly Stage[];
}

/**
 * The answer of `parseDockerfile`. `file` holds everything that could be read, also when there are problems; an instruction
 * with a problem is not in it. `problems[0]` is what the builder would say, since it stops there; those after it are what it
 * would say once the ones before are mended. No build begins while there is a problem.
 */
export interface ParsedDockerfile {
  readonly file: Dockerfile;
  /** The last lines of instructions that have empty lines inside them, which the builder will refuse one day. */
  readonly emptyContinuations: readonly number[];
  readonly problems: readonly DockerfileProblem[];
}
