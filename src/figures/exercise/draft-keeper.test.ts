import { describe, expect, it } from 'vitest';
import { DraftKeeper, draftPause } from './draft-keeper';

/** A clock that goes on when the test says so. */
function clock() {
  const waiting = new Map<number, { readonly act: () => void; readonly at: number }>();
  let now = 0;
  let next = 0;
  return {
    start: (act: () => void, milliseconds: number) => {
      waiting.set(++next, { act, at: now + milliseconds });
      return next;
    },
    stop: (timer: number) => void waiting.delete(timer),
    pass: (milliseconds: number) => {
      now += milliseconds;
      for (const [timer, { act, at }] of [...waiting]) {
        if (at > now) continue;
        waiting.delete(timer);
        act();
      }
    },
  };
}

function keeper() {
  const timer = clock();
  const written: string[] = [];
  return { timer, written, drafts: new DraftKeeper((text) => written.push(text), timer) };
}

describe('a draft', () => {
  it('is written at once, then at most once in half a second, and the last is never lost', () => {
    const { timer, written, drafts } = keeper();
    for (const text of ['a', 'ab', 'abc']) drafts.keep(text);
    expect(written).toEqual(['a']);
    timer.pass(draftPause);
    expect(written).toEqual(['a', 'abc']);
    drafts.keep('abcd');
    expect(written).toEqual(['a', 'abc']);
    timer.pass(draftPause);
    expect(written).toEqual(['a', 'abc', 'abcd']);
    timer.pass(10 * draftPause);
    drafts.keep('x');
    expect(written).toEqual(['a', 'abc', 'abcd', 'x']);
  });

  it('is written when the page is left, and not twice', () => {
    const { timer, written, drafts } = keeper();
    drafts.keep('a');
    drafts.keep('ab');
    drafts.flush();
    expect(written).toEqual(['a', 'ab']);
    timer.pass(10 * draftPause);
    drafts.flush();
    expect(written).toEqual(['a', 'ab']);
  });
});
