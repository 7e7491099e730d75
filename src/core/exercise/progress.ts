/**
 * What a reader has done: one record an item, exercise, draft or lecture, kept under the id that an author chose. Each record knows how it
 * grows by an act; the time of the act is an input. Settings are no progress and are kept apart.
 */
import type { Answer } from './answer';
import type { ExerciseRecord } from './exercise-record';
import type { Json } from './json';
import type { QuizItem } from './quiz';

/** Keys that this version doesn't know: kept, so that an older page loses nothing that a newer one wrote. */
export type More = ReadonlyMap<string, Json>;

/** How an item was solved, from least to best: not yet, after its answer was shown, or before. */
export type Solved = 'no' | 'shown' | 'alone';

/** The latest answer, to which revision of the item, and when (milliseconds since 1970, as the caller's clock says). */
export interface Given {
  readonly answer: Answer;
  readonly verdict: 'right' | 'wrong';
  readonly revision: number;
  readonly at: number;
}

export interface AnswerRecord {
  readonly kind: 'answer';
  readonly id: string;
  /** Undefined while the answer was only shown. */
  readonly given: Given | undefined;
  readonly attempts: number;
  readonly solved: Solved;
  readonly first: number;
  readonly last: number;
  readonly more: More;
}

/** A text that a reader has begun. An empty one is a draft thrown away. */
export interface DraftRecord {
  readonly kind: 'draft';
  readonly id: string;
  readonly text: string;
  readonly at: number;
  readonly more: More;
}

export interface LectureRecord {
  readonly kind: 'lecture';
  readonly id: string;
  readonly first: number;
  readonly last: number;
  /** When its end was first reached. */
  readonly finished: number | undefined;
  /** The heading that the reader was last at, by its id. */
  readonly place: { readonly heading: string; readonly at: number } | undefined;
  readonly more: More;
}

export type ProgressRecord = AnswerRecord | DraftRecord | ExerciseRecord | LectureRecord;

/** Names a record among all: `answer:venv/moved`. */
export type RecordKey = `${ProgressRecord['kind']}:${string}`;

export const keyOf = (record: ProgressRecord): RecordKey => `${record.kind}:${record.id}`;

/** A record under another id. */
export const renamed = <R extends ProgressRecord>(record: R, id: string): R => ({ ...record, id });

/** All records by their keys. */
export interface Progress {
  readonly records: ReadonlyMap<RecordKey, ProgressRecord>;
  readonly more: More;
}

/** More records than the course has items, exercises and lectures, several times over; bounds what is read at once. */
export const mostRecords = 5000;

export const noMore: More = new Map();
export const noProgress: Progress = { records: new Map(), more: noMore };

/** Records → progress, sorted by key; of two with one key the later in the list stays, so merge them before. */
export const progressOf = (records: Iterable<ProgressRecord>, more: More = noMore): Progress => ({
  records: new Map(
    [...records].map((record) => [keyOf(record), record] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  ),
  more,
});

const freshAnswer = (id: string, at: number): AnswerRecord => {
  return { kind: 'answer', id, given: undefined, attempts: 0, solved: 'no', first: at, last: at, more: noMore };
};

/** A reader's act on one item. */
export interface Answering {
  readonly answer: Answer;
  readonly verdict: 'right' | 'wrong';
  readonly at: number;
}

/**
 * The record after an answer. A right one counts as solved alone unless the answer had been shown before; a prediction shows its
 * outcome whatever was predicted, so a wrong one counts as shown. A best result is never taken back.
 *
 * @example
 * answered(undefined, item, { answer, verdict: 'right', at: 5 })
 * // { kind: 'answer', id: item.id, attempts: 1, solved: 'alone', first: 5, last: 5, given: { … } }
 */
export function answered(
  before: AnswerRecord | undefined,
  item: Pick<QuizItem, 'id' | 'kind' | 'revision'>,
  { answer, verdict, at }: Answering,
): AnswerRecord {
  const record = before ?? freshAnswer(item.id, at);
  const now: Solved = verdict === 'right' ? 'alone' : item.kind === 'predict' ? 'shown' : 'no';
  return {
    ...record,
    given: { answer, verdict, revision: item.revision, at },
    attempts: record.attempts + 1,
    solved: record.solved === 'no' ? now : record.solved,
    last: Math.max(record.last, at),
  };
}

/** The record after the answer was shown: what is solved from now on is no longer solved alone. */
export function shown(before: AnswerRecord | undefined, id: string, at: number): AnswerRecord {
  const record = before ?? freshAnswer(id, at);
  return { ...record, solved: record.solved === 'no' ? 'shown' : record.solved, last: Math.max(record.last, at) };
}

const freshLecture = (id: string, at: number): LectureRecord => {
  return { kind: 'lecture', id, first: at, last: at, finished: undefined, place: undefined, more: noMore };
};

/** The record after a visit to a lecture, at a heading where one was reached. */
export function visited(before: LectureRecord | undefined, id: string, at: number, heading?: string): LectureRecord {
  const record = before ?? freshLecture(id, at);
  return {
    ...record,
    last: Math.max(record.last, at),
    place: heading === undefined ? record.place : { heading, at },
  };
}

/** The record after the end of a lecture was reached; the first time stays. */
export function finished(before: LectureRecord | undefined, id: string, at: number): LectureRecord {
  const record = visited(before, id, at);
  return { ...record, finished: record.finished ?? at };
}

/** A draft as it stands now. */
export const drafted = (before: DraftRecord | undefined, id: string, text: string, at: number): DraftRecord => {
  return { kind: 'draft', id, text, at, more: before?.more ?? noMore };
};
