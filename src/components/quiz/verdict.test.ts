import { describe, expect, it } from 'vitest';
import { type AnswerRecord, type Grade, noMore, type QuizItem, type Remark } from '@/core/exercise';
import { describeGrade, describeKept } from './verdict';

const wrong = (...remarks: Remark[]): Grade => ({ verdict: 'wrong', remarks });
const right: Grade = { verdict: 'right' };
const nothing: Grade = { verdict: 'unfit', reason: 'nothing-given' };
const option: Remark = { kind: 'wrong-option', option: 'a' };

describe('what is said after an answer', () => {
  it.each([
    ['single', right, false, 'Right.'],
    ['single', right, true, 'Right, with the answer shown before.'],
    ['predict', right, false, 'As you predicted.'],
    ['predict', right, true, 'Right, now that you have seen it.'],
    ['single', wrong(option), false, 'Not this one: the reason stands under it.'],
    ['predict', wrong(option), false, 'It went otherwise: what happened stands below.'],
    ['multiple', wrong(option), false, 'Not yet: 1 doesn’t belong.'],
    ['multiple', wrong(option, option), false, 'Not yet: 2 don’t belong.'],
    ['multiple', wrong({ kind: 'left-out', count: 1 }), false, 'Not yet: 1 is missing.'],
    ['multiple', wrong(option, { kind: 'left-out', count: 2 }), false, 'Not yet: 1 doesn’t belong, 2 are missing.'],
    ['order', wrong({ kind: 'too-early', place: 0, step: 'a' }), false, 'Not yet: place 1 is the first that’s wrong.'],
    ['fill-in', wrong({ kind: 'other-answer' }), false, 'Not yet: the reason stands below.'],
    ['single', nothing, false, 'Choose one first.'],
    ['multiple', nothing, false, 'Choose at least one first.'],
    ['order', nothing, false, 'Put the steps in order first.'],
    ['fill-in', nothing, false, 'Type an answer first.'],
    ['predict', nothing, false, 'Choose your prediction first.'],
    ['single', { verdict: 'unfit', reason: 'other-item' }, false, 'The question has changed: answer it anew.'],
  ] satisfies [QuizItem['kind'], Grade, boolean, string][])(
    '%s, %j, shown before: %s → %s',
    (kind, result, shown, sentence) => {
      expect(describeGrade(kind, result, shown)).toBe(sentence);
      expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
    },
  );
});

describe('what is said when a page opens again', () => {
  const record: AnswerRecord = {
    kind: 'answer',
    id: 'a/b',
    given: { answer: { kind: 'option', option: 'a' }, verdict: 'right', revision: 1, at: 1 },
    attempts: 1,
    solved: 'alone',
    first: 1,
    last: 1,
    more: noMore,
  };

  it.each([
    [record, 1, right, 'Answered right on this device.'],
    [record, 1, wrong(option), 'Answered on this device, not right yet.'],
    [{ ...record, given: undefined }, 1, undefined, 'You looked at the answer on this device.'],
    [record, 2, right, 'The question has changed since you answered it on this device.'],
    [
      record,
      1,
      { verdict: 'unfit', reason: 'other-item' },
      'The question has changed since you answered it on this device.',
    ],
  ] satisfies [AnswerRecord, number, Grade | undefined, string][])('says so', (kept, revision, result, sentence) => {
    expect(describeKept(kept, revision, result)).toBe(sentence);
  });
});
