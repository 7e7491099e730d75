// Why a project isn’t built, or builds to something that nobody wanted: told apart by the stage in which a reader’s tools stop.

/**
 * How far a project comes. *Parse*: whoever starts the build can’t use pyproject.toml: no TOML, no `[build-system]`, or, with uv, no
 * `[project]` as it needs it. *Build*: the backend is asked and refuses, or can’t be had. *Install*: the wheel is there and an installer won’t take it. *Run*: it is installed and doesn’t start.
 */
export type Stage = 'parse' | 'build' | 'install' | 'run';

/** Where in which file of the project a problem stands. Offsets count UTF-16 units from 0, lines and columns from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly column: number;
}

export interface BuildProblem {
  readonly stage: 'parse' | 'build';
  readonly weight: 'error' | 'warning';
  /** A word that tests and exercises name it by. */
  readonly code: string;
  /** What is wrong and what to write instead, as a sentence for a reader. */
  readonly message: string;
  /** `undefined` where it is about the tree as a whole. */
  readonly at: SourcePlace | undefined;
  /** Who says it in the real world: the frontend that was started, or the backend. */
  readonly saidBy: 'frontend' | 'backend';
  /** The line in which the real tool says it, in its own words; `undefined` where no tool says anything. */
  readonly toolSays: string | undefined;
}

/** What a problem of the build stage has besides its code and sentence; most have little. */
export type BuildProblemDetails = Partial<Pick<BuildProblem, 'stage' | 'at' | 'toolSays' | 'saidBy'>>;

/** What ends a build: the backend says it, at the stage *build*, unless something else is given. */
export function buildError(code: string, message: string, details: BuildProblemDetails = {}): BuildProblem {
  return {
    stage: 'build',
    weight: 'error',
    code,
    message,
    at: undefined,
    saidBy: 'backend',
    toolSays: undefined,
    ...details,
  };
}

/** What doesn’t end a build, and is hardly what was wanted. */
export function buildWarning(code: string, message: string, details: BuildProblemDetails = {}): BuildProblem {
  return { ...buildError(code, message, details), weight: 'warning' };
}
