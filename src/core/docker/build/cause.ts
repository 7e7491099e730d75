// Why a step runs, as data, down to the file, the variable or the step above. A step may have several causes; the first is the one that
// would be enough.
import type { ChangedPart } from '../files/compare-trees';

/** A file that is otherwise than when the step last ran. */
export interface ChangedFile {
  readonly path: string;
  readonly parts: readonly ChangedPart[];
}

/** A variable of the environment that a RUN sees. */
export interface ChangedVariable {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** It comes from ARG, not from ENV. */
  readonly isArgument: boolean;
}

/** A step of the same build, by its stage and line. */
export interface StepPlace {
  readonly stage: number;
  readonly line: number;
  readonly instruction: string;
}

/** What is in force for a step without standing in it. */
export type Setting = 'workdir' | 'user' | 'shell' | 'platform' | 'network' | 'mounts';

export type Cause =
  | { readonly kind: 'first-build' }
  | { readonly kind: 'cache-ignored' }
  | { readonly kind: 'new-step' }
  | { readonly kind: 'instruction-changed'; readonly before: string; readonly after: string }
  | { readonly kind: 'variables-changed'; readonly variables: readonly ChangedVariable[] }
  | { readonly kind: 'setting-changed'; readonly setting: Setting; readonly before: string; readonly after: string }
  | {
      readonly kind: 'files-changed';
      readonly from: { readonly kind: 'context' | 'image' | 'inline' | 'remote'; readonly name: string } | StepPlace;
      readonly files: readonly ChangedFile[];
      /** Changed files beyond those that are listed. */
      readonly more: number;
    }
  | { readonly kind: 'base-changed'; readonly reference: string }
  | { readonly kind: 'parent-ran'; readonly step: StepPlace }
  /** The step above came from the cache, but this step never ran after that result. */
  | { readonly kind: 'parent-differs'; readonly step: StepPlace }
  | { readonly kind: 'failed-before' };
