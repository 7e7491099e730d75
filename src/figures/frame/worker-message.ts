/** What a page and its worker say to each other: each question has a number, and every message names it. */

export type ToWorker<Question> =
  | { readonly kind: 'ask'; readonly number: number; readonly question: Question }
  | { readonly kind: 'cancel'; readonly number: number };

export type FromWorker<Answer, Progress = unknown> =
  | { readonly kind: 'answered'; readonly number: number; readonly answer: Answer }
  /** Where the work on it stands. */
  | { readonly kind: 'progress'; readonly number: number; readonly progress: Progress }
  /** It was cancelled, and the worker has stopped. */
  | { readonly kind: 'stopped'; readonly number: number }
  /** What answers it threw: the worker may be in any state. */
  | { readonly kind: 'failed'; readonly number: number };
