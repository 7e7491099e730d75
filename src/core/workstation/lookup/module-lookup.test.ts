/** How an import goes along sys.path: shadowing, packages, namespaces, submodules, python -m; and its laws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debian, environment, greeting, merge } from './debian.fixture';
import type { Invocation, Option } from './interpreter';
import { createMachine } from './machine';
import { pythonMessage } from './messages';
import { findModule, type ModuleLookup } from './module-lookup';

const library = '/usr/lib/python3.13';
const site = `${greeting}/.venv/lib/python3.13/site-packages`;
const machine = createMachine(
  merge(debian, environment(`${greeting}/.venv`, 'venv'), {
    files: [
      `${library}/random.py`,
      `${library}/json/__init__.py`,
      `${library}/json/tool.py`,
      `${library}/encodings/__init__.py`,
      `${library}/encodings/ascii.py`,
      `${library}/lib-dynload/_lzma.cpython-313-x86_64-linux-gnu.so`,
      `${library}/lib-dynload/_old.cpython-312-x86_64-linux-gnu.so`,
      `${site}/requests/__init__.py`,
      `${site}/spread/one.py`,
      `${greeting}/random.py`,
      `${greeting}/time.py`,
      `${greeting}/both.py`,
      `${greeting}/both/__init__.py`,
      `${greeting}/spread/two.py`,
      `${greeting}/requests/notes.txt`,
      `${greeting}/fast.py`,
      `${greeting}/fast.abi3.so`,
      `${greeting}/cold.pyc`,
    ],
  }),
);
const start: Invocation = {
  executable: `${greeting}/.venv/bin/python`,
  run: { kind: 'command' },
  options: [],
  folder: greeting,
  environment: new Map(),
};

function lookUp(name: string, more: Partial<Invocation> = {}): ModuleLookup {
  const found = findModule(machine, { ...start, ...more }, name);
  if (found.kind === 'failed') throw new Error(found.problem.kind);
  return found.lookup;
}
const safe: Partial<Invocation> = { options: ['-P'] };

describe('import', () => {
  it('takes your own random.py before the standard library’s, and says which one it hides', () => {
    const { verdict, hidden, visits } = lookUp('random');
    expect(verdict).toEqual({ kind: 'module', file: `${greeting}/random.py`, form: 'source', position: 0 });
    expect(visits.length).toBe(1);
    expect(hidden.map(({ finding }) => finding)).toEqual([
      { kind: 'module', file: `${library}/random.py`, form: 'source' },
    ]);
    expect(lookUp('random', safe).verdict).toMatchObject({ file: `${library}/random.py`, position: 1 });
  });

  it('asks modules that are loaded or built in before the path: your own time.py never comes', () => {
    expect(lookUp('sys')).toMatchObject({ asked: ['loaded'], verdict: { kind: 'loaded' }, visits: [] });
    expect(lookUp('time')).toMatchObject({ asked: ['loaded', 'builtin'], verdict: { kind: 'builtin' }, visits: [] });
    expect(lookUp('abc')).toMatchObject({ asked: ['loaded', 'builtin', 'frozen'], verdict: { kind: 'frozen' } });
  });

  it.each([
    [
      'a package before a module of the same name',
      'both',
      { kind: 'package', folder: `${greeting}/both`, file: `${greeting}/both/__init__.py`, position: 0 },
    ],
    [
      'a compiled module before source',
      'fast',
      { kind: 'module', file: `${greeting}/fast.abi3.so`, form: 'extension', position: 0 },
    ],
    [
      'byte code where there is nothing else',
      'cold',
      { kind: 'module', file: `${greeting}/cold.pyc`, form: 'byte-code', position: 0 },
    ],
    [
      'a compiled module of this Python',
      '_lzma',
      {
        kind: 'module',
        file: `${library}/lib-dynload/_lzma.cpython-313-x86_64-linux-gnu.so`,
        form: 'extension',
        position: 3,
      },
    ],
    ['no compiled module of another Python', '_old', { kind: 'not-found', missing: '_old' }],
    [
      'a package further down before a folder without __init__.py',
      'requests',
      { kind: 'package', folder: `${site}/requests`, file: `${site}/requests/__init__.py`, position: 4 },
    ],
    [
      'folders without __init__.py together, where there is nothing else',
      'spread',
      { kind: 'namespace', portions: [`${greeting}/spread`, `${site}/spread`] },
    ],
  ])('takes %s', (_, name, verdict) => {
    expect(lookUp(name).verdict).toEqual(verdict);
  });

  it('looks for a submodule in its package’s folders', () => {
    expect(lookUp('spread.one').visits).toEqual([
      {
        entry: {
          shown: `${greeting}/spread`,
          folder: `${greeting}/spread`,
          origin: { kind: 'package', name: 'spread' },
        },
        finding: { kind: 'nothing' },
      },
      {
        entry: { shown: `${site}/spread`, folder: `${site}/spread`, origin: { kind: 'package', name: 'spread' } },
        finding: { kind: 'module', file: `${site}/spread/one.py`, form: 'source' },
      },
    ]);
    expect(lookUp('json.tool').verdict).toMatchObject({ file: `${library}/json/tool.py` });
  });

  it.each([
    ['nothing', "ModuleNotFoundError: No module named 'nothing'"],
    ['nothing.more', "ModuleNotFoundError: No module named 'nothing'"],
    ['json.nothing', "ModuleNotFoundError: No module named 'json.nothing'"],
    ['random.more', "ModuleNotFoundError: No module named 'random.more'; 'random' is not a package"],
    ['random', undefined],
  ])('of %s ends with %j', (name, message) => {
    expect(pythonMessage(lookUp(name))).toBe(message);
  });
});

describe('python -m', () => {
  const python = start.executable;
  // Worded as CPython 3.13.0 worded them on 2026-11-21.
  it.each([
    [
      'requests',
      `${python}: No module named requests.__main__; 'requests' is a package and cannot be directly executed`,
    ],
    ['time', `${python}: No code object available for time`],
    ['nothing', `${python}: No module named nothing`],
    [
      'nothing.more',
      `${python}: Error while finding module specification for 'nothing.more' (ModuleNotFoundError: No module named 'nothing')`,
    ],
    [
      'json.tool.x',
      `${python}: Error while finding module specification for 'json.tool.x' (ModuleNotFoundError: __path__ attribute not found on 'json.tool' while trying to find 'json.tool.x')`,
    ],
    ['random', undefined],
    ['json.tool', undefined],
    ['pip', undefined],
  ])('%s ends with %j', (name, message) => {
    expect(pythonMessage(lookUp(name, { run: { kind: 'module', name } }))).toBe(message);
  });
});

const names = fc.constantFrom('random', 'time', 'both', 'spread', 'requests', 'nothing', 'json', 'fast');
const options = fc.subarray<Option>(['-P', '-I', '-E']);

describe('laws of import', () => {
  it('what is taken stands in the first entry that has a package or a module of that name', () => {
    fc.assert(
      fc.property(names, options, (name, given) => {
        const { verdict, visits } = lookUp(name, { options: given });
        fc.pre(verdict.kind === 'package' || verdict.kind === 'module');
        const strong = visits.map(({ finding }) => finding.kind === 'package' || finding.kind === 'module');
        expect(strong.indexOf(true)).toBe(visits.length - 1);
      }),
    );
  });

  it('every entry of sys.path is visited or not, in its order, unless the path isn’t asked at all', () => {
    fc.assert(
      fc.property(names, options, (name, given) => {
        const { visits, unvisited, search } = lookUp(name, { options: given });
        expect([...visits.map(({ entry }) => entry), ...unvisited]).toEqual(search.entries);
      }),
    );
  });

  it('a name is found or Python has a message, never both', () => {
    fc.assert(
      fc.property(names, options, (name, given) => {
        const lookup = lookUp(name, { options: given });
        expect(pythonMessage(lookup) === undefined).toBe(lookup.verdict.kind !== 'not-found');
      }),
    );
  });
});
