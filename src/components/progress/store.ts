/**
 * The reader's progress on this device: the one module that keeps it in localStorage. One key a record (`shipshape:answer:…`), read
 * again and merged at each write, so that two tabs don't lose each other's answers. Where storage is blocked, full, or written by
 * a newer version, everything goes on in memory and the reader is told once.
 */
import {
  type Answer,
  type AnswerRecord,
  answered,
  begun,
  currentSchema,
  type DraftRecord,
  drafted,
  type Exercise,
  type ExerciseRecord,
  finished,
  formatRecord,
  hinted,
  isObject,
  keyOf,
  type LectureRecord,
  mergeRecords,
  migrate,
  mostRecords,
  type Progress,
  type ProgressRecord,
  parseJson,
  progressOf,
  type QuizItem,
  type RecordKey,
  readRecord,
  renamed,
  shown,
  solutionShown,
  visited,
  worked,
} from '@/core/exercise';

const prefix = 'shipshape:';
/** Where schema 1 kept everything, under one key. */
const schemaOneKey = `${prefix}progress`;
/** No record of ours is longer; keeps a hostile value from being parsed. */
const longestValue = 50_000;

/** Why answers are kept in memory only. */
export type Trouble = 'blocked' | 'full' | 'newer';

/** What changed: the keys of records, or everything (an import, an erasure). */
export type Change =
  | { readonly kind: 'records'; readonly keys: readonly RecordKey[] }
  | { readonly kind: 'everything' };

/** What the store needs of a browser; tests bring their own. */
export interface Surroundings {
  /** May throw: some browsers refuse even the look at localStorage. */
  readonly storage: () => Storage;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly changed: (change: Change) => void;
  readonly troubled: (trouble: Trouble) => void;
}

/** An item as the store knows it: its id and the ids that it had before. */
export interface Named {
  readonly id: string;
  readonly aliases?: readonly string[] | undefined;
}

type Stored =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'record'; readonly record: ProgressRecord }
  | { readonly kind: 'newer' };

type Kept<K extends ProgressRecord['kind']> = Extract<ProgressRecord, { kind: K }>;

const isKind = <K extends ProgressRecord['kind']>(record: ProgressRecord | undefined, kind: K): record is Kept<K> =>
  record?.kind === kind;

/** A stored value → its record, unless it is damaged, hostile, or not what its key says. */
function readValue(key: RecordKey, text: string | null): Stored {
  const json = text === null || text.length > longestValue ? undefined : parseJson(text);
  if (!isObject(json)) return { kind: 'nothing' };
  const { schema, ...rest } = json;
  if (typeof schema === 'number' && schema > currentSchema) return { kind: 'newer' };
  const records = migrate({ schema: schema ?? null, records: [rest] })?.['records'];
  const read = Array.isArray(records) ? readRecord(records[0]) : undefined;
  return read?.kind === 'record' && keyOf(read.record) === key ? read : { kind: 'nothing' };
}

const formatValue = (record: ProgressRecord): string =>
  JSON.stringify({ schema: currentSchema, ...formatRecord(mergeRecords(record, record)) });

const isRecordKey = (key: string): key is RecordKey => /^(?:answer|draft|exercise|lecture):/.test(key);

/** An exercise as the store knows it. */
type Asked = Named & Pick<Exercise, 'id' | 'revision' | 'tasks'>;

/** What a page with an exercise needs of a store; an embed brings one that keeps everything in memory. */
export interface ExerciseStore {
  exercise(exercise: Named): ExerciseRecord | undefined;
  /** Keeps that an attempt has begun. */
  beginExercise(exercise: Named): ExerciseRecord;
  /** Keeps which tasks are done in this attempt. */
  workExercise(exercise: Asked, done: readonly string[]): ExerciseRecord;
  /** Keeps that so many hints of a task were taken. */
  takeHint(exercise: Named, task: string, hints: number): ExerciseRecord;
  /** Keeps that a solution was shown. */
  showSolution(exercise: Named & Pick<Exercise, 'revision'>): ExerciseRecord;
  /** The text of a draft, unless there is none or it was thrown away. */
  draft(exercise: Named): string | undefined;
  /** Keeps a draft; an empty one throws it away. */
  keepDraft(exercise: Named, text: string): void;
}

