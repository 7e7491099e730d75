import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDependencyGroups, resolveDependencyGroup } from '../index';

const resolve = (table: unknown, name: string) => {
  const answer = resolveDependencyGroup(parseDependencyGroups(table), name);
  return answer.kind === 'resolved' ? answer.requirements.map(({ text }) => text) : answer.problems;
};
/** The requirements of a group, if it can be used. */
const textsOf = (table: unknown, name: string): readonly string[] | undefined => {
  const answer = resolveDependencyGroup(parseDependencyGroups(table), name);
  return answer.kind === 'resolved' ? answer.requirements.map(({ text }) => text) : undefined;
};
const include = (name: unknown) => ({ 'include-group': name });

describe('the [dependency-groups] table', () => {
  it.each([
    [
      ['pytest'],
      [],
      'wrong-type',
      'Dependency groups are a table: a key for each group, and a list of requirements as its value.',
    ],
    [
      { dev: 'pytest' },
      ['dev'],
      'wrong-type',
      'The group “dev” is a list of requirements: write it in brackets, such as ["pytest>=8"].',
    ],
    [
      { dev: ['ruff', 1] },
      ['dev', 1],
      'wrong-type',
      'A group holds requirements, which are text, and includes, such as {include-group = "test"}.',
    ],
    [
      { dev: [include(1)] },
      ['dev', 0, 'include-group'],
      'wrong-type',
      'After include-group comes the name of a group as text, such as "test".',
    ],
    [
      { dev: [{ 'include-group': 'a', path: 'b' }] },
      ['dev', 0],
      'bad-object',
      'A table in a group has one key, include-group, with the name of a group: {include-group = "test"}.',
    ],
    [
      { dev: [], Dev: [] },
      ['Dev'],
      'duplicate-names',
      '“Dev” and “dev” are the same group, dev: join them, or rename one.',
    ],
    [
      { dev: [include('docs')] },
      ['dev', 0, 'include-group'],
      'unknown-group',
      'There is no dependency group named “docs”: add it, or take this out.',
    ],
    [{}, [], 'unknown-group', 'There is no dependency group named “dev”.'],
  ])('tells of %j what is wrong at %j', (table, path, code, message) => {
    expect(resolve(table, 'dev')).toEqual([{ code: `dependency-groups/${code}`, path, message }]);
  });

  it('tells where in a requirement a problem is', () => {
    expect(resolve({ dev: ['ruff>=1.*'] }, 'dev')).toEqual([
      {
        code: 'dependency-groups/bad-requirement',
        path: ['dev', 0],
        at: { start: 7, end: 9 },
        message: '“.*” goes with == and != only: with >=, write the version alone.',
      },
    ]);
  });

  it('tells a name that no group may have, and lets the group be used', () => {
    const { problems } = parseDependencyGroups({ 'dev!': ['ruff'] });
    expect(problems.map(({ code, path, at }) => ({ code, path, at }))).toEqual([
      { code: 'dependency-groups/bad-name', path: ['dev!'], at: { start: 3, end: 4 } },
    ]);
    expect(resolve({ 'dev!': ['ruff'] }, 'dev!')).toEqual(['ruff']);
  });

  it('lets a group be used beside one that is wrong', () => {
    expect(resolve({ foo: ['pyparsing'], bar: [{ 'set-phasers-to': 'stun' }] }, 'foo')).toEqual(['pyparsing']);
  });

  it('takes maps for tables', () => {
    const table = new Map([
      ['dev', [new Map([['include-group', 'test']])]],
      ['test', ['pytest']],
    ] as [string, unknown][]);
    expect(resolve(table, 'dev')).toEqual(['pytest']);
  });
});

