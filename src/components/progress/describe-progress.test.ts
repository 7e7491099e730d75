import { describe, expect, it } from 'vitest';
import {
  type AnswerRecord,
  begun,
  type DraftRecord,
  hinted,
  type LectureRecord,
  noMore,
  noProgress,
  progressOf,
  worked,
} from '@/core/exercise';
import { describeImport, describeKeptHere } from './describe-progress';

const answer: AnswerRecord = {
  kind: 'answer',
  id: 'a/b',
  given: undefined,
  attempts: 1,
  solved: 'alone',
  first: 1,
  last: 2,
  more: noMore,
};
const lecture: LectureRecord = {
  kind: 'lecture',
  id: 'one',
  first: 1,
  last: 1,
  finished: undefined,
  place: undefined,
  more: noMore,
};
const draft: DraftRecord = { kind: 'draft', id: 'a/b', text: 'x', at: 1, more: noMore };

describe('what is kept, in words', () => {
  it('counts answers, lectures and drafts', () => {
    const all = progressOf([answer, { ...answer, id: 'a/c', solved: 'shown' }, { ...lecture, finished: 3 }, draft]);
    expect(describeKeptHere(all)).toBe(
      'Kept here: 2 answers (1 right before the answer was seen), 1 lecture opened (1 read to the end), 1 draft.',
    );
    expect(describeKeptHere(progressOf([answer]))).toBe('Kept here: 1 answer (1 right before the answer was seen).');
  });

  it('counts exercises, and how they were solved', () => {
    const exercise = { id: 'a/b', revision: 1, tasks: [{ id: 'one', checks: [], hints: 2 }] };
    const helped = hinted(undefined, { ...exercise, id: 'a/c' }, { task: 'one', hints: 1, at: 1 });
    const all = progressOf([
      worked(undefined, exercise, { done: ['one'], at: 1 }),
      worked(helped, { ...exercise, id: 'a/c' }, { done: ['one'], at: 2 }),
      begun(undefined, { id: 'a/d' }, 1),
    ]);
    expect(describeKeptHere(all)).toBe('Kept here: 3 exercises (1 solved alone, 1 with hints).');
    expect(describeKeptHere(progressOf([begun(undefined, { id: 'a/d' }, 1)]))).toBe(
      'Kept here: 1 exercise (0 solved alone, 0 with hints).',
    );
  });

  it('says when there is nothing', () => {
    expect(describeKeptHere(noProgress)).toBe('Nothing is kept here yet.');
  });

  it('leaves out drafts that were thrown away', () => {
    expect(describeKeptHere(progressOf([lecture, { ...draft, text: '' }]))).toBe(
      'Kept here: 1 lecture opened (0 read to the end).',
    );
  });
});

describe('what an import would bring', () => {
  const better = progressOf([
    { ...answer, attempts: 4 },
    { ...answer, id: 'a/c' },
  ]);

  it('counts what is new and what would change', () => {
    expect(describeImport(progressOf([answer]), better)).toBe(
      'It holds 2 answers (2 right before the answer was seen). 1 is new here, 1 would change what is here.',
    );
    expect(describeImport(noProgress, better)).toBe(
      'It holds 2 answers (2 right before the answer was seen). 2 are new here, 0 would change what is here.',
    );
  });

  it('says when all of it is here, and when it is empty', () => {
    expect(describeImport(better, progressOf([answer]))).toBe(
      'It holds 1 answer (1 right before the answer was seen). All of it is here already.',
    );
    expect(describeImport(better, noProgress)).toBe('It is empty: there is nothing to merge.');
  });
});
