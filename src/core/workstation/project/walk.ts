// A run that isn’t run: what is looked up one after the other between a command and its first line of work, each with what was looked
// at and whether it was there, up to where it stops.
import type { Path } from '../lookup/path';
import type { Sentence } from '../sentence';

/** Where in a source text something is asked for. */
export interface CodePlace {
  readonly file: Path;
  readonly line: number;
}

/** What is asked at a step. */
export type WalkStation =
  /** The shell looks for the command along PATH. */
  | 'shell'
  /** The command’s file is read: its first line names an interpreter. */
  | 'launcher'
  /** The interpreter starts and finds its environment and its search path. */
  | 'interpreter'
  /** A module is looked for, and its body begins to run. */
  | 'import'
  /** A name is looked for in a module: the object of an entry point, or what `from … import` wants. */
  | 'name'
  | 'call'
  /** A file that is read at run time. */
  | 'file'
  /** A distribution’s metadata in the environment. */
  | 'metadata';

/** One place that was looked at. */
export interface LookedAt {
  readonly place: string;
  /** What the place is: “the environment’s site-packages”. */
  readonly what: string;
  /** What was there: “not here”, “taken”. */
  readonly finding: string;
  readonly isTaken: boolean;
}

export interface WalkStep {
  readonly station: WalkStation;
  /** What is looked for, as code: `greet`, `greeting.__main__`, `languages.json`. */
  readonly subject: string;
  /** `missing-and-caught`: it isn’t there, and the program is ready for that. */
  readonly outcome: 'found' | 'missing' | 'missing-and-caught' | 'not-modelled';
  readonly sentence: Sentence;
  /** The line that asks; `undefined` where it is the shell or the interpreter itself. */
  readonly at: CodePlace | undefined;
  readonly looked: readonly LookedAt[];
}

export type WalkEnd =
  /** Nothing that the text shows stops it. What it computes and prints isn’t told. */
  | { readonly kind: 'runs' }
  | {
      readonly kind: 'fails';
      readonly status: number;
      /** The last line that the tool prints. */
      readonly lastLine: string;
      /** The innermost line of the traceback that isn’t in a library. */
      readonly at: CodePlace | undefined;
      /** The traceback’s places, from the outermost in. */
      readonly traceback: readonly CodePlace[];
    }
  | { readonly kind: 'not-modelled'; readonly because: Sentence; readonly at: CodePlace | undefined };

export interface Walk {
  /** The command as it is typed. */
  readonly command: string;
  readonly steps: readonly WalkStep[];
  readonly end: WalkEnd;
  /** What couldn’t be told from the text and was passed by. */
  readonly notes: readonly Sentence[];
}
