/** Counts for a reader: how many items of a lecture were answered, and how. */
import type { AnswerRecord } from './progress';

export interface Summary {
  readonly total: number;
  /** Answered, or the answer was looked at. */
  readonly answered: number;
  /** Right before the answer was shown. */
  readonly alone: number;
  /** Solved or seen after it was shown. */
  readonly shown: number;
  /** Answered to an older revision: the question has changed since. */
  readonly changed: number;
}

/** Whether the question has changed since it was answered. */
export const hasChanged = (record: AnswerRecord, revision: number): boolean =>
  record.given !== undefined && record.given.revision < revision;

/**
 * Takes the items with what is known of each, returns the counts.
 *
 * @example summarise([{ revision: 1, record: undefined }]) // { total: 1, answered: 0, alone: 0, shown: 0, changed: 0 }
 */
export function summarise(
  items: readonly { readonly revision: number; readonly record: AnswerRecord | undefined }[],
): Summary {
  const done = items.flatMap(({ revision, record }) => (record ? [{ revision, record }] : []));
  return {
    total: items.length,
    answered: done.length,
    alone: done.filter(({ record }) => record.solved === 'alone').length,
    shown: done.filter(({ record }) => record.solved === 'shown').length,
    changed: done.filter(({ record, revision }) => hasChanged(record, revision)).length,
  };
}
