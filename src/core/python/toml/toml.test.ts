import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../index';
import {
  formatToml,
  MAX_TOML_DEPTH,
  outputOfToml,
  parseToml,
  placeInString,
  type TomlOutput,
  type TomlValue,
} from './index';

/** A value without its places, as JSON shows it; keys in the order of the document. */
function plain(value: TomlValue): unknown {
  switch (value.kind) {
    case 'table':
      return [...value.entries.values()].map((entry) => [entry.key, plain(entry.value)]);
    case 'array':
      return { items: value.items.map(plain) };
    case 'integer':
      return String(value.value);
    case 'string':
    case 'boolean':
      return value.value;
    case 'float':
      return { float: String(value.value) };
    default:
      return { [value.kind]: value.text };
  }
}

function readPlain(text: string): unknown {
  const { value } = parseToml(text);
  return value && plain(value);
}

describe('keys and tables', () => {
  it.each([
    [
      'a.b = 1\na."c d" = 2',
      [
        [
          'a',
          [
            ['b', '1'],
            ['c d', '2'],
          ],
        ],
      ],
    ],
    [
      '[a.b]\n[a]\nc = 1',
      [
        [
          'a',
          [
            ['b', []],
            ['c', '1'],
          ],
        ],
      ],
    ],
    [
      '[[a]]\nb = 1\n[a.c]\n[[a]]',
      [
        [
          'a',
          {
            items: [
              [
                ['b', '1'],
                ['c', []],
              ],
              [],
            ],
          },
        ],
      ],
    ],
    [
      '__proto__ = 1\nconstructor.x = 2',
      [
        ['__proto__', '1'],
        ['constructor', [['x', '2']]],
      ],
    ],
    [
      'a = {b.c = 1, d = []}',
      [
        [
          'a',
          [
            ['b', [['c', '1']]],
            ['d', { items: [] }],
          ],
        ],
      ],
    ],
  ])('%j is read into its tables', (text, expected) => {
    expect(readPlain(text)).toEqual(expected);
  });

  it.each([
    ['a = 1\na = 2', 'toml/duplicate-key', 2, 1],
    ['[a]\n[a]', 'toml/duplicate-key', 2, 2],
    ['[a]\nb.c = 1\n[a.b]', 'toml/duplicate-key', 3, 4],
    ['a = {}\na.b = 1', 'toml/duplicate-key', 2, 1],
    ['a = []\n[[a]]', 'toml/duplicate-key', 2, 3],
    ['a = [1, 2', 'toml/array-open', 1, 10],
    ['a = {b = 1,}', 'toml/inline-table-comma', 1, 12],
    ['version = 1.0.0', 'toml/line-end', 1, 14],
    ['a = "x', 'toml/string-open', 1, 7],
    ['a = "\\x"', 'toml/escape', 1, 7],
    ['a = 01', 'toml/number', 1, 5],
    ['a = 2026-02-30', 'toml/date', 1, 14],
    ['a = 07:32:60', 'toml/time', 1, 5],
    ['a = 0000-01-01', 'toml/date', 1, 5],
    ['a = 1 b = 2', 'toml/line-end', 1, 7],
    ['a = 1\rb = 2', 'toml/line-end', 1, 6],
    ['a =', 'toml/value-missing', 1, 4],
    ['= 1', 'toml/unexpected', 1, 1],
    ['\ufeffa = 1', 'toml/unexpected', 1, 1],
    [`a = ${'1'.repeat(5000)}`, 'toml/number', 1, 5],
  ])('%j has the problem %s in line %i, column %i', (text, code, line, column) => {
    const { problems } = parseToml(text);
    expect(problems.map((problem) => [problem.code, placeOf(text, problem.at.start)])).toEqual([
      [code, { line, column }],
    ]);
  });

  it.each([
    `a = ${'['.repeat(MAX_TOML_DEPTH + 1)}`,
    `a = ${'{a='.repeat(MAX_TOML_DEPTH + 1)}`,
    `${'a.'.repeat(MAX_TOML_DEPTH)}a = 1`,
    `[${'a.'.repeat(MAX_TOML_DEPTH)}a]`,
  ])('nested too deep is a problem, not an overflow', (text) => {
    expect(parseToml(text).problems.map((problem) => problem.code)).toEqual(['toml/too-deep']);
  });

  it('counts no brackets in strings and comments', () => {
    const many = '['.repeat(MAX_TOML_DEPTH + 1);
    expect(parseToml(`a = "\\"${many}" # ${many}\nb = '${many}'\nc = """"${many}"""""`).problems).toEqual([]);
  });
});

