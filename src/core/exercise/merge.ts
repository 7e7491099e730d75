/**
 * Merging what two devices, two tabs or a file know. The order of merging doesn't matter, nor how often the same is merged:
 * every part of a record is taken by a maximum or minimum of its own (a join-semilattice, as in state-based CRDTs).
 */
import { answerKey } from './answer';
import type {
  AnswerRecord,
  DraftRecord,
  Given,
  LectureRecord,
  More,
  Progress,
  ProgressRecord,
  RecordKey,
  Solved,
} from './progress';
import { progressOf } from './progress';

const rank: Readonly<Record<Solved, number>> = { no: 0, shown: 1, alone: 2 };
const better = (a: Solved, b: Solved): Solved => (rank[a] >= rank[b] ? a : b);

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
