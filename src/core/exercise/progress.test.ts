import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentId, underCurrentIds } from './aliases';
import type { Answer } from './answer';
import { merge, mergeRecords } from './merge';
import {
  type AnswerRecord,
  answered,
  drafted,
  finished,
  type LectureRecord,
  noMore,
  noProgress,
  type Progress,
  progressOf,
  shown,
  visited,
} from './progress';
import { anyExerciseRecord, anyProgress } from './progress.arbitrary';
import { hasChanged, summarise } from './summary';

const item = { kind: 'single', id: 'venv/moved', revision: 2 } as const;
const prediction = { ...item, kind: 'predict' } as const;
const answer: Answer = { kind: 'option', option: 'fails' };

const base: AnswerRecord = {
  kind: 'answer',
  id: 'venv/moved',
  given: { answer, verdict: 'right', revision: 2, at: 5 },
  attempts: 1,
  solved: 'alone',
  first: 5,
  last: 5,
  more: noMore,
};

describe('answering', () => {
  it('keeps a right answer as solved alone, with its revision and times', () => {
    expect(answered(undefined, item, { answer, verdict: 'right', at: 5 })).toEqual(base);
  });

  it('counts attempts, and keeps the first time', () => {
    const once = answered(undefined, item, { answer, verdict: 'wrong', at: 5 });
    expect(answered(once, item, { answer, verdict: 'right', at: 9 })).toEqual({
      ...base,
      given: { answer, verdict: 'right', revision: 2, at: 9 },
      attempts: 2,
      last: 9,
    });
  });

  it('counts a right answer as solved after it was shown, where it was shown before', () => {
    const seen = shown(undefined, item.id, 3);
    expect(seen).toEqual({ ...base, given: undefined, attempts: 0, solved: 'shown', first: 3, last: 3 });
    expect(answered(seen, item, { answer, verdict: 'right', at: 5 })).toEqual({ ...base, solved: 'shown', first: 3 });
  });

  it('counts a wrong prediction as shown, since its outcome is on the page', () => {
    const wrong = answered(undefined, prediction, { answer, verdict: 'wrong', at: 5 });
    expect(wrong.solved).toBe('shown');
    expect(answered(wrong, prediction, { answer, verdict: 'right', at: 6 }).solved).toBe('shown');
    expect(answered(undefined, prediction, { answer, verdict: 'right', at: 6 }).solved).toBe('alone');
  });

  it('never takes a best result back: not by a wrong answer, not by looking', () => {
    const wrongLater = answered(base, item, { answer, verdict: 'wrong', at: 9 });
    expect(wrongLater.solved).toBe('alone');
    expect(wrongLater.given).toEqual({ answer, verdict: 'wrong', revision: 2, at: 9 });
    expect(shown(base, item.id, 9)).toEqual({ ...base, last: 9 });
  });

  it('keeps time from running backwards when a clock does', () => {
    expect(answered(base, item, { answer, verdict: 'right', at: 1 }).last).toBe(5);
  });

  it('says that the question has changed when its revision rose since', () => {
    expect([1, 2, 3].map((revision) => hasChanged(base, revision))).toEqual([false, false, true]);
    expect(hasChanged(shown(undefined, item.id, 1), 9)).toBe(false);
  });
});

describe('lectures and drafts', () => {
  it('remembers the first and last visit, the place, and when the end was first reached', () => {
    const lecture: LectureRecord = {
      kind: 'lecture',
      id: 'one',
      first: 1,
      last: 1,
      finished: undefined,
      place: undefined,
      more: noMore,
    };
    const first = visited(undefined, 'one', 1);
    expect(first).toEqual(lecture);
    const further = visited(first, 'one', 4, 'venv');
    expect(further).toEqual({ ...lecture, last: 4, place: { heading: 'venv', at: 4 } });
    const done = finished(further, 'one', 6);
    expect(done).toEqual({ ...lecture, last: 6, place: { heading: 'venv', at: 4 }, finished: 6 });
    expect(finished(done, 'one', 8).finished).toBe(6);
  });

  it('keeps a draft as it stands', () => {
    expect(drafted(undefined, 'a/b', 'text', 3)).toEqual({
      kind: 'draft',
      id: 'a/b',
      text: 'text',
      at: 3,
      more: noMore,
    });
  });
});

describe('a summary', () => {
  it('counts what was answered, and how', () => {
    const records = [
      base,
      { ...base, solved: 'shown' },
      { ...base, given: { answer, verdict: 'wrong', revision: 1, at: 1 }, solved: 'no' },
      undefined,
    ] as const;
    expect(summarise(records.map((record) => ({ revision: 2, record })))).toEqual({
      total: 4,
      answered: 3,
      alone: 1,
      shown: 1,
      changed: 1,
    });
  });

  it('is empty where nothing was done', () => {
    expect(summarise([{ revision: 1, record: undefined }])).toEqual({
      total: 1,
      answered: 0,
      alone: 0,
      shown: 0,
      changed: 0,
    });
  });
});

