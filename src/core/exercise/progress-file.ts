/**
 * Progress as a file: JSON text, one record a line. Reading one says what was understood and, with its place, what was not; a
 * file that is damaged, foreign or newer than this page is refused whole, with a sentence.
 */
import { isObject, isTooDeep, type Json, type JsonObject, parseJson } from './json';
import { mergeRecords } from './merge';
import { currentSchema, migrate } from './migrations';
import { keyOf, type More, type Progress, type ProgressRecord, progressOf, type RecordKey } from './progress';
import { formatRecord, readRecord } from './read-record';

/** Where in a file: all of it, or one record (from 0, as it stands in the list) and its key. */
export type Place =
  | { readonly kind: 'whole' }
  | { readonly kind: 'record'; readonly index: number; readonly id: string | undefined; readonly key: string };

export interface Problem {
  readonly code:
    | 'progress/too-large'
    | 'progress/too-many-records'
    | 'progress/damaged'
    | 'progress/foreign'
    | 'progress/newer'
    | 'progress/bad-record';
  readonly at: Place;
  readonly message: string;
}

/** `value` is undefined when nothing could be taken; else it holds all records that are sound. */
export interface ReadProgress {
  readonly value: Progress | undefined;
  readonly problems: readonly Problem[];
}

/** The largest text that is read, in characters: a reader's progress has a few ten thousand. */
export const largestFile = 1_000_000;
/** More records than the course has items, exercises and lectures, several times over. */
export const mostRecords = 5000;

const format = 'shipshape-progress';
const ownKeys = ['format', 'schema', 'records'];

/** A refusal of the whole, in a sentence. */
export const refused = (code: Problem['code'], message: string): ReadProgress => ({
  value: undefined,
  problems: [{ code, at: { kind: 'whole' }, message }],
});

export const tooLarge: ReadProgress = refused(
  'progress/too-large',
  'This is larger than 1 MB, far more than any progress of this course: choose the file that this page exported.',
);

/** Progress → its document, as JSON holds it. */
export const progressDocument = (progress: Progress): JsonObject => ({
  ...Object.fromEntries(progress.more),
  format,
  schema: currentSchema,
  records: [...progress.records.values()].map(formatRecord),
});

/**
 * Progress → the text of its file.
 *
 * @example formatProgress(noProgress) // '{\n"format": "shipshape-progress",\n"schema": 2,\n"records": []\n}\n'
 */
export function formatProgress(progress: Progress): string {
  const { records, ...head } = progressDocument(progress);
  const lines = Array.isArray(records) ? records.map((record: Json) => JSON.stringify(record)) : [];
  const heads = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  return `{\n${heads.join('')}"records": [${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}]\n}\n`;
}

function badRecord(index: number, json: Json, key: string): Problem {
  const id = isObject(json) && typeof json['id'] === 'string' ? json['id'].slice(0, 120) : undefined;
  const name = id === undefined ? `Record ${index + 1}` : `Record ${index + 1} ("${id}")`;
  return {
    code: 'progress/bad-record',
    at: { kind: 'record', index, id, key },
    message: `${name} is left out: its \`${key}\` is missing or can’t be. Everything else can be taken.`,
  };
}

/** Takes a document that JSON or a code gave, returns its progress and the problems. */
export function readDocument(json: Json): ReadProgress {
  if (!isObject(json) || json['format'] !== format) {
    return refused('progress/foreign', 'This is no progress of this course: choose the file that this page exported.');
  }
  const schema = json['schema'];
  if (typeof schema === 'number' && schema > currentSchema) {
    return refused(
      'progress/newer',
      `This was exported by a newer version of the course (schema ${schema}, this page knows ${currentSchema}): reload this page, then import again.`,
    );
  }
  const document = migrate(json);
  const list = document?.['records'];
  if (!document || !Array.isArray(list)) {
    return refused('progress/damaged', 'This file is damaged: its list of records is missing. Export it once more.');
  }
  if (list.length > mostRecords) {
    return refused(
      'progress/too-many-records',
      `This holds ${list.length} records, more than the ${mostRecords} that are read: choose the file that this page exported.`,
    );
  }
  const records = new Map<RecordKey, ProgressRecord>();
  const problems: Problem[] = [];
  list.forEach((one: Json, index) => {
    const read = readRecord(one);
    if (read.kind === 'bad') {
      problems.push(badRecord(index, one, read.key));
      return;
    }
    const key = keyOf(read.record);
    const twin = records.get(key);
    records.set(key, twin ? mergeRecords(twin, read.record) : read.record);
  });
  const more: More = new Map(
    Object.entries(document).filter(([key, value]) => !ownKeys.includes(key) && !isTooDeep(value, 1)),
  );
  return { value: progressOf(records.values(), more), problems };
}

/** The text of a file → its progress and what was wrong. */
export function parseProgress(text: string): ReadProgress {
  if (text.length > largestFile) return tooLarge;
  const json = parseJson(text);
  if (json === undefined) {
    return refused('progress/damaged', 'This is not a whole file: it was cut short or changed. Export it once more.');
  }
  return readDocument(json);
}