describe('values', () => {
  it('keep integers exact, dates as written, and floats that are whole', () => {
    expect(readPlain('a = 9007199254740993\nb = 0xff\nc = 1979-05-27 07:32:00Z\nd = 1e3\ne = -nan')).toEqual([
      ['a', '9007199254740993'],
      ['b', '255'],
      ['c', { 'offset-date-time': '1979-05-27 07:32:00Z' }],
      ['d', { float: '1000' }],
      ['e', { float: 'NaN' }],
    ]);
  });

  it('have places of the key and of the value', () => {
    const entry = parseToml('[t]\nkey = "v"').value?.entries.get('t');
    expect(entry?.keyAt).toEqual({ start: 1, end: 2 });
    expect(entry?.value.at).toEqual({ start: 0, end: 3 });
    const inner = entry?.value.kind === 'table' ? entry.value.entries.get('key') : undefined;
    expect([inner?.keyAt, inner?.value.at]).toEqual([
      { start: 4, end: 7 },
      { start: 10, end: 13 },
    ]);
  });
});

describe('a place inside a string', () => {
  it.each([
    ['"abc"', 'c'],
    ["'a\\c'", 'c'],
    ['"\\u00e9\\n\\"c"', 'c'],
    ['"\\U0001F600c"', 'c'],
    ['"""\nab\r\nc"""', 'c'],
    ['"""a \\\n   c"""', 'c'],
    ["'''\r\n'c'''", 'c'],
    ['"ab"', ''],
    ['""', ''],
  ])('of %j is where %j is written', (written, wanted) => {
    const document = `key = ${written}`;
    const value = parseToml(document).value?.entries.get('key')?.value;
    if (value?.kind !== 'string') throw new TypeError('the test needs a string');
    const at = placeInString(document, value, wanted === '' ? value.value.length : value.value.indexOf(wanted));
    expect(document.slice(at, at + 1)).toBe(wanted === '' ? '"' : wanted);
  });
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom("it's", 'a"b', 'a\\b', '\n', '\u0000', '__proto__', ''),
);
const scalar: fc.Arbitrary<TomlOutput> = fc.oneof(
  text,
  fc.boolean(),
  fc.maxSafeInteger(),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n }),
  fc.double({ noNaN: true }).map((value) => ({ kind: 'float', value }) as const),
  fc
    .constantFrom('2026-11-21', '2026-11-21T07:32:00.5Z', '07:32:00')
    .map((date) => ({ kind: 'date', text: date }) as const),
);
const { table } = fc.letrec<{ value: TomlOutput; table: ReadonlyMap<string, TomlOutput> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    tie('table'),
    tie('table').map((inner) => ({ kind: 'inline', table: inner }) as const),
    fc.array(tie('table'), { maxLength: 3 }).map((items) => ({ kind: 'tables', items }) as const),
  ),
  table: fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
}));

describe('writing', () => {
  it('puts keys before sections, tables of an array one a line, and text in single quotes where it can', () => {
    const document = new Map<string, TomlOutput>([
      ['b', new Map<string, TomlOutput>([['c', { kind: 'tables', items: [new Map([['d', "it's"]])] }]])],
      ['a', [new Map([['k', 1]]), new Map<string, TomlOutput>()]],
      ['x y', { kind: 'float', value: 2 }],
    ]);
    expect(formatToml(document)).toBe("a = [\n  {k = 1},\n  {},\n]\n'x y' = 2.0\n\n[[b.c]]\nd = \"it's\"\n");
  });

  it('is read back as the same value, and written the same again (law)', () => {
    fc.assert(
      fc.property(table, (document) => {
        const written = formatToml(document);
        const read = parseToml(written).value;
        if (read === undefined) throw new Error(`${written}\n${JSON.stringify(parseToml(written).problems)}`);
        const again = outputOfToml(read);
        const reread = again instanceof Map ? parseToml(formatToml(again)).value : undefined;
        const sorted = (value: TomlValue | undefined) => JSON.stringify(value && sortTables(plain(value)));
        expect(sorted(reread)).toBe(sorted(read));
        expect(sorted(read)).toBe(JSON.stringify(sortTables(plainOutput(document))));
      }),
    );
  });
});

/** What `plain` makes of the value once it is written and read. */
function plainOutput(value: TomlOutput): unknown {
  if (value instanceof Map) return [...value].map(([key, inner]) => [key, plainOutput(inner)]);
  if (Array.isArray(value)) return { items: value.map(plainOutput) };
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || !('kind' in value)) return value;
  switch (value.kind) {
    case 'float':
      return { float: String(value.value) };
    case 'date':
      return {
        [value.text.length > 10 ? 'offset-date-time' : value.text.includes(':') ? 'local-time' : 'local-date']:
          value.text,
      };
    case 'inline':
      return plainOutput(value.table);
    case 'tables':
      return { items: value.items.map(plainOutput) };
  }
}

/** Entries of tables in the order of their keys: sections come after keys when they are written. */
function sortTables(value: unknown): unknown {
  if (Array.isArray(value)) {
    const entries = value.map(([key, inner]) => [String(key), sortTables(inner)] as const);
    return entries.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  }
  if (typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)) {
    return { items: value.items.map(sortTables) };
  }
  return value;
}