describe('renamed ids', () => {
  const aliases = new Map([
    ['venv/old', 'venv/newer'],
    ['venv/newer', 'venv/moved'],
    ['loop/a', 'loop/b'],
    ['loop/b', 'loop/a'],
  ]);

  it.each([
    ['venv/old', 'venv/moved'],
    ['venv/newer', 'venv/moved'],
    ['venv/moved', 'venv/moved'],
  ])('follows %s to %s', (old, current) => {
    expect(currentId(old, aliases)).toBe(current);
  });

  it('ends on a circle', () => {
    expect(['loop/a', 'loop/b']).toContain(currentId('loop/a', aliases));
  });

  it('merges what was done under the old name with what was done under the new', () => {
    const old: AnswerRecord = { ...base, id: 'venv/old', attempts: 3, first: 1, solved: 'no' };
    expect(underCurrentIds(progressOf([old, base]), aliases)).toEqual(progressOf([{ ...base, attempts: 3, first: 1 }]));
    expect(underCurrentIds(progressOf([old]), aliases)).toEqual(progressOf([{ ...old, id: 'venv/moved' }]));
  });
});

describe('laws of merging', () => {
  /** The same records and keys, in the same order. */
  const same = (a: Progress, b: Progress): void => {
    expect(a).toEqual(b);
    expect([...a.records.keys(), ...a.more.keys()]).toEqual([...b.records.keys(), ...b.more.keys()]);
  };

  it('law: the order of two doesn’t matter', () => {
    fc.assert(fc.property(anyProgress, anyProgress, (a, b) => same(merge(a, b), merge(b, a))));
  });

  it('law: the grouping of three doesn’t matter', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, anyProgress, (a, b, c) =>
        same(merge(merge(a, b), c), merge(a, merge(b, c))),
      ),
    );
  });

  it('law: merging the same again changes nothing', () => {
    fc.assert(fc.property(anyProgress, (a) => same(merge(a, a), a)));
    fc.assert(fc.property(anyProgress, anyProgress, (a, b) => same(merge(merge(a, b), b), merge(a, b))));
  });

  it('law: nothing merged with anything leaves it as it was', () => {
    fc.assert(fc.property(anyProgress, (a) => same(merge(a, noProgress), a)));
  });

  it('law: of an exercise the best result, each task’s best, most hints and first time are never lost', () => {
    const rank = { no: 0, shown: 1, hints: 2, alone: 3 };
    fc.assert(
      fc.property(anyExerciseRecord, anyExerciseRecord, (a, b) => {
        const merged = mergeRecords({ ...a, id: b.id }, b);
        for (const side of [a, b]) {
          expect(rank[merged.solved]).toBeGreaterThanOrEqual(rank[side.solved]);
          expect(merged.attempts).toBeGreaterThanOrEqual(side.attempts);
          expect(merged.first).toBeLessThanOrEqual(side.first);
          expect(merged.last).toBeGreaterThanOrEqual(side.last);
          expect(merged.revision ?? 0).toBeGreaterThanOrEqual(side.revision ?? 0);
          for (const task of side.tasks) {
            const after = merged.tasks.find(({ id }) => id === task.id);
            expect(rank[after?.solved ?? 'no']).toBeGreaterThanOrEqual(rank[task.solved]);
            expect(after?.hints).toBeGreaterThanOrEqual(task.hints);
          }
        }
      }),
    );
  });

  it('law: the newest answer wins, and the best result, most attempts and first time are never lost', () => {
    const rank = { no: 0, shown: 1, alone: 2 };
    fc.assert(
      fc.property(anyProgress, anyProgress, (a, b) => {
        const merged = merge(a, b);
        for (const side of [a, b]) {
          for (const [key, record] of side.records) {
            const after = merged.records.get(key);
            if (record.kind !== 'answer' || after?.kind !== 'answer') continue;
            expect(rank[after.solved]).toBeGreaterThanOrEqual(rank[record.solved]);
            expect(after.attempts).toBeGreaterThanOrEqual(record.attempts);
            expect(after.first).toBeLessThanOrEqual(record.first);
            expect(after.given?.at ?? -1).toBeGreaterThanOrEqual(record.given?.at ?? -1);
          }
        }
      }),
    );
  });

  it('chooses by a fixed rule between answers of one moment', () => {
    const left = progressOf([{ ...base, given: { answer, verdict: 'wrong', revision: 2, at: 5 } }]);
    const right = progressOf([
      { ...base, given: { answer: { kind: 'option', option: 'works' }, verdict: 'right', revision: 2, at: 5 } },
    ]);
    expect(merge(left, right)).toEqual(right);
    expect(merge(right, left)).toEqual(right);
  });

  it('keeps keys that it doesn’t know', () => {
    const left = progressOf([{ ...base, more: new Map([['colour', 'red']]) }], new Map([['made', 1]]));
    const right = progressOf([{ ...base, more: new Map([['note', 'x']]) }], new Map([['made', 2]]));
    expect(merge(left, right)).toEqual(
      progressOf(
        [
          {
            ...base,
            more: new Map([
              ['colour', 'red'],
              ['note', 'x'],
            ]),
          },
        ],
        new Map([['made', 2]]),
      ),
    );
  });
});
