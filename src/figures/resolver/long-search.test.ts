import { describe, expect, it } from 'vitest';
import { awaitedOf } from './heard';
import { type LongProgress, openLongSearch, type WholeAnswer } from './long-search';
import { model } from './model';
import { resolverScenario, THRICE_TORN } from './resolver.fixture';
import type { ResolverState, RewriteEvent } from './state';

const scenario = resolverScenario('back-shared-library');
const pinned = resolverScenario('back-shared-library-pinned').text;
const scene = model.open(scenario);
const first = model.first(scene);
/** A text that the page leaves to the worker: it is long. */
const long = (text: string) => `${'# a line that says nothing\n'.repeat(500)}${text}`;

/** A worker, with a clock that goes on by a millisecond whenever it is looked at. */
function open(millisecond = 1) {
  let now = 0;
  const search = openLongSearch(() => {
    now += millisecond;
    return now;
  });
  const progress: LongProgress[] = [];
  const ask = async (state: ResolverState, event?: RewriteEvent, signal = new AbortController().signal) =>
    (await search({ strategy: 'whole', awaited: awaitedOf(scene, state, true), event }, signal, (now) =>
      progress.push(now),
    )) as WholeAnswer | undefined;
  return { ask, progress };
}

describe('a text that is too long for the page', () => {
  it('is awaited there, and what the worker makes of it is what the page would show', async () => {
    const state = model.update(scene, first, { kind: 'text-typed', text: long(pinned) });
    const picture = model.present(scene, state, { answer: 'shown' });
    expect([picture.status.kind, picture.verdict.kind, picture.awaits?.state]).toEqual(['loading', 'awaited', state]);
    expect(model.facts(scene, state).get('verdict')).toBe('awaited');
    const { ask, progress } = open();
    const answer = await ask(state);
    const short = model.update(scene, first, { kind: 'text-typed', text: pinned });
    const same = model.present(scene, short, { answer: 'shown' });
    expect(answer?.heard.picture).toEqual({
      ...same,
      shown: long(pinned),
      editor: { ...same.editor, text: long(pinned) },
    });
    expect(progress.at(-1)?.steps).toBeGreaterThan(0);
  });

  it('is rewritten by the worker, and only where it was changed', async () => {
    const state: ResolverState = { ...first, text: long(pinned) };
    const event: RewriteEvent = { kind: 'way-taken', changes: [{ place: 1, to: undefined }] };
    const answer = await open().ask(state, event);
    expect(answer?.state.text).toBe(long(pinned).replace(', "stock"', ''));
    expect(answer?.heard.picture.verdict.kind).toBe('solved');
  });

  it('that can’t be read leaves what was read last in view, with the problem at its place', async () => {
    const { ask } = open();
    await ask({ ...first, text: long(pinned) });
    const answer = await ask({ ...first, text: long('[root') });
    expect(answer?.heard.picture.shown).toBe(long(pinned));
    expect(answer?.heard.picture.editor.problems.map(({ at }) => at.start)).toEqual([long('[root').length]);
  });
});

describe('a search without an end', () => {
  it('is stopped when its time is over, and says what was learned', async () => {
    const answer = await open(5_000).ask({ ...first, text: long(pinned) });
    const { picture } = answer?.heard ?? {};
    expect([picture?.verdict.kind, picture?.status.kind]).toEqual(['stopped', 'too-large']);
  });

  it('looks up within a hundred milliseconds by its clock, whatever it is at, and is given up there', async () => {
    const race = resolverScenario('race-seven-layers').text;
    const questions = [
      { strategy: 'backtracking', text: race },
      { strategy: 'whole', awaited: awaitedOf(scene, { ...first, text: race }, true), event: undefined },
      { strategy: 'whole', awaited: awaitedOf(scene, { ...first, text: THRICE_TORN }, true), event: undefined },
    ] as const;
    for (const question of questions) {
      // A look at the clock takes a millisecond, and each is followed by one step, or one question of the explanation.
      let now = 0;
      const search = openLongSearch(() => {
        now += 1;
        return now;
      });
      const controller = new AbortController();
      const looks: number[] = [];
      // Between two slices other work has its turn: a message that cancels would be heard there.
      let turn = setTimeout(function take() {
        looks.push(now);
        if (looks.length === 3) controller.abort();
        else turn = setTimeout(take);
      });
      await search(question, controller.signal, () => undefined);
      clearTimeout(turn);
      const slices = [...looks, now].map((look, at) => look - (looks[at - 1] ?? 0));
      expect(slices.length).toBe(4);
      expect(Math.max(...slices)).toBeLessThanOrEqual(100);
      expect(slices.at(-1)).toBeLessThanOrEqual(1);
    }
  });

  it('is given up when nobody wants it any more', async () => {
    const controller = new AbortController();
    controller.abort();
    expect(await open().ask({ ...first, text: long(pinned) }, undefined, controller.signal)).toBeUndefined();
  });
});
