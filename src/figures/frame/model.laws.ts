/**
 * What every figure's model promises, for its tests: states survive being written, strangers' JSON does no harm, announcements are
 * short, a hidden answer doesn't show, the walk leads from its start to its end.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Json } from '@/core/exercise';
import type { FigureModel, FigurePicture } from './model';

/** Any JSON, and JSON that resembles a written state: one member of it changed. */
function strangers(written: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const anything = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
  const near = fc.tuple(written, anything, fc.nat(9)).map(([json, value, which]): Json => {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return value;
    const keys = Object.keys(json);
    const key = keys[which % Math.max(1, keys.length)] ?? 'x';
    return { ...json, [key]: value };
  });
  return fc.oneof(anything, near);
}

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;

/**
 * Registers the laws, each a test.
 * @param events some events that a reader may cause, in any order
 */
export function modelLaws<Scenario, Scene, State, Event, Picture extends FigurePicture>(
  model: FigureModel<Scenario, Scene, State, Event, Picture>,
  scenario: Scenario,
  events: fc.Arbitrary<Event>,
): void {
  const scene = model.open(scenario);
  const states = fc
    .array(events, { maxLength: 8 })
    .map((given) => given.reduce((state, event) => model.update(scene, state, event), model.first(scene)));

  it('a state that was written is read as itself', () => {
    fc.assert(
      fc.property(states, (state) => {
        const written = JSON.parse(JSON.stringify(model.write(state))) as Json;
        expect(model.read(scene, written)).toEqual(state);
      }),
    );
  });

  it('a stranger’s JSON is a state that can be shown, or none', () => {
    const written = states.map((state) => model.write(state));
    fc.assert(
      fc.property(strangers(written), (json) => {
        const state = model.read(scene, json);
        if (state === undefined) return;
        model.present(scene, state, { answer: 'shown' });
        expect(model.read(scene, model.write(state))).toEqual(state);
      }),
      { numRuns: 500 },
    );
  });

  it('every state has something to say aloud, in at most eighteen words', () => {
    fc.assert(
      fc.property(states, fc.constantFrom('shown' as const, 'hidden' as const), (state, answer) => {
        const { announcement } = model.present(scene, state, { answer });
        expect(wordsIn(announcement), announcement).toBeGreaterThan(0);
        expect(wordsIn(announcement), announcement).toBeLessThanOrEqual(18);
      }),
    );
  });

  it('the first state has nothing to start again, and every still has rows that say their mark in words', () => {
    const first = model.present(scene, model.first(scene), { answer: 'shown' });
    expect(first.resetDisabledBecause).toMatch(/\.$/);
    fc.assert(
      fc.property(states, fc.constantFrom('shown' as const, 'hidden' as const), (state, answer) => {
        const { groups } = model.poster(model.present(scene, state, { answer }));
        const rows = groups.flatMap((group) => group.rows);
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.filter(({ name, word }) => name === '' || word === '')).toEqual([]);
        if (answer === 'hidden') expect(rows.filter(({ mark }) => mark === 'chosen')).toEqual([]);
      }),
    );
  });

  const { walk } = model;
  if (walk === undefined || walk === 'coming') return;

  it('the walk goes from its start to its end by steps, and each place of it can be gone to', () => {
    fc.assert(
      fc.property(states, (state) => {
        const start = walk.goTo(scene, state, 0);
        if (start === undefined) return;
        let here = model.update(scene, state, start);
        expect(walk.step(scene, here, -1)).toBeUndefined();
        for (let step = 1; step < 200; step += 1) {
          const on = walk.step(scene, here, 1);
          const there = walk.goTo(scene, here, step);
          if (on === undefined) {
            expect(there).toBeUndefined();
            return;
          }
          here = model.update(scene, here, on);
          expect(there === undefined ? undefined : model.update(scene, state, there)).toEqual(here);
        }
        throw new Error('The walk has no end.');
      }),
      { numRuns: 20 },
    );
  });
}
