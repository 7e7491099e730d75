import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Press, passageOf } from './keys';

const press = (changes: Partial<Press>): Press => ({
  key: 'Escape',
  modified: false,
  composing: false,
  used: false,
  claimed: false,
  ...changes,
});
const stays = { kind: 'stays' };

describe('Escape', () => {
  it('leaves the figure where nothing needs it', () => {
    expect(passageOf(press({}), false)).toEqual({ passage: { kind: 'leaves' }, escaped: false });
  });

  it.each([{ used: true }, { claimed: true }])(
    'stays where something needs it first (%o), and leaves the second time',
    (why) => {
      const first = passageOf(press(why), false);
      expect(first).toEqual({ passage: stays, escaped: true });
      expect(passageOf(press(why), first.escaped)).toEqual({ passage: { kind: 'leaves' }, escaped: false });
    },
  );

  it('begins anew when another key came between', () => {
    const first = passageOf(press({ claimed: true }), false);
    const between = passageOf(press({ key: 'a', claimed: true }), first.escaped);
    expect(passageOf(press({ claimed: true }), between.escaped)).toEqual({ passage: stays, escaped: true });
  });

  it.each([{ modified: true }, { composing: true }])('is another key with %o', (why) => {
    expect(passageOf(press(why), true)).toEqual({ passage: stays, escaped: false });
  });
});

describe('the clicker’s keys', () => {
  it.each(['PageUp', 'PageDown'])('%s goes to the deck, even out of an editor', (key) => {
    expect(passageOf(press({ key, claimed: true, used: true }), false)).toEqual({
      passage: { kind: 'to-deck', key },
      escaped: false,
    });
  });

  it('stay with Ctrl, Alt, Meta or Shift', () => {
    expect(passageOf(press({ key: 'PageDown', modified: true }), false).passage).toEqual(stays);
  });
});

it('every other key stays, Tab and the arrows among them', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom('Tab', 'ArrowRight', ' ', 'Enter', 'b', '.')),
      fc.boolean(),
      (key, escaped) => {
        fc.pre(!['Escape', 'PageUp', 'PageDown'].includes(key));
        expect(passageOf(press({ key }), escaped)).toEqual({ passage: stays, escaped: false });
      },
    ),
  );
});
