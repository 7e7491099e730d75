// What happens in a search by backtracking, as data: enough to replay it.
import type { Information } from './criterion';
import type { Candidate } from './requirement';

export type BacktrackingEvent =
  /** A candidate was looked at and can't be pinned: something it requires has no candidates left, by these. */
  | { readonly kind: 'rejected'; readonly candidate: Candidate; readonly because: readonly Information[] }
  | { readonly kind: 'pinned'; readonly candidate: Candidate }
  /** A key has no candidate that can be pinned; these requirements meet there. */
  | { readonly kind: 'conflict'; readonly key: string; readonly causes: readonly Information[] }
  /** Pins taken back, newest first; the last of them will not be tried again here. */
  | { readonly kind: 'backjump'; readonly undone: readonly Candidate[]; readonly excluded: Candidate }
  /** Jumping far back led nowhere: the search returns to where it began to, and goes back step by step from now on. */
  | { readonly kind: 'careful-again' }
  | { readonly kind: 'solved' }
  | { readonly kind: 'unsolvable'; readonly causes: readonly Information[] };
