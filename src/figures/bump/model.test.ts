import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBumpScenario } from '@/check/bump-scenarios';
import { FORMS } from '@/core/versioning';
import { modelLaws } from '@/figures/frame/model.laws';
import { model } from './model';
import { readBumpFile, shipScenario } from './read-scenario';

const texts = import.meta.glob<string>('/content/scenarios/bump/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const scenarioOf = (id: string) => shipScenario(readBumpFile(texts[`/content/scenarios/bump/${id}.yaml`] ?? ''));

describe('scenarios of the bump adviser', () => {
  it.each(Object.entries(texts))('%s leads to the versions that it expects', (path, text) => {
    expect(checkBumpScenario({ path, text }).problems).toEqual([]);
  });

  it('are refused with line and reason when they promise something else', () => {
    const [path, text] = Object.entries(texts)[0] ?? ['', ''];
    const wrong = text.replace(/next: \["?[^\]]+\]/, 'next: ["9.9"]');
    expect(checkBumpScenario({ path, text: wrong }).problems.map(({ reason }) => reason)).toEqual(['Next comes 26.4.']);
  });
});

describe('the model', () => {
  const scenario = scenarioOf('greeting');
  const ids = scenario.changes.map(({ id }) => id);
  modelLaws(
    model,
    scenario,
    fc.oneof(
      fc.constantFrom(...ids).map((id) => ({ kind: 'switched', id }) as const),
      fc.record({
        kind: fc.constant('answered' as const),
        id: fc.constantFrom(...ids),
        answer: fc.constantFrom('yes' as const, 'no' as const),
      }),
      fc.constantFrom(...FORMS).map((form) => ({ kind: 'form-chosen', form }) as const),
      fc.constant({ kind: 'released' } as const),
    ),
  );

  it('asks while the answer decides, and stops asking when a graver change has decided already', () => {
    const scene = model.open(scenario);
    const asked = model.read(scene, { changes: ['default'] });
    const decided = model.read(scene, { changes: ['default', 'hello-gone'] });
    if (asked === undefined || decided === undefined) throw new Error('Both are states.');
    expect(model.facts(scene, asked).get('ways')).toEqual(['1.5.0', '2.0.0']);
    expect(model.present(scene, asked, { answer: 'shown' }).questions.map(({ id }) => id)).toEqual(['default']);
    expect(model.facts(scene, decided).get('next')).toBe('2.0.0');
    expect(model.present(scene, decided, { answer: 'shown' }).questions).toEqual([]);
  });

  it('goes from a candidate to the next candidate and to the release', () => {
    const scene = model.open(scenario);
    const candidate = model.read(scene, { released: ['2.0.0rc1'], changes: ['comma'], form: 'candidate' });
    const final = model.read(scene, { released: ['2.0.0rc1'] });
    expect([candidate, final].map((state) => state && model.facts(scene, state).get('next'))).toEqual([
      '2.0.0rc2',
      '2.0.0',
    ]);
  });
});
