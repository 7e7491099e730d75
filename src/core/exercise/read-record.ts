/** A stored or imported record: hostile until each of its parts has been checked. */
import { readAnswer } from './answer';
import { type ExerciseRecord, mostHints, mostTasks, type Result, type TaskRecord } from './exercise-record';
import { isObject, isTooDeep, type Json, type JsonObject } from './json';
import type { AnswerRecord, DraftRecord, Given, LectureRecord, More, ProgressRecord, Solved } from './progress';

/** The record, or the key whose value is missing or can't be. */
export type ReadRecord =
  | { readonly kind: 'record'; readonly record: ProgressRecord }
  | { readonly kind: 'bad'; readonly key: string };

/** More characters than an exercise's editor holds. */
export const longestDraft = 20_000;

/** The last moment that a date can name (ECMAScript, time values). */
const lastMoment = 8.64e15;
const most = 1_000_000;

const isCount = (json: Json | undefined, from: number, to: number): json is number =>
  typeof json === 'number' && Number.isInteger(json) && json >= from && json <= to;
const isTime = (json: Json | undefined): json is number => isCount(json, 0, lastMoment);
const isMatch = (json: Json | undefined, pattern: RegExp): json is string =>
  typeof json === 'string' && json.length <= 120 && pattern.test(json);
const isSolved = (json: Json | undefined): json is Solved => json === 'no' || json === 'shown' || json === 'alone';

const isResult = (json: Json | undefined): json is Result => json === 'hints' || isSolved(json);

const itemId = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const lectureId = /^[a-z0-9-]+$/;
/** A heading's id or a task's, as authors choose them. */
const word = /^[a-z0-9-]+$/;

const bad = (key: string): ReadRecord => ({ kind: 'bad', key });

function readMore(json: JsonObject, known: readonly string[]): More {
  const unknown = Object.entries(json).filter(([key, value]) => !known.includes(key) && !isTooDeep(value, 2));
  return new Map(unknown.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readGiven(json: Json): Given | undefined {
  if (!isObject(json)) return undefined;
  const answer = readAnswer(json['answer']);
  const { verdict, revision, at } = json;
  if (!answer || (verdict !== 'right' && verdict !== 'wrong') || !isCount(revision, 1, most) || !isTime(at)) {
    return undefined;
  }
  return { answer, verdict, revision, at };
}

const answerKeys = ['kind', 'id', 'given', 'attempts', 'solved', 'first', 'last'];

function readAnswerRecord(json: JsonObject): ReadRecord {
  const { id, attempts, solved, first, last } = json;
  const given = json['given'] === undefined ? undefined : readGiven(json['given']);
  if (!isMatch(id, itemId)) return bad('id');
  if (given === undefined && json['given'] !== undefined) return bad('given');
  if (!isCount(attempts, 0, most)) return bad('attempts');
  if (!isSolved(solved)) return bad('solved');
  if (!isTime(first)) return bad('first');
  if (!isTime(last) || last < first) return bad('last');
  const more = readMore(json, answerKeys);
  const record: AnswerRecord = { kind: 'answer', id, given, attempts, solved, first, last, more };
  return { kind: 'record', record };
}

const draftKeys = ['kind', 'id', 'text', 'at'];

function readDraftRecord(json: JsonObject): ReadRecord {
  const { id, text, at } = json;
  if (!isMatch(id, itemId)) return bad('id');
  if (typeof text !== 'string' || text.length > longestDraft) return bad('text');
  if (!isTime(at)) return bad('at');
  const record: DraftRecord = { kind: 'draft', id, text, at, more: readMore(json, draftKeys) };
  return { kind: 'record', record };
}

const exerciseKeys = ['kind', 'id', 'solved', 'revision', 'attempts', 'tasks', 'first', 'last'];

function readTask(json: Json): readonly TaskRecord[] {
  if (!isObject(json)) return [];
  const { id, solved, hints } = json;
  return isMatch(id, word) && isResult(solved) && isCount(hints, 0, mostHints) ? [{ id, solved, hints }] : [];
}

/** The tasks sorted by id; undefined when one of them is none, or stands there twice. */
function readTasks(json: Json | undefined): readonly TaskRecord[] | undefined {
  if (!Array.isArray(json) || json.length > mostTasks) return undefined;
  const tasks = json.flatMap(readTask).sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Set(tasks.map(({ id }) => id)).size === json.length ? tasks : undefined;
}

function readExerciseRecord(json: JsonObject): ReadRecord {
  const { id, solved, revision, attempts, first, last } = json;
  const tasks = readTasks(json['tasks']);
  if (!isMatch(id, itemId)) return bad('id');
  if (!isResult(solved)) return bad('solved');
  if (revision !== undefined && !isCount(revision, 1, most)) return bad('revision');
  if (!isCount(attempts, 0, most)) return bad('attempts');
  if (!tasks) return bad('tasks');
  if (!isTime(first)) return bad('first');
  if (!isTime(last) || last < first) return bad('last');
  const more = readMore(json, exerciseKeys);
  const record: ExerciseRecord = { kind: 'exercise', id, solved, revision, attempts, tasks, first, last, more };
  return { kind: 'record', record };
}

const lectureKeys = ['kind', 'id', 'first', 'last', 'finished', 'place'];

function readPlace(json: Json | undefined): LectureRecord['place'] {
  if (!isObject(json)) return undefined;
  const { heading, at } = json;
  return isMatch(heading, word) && isTime(at) ? { heading, at } : undefined;
}

function readLectureRecord(json: JsonObject): ReadRecord {
  const { id, first, last, finished } = json;
  const place = readPlace(json['place']);
  if (!isMatch(id, lectureId)) return bad('id');
  if (!isTime(first)) return bad('first');
  if (!isTime(last) || last < first) return bad('last');
  if (finished !== undefined && !isTime(finished)) return bad('finished');
  if (place === undefined && json['place'] !== undefined) return bad('place');
  const record: LectureRecord = {
    kind: 'lecture',
    id,
    first,
    last,
    finished,
    place,
    more: readMore(json, lectureKeys),
  };
  return { kind: 'record', record };
}

/**
 * Takes a JSON value that claims to be a record of the current schema, returns the record, or the first key that is wrong. Keys
 * that this version doesn't know are kept, unless they are nested deeper than any of ours.
 */
export function readRecord(json: Json): ReadRecord {
  if (!isObject(json)) return bad('kind');
  switch (json['kind']) {
    case 'answer':
      return readAnswerRecord(json);
    case 'draft':
      return readDraftRecord(json);
    case 'exercise':
      return readExerciseRecord(json);
    case 'lecture':
      return readLectureRecord(json);
    default:
      return bad('kind');
  }
}

/** A record → the JSON value that readRecord reads. */
export function formatRecord(record: ProgressRecord): JsonObject {
  const { more, ...known } = record;
  return Object.fromEntries([...more, ...Object.entries(known)].filter(([, value]) => value !== undefined));
}
