import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMessage } from './message.arbitrary';
import {
  figureIsHere,
  isFigureIsHere,
  isFragment,
  isSlideConnects,
  readFromFigure,
  readFromSlide,
  slideConnects,
} from './messages';

describe('the handshake', () => {
  it('is known by its sender, version and kind', () => {
    expect([isFigureIsHere(figureIsHere), isSlideConnects(slideConnects)]).toEqual([true, true]);
    expect([isFigureIsHere(slideConnects), isSlideConnects(figureIsHere)]).toEqual([false, false]);
  });

  it.each([{ version: 2 }, { version: '1' }, { version: undefined }, { shipshape: true }, { kind: 'HERE' }])(
    'is refused with %o',
    (change) => {
      expect(isFigureIsHere({ ...figureIsHere, ...change })).toBe(false);
      expect(isSlideConnects({ ...slideConnects, ...change })).toBe(false);
    },
  );

  it.each([null, undefined, 'here', 1, [figureIsHere]])('is not %o', (data) => {
    expect([isFigureIsHere(data), isSlideConnects(data)]).toEqual([false, false]);
  });
});

describe('a message from a figure', () => {
  it.each([
    { kind: 'ready', figure: 'wheel-decoder' },
    { kind: 'resize', height: 0 },
    { kind: 'resize', height: 512.5 },
    { kind: 'change', fragment: '#1.eJyr-_' },
    { kind: 'change', fragment: '' },
    { kind: 'solved', exercise: 'wheel/first-fit' },
    { kind: 'leave' },
    { kind: 'key', key: 'PageUp' },
  ])('is taken: %o', (message) => {
    expect(readFromFigure(message)).toEqual(message);
  });

  it.each<[unknown, string]>([
    [{ kind: 'ready' }, 'it names no figure'],
    [{ kind: 'ready', figure: '<b>' }, 'that is no name'],
    [{ kind: 'ready', figure: 'x'.repeat(121) }, 'a name of ours is shorter'],
    [{ kind: 'resize', height: -1 }, 'nothing is less than nothing high'],
    [{ kind: 'resize', height: 1e9 }, 'nothing is so high'],
    [{ kind: 'resize', height: Number.NaN }, 'that is no number'],
    [{ kind: 'resize', height: '400' }, 'a text is no number'],
    [{ kind: 'change', fragment: 'javascript:alert(1)' }, 'it would become part of an address'],
    [{ kind: 'change', fragment: '#a b' }, 'a space has no place in one'],
    [{ kind: 'change', fragment: `#${'x'.repeat(8192)}` }, 'it is too long'],
    [{ kind: 'solved', exercise: '' }, 'it names no exercise'],
    [{ kind: 'key', key: 'Enter' }, 'only the clicker’s keys go to the deck'],
    [{ kind: 'explode' }, 'nobody knows it'],
    [{ kind: 'step', by: 1 }, 'that is for a slide to say'],
    [['ready'], 'that is no record'],
  ])('is ignored: %o, because %s', (message) => {
    expect(readFromFigure(message)).toBeUndefined();
  });
});

describe('a message from a slide', () => {
  it.each([
    { kind: 'open', fragment: '#1.eJyr' },
    { kind: 'step', by: -1 },
    { kind: 'goto', step: 0 },
    { kind: 'play', playing: false },
    { kind: 'theme', theme: 'auto' },
    { kind: 'enter' },
    { kind: 'stage', shown: true },
  ])('is taken: %o', (message) => {
    expect(readFromSlide(message)).toEqual(message);
  });

  it.each<[unknown, string]>([
    [{ kind: 'open' }, 'it has nothing to open'],
    [{ kind: 'step', by: 2 }, 'a step is one'],
    [{ kind: 'goto', step: 1.5 }, 'there are no half steps'],
    [{ kind: 'goto', step: -1 }, 'steps are counted from 0'],
    [{ kind: 'play', playing: 'yes' }, 'that is a text'],
    [{ kind: 'theme', theme: 'sepia' }, 'there is none such'],
    [{ kind: 'stage' }, 'it doesn’t say which'],
    [{ kind: 'leave' }, 'that is for a figure to say'],
  ])('is ignored: %o, because %s', (message) => {
    expect(readFromSlide(message)).toBeUndefined();
  });
});

describe('laws of messages', () => {
  it('reading never throws, and what was read is read again as the same', () => {
    fc.assert(
      fc.property(anyMessage, (data) => {
        for (const read of [readFromFigure, readFromSlide]) {
          const message = read(data);
          if (message !== undefined) expect(read(message)).toEqual(message);
        }
        expect(typeof isFigureIsHere(data)).toBe('boolean');
        expect(typeof isSlideConnects(data)).toBe('boolean');
      }),
    );
  });

  it('a fragment that was let in stays where it is put at the end of an address', () => {
    fc.assert(
      fc.property(anyMessage, (data) => {
        const message = readFromFigure(data);
        if (message?.kind !== 'change') return;
        expect(isFragment(message.fragment)).toBe(true);
        const url = new URL(`https://example.org/embed/v1/a/${message.fragment}`);
        expect([url.origin, url.pathname]).toEqual(['https://example.org', '/embed/v1/a/']);
      }),
    );
  });
});
