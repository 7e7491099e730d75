import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelLaws } from '@/figures/frame/model.laws';
import { commandLaptop as scenario } from '../scenarios.fixture';
import { model } from './model';
import type { CommandEvent } from './state';

const { words, environments } = scenario.commands;
const events: fc.Arbitrary<CommandEvent> = fc.oneof(
  fc.constantFrom(...words).map((word): CommandEvent => ({ kind: 'word-chosen', word })),
  fc.constantFrom(...environments).map(({ id }): CommandEvent => ({ kind: 'environment-chosen', environment: id })),
  fc.oneof(fc.nat(9), fc.constant('end' as const)).map((to): CommandEvent => ({ kind: 'walked', to })),
);
const scene = model.open(scenario);
const first = model.first(scene);

describe('laws of the command figure’s model', () => modelLaws(model, scenario, events));

describe('the command figure’s model', () => {
  it.each([
    [{}, first],
    [{ word: 'pip' }, { ...first, word: 'pip' }],
    [
      { word: 'pip', environment: 'uv', walked: 2 },
      { word: 'pip', environment: 'uv', walked: 2 },
    ],
    [{ word: 'perl' }, undefined],
    [{ environment: 'conda' }, undefined],
    [{ walked: -1 }, undefined],
    [{ walked: 1.5 }, undefined],
    [{ walked: 1e9 }, undefined],
    [{ word: ['pip'] }, undefined],
    [[], undefined],
    ['pip', undefined],
    [null, undefined],
  ])('reads %j', (json, state) => {
    expect(model.read(scene, json)).toEqual(state);
  });

  it('tells what an exercise may ask', () => {
    const facts = (state: object) => Object.fromEntries(model.facts(scene, { ...first, ...state }));
    const path = ['/home/you/.local/bin', '/usr/local/bin', '/usr/bin', '/bin'];
    const found = { verdict: 'found', starts: true };
    expect(facts({})).toEqual({
      ...{ word: 'python3', environment: 'none', runs: '/usr/bin/python3', entry: 3, path },
      ...found,
    });
    expect(facts({ environment: 'uv', word: 'pip' })).toEqual({
      ...{ word: 'pip', environment: 'uv', runs: '/usr/bin/pip', entry: 4 },
      path: ['/home/you/notes/.venv/bin', ...path],
      ...found,
    });
    expect(facts({ word: 'greet' })).toEqual({
      ...{ word: 'greet', environment: 'none', runs: '', starts: false, verdict: 'not-executable', entry: 1, path },
    });
    expect(facts({ word: 'cd' })).toEqual({
      ...{ word: 'cd', environment: 'none', runs: '', starts: true, verdict: 'builtin', entry: 0, path },
    });
  });

  it('shows on a still what the picture shows', () => {
    const { groups } = model.poster(model.present(scene, { ...first, word: 'ls' }, { answer: 'shown' }));
    expect(
      groups.map(({ label, rows }) => [label, rows.map(({ mark, name, word }) => `${mark} ${name}: ${word}`)]),
    ).toEqual([
      [
        'Asked before PATH',
        [
          'fits alias: ls --color=auto',
          'passed keyword: no',
          'passed function: no',
          'passed builtin: no',
          'passed hash table: no',
        ],
      ],
      [
        'PATH',
        [
          'passed /home/you/.local/bin: not here',
          'passed /usr/local/bin: not here',
          'chosen /usr/bin: taken',
          'plain /bin: not reached',
        ],
      ],
    ]);
  });

  it('hides with the answer how far the search goes', () => {
    const { bays, stops, walk, exchanges } = model.present(scene, first, { answer: 'hidden' });
    expect(new Set([...bays, ...stops].map(({ status }) => status))).toEqual(new Set(['ahead']));
    expect([walk, exchanges]).toEqual([undefined, []]);
  });
});
