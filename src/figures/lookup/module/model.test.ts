import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelLaws } from '@/figures/frame/model.laws';
import { moduleLaptop as scenario } from '../scenarios.fixture';
import { model } from './model';
import type { ModuleEvent } from './state';

const { names, starts, folders, interpreters } = scenario.modules;
const events: fc.Arbitrary<ModuleEvent> = fc.oneof(
  fc.constantFrom(...names).map((name): ModuleEvent => ({ kind: 'module-chosen', name })),
  fc.constantFrom(...starts).map(({ id }): ModuleEvent => ({ kind: 'start-chosen', start: id })),
  fc.constantFrom(...folders).map((folder): ModuleEvent => ({ kind: 'folder-chosen', folder })),
  fc.constantFrom(...interpreters).map(({ id }): ModuleEvent => ({ kind: 'interpreter-chosen', interpreter: id })),
  fc.constantFrom('-P' as const, '-I' as const).map((option): ModuleEvent => ({ kind: 'option-switched', option })),
  fc.constant<ModuleEvent>({ kind: 'python-path-switched' }),
  fc.oneof(fc.nat(9), fc.constant('end' as const)).map((to): ModuleEvent => ({ kind: 'walked', to })),
);
const scene = model.open(scenario);
const first = model.first(scene);

describe('laws of the module figure’s model', () => modelLaws(model, scenario, events));

describe('the module figure’s model', () => {
  it.each([
    [{}, first],
    [
      { options: ['-I', '-P'], pythonPath: true },
      { ...first, options: ['-P', '-I'], pythonPath: true },
    ],
    [{ options: ['-P', '-P'] }, undefined],
    [{ options: ['-x'] }, undefined],
    [{ options: '-P' }, undefined],
    [{ pythonPath: 1 }, undefined],
    [{ folder: '/etc' }, undefined],
    [{ start: 'constructor' }, undefined],
    [[], undefined],
  ])('reads %j', (json, state) => {
    expect(model.read(scene, json)).toEqual(state);
  });

  it('tells what an exercise may ask', () => {
    const library = ['/usr/lib/python313.zip', '/usr/lib/python3.13', '/usr/lib/python3.13/lib-dynload'];
    const packages = ['/usr/local/lib/python3.13/dist-packages', '/usr/lib/python3/dist-packages'];
    expect(Object.fromEntries(model.facts(scene, first))).toEqual({
      name: 'random',
      start: 'dice',
      folder: '/home/you/dice',
      interpreter: 'system',
      options: [],
      'python-path': false,
      imports: '/home/you/dice/random.py',
      verdict: 'module',
      entry: 1,
      'sys-path': ['/home/you/dice', ...library, ...packages],
    });
    const safe = model.facts(scene, { ...first, options: ['-P'] });
    expect([safe.get('imports'), safe.get('entry'), safe.get('sys-path')]).toEqual([
      '/usr/lib/python3.13/random.py',
      2,
      [...library, ...packages],
    ]);
  });

  it('shows on a still what the picture shows, and nothing of the answer when that is hidden', () => {
    const rows = (answer: 'shown' | 'hidden') =>
      model
        .poster(model.present(scene, { ...first, options: ['-P'] }, { answer }))
        .groups.flatMap((group) => group.rows.map(({ mark, name }) => `${mark} ${name}`));
    expect(rows('shown').slice(3, 6)).toEqual([
      'refused /home/you/dice',
      'passed /usr/lib/python313.zip',
      'chosen /usr/lib/python3.13',
    ]);
    expect(rows('hidden').slice(3, 6)).toEqual([
      'refused /home/you/dice',
      'ahead /usr/lib/python313.zip',
      'ahead /usr/lib/python3.13',
    ]);
  });
});
