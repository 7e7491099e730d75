import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from './answer';
import { type FillInItem, type Grade, grade, type MultipleItem, type OrderItem, type QuizItem } from './quiz';

const single: QuizItem = {
  kind: 'single',
  id: 'venv/copy',
  revision: 1,
  options: [{ id: 'copy' }, { id: 'link', right: true }, { id: 'nothing' }],
};
const predict: QuizItem = { ...single, kind: 'predict' };
const multiple: MultipleItem = {
  kind: 'multiple',
  id: 'venv/activation',
  revision: 1,
  options: [{ id: 'path', right: true }, { id: 'home' }, { id: 'prompt', right: true }, { id: 'lang' }],
};
const order: OrderItem = {
  kind: 'order',
  id: 'install/steps',
  revision: 1,
  steps: [{ id: 'find' }, { id: 'choose' }, { id: 'fetch' }, { id: 'unpack' }],
};
const fillIn: FillInItem = {
  kind: 'fill-in',
  id: 'venv/make',
  revision: 1,
  accept: ['python -m venv .venv', 'python3 -m venv .venv'],
  ignoring: ['space'],
  wrong: [{ answer: 'virtualenv .venv' }, { answer: 'venv .venv' }],
};

const option = (id: string): Answer => ({ kind: 'option', option: id });
const options = (...ids: string[]): Answer => ({ kind: 'options', options: ids });
const steps = (...ids: string[]): Answer => ({ kind: 'order', steps: ids });
const text = (typed: string): Answer => ({ kind: 'text', text: typed });
const nothingGiven: Grade = { verdict: 'unfit', reason: 'nothing-given' };
const otherItem: Grade = { verdict: 'unfit', reason: 'other-item' };

describe('one choice', () => {
  it.each([
    ['the right option', single, option('link'), { verdict: 'right' }],
    [
      'a wrong option',
      single,
      option('copy'),
      { verdict: 'wrong', remarks: [{ kind: 'wrong-option', option: 'copy' }] },
    ],
    ['a right prediction', predict, option('link'), { verdict: 'right' }],
    [
      'a wrong prediction',
      predict,
      option('nothing'),
      { verdict: 'wrong', remarks: [{ kind: 'wrong-option', option: 'nothing' }] },
    ],
    ['an option that is gone', single, option('moved'), otherItem],
    ['an answer of another kind', single, text('link'), otherItem],
  ] satisfies [string, QuizItem, Answer, Grade][])('grades %s', (_, item, answer, expected) => {
    expect(grade(item, answer)).toEqual(expected);
  });
});

describe('several choices', () => {
  it.each([
    ['all right ones, in any order', options('prompt', 'path'), { verdict: 'right' }],
    ['one left out', options('path'), { verdict: 'wrong', remarks: [{ kind: 'left-out', count: 1 }] }],
    [
      'one wrong besides',
      options('path', 'home', 'prompt'),
      { verdict: 'wrong', remarks: [{ kind: 'wrong-option', option: 'home' }] },
    ],
    [
      'wrong ones only: each is named, in the item’s order, then what is missing',
      options('lang', 'home'),
      {
        verdict: 'wrong',
        remarks: [
          { kind: 'wrong-option', option: 'home' },
          { kind: 'wrong-option', option: 'lang' },
          { kind: 'left-out', count: 2 },
        ],
      },
    ],
    ['nothing ticked', options(), nothingGiven],
    ['an option that is gone', options('path', 'shell'), otherItem],
    ['an answer of another kind', option('path'), otherItem],
  ] satisfies [string, Answer, Grade][])('grades %s', (_, answer, expected) => {
    expect(grade(multiple, answer)).toEqual(expected);
  });

  it('law: an answer is right exactly when it ticks the right options and no other', () => {
    fc.assert(
      fc.property(fc.subarray(['path', 'home', 'prompt', 'lang'], { minLength: 1 }), (ticked) => {
        const isRight = ticked.includes('path') && ticked.includes('prompt') && ticked.length === 2;
        expect(grade(multiple, options(...ticked)).verdict).toBe(isRight ? 'right' : 'wrong');
      }),
    );
  });
});

describe('an order', () => {
  it.each([
    ['the right order', steps('find', 'choose', 'fetch', 'unpack'), { verdict: 'right' }],
    [
      'a step too early: the first wrong place is named, and what stands there',
      steps('find', 'fetch', 'choose', 'unpack'),
      { verdict: 'wrong', remarks: [{ kind: 'too-early', place: 1, step: 'fetch' }] },
    ],
    [
      'all of it backwards',
      steps('unpack', 'fetch', 'choose', 'find'),
      { verdict: 'wrong', remarks: [{ kind: 'too-early', place: 0, step: 'unpack' }] },
    ],
    ['a step missing', steps('find', 'choose', 'fetch'), otherItem],
    ['a step that is gone', steps('find', 'choose', 'fetch', 'bless'), otherItem],
    ['a step too many', steps('find', 'choose', 'fetch', 'unpack', 'find'), otherItem],
    ['a step twice', steps('find', 'choose', 'fetch', 'fetch'), otherItem],
    ['an answer of another kind', options('find'), otherItem],
  ] satisfies [string, Answer, Grade][])('grades %s', (_, answer, expected) => {
    expect(grade(order, answer)).toEqual(expected);
  });

  it('law: the step at the first wrong place follows one that is still to come', () => {
    const ids = order.steps.map((step) => step.id);
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), (given) => {
        const result = grade(order, steps(...given));
        const [remark] = result.verdict === 'wrong' ? result.remarks : [];
        const before = remark?.kind === 'too-early' ? ids[ids.indexOf(remark.step) - 1] : undefined;
        const place = remark?.kind === 'too-early' ? remark.place : -1;
        expect(given.indexOf(before ?? '')).toBeGreaterThanOrEqual(place);
        expect(result.verdict === 'right').toBe(given.every((id, i) => id === ids[i]));
      }),
    );
  });
});

describe('a text to fill in', () => {
  it.each([
    ['an accepted answer', text('python -m venv .venv'), { verdict: 'right' }],
    ['another accepted answer, with more space', text('  python3  -m venv   .venv '), { verdict: 'right' }],
    [
      'a typical wrong answer',
      text('venv  .venv'),
      { verdict: 'wrong', remarks: [{ kind: 'listed-answer', index: 1 }] },
    ],
    ['any other wrong answer', text('make venv'), { verdict: 'wrong', remarks: [{ kind: 'other-answer' }] }],
    [
      'other case, where case matters',
      text('Python -m venv .venv'),
      { verdict: 'wrong', remarks: [{ kind: 'other-answer' }] },
    ],
    ['nothing but space', text('  \n'), nothingGiven],
    ['an answer of another kind', option('python -m venv .venv'), otherItem],
  ] satisfies [string, Answer, Grade][])('grades %s', (_, answer, expected) => {
    expect(grade(fillIn, answer)).toEqual(expected);
  });

  it('never calls an answer both right and typically wrong: what is accepted wins', () => {
    const item: FillInItem = { ...fillIn, wrong: [{ answer: 'python -m venv .venv' }] };
    expect(grade(item, text('python -m venv .venv'))).toEqual({ verdict: 'right' });
  });
});

it('grades as its example says', () => {
  const item: QuizItem = {
    kind: 'single',
    id: 'venv/copy',
    revision: 1,
    options: [{ id: 'link', right: true }, { id: 'copy' }],
  };
  expect(grade(item, { kind: 'option', option: 'copy' })).toEqual({
    verdict: 'wrong',
    remarks: [{ kind: 'wrong-option', option: 'copy' }],
  });
});
