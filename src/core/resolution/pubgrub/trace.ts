// The steps of a search as data, to be played back: each names the packages and incompatibilities by the numbers that they
// have in the solver. Together they give every state of the partial solution: begin with nothing, add decisions and
// derivations, and at a backjump drop those of higher levels.
import type { Version } from '@/core/python';
import type { IncompatibilityId, PackageId } from './incompatibility';
import type { Term } from './term';

export type TraceEvent =
  /** An incompatibility that the index or the requirements say; `merged` is the one that it takes the place of. */
  | {
      readonly kind: 'incompatibility';
      readonly incompatibility: IncompatibilityId;
      readonly merged: IncompatibilityId | undefined;
    }
  /** Unit propagation: all terms of the incompatibility hold but one, so that one must not. */
  | {
      readonly kind: 'propagation';
      readonly package: PackageId;
      /** What was derived, and all that is known of the package with it. */
      readonly term: Term;
      readonly accumulated: Term;
      readonly cause: IncompatibilityId;
      readonly level: number;
    }
  | { readonly kind: 'decision'; readonly package: PackageId; readonly version: Version; readonly level: number }
  /** A version that was not decided on, because what it requires can't be. */
  | {
      readonly kind: 'rejection';
      readonly package: PackageId;
      readonly version: Version;
      readonly incompatibility: IncompatibilityId;
    }
  /** All terms of the incompatibility hold: something has to go. */
  | { readonly kind: 'conflict'; readonly incompatibility: IncompatibilityId; readonly level: number }
  /** The rule of resolution: from the incompatibility and the cause of its satisfier follows the learned one. */
  | {
      readonly kind: 'resolution';
      readonly incompatibility: IncompatibilityId;
      readonly cause: IncompatibilityId;
      readonly over: PackageId;
      readonly learned: IncompatibilityId;
    }
  /** Back to a level at which the incompatibility leaves one term open. */
  | {
      readonly kind: 'backjump';
      readonly incompatibility: IncompatibilityId;
      readonly from: number;
      readonly to: number;
    }
  /** Back to before a package was decided on, which stood in the way too often: the others come first now. */
  | { readonly kind: 'reorder'; readonly package: PackageId; readonly from: number; readonly to: number };

/** Where a search writes its steps, as far as there is room. */
export interface Trace {
  readonly events: TraceEvent[];
  readonly room: number;
  /** Whether there were more steps than room for them. */
  isCut: boolean;
}

export function openTrace(room: number): Trace {
  return { events: [], room, isCut: false };
}

export function record(trace: Trace | undefined, event: TraceEvent): void {
  if (trace === undefined) return;
  if (trace.events.length < trace.room) trace.events.push(event);
  else trace.isCut = true;
}
