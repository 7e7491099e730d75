/** Random records and progresses for the laws, drawn from few ids and few moments, so that they meet and tie. */
import fc from 'fast-check';
import { type Answer, tickedOptions } from './answer';
import type { ExerciseRecord, Result, TaskRecord } from './exercise-record';
import { merge } from './merge';
import {
  type AnswerRecord,
  type DraftRecord,
  type Given,
  type LectureRecord,
  type More,
  noProgress,
  type Progress,
  type ProgressRecord,
  progressOf,
} from './progress';

const moment = fc.integer({ min: 0, max: 5 });
const word = fc.constantFrom('a', 'b', 'c');
const item = fc.constantFrom('venv/moved', 'venv/copy', 'pip/target');
const more: fc.Arbitrary<More> = fc
  .dictionary(
    fc.constantFrom('colour', 'f', '~f', '__proto__', 'note'),
    fc.oneof(fc.nat(3), fc.constant({ id: [1] })),
    { maxKeys: 2 },
  )
  .map((keys) => new Map(Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1))));

export const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  word.map((option): Answer => ({ kind: 'option', option })),
  fc.subarray(['a', 'b', 'c']).map(tickedOptions),
  fc.shuffledSubarray(['a', 'b', 'c']).map((steps): Answer => ({ kind: 'order', steps })),
  fc.string({ maxLength: 8, unit: 'grapheme' }).map((text): Answer => ({ kind: 'text', text })),
);

const given: fc.Arbitrary<Given> = fc.record({
  answer: anyAnswer,
  verdict: fc.constantFrom('right', 'wrong'),
  revision: fc.integer({ min: 1, max: 3 }),
  at: moment,
});

const span = fc.tuple(moment, moment).map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }));

export const anyAnswerRecord: fc.Arbitrary<AnswerRecord> = fc
  .tuple(
    span,
    fc.record({
      kind: fc.constant('answer' as const),
      id: item,
      given: fc.option(given, { nil: undefined }),
      attempts: fc.nat(4),
      solved: fc.constantFrom('no', 'shown', 'alone'),
      more,
    }),
  )
  .map(([times, rest]) => ({ ...rest, ...times }));

const result = fc.constantFrom<Result>('no', 'shown', 'hints', 'alone');
const tasks: fc.Arbitrary<readonly TaskRecord[]> = fc
  .uniqueArray(fc.record({ id: word, solved: result, hints: fc.nat(3) }), { selector: ({ id }) => id })
  .map((list) => list.sort((a, b) => (a.id < b.id ? -1 : 1)));

export const anyExerciseRecord: fc.Arbitrary<ExerciseRecord> = fc
  .tuple(
    span,
    fc.record({
      kind: fc.constant('exercise' as const),
      id: item,
      solved: result,
      revision: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      attempts: fc.nat(4),
      tasks,
      more,
    }),
  )
  .map(([times, rest]) => ({ ...rest, ...times }));

const anyDraft: fc.Arbitrary<DraftRecord> = fc.record({
  kind: fc.constant('draft'),
  id: item,
  text: fc.string({ maxLength: 8 }),
  at: moment,
  more,
});

const anyLecture: fc.Arbitrary<LectureRecord> = fc
  .tuple(
    span,
    fc.record({
      kind: fc.constant('lecture' as const),
      id: fc.constantFrom('one', 'two'),
      finished: fc.option(moment, { nil: undefined }),
      place: fc.option(fc.record({ heading: word, at: moment }), { nil: undefined }),
      more,
    }),
  )
  .map(([times, rest]) => ({ ...rest, ...times }));

export const anyRecord: fc.Arbitrary<ProgressRecord> = fc.oneof(
  anyAnswerRecord,
  anyDraft,
  anyExerciseRecord,
  anyLecture,
);

/** Each key once: records of one key are merged. */
export const anyProgress: fc.Arbitrary<Progress> = fc
  .tuple(fc.array(anyRecord, { maxLength: 8 }), more)
  .map(([records, rest]) => records.reduce((all, one) => merge(all, progressOf([one])), { ...noProgress, more: rest }));
