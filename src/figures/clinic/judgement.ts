/** How far a project comes by the core: types alone. */
import type { SourcePlace, Stage } from '@/core/wheel';
import type { Words } from '@/figures/frame/Words';
import type { Files } from './scenario';

/** Something that isn’t as it should be, and what the tool says in its own words. */
export interface Finding {
  readonly code: string;
  readonly message: Words;
  /** Where in which file; undefined where it is about the whole. */
  readonly at: SourcePlace | undefined;
  readonly toolSays: string | undefined;
}

export type Judgement =
  | { readonly kind: 'works'; readonly steps: readonly Words[]; readonly warnings: readonly Finding[] }
  | {
      readonly kind: 'stops';
      readonly stage: Stage;
      /** At least one: the first is what stops it. */
      readonly findings: readonly [Finding, ...Finding[]];
      /** Of a run: what was looked up on the way. */
      readonly steps: readonly Words[];
    }
  /** Another backend, or code that isn’t run here: from that station on nothing is known. */
  | { readonly kind: 'unknown'; readonly stage: Stage; readonly finding: Finding };

/** Takes a project’s files and the command that is run at the end. The same files, the very same judgement. */
export type Judge = (files: Files, command: string) => Judgement;
