// Laws of the editor’s knowledge, over documents that somebody made up, whole and cut off.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldAt, insertField, listFields, parseToml, suggestKeys } from '../../index';
import type { TomlTable, TomlValue } from '../../toml';

const key = fc.constantFrom(
  'project',
  'name',
  'tool',
  'hatch',
  'version',
  'scripts',
  '"a.b"',
  "'c'",
  'x-1',
  '"\\u0041"',
);
const dotted = fc.array(key, { minLength: 1, maxLength: 3 }).map((keys) => keys.join(fcDot()));
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('"a"', "'b # c'", '"""x\n[y]\nk = 1"""', '1', 'true', '2026-11-30', '"q\\"uo"', '[]', '{}'),
    fc
      .array(tie('value'), { maxLength: 3 })
      .map((items) => `[\n  ${items.join(',\n  ')}${items.length > 0 ? ', # end\n' : ''}]`),
    fc
      .uniqueArray(fc.tuple(dotted, tie('value')), { maxLength: 2, selector: ([name]) => name.split('.')[0] })
      .map((pairs) => `{${pairs.map(([name, inner]) => `${name} = ${inner}`).join(', ')}}`),
  ),
}));
const line = fc.oneof(
  fc.tuple(dotted, value).map(([name, text]) => `${name} = ${text} # why`),
  dotted.map((name) => `[${name}]`),
  dotted.map((name) => `[[${name}]]`),
  fc.constantFrom('', '# comment = 1', '  '),
);
const document = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
const whole = document.filter((text) => parseToml(text).value !== undefined);

function fcDot(): string {
  return ' . ';
}

/** Every key of a document as its reader has it. */
function entriesOf(value: TomlValue, path: readonly string[]): readonly (readonly [string, number])[] {
  if (value.kind === 'array') return value.items.flatMap((item) => entriesOf(item, path));
  if (value.kind !== 'table') return [];
  return [...value.entries.values()].flatMap((entry) => [
    [JSON.stringify([...path, entry.key]), entry.keyAt.start] as const,
    ...entriesOf(entry.value, [...path, entry.key]),
  ]);
}

/** The keys that the reader knows and that stand in front of “=”, at their first part. */
function keysAndPlaces(text: string, table: TomlTable) {
  const listed = listFields(text);
  return entriesOf(table, []).filter(([, start]) =>
    listed.some(({ keyAt }) => keyAt.start <= start && start < keyAt.end),
  );
}

describe('the field at a place', () => {
  it('is the one that the reader of TOML has there', () => {
    fc.assert(
      fc.property(whole, (text) => {
        const { value: table } = parseToml(text);
        if (table === undefined) return;
        for (const [path, start] of keysAndPlaces(text, table)) {
          const place = fieldAt(text, start);
          expect([place.on, JSON.stringify(place.path).startsWith(path.slice(0, -1))]).toEqual(['key', true]);
        }
        const keys = new Set(entriesOf(table, []).map(([path]) => path));
        for (const { path } of listFields(text)) expect(keys).toContain(JSON.stringify(path));
      }),
      { numRuns: 100 },
    );
  });

  it('is found wherever a document is cut off, inside of the text, and its path begins with its table’s', () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(), (text, cut, where) => {
        const half = text.slice(0, cut % (text.length + 1));
        const offset = where % (half.length + 1);
        const { path, at } = fieldAt(half, offset);
        expect(path.length).toBeLessThan(20);
        expect(0 <= at.start && at.start <= at.end && at.end <= half.length).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a suggested field', () => {
  it('can be added to any document, which then still parses, and is no suggestion any more', () => {
    fc.assert(
      fc.property(whole, fc.nat(), (text, where) => {
        const offset = where % (text.length + 1);
        for (const { path, example } of suggestKeys(text, offset)) {
          const added = insertField(text, path);
          expect([path, added && parseToml(added.text).problems]).toEqual([path, []]);
          if (added === undefined) continue;
          const { start, end } = added.at;
          const inserted = added.text.slice(start, end);
          expect(inserted).toContain(example);
          const before = added.text.slice(0, start).trimEnd();
          expect(text.startsWith(before) && text.trimEnd().endsWith(added.text.slice(end).trim())).toBe(true);
          expect(insertField(added.text, path)).toBeUndefined();
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('hostile documents', () => {
  it.each([
    ['brackets', '['.repeat(200_000)],
    ['open inline tables', `a = ${'{a = '.repeat(50_000)}`],
    ['dots', `a${'.a'.repeat(200_000)} = 1\n`],
    ['quotes', '"'.repeat(200_000)],
    ['open arrays over many lines', 'a = [\n'.repeat(30_000)],
    ['a long header over many keys', `[a${'.a'.repeat(20_000)}]\n${'b = 1\n'.repeat(20_000)}`],
    ['blanks in arrays', `a = [\n${' '.repeat(200_000)}\n${'  x\n'.repeat(20_000)}`],
  ])('of %s are gone through at once', (_, text) => {
    const place = fieldAt(text, text.length);
    expect(place.path.length).toBeLessThan(400);
  });
});
