import { describe, expect, it } from 'vitest';
import { begun, type ExerciseRecord, hinted, solutionShown, worked } from '@/core/exercise';
import { type Attempt, type AttemptEvent, freshAttempt, updateAttempt } from './attempt';
import { factsOf, twoPips } from './exercise.fixture';
import { presentPanel } from './present-panel';
import { asExercise } from './shown-exercise';

const exercise = asExercise(twoPips);
const led = (...events: readonly AttemptEvent[]): Attempt =>
  events.reduce((attempt, event) => updateAttempt(exercise, attempt, event), freshAttempt);
const came = (word: string, runs: string, by: 'reader' | 'page' = 'reader'): AttemptEvent => {
  return { kind: 'state-came', facts: factsOf(word, runs), by };
};
const start = came('python3', '/usr/bin/python3', 'page');
const own = came('pip', '/home/you/.venv/bin/pip');
const system = came('pip', '/usr/bin/pip');
const kept = (record: ExerciseRecord): AttemptEvent => ({ kind: 'record-came', record });
const shown = (...events: readonly AttemptEvent[]) => presentPanel(twoPips, led(...events));

describe('the panel of an exercise', () => {
  it('shows the goals and nothing missing before the reader has begun', () => {
    const { tasks, status, resultWords, explain, startAgainDisabledBecause } = shown(start);
    expect(tasks.map(({ number, done, missing, hints }) => [number, done, missing, hints])).toEqual([
      [1, false, [], []],
      [2, false, [], []],
    ]);
    expect(status).toEqual({ kind: 'open', label: 'Task 1 of 2', html: 'pip is the environment’s.' });
    expect([resultWords, explain, startAgainDisabledBecause]).toEqual([
      'Not tried yet',
      undefined,
      'You are at the start.',
    ]);
  });

  it('says what is still missing in terms of the goal', () => {
    const { tasks, status } = shown(start, came('ls', '/usr/bin/ls'));
    expect(tasks.map(({ missing }) => missing)).toEqual([
      ['It isn’t pip.', 'It isn’t the environment’s.'],
      ['It isn’t the system’s pip.'],
    ]);
    expect(status).toEqual({ kind: 'open', label: 'Task 1 of 2', html: 'It isn’t pip.' });
  });

  it('goes on to the next task, in whatever order they are done', () => {
    expect(shown(start, own).status).toEqual({
      kind: 'open',
      label: 'Task 2 of 2',
      html: 'It isn’t the system’s pip.',
    });
    const second = shown(start, system);
    expect(second.tasks.map(({ word }) => word)).toEqual(['open', 'done']);
    expect(second.status.label).toBe('Task 1 of 2');
  });

  it('answers a typical mistake with its sentence', () => {
    expect(shown(start, came('python', '')).status).toEqual({
      kind: 'mistake',
      label: 'Look again',
      html: '<p>That is another word.</p>',
    });
  });

  it('says when it is solved, how, and why it is so', () => {
    const solved = (record: ExerciseRecord) => shown(start, own, system, kept(record));
    const alone = worked(undefined, exercise, { done: ['own', 'system'], at: 1 });
    expect(solved(alone)).toMatchObject({
      status: { kind: 'solved', label: 'Solved' },
      resultWords: 'Solved alone',
      explain: twoPips.explain,
    });
    const helped = hinted(undefined, exercise, { task: 'own', hints: 1, at: 1 });
    expect(solved(worked(helped, exercise, { done: ['own', 'system'], at: 2 })).resultWords).toBe('Solved with hints');
    const seen = solutionShown(undefined, exercise, 1);
    expect(solved(worked(seen, exercise, { done: ['own', 'system'], at: 2 })).status.html).toContain('seen a solution');
  });

  it('gives hints one at a time, the last as the answer, none for a task that is done', () => {
    const taken = (hints: number) => kept(hinted(undefined, exercise, { task: 'own', hints, at: 1 }));
    const asks = (...events: readonly AttemptEvent[]) =>
      shown(...events).tasks.map(({ hints, nextHint }) => [hints.map(({ plain }) => plain), nextHint]);
    expect(asks(start)).toEqual([
      [[], 'Give me a hint'],
      [[], 'Give me a hint'],
    ]);
    expect(asks(start, taken(1))[0]).toEqual([['Look at PATH.'], 'Show the answer']);
    expect(asks(start, taken(2))[0]).toEqual([['Look at PATH.', 'Activate greeting’s.'], undefined]);
    expect(asks(start, taken(1), own)[0]).toEqual([['Look at PATH.'], undefined]);
  });

  it('shows one solution after the other, each with its words', () => {
    const solution = (one: number): AttemptEvent => ({ kind: 'solution-shown', solution: one });
    const pages = came('pip', '/home/you/.venv/bin/pip', 'page');
    expect(shown(start).solve).toEqual({ label: 'Show a solution', solution: 0 });
    expect(shown(start, solution(0), pages)).toMatchObject({
      solve: { label: 'Show another solution', solution: 1 },
      shownSolution: 'Activate it.',
      status: { kind: 'solved', label: 'A solution' },
      explain: twoPips.explain,
      startAgainDisabledBecause: undefined,
    });
    expect(shown(start, solution(1), pages).solve.solution).toBe(0);
    expect(shown(start, solution(0), pages, came('ls', '')).status.kind).toBe('open');
  });

  it('says that the exercise has changed since it was solved', () => {
    const old = worked(undefined, { ...exercise, revision: 1 }, { done: ['own', 'system'], at: 1 });
    expect([shown(start, kept(old)).changed, shown(start, kept(begun(undefined, exercise, 1))).changed]).toEqual([
      true,
      false,
    ]);
  });
});
