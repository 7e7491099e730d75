import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToml, type TomlArray } from '@/core/python';
import { quoted, rewriteText } from './rewrite';
import { leaveOut, putIn } from './rewrite-array';

function arrayIn(text: string): TomlArray {
  const value = parseToml(text).value?.entries.get('a')?.value;
  if (value?.kind !== 'array') throw new Error(`No array a in ${text}`);
  return value;
}
const itemsIn = (text: string) => arrayIn(text).items.map((item) => (item.kind === 'string' ? item.value : item.kind));
const without = (text: string, ...places: readonly number[]) =>
  rewriteText(text, leaveOut(text, arrayIn(text), places));
const having = (text: string, item: string) => rewriteText(text, putIn(text, arrayIn(text), quoted(item)));

const LINES = `a = [ # asked
  "x", # the first, and most
  # between
  "y",
  "z" # no comma
] # end
`;

describe('taking items out of an array', () => {
  it.each([
    ['a = ["x", "y"] # c', [0], 'a = ["y"] # c'],
    ['a = ["x", "y"] # c', [1], 'a = ["x"] # c'],
    ['a = ["x", "y"] # c', [0, 1], 'a = [] # c'],
    ['a = ["x", "y", "z"]', [1], 'a = ["x", "z"]'],
    ['a = ["x", "y", "z"]', [1, 2], 'a = ["x"]'],
    ['a = ["x", "y",]', [1], 'a = ["x",]'],
    ['a = [\n  "x",\n  "y",\n]', [0], 'a = [\n  "y",\n]'],
    ['a = [\n  "x",\n  "y"\n]', [1], 'a = [\n  "x"\n]'],
    ['a = ["x"]', [3], 'a = ["x"]'],
  ] as const)('%j without %j is %j', (text, places, after) => expect(without(text, ...places)).toBe(after));

  it('keeps every comment', () => {
    expect(without(LINES, 0)).toBe(LINES.replace('  "x", # the', '  # the'));
    expect(without(LINES, 1)).toBe(LINES.replace('  "y",\n', ''));
    expect(without(LINES, 2)).toBe(LINES.replace('"y",', '"y"').replace('  "z" #', '  #'));
  });
});

describe('putting an item into an array', () => {
  it.each([
    ['a = [] # c', 'a = ["n"] # c'],
    ['a = [\n]', 'a = ["n"\n]'],
    ['a = ["x"]', 'a = ["x", "n"]'],
    ['a = ["x",]', 'a = ["x", "n",]'],
    ['a = [\n  "x",\n]', 'a = [\n  "x",\n  "n",\n]'],
    ['a = [\n  "x"]', 'a = [\n  "x",\n  "n"]'],
    ['a = [\n  "x" # c, d\n]', 'a = [\n  "x", # c, d\n  "n"\n]'],
    ['a = [\n  "x", # c\n]', 'a = [\n  "x", # c\n  "n",\n]'],
  ])('%j becomes %j', (text, after) => expect(having(text, 'n')).toBe(after));
});

/** Arrays of strings, laid out in every way. */
const space = fc.constantFrom('', ' ', '\n', '\n  ', ' # c, "d" ]\n', '\r\n\t');
const item = fc.tuple(space, fc.constantFrom('x', 'y>=1,<2', "q'\\"), space);
const arrays = fc.tuple(fc.array(item, { maxLength: 6 }), space, fc.boolean()).map(([items, gap, trailing]) => ({
  values: items.map(([, value]) => value),
  text: `a = [${items.map(([before, value, after]) => before + quoted(value) + after).join(',')}${
    trailing && items.length > 0 ? ',' : ''
  }${gap}] # end\nb = 1\n`,
}));
const commentsIn = (text: string) => [...text.matchAll(/# c, "d" \]|# end/g)].length;

describe('laws of changing an array', () => {
  it('the items that aren’t left out stay in their order, and so does every comment', () => {
    fc.assert(
      fc.property(arrays, fc.array(fc.nat(6), { maxLength: 4 }), ({ text, values }, places) => {
        const after = without(text, ...places);
        expect(itemsIn(after)).toEqual(values.filter((_, place) => !places.includes(place)));
        expect(commentsIn(after)).toBe(commentsIn(text));
        expect(parseToml(after).value?.entries.get('b')?.value).toMatchObject({ value: 1 });
      }),
    );
  });

  it('an item that is put in is the last one, and all else stays', () => {
    fc.assert(
      fc.property(arrays, ({ text, values }) => {
        const after = having(text, 'new');
        expect(itemsIn(after)).toEqual([...values, 'new']);
        expect(commentsIn(after)).toBe(commentsIn(text));
      }),
    );
  });
});
