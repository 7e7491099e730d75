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

describe('PATH in an order of one’s own', () => {
  const path = model.facts(scene, first).get('path') as readonly string[];
  const move = (label: string, state = first) => {
    const { entries } = model.present(scene, state, { answer: 'shown' });
    const event = entries.flatMap(({ up, down }) => [up, down]).find((step) => step.label === label)?.event;
    return event === undefined ? state : model.update(scene, state, event);
  };

  it('moves an entry one place, and takes what stands first now', () => {
    const moved = move('/bin, one place up');
    expect(model.facts(scene, moved).get('path')).toEqual([...path.slice(0, 2), '/bin', '/usr/bin']);
    expect(model.facts(scene, moved).get('runs')).toBe('/bin/python3');
    expect(move('/bin, one place down', moved)).toEqual({ ...first, path });
  });

  it('has nothing to do at its ends', () => {
    const { entries } = model.present(scene, first, { answer: 'shown' });
    expect([entries[0]?.up.event, entries.at(-1)?.down.event]).toEqual([undefined, undefined]);
  });

  it('goes when another environment makes another PATH', () => {
    const chosen = model.update(scene, move('/bin, one place up'), { kind: 'environment-chosen', environment: 'uv' });
    expect(chosen).toEqual({ ...first, environment: 'uv' });
  });

  it('is written and read, and no other folders can be smuggled in', () => {
    const moved = move('/bin, one place up');
    expect(model.read(scene, model.write(moved))).toEqual(moved);
    for (const wrong of [
      [],
      [...path, '/tmp'],
      path.slice(1),
      ['/tmp', ...path.slice(1)],
      [path[0], ...path.slice(0, 3)],
      'x',
    ]) {
      expect(model.read(scene, { word: 'ls', environment: 'none', path: wrong as never })).toBeUndefined();
    }
  });

  it('is what bash is asked about too', () => {
    expect(model.realCheck(scene, move('/bin, one place up')).script).toContain(
      'PATH="$d/home/you/.local/bin:$d/usr/local/bin:$d/bin:$d/usr/bin"',
    );
  });
});