export class ProgressStore implements ExerciseStore {
  readonly #around: Surroundings;
  /** What this page wrote, to write again when another tab's older copy wins a race, and to go on with when storage fails. */
  readonly #session = new Map<RecordKey, ProgressRecord>();
  /** Records that are in memory only. */
  readonly #unsaved = new Set<RecordKey>();
  #trouble: Trouble | undefined;
  #told = false;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#migrateSchemaOne();
  }

  /** Why answers are in memory only, or undefined while they are kept. */
  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  answer(item: Named): AnswerRecord | undefined {
    return this.#read('answer', item);
  }

  /** Keeps an answer and its verdict. */
  giveAnswer(
    item: Named & Pick<QuizItem, 'id' | 'kind' | 'revision'>,
    answer: Answer,
    verdict: 'right' | 'wrong',
  ): AnswerRecord {
    const at = this.#around.now();
    return this.#write('answer', item, (before) => answered(before, item, { answer, verdict, at }));
  }

  /** Keeps that the answer was shown. */
  showAnswer(item: Named): AnswerRecord {
    return this.#write('answer', item, (before) => shown(before, item.id, this.#around.now()));
  }

  exercise(exercise: Named): ExerciseRecord | undefined {
    return this.#read('exercise', exercise);
  }

  beginExercise(exercise: Named): ExerciseRecord {
    return this.#write('exercise', exercise, (before) => begun(before, exercise, this.#around.now()));
  }

  workExercise(exercise: Asked, done: readonly string[]): ExerciseRecord {
    return this.#write('exercise', exercise, (before) => worked(before, exercise, { done, at: this.#around.now() }));
  }

  takeHint(exercise: Named, task: string, hints: number): ExerciseRecord {
    const at = this.#around.now();
    return this.#write('exercise', exercise, (before) => hinted(before, exercise, { task, hints, at }));
  }

  showSolution(exercise: Named & Pick<Exercise, 'revision'>): ExerciseRecord {
    return this.#write('exercise', exercise, (before) => solutionShown(before, exercise, this.#around.now()));
  }

  draft(exercise: Named): string | undefined {
    return this.#read('draft', exercise)?.text || undefined;
  }

  keepDraft(exercise: Named, text: string): void {
    this.#write('draft', exercise, (before): DraftRecord => drafted(before, exercise.id, text, this.#around.now()));
  }

  lecture(id: string): LectureRecord | undefined {
    return this.#read('lecture', { id });
  }

  /** Keeps that a lecture was open, and the heading that was reached. */
  visitLecture(id: string, heading?: string): void {
    this.#write('lecture', { id }, (before) => visited(before, id, this.#around.now(), heading));
  }

  finishLecture(id: string): void {
    this.#write('lecture', { id }, (before) => finished(before, id, this.#around.now()));
  }

  /** The lecture that was open last. */
  lastLecture(): LectureRecord | undefined {
    return [...this.all().records.values()]
      .filter((record) => isKind(record, 'lecture'))
      .reduce<LectureRecord | undefined>(
        (latest, one) => (latest && latest.last >= one.last ? latest : one),
        undefined,
      );
  }

  /** Everything that is kept, in storage and in memory. */
  all(): Progress {
    const keys = new Set<RecordKey>(this.#session.keys());
    this.#attempt((storage) => {
      for (let i = 0; i < storage.length && keys.size < mostRecords; i++) {
        const key = storage.key(i)?.replace(prefix, '') ?? '';
        if (isRecordKey(key)) keys.add(key);
      }
    });
    return progressOf([...keys].flatMap((key) => this.#load(key) ?? []));
  }

  /** Merges what was imported into what is kept. */
  add(progress: Progress): void {
    for (const [key, record] of progress.records) {
      const before = this.#load(key);
      this.#save(key, before ? mergeRecords(before, record) : record);
    }
    this.#around.changed({ kind: 'everything' });
  }

  /** Forgets everything of this site, settings included. */
  erase(): void {
    this.#session.clear();
    this.#unsaved.clear();
    this.#attempt((storage) => {
      const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
      for (const key of keys) if (key.startsWith(prefix)) storage.removeItem(key);
    });
    this.#around.changed({ kind: 'everything' });
  }

  /** Takes the browser's word that another tab wrote: `key` is null when everything was cleared. */
  heard(storageKey: string | null, value: string | null): void {
    if (storageKey === null) {
      this.#session.clear();
      this.#unsaved.clear();
      this.#around.changed({ kind: 'everything' });
      return;
    }
    const key = storageKey.startsWith(prefix) ? storageKey.slice(prefix.length) : '';
    if (!isRecordKey(key)) return;
    const mine = this.#session.get(key);
    const theirs = readValue(key, value);
    if (value === null) {
      this.#session.delete(key);
      this.#unsaved.delete(key);
    } else if (mine && theirs.kind === 'record') {
      const both = mergeRecords(mine, theirs.record);
      // Their write raced with ours and won: put both back. It ends there, as merging the same again changes nothing.
      if (formatValue(both) !== formatValue(theirs.record)) this.#save(key, both);
    }
    this.#around.changed({ kind: 'records', keys: [key] });
  }

  #read<K extends ProgressRecord['kind']>(kind: K, { id, aliases = [] }: Named): Kept<K> | undefined {
    return [id, ...aliases]
      .map((name) => this.#load(`${kind}:${name}`))
      .filter((record) => isKind(record, kind))
      .map((record) => renamed(record, id))
      .reduce<Kept<K> | undefined>((all, one) => (all ? mergeRecords(all, one) : one), undefined);
  }

  #write<K extends ProgressRecord['kind']>(
    kind: K,
    named: Named,
    change: (before: Kept<K> | undefined) => Kept<K>,
  ): Kept<K> {
    const key: RecordKey = `${kind}:${named.id}`;
    const after = change(this.#read(kind, named));
    this.#save(key, after);
    this.#around.changed({ kind: 'records', keys: [key] });
    return after;
  }

  /** What storage and memory know together. */
  #load(key: RecordKey): ProgressRecord | undefined {
    const mine = this.#session.get(key);
    const stored = this.#attempt((storage) => readValue(key, storage.getItem(prefix + key)));
    if (stored?.kind !== 'record') return mine;
    return mine ? mergeRecords(mine, stored.record) : stored.record;
  }

  #save(key: RecordKey, record: ProgressRecord): void {
    this.#session.set(key, record);
    this.#unsaved.add(key);
    this.#attempt((storage) => {
      // What failed before is tried again: the reader may have made room.
      for (const one of this.#unsaved) {
        const value = this.#session.get(one);
        if (!value) continue;
        if (readValue(one, storage.getItem(prefix + one)).kind === 'newer') {
          this.#fail('newer');
          continue;
        }
        storage.setItem(prefix + one, formatValue(value));
        this.#unsaved.delete(one);
      }
      if (this.#unsaved.size === 0) this.#trouble = undefined;
    });
  }

  #attempt<T>(act: (storage: Storage) => T): T | undefined {
    try {
      return act(this.#around.storage());
    } catch (error) {
      const isFull = error instanceof Error && /quota/i.test(error.name);
      if (this.#unsaved.size > 0) this.#fail(isFull ? 'full' : 'blocked');
      return undefined;
    }
  }

  #fail(trouble: Trouble): void {
    this.#trouble = trouble;
    // A visit that can't be kept is no trouble worth telling: nothing of the reader's own is at stake yet.
    const isAtStake = [...this.#unsaved].some((key) => !key.startsWith('lecture:'));
    if (this.#told || !isAtStake) return;
    this.#told = true;
    this.#around.troubled(trouble);
  }

  #migrateSchemaOne(): void {
    this.#attempt((storage) => {
      const json = parseJson(storage.getItem(schemaOneKey) ?? 'null');
      const records = isObject(json) ? migrate(json)?.['records'] : undefined;
      if (!Array.isArray(records)) return;
      for (const one of records.slice(0, mostRecords)) {
        const read = readRecord(one);
        if (read.kind !== 'record') continue;
        const key = keyOf(read.record);
        const before = this.#load(key);
        this.#save(key, before ? mergeRecords(before, read.record) : read.record);
      }
      if (this.#unsaved.size === 0) storage.removeItem(schemaOneKey);
    });
  }
}
