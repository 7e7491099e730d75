import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToml, type TomlTable } from '@/core/python';
import { parseScenario } from './parse-scenario';
import { rewriteText } from './rewrite';
import { removeKey, setKey } from './rewrite-setting';

function fileOf(text: string): TomlTable {
  const { value, problems } = parseToml(text);
  if (value === undefined) throw new Error(`${problems[0]?.message}\n${text}`);
  return value;
}
const withKey = (text: string, table: string, key: string, value: string) =>
  rewriteText(text, setKey(text, fileOf(text), table, key, value) ?? []);
const withoutKey = (text: string, table: string, key: string) =>
  rewriteText(text, removeKey(text, fileOf(text), table, key));

const PACKAGES = '[packages.a.versions."1.0"]\n';

describe('setting a key', () => {
  it.each([
    ['in the place of its value', '[o]\nk = "x" # why\n', '[o]\nk = "n" # why\n'],
    ['under the header of its table', '[o] # opts\nj = 1\n', '[o] # opts\nk = "n"\nj = 1\n'],
    ['in an inline table', 'o = { j = 1 }\n', 'o = { k = "n", j = 1 }\n'],
    ['in an empty inline table', 'o = {}\n', 'o = { k = "n" }\n'],
    ['beside dotted keys', 'o.j = 1\n', 'o.k = "n"\no.j = 1\n'],
    ['of a table that only a longer header names', '[o.p]\nj = 1\n', '[o.p]\nj = 1\n\n[o]\nk = "n"\n'],
    ['of a new table, at the end', 'a = 1', 'a = 1\n\n[o]\nk = "n"\n'],
    [
      'of a new table, before the packages and what is said of them',
      `[root]\nrequires = []\n\n# the index\n${PACKAGES}`,
      `[root]\nrequires = []\n\n[o]\nk = "n"\n\n# the index\n${PACKAGES}`,
    ],
  ])('%s', (_, text, after) => expect(withKey(text, 'o', 'k', '"n"')).toBe(after));

  it('isn’t possible in what is no table', () => {
    expect(setKey('o = 1', fileOf('o = 1'), 'o', 'k', '1')).toBeUndefined();
  });
});

describe('taking a key out', () => {
  it.each([
    ['with its line', '[o]\nk = 1\nj = 2\n', '[o]\nj = 2\n'],
    ['but for its comment', '[o]\nk = 1 # why\n', '[o]\n# why\n'],
    ['of an inline table', 'o = { k = 1, j = 2 }', 'o = { j = 2 }'],
    ['of an inline table, where it is the last', 'o = { j = 2, k = 1 }', 'o = { j = 2 }'],
    ['of an inline table, where it is alone', 'o = { k = 1 }', 'o = {}'],
    ['of dotted keys', 'o.k = 1\no.j = 2', 'o.j = 2'],
    ['that isn’t there changes nothing', '[o]\nj = 1\n', '[o]\nj = 1\n'],
  ])('%s', (_, text, after) => expect(withoutKey(text, 'o', 'k')).toBe(after));
});

/** Scenarios that say their options in every way that TOML has. */
const options = fc.constantFrom(
  '',
  '[resolver_options]\n# of the search\nuniversal = false # one\n',
  '[resolver_options]\n',
  '[shipshape.bounds]\nsteps = 10\n',
  '[shipshape]\nprereleases = "disallow" # none\n[resolver_options]\nresolution = "lowest"\n',
);
const scenarios = fc.tuple(fc.constantFrom('', 'resolver_options = { prereleases = true }\n'), options).map(
  ([inline, table]) =>
    `# a file\n${inline}[root]\nrequires = ["a"] # asked\n\n${inline === '' ? table : ''}
# the index\n${PACKAGES}requires = []\n[packages.a.versions."2.0a1"]\n`,
);
const changes = fc.constantFrom(
  ['resolver_options', 'resolution', '"lowest-direct"'],
  ['resolver_options', 'universal', 'true'],
  ['resolver_options', 'python', '"3.9"'],
  ['shipshape', 'prereleases', '"allow"'],
  ['root', 'requires_python', '">=3.8"'],
);
/** The document as plain values, without its places. */
const plain = (text: string): unknown =>
  JSON.parse(
    JSON.stringify(fileOf(text), (key, value) =>
      key === 'at' || key === 'keyAt' ? undefined : value instanceof Map ? [...value.values()] : value,
    ),
  );
const sorted = (text: string) => JSON.stringify(plain(text)).split('').sort().join('');
const comments = (text: string) => (text.match(/#.*/g) ?? []).sort();

describe('laws of settings', () => {
  it('the rewritten text says it, keeps every comment, and can be read as a scenario', () => {
    fc.assert(
      fc.property(scenarios, changes, (text, [table = '', key = '', value = '']) => {
        const after = withKey(text, table, key, value);
        expect(parseScenario(after).problems).toEqual([]);
        const written = fileOf(after).entries.get(table)?.value;
        const set = written?.kind === 'table' ? written.entries.get(key)?.value.at : undefined;
        expect(set && after.slice(set.start, set.end)).toBe(value);
        expect(comments(after)).toEqual(comments(text));
        expect(withKey(after, table, key, value)).toBe(after);
      }),
    );
  });

  it('taken out again, nothing is left but a header that says nothing', () => {
    fc.assert(
      fc.property(scenarios, changes, (text, [table = '', key = '', value = '']) => {
        const had = fileOf(text).entries.get(table)?.value;
        if (had?.kind === 'table' && had.entries.has(key)) return;
        const back = withoutKey(withKey(text, table, key, value), table, key);
        expect(comments(back)).toEqual(comments(text));
        if (had?.kind === 'table') expect(sorted(back)).toEqual(sorted(text));
        else expect(fileOf(back).entries.get(table)?.value).toMatchObject({ kind: 'table', entries: new Map() });
      }),
    );
  });
});
