/**
 * Progress that a reader brings, as a file or as a code: hostile until checked. Reading it says what was understood and, with its
 * place, what was not; what is damaged, foreign or newer than this page is refused whole, with a sentence.
 */
import { fromBase64url } from './base64url';
import { isObject, isTooDeep, type Json, parseJson } from './json';
import { mergeRecords } from './merge';
import { currentSchema, migrate } from './migrations';
import {
  keyOf,
  type More,
  mostRecords,
  type Progress,
  type ProgressRecord,
  progressOf,
  type RecordKey,
} from './progress';
import { checksum, lengthening, withKeys } from './progress-code';
import { documentFormat } from './progress-document';
import { readRecord } from './read-record';

/** Where in what was brought: all of it, or one record (from 0, as it stands in the list) and its key. */
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
export const largestImport = 1_000_000;

const refused = (code: Problem['code'], message: string): ReadProgress => ({
  value: undefined,
  problems: [{ code, at: { kind: 'whole' }, message }],
});

const newer = (schema: number): ReadProgress =>
  refused(
    'progress/newer',
    `This was exported by a newer version of the course (schema ${schema}, this page knows ${currentSchema}): reload this page, then import again.`,
  );

const cutOrChanged = (): ReadProgress =>
  refused(
    'progress/damaged',
    'This is damaged: it was cut short or changed on the way. Export it once more, and take all of it.',
  );

function badRecord(index: number, json: Json, key: string): Problem {
  const id = isObject(json) && typeof json['id'] === 'string' ? json['id'].slice(0, 120) : undefined;
  const name = id === undefined ? `Record ${index + 1}` : `Record ${index + 1} ("${id}")`;
  return {
    code: 'progress/bad-record',
    at: { kind: 'record', index, id, key },
    message: `${name} is left out: its "${key}" is missing or can’t be. Everything else can be taken.`,
  };
}

const ownKeys = ['format', 'schema', 'records'];

function readDocument(json: Json): ReadProgress {
  if (!isObject(json) || json['format'] !== documentFormat) {
    return refused('progress/foreign', 'This is no progress of this course: choose the file that this page saved.');
  }
  const schema = json['schema'];
  if (typeof schema === 'number' && schema > currentSchema) return newer(schema);
  const document = migrate(json);
  const list = document?.['records'];
  if (!document || !Array.isArray(list)) return cutOrChanged();
  if (list.length > mostRecords) {
    return refused(
      'progress/too-many-records',
      `This holds ${list.length} records, more than the ${mostRecords} that are read: choose the file that this page saved.`,
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

/** The JSON that a code's payload holds; undefined when it is no base64url or no JSON. Throws where it is no UTF-8. */
function readPayload(payload: string): Json | undefined {
  const bytes = fromBase64url(payload);
  return bytes && parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

function readCode(code: string): ReadProgress {
  const [, schema = '', rest = ''] = /^shipshape(\d{1,6})\.(.*)$/.exec(code) ?? [];
  if (Number(schema) > currentSchema) return newer(Number(schema));
  const [, payload = '', sum = ''] = /^([\w-]*)\.([0-9a-z]{7})$/.exec(rest) ?? [];
  if (checksum(payload) !== sum) return cutOrChanged();
  try {
    const json = readPayload(payload);
    return json === undefined ? cutOrChanged() : readDocument(withKeys(json, lengthening()));
  } catch {
    // No UTF-8, or nested deeper than a stack, though the checksum is right: somebody made this by hand.
    return cutOrChanged();
  }
}

/**
 * What a reader chose or pasted, file or code → its progress and what was wrong. White space that a mail put into a code is
 * ignored.
 *
 * @example importProgress('hello').problems[0]?.code // 'progress/foreign'
 */
export function importProgress(text: string): ReadProgress {
  if (text.length > largestImport) {
    return refused(
      'progress/too-large',
      'This is larger than 1 MB, far more than any progress of this course: choose the file that this page saved.',
    );
  }
  const start = text.trimStart();
  if (start.startsWith('shipshape')) return readCode(start.replace(/\s+/g, ''));
  if (!start.startsWith('{')) {
    return refused(
      'progress/foreign',
      'This is neither a code nor a file of this course: a code begins with “shipshape”, a file with a curly bracket.',
    );
  }
  const json = parseJson(start);
  return json === undefined ? cutOrChanged() : readDocument(json);
}
