/** An exercise on the laptop of lecture 1, for tests: two tasks, one after the other. */
import type { Fact, Facts } from '@/core/exercise';
import type { ShownExercise } from './shown-exercise';

const said = (plain: string) => ({ html: `<p>${plain}</p>`, plain });

export const twoPips: ShownExercise = {
  id: 'path/two-pips',
  aliases: ['path/old-name'],
  revision: 2,
  start: { word: 'python3', environment: 'none' },
  tasks: [
    {
      id: 'own',
      goal: 'pip is the environment’s.',
      checks: [
        { condition: { kind: 'is', fact: 'word', value: 'pip' }, missing: 'It isn’t pip.' },
        { condition: { kind: 'includes', fact: 'runs', value: '.venv' }, missing: 'It isn’t the environment’s.' },
      ],
      hints: [said('Look at PATH.'), said('Activate greeting’s.')],
    },
    {
      id: 'system',
      goal: 'pip is the system’s.',
      checks: [
        { condition: { kind: 'is', fact: 'runs', value: '/usr/bin/pip' }, missing: 'It isn’t the system’s pip.' },
      ],
      hints: [said('Which comes first?'), said('Activate none.')],
    },
  ],
  mistakes: [
    {
      task: 'own',
      when: [{ kind: 'is', fact: 'word', value: 'python' }],
      says: said('That is another word.'),
    },
  ],
  solutions: [
    { says: 'Activate it.', state: { word: 'pip', environment: 'venv' } },
    { says: 'The other way.', state: { word: 'pip', environment: 'none' } },
  ],
  explain: '<p>The first on PATH wins.</p>',
};

export const factsOf = (word: string, runs: string): Facts =>
  new Map<string, Fact>([
    ['word', word],
    ['runs', runs],
  ]);
