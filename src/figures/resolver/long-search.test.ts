import { describe, expect, it } from 'vitest';
import { awaitedOf } from './heard';
import { type LongProgress, openLongSearch, type WholeAnswer } from './long-search';
import { model } from './model';
import { resolverScenario } from './resolver.fixture';
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

  it('is given up when nobody wants it any more', async () => {
    const controller = new AbortController();
    controller.abort();
    expect(await open().ask({ ...first, text: long(pinned) }, undefined, controller.signal)).toBeUndefined();
  });
});
