/**
 * Older shapes of a reader's progress, and the way from each to the next. A migration takes a document as it was written (and as
 * hostile as any) and returns it in the next shape; what doesn't fit is carried along for the reader of records to refuse.
 *
 * Schema 1 kept answers in one object under their ids, without the revision of the item, and whether the answer was shown;
 * lectures likewise. Schema 2 is a list of records, each with its kind; an answer names the revision that it was given to. Another
 * kind of record (exercises came later) raises nothing: a page that doesn't know it leaves it where it is and takes all others,
 * while a higher schema would keep that page from writing answers at all.
 */
import { isObject, type Json, type JsonObject } from './json';

export const currentSchema = 2;

interface Migration {
  readonly from: number;
  readonly migrate: (document: JsonObject) => JsonObject;
}

const entries = (json: Json | undefined): readonly (readonly [string, Json])[] =>
  isObject(json) ? Object.entries(json) : [];

/** `{ answer, right, shown, attempts, first, last }` → a record; every item was at its first revision then. */
function answerRecord([id, json]: readonly [string, Json]): Json {
  if (!isObject(json)) return { kind: 'answer', id, given: json };
  const { answer, right, shown, ...kept } = json;
  const verdict = right === true ? 'right' : 'wrong';
  return {
    ...kept,
    kind: 'answer',
    id,
    solved: shown === true ? 'shown' : right === true ? 'alone' : 'no',
    ...(answer === undefined ? {} : { given: { answer, verdict, revision: 1, at: json['last'] ?? null } }),
  };
}

const lectureRecord = ([id, json]: readonly [string, Json]): Json => ({
  ...(isObject(json) ? json : {}),
  kind: 'lecture',
  id,
});

/** In order, each from its schema to the next; a document runs through all that are left. */
export const migrations: readonly Migration[] = [
  {
    from: 1,
    migrate: ({ answers, lectures, ...kept }) => ({
      ...kept,
      schema: 2,
      records: [...entries(answers).map(answerRecord), ...entries(lectures).map(lectureRecord)],
    }),
  },
];

/**
 * Takes a document with its `schema`, returns it in the current shape; undefined when its schema is newer than ours, or none.
 *
 * @example migrate({ schema: 1, answers: {} }) // { schema: 2, records: [] }
 */
export function migrate(document: JsonObject): JsonObject | undefined {
  const schema = document['schema'];
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1 || schema > currentSchema) return undefined;
  return migrations.reduce((newer, step) => (step.from >= schema ? step.migrate(newer) : newer), document);
}
