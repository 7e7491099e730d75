/**
 * Merging what two devices, two tabs or a file know. The order of merging doesn't matter, nor how often the same is merged:
 * every part of a record is taken by a maximum or minimum of its own (a join-semilattice, as in state-based CRDTs).
 */
import { answerKey } from './answer';
import { type ExerciseRecord, mostTasks, type Result, resultRank, type TaskRecord } from './exercise-record';
import type {
  AnswerRecord,
  DraftRecord,
  Given,
  LectureRecord,
  More,
  Progress,
  ProgressRecord,
  RecordKey,
} from './progress';
import { progressOf } from './progress';

const better = <R extends Result>(a: R, b: R): R => (resultRank[a] >= resultRank[b] ? a : b);

/** The one whose key is greater, part by part; where all are equal they are the same. */
function greater<T>(a: T, b: T, parts: (value: T) => readonly (number | string)[]): T {
  const ofB = parts(b);
  for (const [i, part] of parts(a).entries()) {
    const other = ofB[i] ?? part;
    if (part !== other) return part > other ? a : b;
  }
  return a;
}

/** Of two that may be missing, the one that is there, or what `choose` makes of both. */
const join = <T>(a: T | undefined, b: T | undefined, choose: (a: T, b: T) => T): T | undefined =>
  a === undefined ? b : b === undefined ? a : choose(a, b);

/** The newest answer; at the same moment, the one to the newer revision, then by its text: any rule does that is always the same. */
const newest = (a: Given, b: Given): Given =>
  greater(a, b, (given) => [given.at, given.revision, answerKey(given.answer), given.verdict]);

function mergeMore(a: More, b: More): More {
  if (b.size === 0) return a;
  const merged = new Map(a);
  for (const [key, value] of b) {
    const mine = merged.get(key);
    merged.set(key, mine === undefined ? value : greater(mine, value, (json) => [JSON.stringify(json)]));
  }
  return new Map([...merged].sort(([left], [right]) => (left < right ? -1 : 1)));
}

const mergeAnswers = (a: AnswerRecord, b: AnswerRecord): AnswerRecord => ({
  kind: 'answer',
  id: a.id,
  given: join(a.given, b.given, newest),
  attempts: Math.max(a.attempts, b.attempts),
  solved: better(a.solved, b.solved),
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
  more: mergeMore(a.more, b.more),
});

function mergeDrafts(a: DraftRecord, b: DraftRecord): DraftRecord {
  const { text, at } = greater(a, b, (draft) => [draft.at, draft.text]);
  return { kind: 'draft', id: a.id, text, at, more: mergeMore(a.more, b.more) };
}

const mergeTask = (a: TaskRecord, b: TaskRecord): TaskRecord => ({
  id: a.id,
  solved: better(a.solved, b.solved),
  hints: Math.max(a.hints, b.hints),
});

/** The tasks of both, each once, sorted by id; of more than can be kept, the first. */
function mergeTasks(a: readonly TaskRecord[], b: readonly TaskRecord[]): readonly TaskRecord[] {
  const merged = new Map<string, TaskRecord>();
  for (const task of [...a, ...b]) merged.set(task.id, join(merged.get(task.id), task, mergeTask) ?? task);
  return [...merged.values()].sort((left, right) => (left.id < right.id ? -1 : 1)).slice(0, mostTasks);
}

const mergeExercises = (a: ExerciseRecord, b: ExerciseRecord): ExerciseRecord => ({
  kind: 'exercise',
  id: a.id,
  solved: better(a.solved, b.solved),
  revision: join(a.revision, b.revision, Math.max),
  attempts: Math.max(a.attempts, b.attempts),
  tasks: mergeTasks(a.tasks, b.tasks),
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
  more: mergeMore(a.more, b.more),
});

const mergeLectures = (a: LectureRecord, b: LectureRecord): LectureRecord => ({
  kind: 'lecture',
  id: a.id,
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
  finished: join(a.finished, b.finished, Math.min),
  place: join(a.place, b.place, (left, right) => greater(left, right, (place) => [place.at, place.heading])),
  more: mergeMore(a.more, b.more),
});

/**
 * Two records of one key → one: the newest answer, the most attempts, the best result, the first and the last time. Records of
 * different kinds have different keys and never meet; if they are given all the same, the first is returned.
 */
export function mergeRecords<R extends ProgressRecord>(a: R, b: R): R;
export function mergeRecords(a: ProgressRecord, b: ProgressRecord): ProgressRecord {
  if (a.kind === 'answer' && b.kind === 'answer') return mergeAnswers(a, b);
  if (a.kind === 'draft' && b.kind === 'draft') return mergeDrafts(a, b);
  if (a.kind === 'exercise' && b.kind === 'exercise') return mergeExercises(a, b);
  if (a.kind === 'lecture' && b.kind === 'lecture') return mergeLectures(a, b);
  return a;
}

/**
 * Two progresses → one that knows all that either knew. Commutative, associative, idempotent.
 *
 * @example merge(thisDevice, importedFile)
 */
export function merge(a: Progress, b: Progress): Progress {
  const records = new Map<RecordKey, ProgressRecord>(a.records);
  for (const [key, record] of b.records) {
    const mine = records.get(key);
    records.set(key, mine === undefined ? record : mergeRecords(mine, record));
  }
  return progressOf(records.values(), mergeMore(a.more, b.more));
}
