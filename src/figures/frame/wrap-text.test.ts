import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Run, widthOf } from './text-width';
import { balanced, type Line, wrap } from './wrap-text';

const sans = (text: string): Run => ({ text, family: 'sans', size: 10, fill: 'ink' });
const mono = (text: string): Run => ({ text, family: 'mono', size: 10, fill: 'ink' });
const texts = (lines: readonly Line[]) => lines.map((line) => line.map(({ text }) => text).join(''));

describe('the room that a text needs', () => {
  it('is that of the widest face: a mono has one width, a sans many', () => {
    expect(widthOf(mono('il'))).toBeCloseTo(12.4);
    expect(widthOf(mono('MW'))).toBeCloseTo(12.4);
    expect(widthOf(sans('il'))).toBeCloseTo(7);
    expect(widthOf(sans('MW'))).toBeCloseTo(21);
    expect(widthOf({ ...sans('MW'), bold: true })).toBeCloseTo(25.2);
    expect(widthOf(sans('é漢'))).toBeCloseTo(23.5);
  });
});

describe('text in lines', () => {
  it('keeps words whole', () => {
    expect(texts(wrap([sans('one two three')], 45, 9))).toEqual(['one two', 'three']);
  });

  it('keeps what touches code with it', () => {
    expect(texts(wrap([sans('bash takes ('), mono('ls'), sans(').')], 70, 9))).toEqual(['bash takes', '(ls).']);
  });

  it('breaks a name that is longer than a line after a sign', () => {
    expect(texts(wrap([mono('numpy-2.3.1-cp313')], 63, 9))).toEqual(['numpy-2.3.', '1-cp313']);
  });

  it('ends with an ellipsis where there is more than the lines hold', () => {
    expect(texts(wrap([sans('one two three four')], 45, 1))).toEqual(['one t…']);
    expect(texts(wrap([mono('a'.repeat(90))], 63, 2))).toEqual(['aaaaaaaaaa', 'aaaaaaaa…']);
  });

  it('makes nothing of nothing', () => {
    expect(wrap([], 50, 3)).toEqual([]);
    expect(wrap([sans('  ')], 50, 3)).toEqual([]);
  });

  const runs = fc.array(
    fc.record({
      text: fc.string({ unit: 'grapheme', maxLength: 60 }),
      family: fc.constantFrom('sans' as const, 'serif' as const, 'mono' as const),
      bold: fc.boolean(),
    }),
    { maxLength: 5 },
  );

  it('is never wider than its room, and never more lines than are allowed', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 30, max: 300 }), fc.integer({ min: 1, max: 5 }), (list, room, most) => {
        const lines = wrap(
          list.map((run): Run => ({ ...run, size: 10, fill: 'ink' })),
          room,
          most,
        );
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(line.reduce((sum, run) => sum + widthOf(run), 0)).toBeLessThanOrEqual(room);
      }),
    );
  });

  it('loses no letter where it has room for all', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 30, max: 300 }), (list, room) => {
        const all = list.map((run): Run => ({ ...run, size: 10, fill: 'ink' }));
        const letters = (text: string) => text.replaceAll(/\s/g, '');
        const wrapped = texts(wrap(all, room, 1_000)).join('');
        expect(letters(wrapped)).toBe(letters(all.map(({ text }) => text).join('')));
      }),
    );
  });
});

describe('balanced text', () => {
  it('has no word alone on its last line', () => {
    const text = [sans('Done: 5 projects installed, 117 files unpacked, 2 MB.')];
    expect(texts(wrap(text, 280, 5))).toEqual(['Done: 5 projects installed, 117 files unpacked, 2', 'MB.']);
    expect(texts(balanced(text, 280, 5))).toEqual(['Done: 5 projects installed, 117', 'files unpacked, 2 MB.']);
  });

  it('has no word broken that has room', () => {
    const room = widthOf(sans('aaaaaaaaaam')) + 1;
    expect(texts(balanced([sans('aaaaaaaaaam aaaaaaa')], room, 5))).toEqual(['aaaaaaaaaam', 'aaaaaaa']);
  });

  it('says the same in as many lines, within the room', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 40 }).map((list) => [sans(list.join(' '))]);
    fc.assert(
      fc.property(words, fc.integer({ min: 120, max: 400 }), fc.integer({ min: 1, max: 6 }), (runs, room, most) => {
        const plain = wrap(runs, room, most);
        const even = balanced(runs, room, most);
        expect(even.length).toBe(plain.length);
        expect(texts(even).join(' ')).toBe(texts(plain).join(' '));
        for (const line of even) expect(line.reduce((sum, run) => sum + widthOf(run), 0)).toBeLessThanOrEqual(room);
      }),
    );
  });
});