describe('dependency group includes', () => {
  it('tells the groups of a cycle and the include that closes it', () => {
    expect(resolve({ A: ['x', include('b')], b: [include('c')], c: [include('a')] }, 'a')).toEqual([
      {
        code: 'dependency-groups/cycle',
        path: ['c', 0, 'include-group'],
        message: 'This include closes a circle: A → b → c → A. Take one of these includes out.',
        cycle: ['A', 'b', 'c', 'A'],
      },
    ]);
  });

  it('are followed past a problem, and each problem is told once', () => {
    const table = { a: ['!', include('b'), include('z'), include('a')], b: [{}, include('c')], c: [1, include('b')] };
    const { problems } = { problems: [], ...resolveDependencyGroup(parseDependencyGroups(table), 'a') };
    expect(problems.map(({ code, path }) => [code.replace(/.*\//, ''), path])).toEqual([
      ['bad-requirement', ['a', 0]],
      ['bad-object', ['b', 0]],
      ['wrong-type', ['c', 0]],
      ['cycle', ['c', 1, 'include-group']],
      ['unknown-group', ['a', 2, 'include-group']],
      ['cycle', ['a', 3, 'include-group']],
    ]);
  });

  it('tells fifty circles of a chain whose links all lead back to its first', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 2000 }, (_, at) => [`g${at}`, [include(`g${at + 1}`), include('g0')]]),
    );
    const { problems } = { problems: [], ...resolveDependencyGroup(parseDependencyGroups(chain), 'g0') };
    expect(problems.filter(({ code }) => code === 'dependency-groups/cycle')).toHaveLength(50);
  });

  it('keeps the order of the lists, and repeats', () => {
    const table = { a: ['x', include('b'), 'y', include('b')], b: ['z'] };
    expect(resolve(table, 'a')).toEqual(['x', 'z', 'y', 'z']);
  });

  it('expands a chain of any length', () => {
    const length = 50_000;
    const chain = Object.fromEntries(
      Array.from({ length }, (_, at) => [`g${at}`, at + 1 < length ? [include(`g${at + 1}`)] : ['leaf']]),
    );
    expect(resolve(chain, 'g0')).toEqual(['leaf']);
  });

  it.each([['leaf'], []])('says too large of groups that double, whatever the last holds', (...leaf) => {
    const doubling = Object.fromEntries(
      Array.from({ length: 64 }, (_, at) => [`g${at}`, [include(`g${at + 1}`), include(`g${at + 1}`)]]),
    );
    expect(resolve({ ...doubling, g64: leaf }, 'g0')).toMatchObject([{ code: 'dependency-groups/too-large' }]);
  });
});

describe('laws', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const item = fc.oneof(fc.constantFrom('x', 'y>=1'), fc.constantFrom(...names).map(include));
  const table = fc.record(Object.fromEntries(names.map((name) => [name, fc.array(item, { maxLength: 3 })])));

  it('a group is its list with each include replaced by what the group of that name is', () => {
    fc.assert(
      fc.property(table, (groups) => {
        for (const name of names) {
          const resolved = textsOf(groups, name);
          if (resolved === undefined) continue;
          const expanded = (groups[name] ?? []).flatMap((each) =>
            typeof each === 'string' ? [each] : (textsOf(groups, String(each['include-group'])) ?? []),
          );
          expect(resolved).toEqual(expanded);
        }
      }),
    );
  });

  it('a group has a cycle exactly if it reaches a group that reaches itself', () => {
    fc.assert(
      fc.property(table, (groups) => {
        const next = (name: string) =>
          (groups[name] ?? []).flatMap((each) => (typeof each === 'string' ? [] : [String(each['include-group'])]));
        const reach = (from: readonly string[]): ReadonlySet<string> => {
          const found = new Set<string>();
          const queue = [...from];
          for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
            if (found.has(name)) continue;
            found.add(name);
            queue.push(...next(name));
          }
          return found;
        };
        for (const name of names) {
          const isCyclic = [...reach([name])].some((each) => reach(next(each)).has(each));
          expect(textsOf(groups, name) === undefined).toBe(isCyclic);
        }
      }),
    );
  });

  it('no value makes the reader throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.array(fc.oneof(fc.string(), fc.anything())))),
        (value) => {
          const read = parseDependencyGroups(value);
          for (const name of read.groups.keys()) resolveDependencyGroup(read, name);
        },
      ),
    );
  });
});
