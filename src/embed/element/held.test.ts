import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMessage } from '../message.arbitrary';
import { isFragment } from '../messages';
import { type Held, type HeldEvent, hold, holdOn } from './held';

const heldAfter = (...events: readonly HeldEvent[]): Held => events.reduce(holdOn, hold('#1.abc'));
const heard = (data: unknown): HeldEvent => ({ kind: 'heard', data });
const ready = heard({ kind: 'ready', figure: 'wheel-decoder' });

describe('the life of a figure on a slide', () => {
  it('waits until it is seen, loads, and lives', () => {
    expect(
      [heldAfter(), heldAfter({ kind: 'shown' }), heldAfter({ kind: 'shown' }, ready)].map(({ phase }) => phase),
    ).toEqual(['waiting', 'loading', 'live']);
  });

  it('fails when it is waited for too long, and lives all the same when it comes late', () => {
    const failed = heldAfter({ kind: 'shown' }, { kind: 'waited-too-long' });
    expect(failed.phase).toBe('failed');
    expect(holdOn(failed, ready).phase).toBe('live');
  });

  it('doesn’t fail once it lives', () => {
    expect(heldAfter({ kind: 'shown' }, ready, { kind: 'waited-too-long' }).phase).toBe('live');
  });

  it('begins anew when its frame is taken away, and keeps its state', () => {
    expect(
      heldAfter({ kind: 'shown' }, ready, heard({ kind: 'change', fragment: '#1.def' }), { kind: 'reloads' }),
    ).toEqual({
      phase: 'waiting',
      state: '#1.def',
      height: undefined,
    });
  });

  it('drops its state when it becomes another figure', () => {
    expect(heldAfter({ kind: 'subject-set' }).state).toBe('');
  });
});

describe('a state', () => {
  it('comes from the attribute, from the figure, and from the attribute again', () => {
    expect(heldAfter().state).toBe('#1.abc');
    expect(heldAfter(heard({ kind: 'change', fragment: '#1.def' })).state).toBe('#1.def');
    expect(heldAfter({ kind: 'state-set', state: '#1.ghi' }).state).toBe('#1.ghi');
    expect(heldAfter({ kind: 'state-set', state: null }).state).toBe('');
  });

  it('that is none is dropped at the beginning, and changes nothing later', () => {
    expect(hold('javascript:alert(1)').state).toBe('');
    expect(heldAfter({ kind: 'state-set', state: '" onload="' }).state).toBe('#1.abc');
  });
});

it('no message but a change loses or alters the state, and none makes it something else than a fragment', () => {
  fc.assert(
    fc.property(fc.array(anyMessage, { maxLength: 10 }), (messages) => {
      let held = heldAfter({ kind: 'shown' }, ready);
      for (const data of messages) {
        const next = holdOn(held, heard(data));
        expect(isFragment(next.state)).toBe(true);
        const isChange = typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'change';
        if (!isChange) expect(next.state).toBe(held.state);
        expect(next.phase).toBe('live');
        held = next;
      }
    }),
  );
});
