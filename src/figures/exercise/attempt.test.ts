import { describe, expect, it } from 'vitest';
import { type Attempt, type AttemptEvent, doneIn, freshAttempt, updateAttempt } from './attempt';
import { factsOf, twoPips } from './exercise.fixture';
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

describe('an attempt', () => {
  it('begins with the reader’s first act, not with the start', () => {
    expect([led(start).begun, led(start, own).begun]).toEqual([false, true]);
  });

  it('keeps a task that was done, whatever comes after it', () => {
    expect(doneIn(led(start, own))).toEqual(['own']);
    expect(doneIn(led(start, own, came('ls', '/usr/bin/ls')))).toEqual(['own']);
    expect(doneIn(led(start, own, system))).toEqual(['own', 'system']);
    expect(led(start, system, own).verdict?.solved).toBe(true);
  });

  it('forgets what is done when it starts again, and nothing of the record', () => {
    const record = undefined;
    const again = led(start, own, { kind: 'record-came', record }, { kind: 'started-again' });
    expect(again).toEqual(freshAttempt);
    expect(doneIn(led(start, own, { kind: 'started-again' }, start))).toEqual([]);
  });

  it('takes up a draft with the tasks that were done, and counts as begun', () => {
    const taken = led(start, { kind: 'draft-taken', done: ['own'] }, came('ls', '/usr/bin/ls', 'page'));
    expect([taken.begun, doneIn(taken)]).toEqual([true, ['own']]);
  });

  it('lets a shown solution do nothing for the reader, also when it is undone', () => {
    const shown = led(start, { kind: 'solution-shown', solution: 1 }, came('pip', '/usr/bin/pip', 'page'));
    expect([shown.solution, doneIn(shown)]).toEqual([1, []]);
    const back = updateAttempt(exercise, shown, came('python3', '/usr/bin/python3'));
    expect([back.solution, doneIn(back)]).toEqual([undefined, []]);
    const kept = led(start, own, { kind: 'solution-shown', solution: 0 }, came('pip', '/usr/bin/pip', 'page'), own);
    expect(doneIn(kept)).toEqual(['own']);
  });

  it('says when a draft is too large to be kept', () => {
    expect(led({ kind: 'draft-kept', whole: false }).unkept).toBe(true);
    expect(led({ kind: 'draft-kept', whole: false }, { kind: 'draft-kept', whole: true }).unkept).toBe(false);
  });
});
