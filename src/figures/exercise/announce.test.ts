import { describe, expect, it } from 'vitest';
import { checkExercise, type ExerciseVerdict, type Facts } from '@/core/exercise';
import { announceAction, announceHint, announceSolution, describeChange } from './announce';
import { factsOf, twoPips } from './exercise.fixture';
import { asExercise } from './shown-exercise';

const verdict = (facts: Facts, ...reached: readonly string[]): ExerciseVerdict =>
  checkExercise(asExercise(twoPips), facts, new Set(reached));
const start = verdict(factsOf('python3', '/usr/bin/python3'));
const own = verdict(factsOf('pip', '/home/you/.venv/bin/pip'));
const solved = verdict(factsOf('pip', '/usr/bin/pip'), 'own');
const mistaken = verdict(factsOf('python', ''));

describe('what is said of an action', () => {
  it.each([
    ['nothing has changed in the exercise', start, start, 'pip: not found.', 'pip: not found.'],
    ['a task is done', start, own, 'pip: taken.', 'Done: 1 of 2 tasks. pip: taken.'],
    ['all tasks are done', own, solved, 'pip: taken.', 'Solved: all 2 tasks are done. pip: taken.'],
    ['a mistake shows', start, mistaken, 'python: not found.', 'That is another word. python: not found.'],
    ['the same mistake shows again', mistaken, mistaken, 'python: not found.', 'python: not found.'],
    ['the figure keeps silent', start, own, '', ''],
  ])('is right when %s', (_, before, after, said, all) => {
    expect(announceAction(twoPips, said, before, after)).toBe(all);
  });

  it('has at most twenty words: what the figure says is left out when both are too long', () => {
    const long = Array.from({ length: 18 }, (_, i) => `word${i}`).join(' ');
    expect(announceAction(twoPips, long, start, own)).toBe('Done: 1 of 2 tasks.');
    expect(announceAction(twoPips, long, start, start)).toBe(long);
  });

  it('speaks of one task as of the exercise', () => {
    const one = { tasks: twoPips.tasks.slice(0, 1), mistakes: [] };
    expect(describeChange(one, undefined, { ...own, solved: true })).toBe('Solved.');
  });

  it('reads a hint aloud, and says how to get back from a solution', () => {
    expect(announceHint('Which folder comes first?', 1)).toBe('Hint 1: Which folder comes first?');
    expect(announceSolution(2, 3).split(' ').length).toBeLessThanOrEqual(20);
  });
});
