import { describe, expect, it } from 'vitest';
import { checkLayerCacheScenarios } from './layer-cache-scenarios';

const whole = {
  name: 'two-builds',
  topic: 'order',
  why: 'A sentence.',
  builds: [{}, {}],
  expected: [{}, {}],
  recordedWith: { builder: 'BuildKit 0.34.2' },
};

const reasons = (scenario: object | string) =>
  checkLayerCacheScenarios([
    {
      path: 'content/scenarios/layer-cache/two-builds.json',
      text: typeof scenario === 'string' ? scenario : JSON.stringify(scenario),
    },
  ]).map(({ reason }) => reason);

describe('a recorded build', () => {
  it('is whole when it has its name, its sentence, its builds with their outcomes, and its builder', () => {
    expect(reasons(whole)).toEqual([]);
  });

  it.each([
    ['isn’t JSON', '{', 'This is no JSON.'],
    ['has another name', { ...whole, name: 'other' }, 'The name “other” isn’t the file’s name.'],
    ['says nothing', { ...whole, why: '' }, 'A scenario has a topic, and a sentence that says why it is there.'],
    ['has no builds', { ...whole, builds: [], expected: [] }, 'A scenario has builds.'],
    ['wasn’t recorded', { ...whole, expected: [] }, 'There are 2 builds and 0 outcomes.'],
    ['has no builder', { ...whole, recordedWith: {} }, 'The scenario doesn’t say which builder it was recorded with.'],
  ])('is refused when it %s', (_, scenario, reason) => {
    expect(reasons(scenario)).toEqual([reason]);
  });
});
