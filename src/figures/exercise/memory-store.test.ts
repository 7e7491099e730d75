import { expect, it } from 'vitest';
import { ProgressStore } from '@/components/progress/store';
import { twoPips } from './exercise.fixture';
import { createMemoryStore } from './memory-store';
import { asExercise } from './shown-exercise';

it('keeps in memory just what the page’s own store keeps, until it is thrown away', () => {
  const exercise = { ...asExercise(twoPips), aliases: [] };
  let clock = 0;
  const memory = createMemoryStore(() => ++clock);
  let other = 0;
  const own = new ProgressStore({
    storage: () => {
      throw new Error('blocked');
    },
    now: () => ++other,
    changed: () => {},
    troubled: () => {},
  });
  for (const store of [memory, own]) {
    store.beginExercise(exercise);
    store.takeHint(exercise, 'own', 1);
    store.workExercise(exercise, ['own']);
    store.showSolution(exercise);
    store.workExercise(exercise, ['own', 'system']);
    store.keepDraft(exercise, 'text');
  }
  expect(memory.exercise(exercise)).toEqual(own.exercise(exercise));
  expect(memory.exercise(exercise)?.solved).toBe('shown');
  expect([memory.draft(exercise), own.draft(exercise)]).toEqual(['text', 'text']);
  memory.keepDraft(exercise, '');
  expect(memory.draft(exercise)).toBeUndefined();
});
