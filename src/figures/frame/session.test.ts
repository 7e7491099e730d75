/** The session of a small figure: a number that can be set, typed, and is never below zero. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcementOf, beginSession, mostPast, reduceSession, type Session, type SessionEvent } from './session';

interface Scene {
  readonly start: number;
}
type Event = { readonly kind: 'set' | 'typed' | 'begun'; readonly to: number };
type Any = SessionEvent<Scene, number, Event>;
const model = {
  first: ({ start }: Scene, before?: number) => start + (before ?? 0) * 0,
  update: (_: Scene, state: number, { to }: Event) => (to === state ? state : Math.max(0, to)),
  weigh: ({ kind }: Event) => (({ set: 'step', typed: 'stroke', begun: 'first-stroke' }) as const)[kind],
};
const scene: Scene = { start: 3 };
const first = beginSession({ scenario: 'three', scene, state: 3 });
const led = (...events: readonly Any[]): Session<Scene, number> =>
  events.reduce((session, event) => reduceSession(model, session, event), first);
const set = (to: number): Any => ({ kind: 'figure', event: { kind: 'set', to } });
const type = (to: number): Any => ({ kind: 'figure', event: { kind: 'typed', to } });
const begin = (to: number): Any => ({ kind: 'figure', event: { kind: 'begun', to } });
const states = ({ past, now, future }: Session<Scene, number>) => [
  past.map(({ state }) => state),
  now.state,
  future.map(({ state }) => state),
];

describe('undo and redo', () => {
  it('go back and forth over the steps', () => {
    expect(states(led(set(4), set(5), { kind: 'undo' }))).toEqual([[3], 4, [5]]);
    expect(states(led(set(4), set(5), { kind: 'undo' }, { kind: 'redo' }))).toEqual([[3, 4], 5, []]);
  });

  it('take strokes in a row as one step, and a step between them apart', () => {
    expect(states(led(type(1), type(12), type(123)))).toEqual([[3], 123, []]);
    expect(states(led(type(1), set(9), type(2), type(22)))).toEqual([[3, 1, 9], 22, []]);
    expect(states(led(type(1), type(12), { kind: 'undo' }))).toEqual([[], 3, [12]]);
  });

  it('take two rows of strokes apart where the second one begins', () => {
    expect(states(led(begin(1), type(2), begin(5), type(6)))).toEqual([[3, 2], 6, []]);
    expect(led(begin(1)).done).toBe('stroke');
  });

  it('begin a new step of typing after an undo', () => {
    expect(states(led(type(1), { kind: 'undo' }, type(2)))).toEqual([[3], 2, []]);
  });

  it('do nothing at the ends, and nothing is recorded where nothing changed', () => {
    expect(led({ kind: 'undo' })).toBe(first);
    expect(led({ kind: 'redo' })).toBe(first);
    expect(led(set(3))).toBe(first);
  });

  it('take a reset back too', () => {
    expect(states(led(set(8), { kind: 'reset' }))).toEqual([[3, 8], 3, []]);
    expect(led(set(8), { kind: 'reset' }, { kind: 'undo' }).now.state).toBe(8);
  });

  it('keep at most a hundred steps', () => {
    const many = led(...Array.from({ length: 250 }, (_, step) => set(step + 10)));
    expect([many.past.length, many.past[0]?.state]).toEqual([mostPast, 159]);
  });
});

describe('what comes from outside', () => {
  const other: Scene = { start: 7 };

  it('opens a scenario that is awaited, undoably, and drops one that no longer is', () => {
    const asked: Any = { kind: 'scenario-asked', scenario: 'seven' };
    const came: Any = { kind: 'scenario-came', scenario: 'seven', scene: other };
    expect(led(asked).awaited).toBe('seven');
    expect(led(asked, came).now).toEqual({ scenario: 'seven', scene: other, state: 7 });
    expect(led(asked, came, { kind: 'undo' }).now).toEqual(first.now);
    expect(led(asked, { kind: 'scenario-asked', scenario: 'nine' }, came).now).toEqual(first.now);
  });

  it('says that a scenario didn’t come, and leaves what is there', () => {
    const failed = led({ kind: 'scenario-asked', scenario: 'x' }, { kind: 'scenario-failed', scenario: 'x' });
    expect([failed.now, failed.awaited, failed.notice]).toEqual([
      first.now,
      undefined,
      { kind: 'scenario', scenario: 'x' },
    ]);
  });

  it('opens a link in place of a state in which nothing was done, and after one that can be undone', () => {
    const opened: Any = { kind: 'opened', moment: { scenario: 'three', scene, state: 40 } };
    expect(states(led(opened))).toEqual([[], 40, []]);
    expect(states(led(set(4), opened))).toEqual([[3, 4], 40, []]);
    const shown: Any = { kind: 'shown', moment: { scenario: 'three', scene, state: 40 } };
    expect(states(led(shown))).toEqual([[3], 40, []]);
    expect(led(shown).done).toBe('opened');
  });

  it('refuses a link with a notice, and loses nothing', () => {
    const refused = led(set(4), { kind: 'link-refused', why: 'damaged' });
    expect([states(refused), refused.notice]).toEqual([[[3], 4, []], { kind: 'link', why: 'damaged' }]);
    expect(reduceSession(model, refused, { kind: 'notice-closed' }).notice).toBeUndefined();
    expect(reduceSession(model, refused, set(5)).notice).toBeUndefined();
  });

  it('lifts the cover from an answer, and lays it on again with a fresh start', () => {
    expect(led({ kind: 'uncover' }).uncovered).toBe(true);
    expect(led({ kind: 'uncover' }, set(4), { kind: 'reset' }).uncovered).toBe(false);
  });
});

describe('what is said aloud', () => {
  it('is nothing before the first action and while typing', () => {
    expect(['nothing', 'stroke', 'opened'].map((done) => announcementOf(done as never, 'It is four.'))).toEqual([
      '',
      '',
      '',
    ]);
  });

  it('is the picture’s sentence after a step, and says that something was undone', () => {
    expect((['step', 'undo', 'redo', 'reset'] as const).map((done) => announcementOf(done, 'It is four.'))).toEqual([
      'It is four.',
      'Undone: It is four.',
      'Redone: It is four.',
      'Started again: It is four.',
    ]);
  });
});

describe('laws', () => {
  const event: fc.Arbitrary<Any> = fc.oneof(
    fc.nat(9).map(set),
    fc.nat(9).map(type),
    fc.constantFrom<Any>({ kind: 'undo' }, { kind: 'redo' }, { kind: 'reset' }),
  );

  it('as many undos as there are steps lead to the beginning, and as many redos back', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const session = led(...events);
        const steps = session.past.length;
        const repeat = (kind: 'undo' | 'redo') => Array.from({ length: steps }, (): Any => ({ kind }));
        const back = repeat('undo').reduce((one, undo) => reduceSession(model, one, undo), session);
        expect(back.past).toEqual([]);
        const forth = repeat('redo').reduce((one, redo) => reduceSession(model, one, redo), back);
        expect(states(forth)).toEqual(states(session));
      }),
    );
  });
});
