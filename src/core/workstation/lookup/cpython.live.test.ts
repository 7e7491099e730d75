/**
 * The model against a CPython 3.13 of this machine: one layout of folders and environments, started in made-up ways;
 * both say what sys.path is and what an import gets. Skipped where there is no such interpreter. PYTHON names one,
 * LOOKUP_CASES=1000 tries more.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Interpreter, Invocation, Option, Run } from './interpreter';
import { createMachine, type Machine, type MachineDescription } from './machine';
import { pythonMessage } from './messages';
import { findModule } from './module-lookup';

const python = process.env['PYTHON'] ?? '/usr/bin/python3.13';
const cases = Number(process.env['LOOKUP_CASES'] ?? 40);

const facts = `
import _imp, os, site, sys
print(repr([sys.prefix, os.path.realpath(sys.executable),
  [os.path.relpath(p, sys.prefix) for p in site.getsitepackages([sys.prefix])],
  list(sys.builtin_module_names), _imp._frozen_module_names(), sorted(sys.modules)]).replace("'", '"'))
`;

/** The program that is run in all ways: says what sys.path is, then imports and says what it got. */
const program = `import sys
print(repr(sys.path))
try:
    module = __import__(NAME, fromlist=['x'])
    spec = module.__spec__
    if spec.origin in (None, 'built-in', 'frozen'):
        print(spec.origin or repr(list(spec.submodule_search_locations)))
    else:
        print(spec.origin)
except ModuleNotFoundError as error:
    print('ModuleNotFoundError: ' + str(error))
`;

let root = '';
let machine: Machine;
let interpreter: Interpreter;
let realPython = '';

function environment(folder: string, configuration: string): MachineDescription {
  return {
    links: { [`${folder}/bin/python`]: realPython },
    texts: { [`${folder}/pyvenv.cfg`]: configuration },
    folders: [`${folder}/lib/python3.13/site-packages`],
  };
}

function layout(): MachineDescription {
  const bin = dirname(realPython);
  const site = (folder: string) => `${root}/${folder}/lib/python3.13/site-packages`;
  const plain = environment(`${root}/plain`, `home = ${bin}\ninclude-system-site-packages = false\n`);
  const open = environment(`${root}/open`, `Home=${bin}\ninclude-system-site-packages = TRUE\n`);
  const bare = environment(`${root}/bare`, 'version = 3.13\n');
  return {
    files: [
      `${root}/work/mylib.py`,
      `${root}/work/random.py`,
      `${root}/work/os.py`,
      `${root}/work/time.py`,
      `${root}/work/abc.py`,
      `${root}/work/json.py`,
      `${root}/work/both.py`,
      `${root}/work/both/__init__.py`,
      `${root}/work/spread/one.py`,
      `${root}/other/spread/two.py`,
      `${root}/other/mylib.py`,
      `${root}/other/inner/deep.py`,
      `${root}/other/pack/__init__.py`,
      `${root}/other/pack/sub.py`,
      `${root}/work/pack/nothing.txt`,
      `${root}/extra/edited/__init__.py`,
      `${site('plain')}/requests/__init__.py`,
      `${site('open')}/requests/__init__.py`,
      `${site('home/.local')}/users.py`,
      `${root}/work/ends.py/nothing.txt`,
    ],
    executables: [],
    folders: [
      `${root}/empty`,
      ...(plain.folders ?? []),
      ...(open.folders ?? []),
      `${root}/beside/lib/python3.13/site-packages`,
    ],
    links: {
      [`${root}/bin/link.py`]: '../work/start.py',
      [`${root}/linked`]: 'work',
      ...plain.links,
      ...open.links,
      ...bare.links,
      [`${root}/beside/bin/python`]: realPython,
    },
    texts: {
      ...plain.texts,
      ...open.texts,
      ...bare.texts,
      [`${root}/beside/bin/pyvenv.cfg`]: `home = ${bin}\n`,
      [`${site('plain')}/edited.pth`]: `# editable\n\n${root}/extra\nnowhere\n../site-packages\n`,
      [`${site('plain')}/.hidden.pth`]: `${root}/empty\n`,
    },
  };
}

function layOut(description: MachineDescription): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const folder of description.folders ?? []) mkdirSync(folder, { recursive: true });
  for (const path of description.files ?? []) write(path, '');
  for (const [path, text] of Object.entries(description.texts ?? {})) write(path, text);
  for (const [path, target] of Object.entries(description.links ?? {})) {
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path);
  }
}

/** The part of the standard library that the cases look at. */
function standardLibrary(prefix: string): MachineDescription {
  const library = `${prefix}/lib/python3.13`;
  const extensions = readdirSync(`${library}/lib-dynload`).map((name) => `${library}/lib-dynload/${name}`);
  return {
    executables: [realPython],
    files: [
      ...['os.py', 'random.py', 'abc.py', 'json/__init__.py', 'json/decoder.py', 'encodings/__init__.py'].map(
        (name) => `${library}/${name}`,
      ),
      ...['encodings/ascii.py', 'string.py', 'importlib/__init__.py', 'importlib/resources/__init__.py'].map(
        (name) => `${library}/${name}`,
      ),
      ...extensions,
    ],
    folders: [`${prefix}/lib/python3.13/site-packages`],
    interpreters: { [realPython]: interpreter },
  };
}

beforeAll(() => {
  if (!existsSync(python)) return;
  root = realpathSync(mkdtempSync(join(tmpdir(), 'lookup-python-')));
  const told: unknown = JSON.parse(execFileSync(python, ['-I', '-c', facts], { encoding: 'utf8' }));
  const [prefix, real, siteFolders, builtinModules, frozenModules, loadedAtStart] = told as [
    string,
    string,
    ...string[][],
  ];
  realPython = real;
  interpreter = {
    version: '3.13',
    prefix,
    siteFolders: siteFolders ?? [],
    builtinModules: builtinModules ?? [],
    frozenModules: frozenModules ?? [],
    loadedAtStart: loadedAtStart ?? [],
  };
  const own = layout();
  layOut(own);
  const names = ['work', 'other', 'bin'];
  const base = standardLibrary(prefix);
  for (const name of names)
    for (const file of ['start.py', '__main__.py']) {
      if (!(name === 'bin' && file === 'start.py')) writeFileSync(`${root}/${name}/${file}`, '');
    }
  machine = createMachine({
    ...own,
    ...base,
    files: [
      ...(own.files ?? []),
      ...(base.files ?? []),
      `${root}/work/start.py`,
      `${root}/other/start.py`,
      ...names.map((name) => `${root}/${name}/__main__.py`),
    ],
    folders: [...(own.folders ?? []), ...(base.folders ?? [])],
  });
});
afterAll(() => {
  if (root !== '') rmSync(root, { recursive: true, force: true });
});

const modules = [
  'mylib',
  'random',
  'os',
  'time',
  'abc',
  'json',
  'both',
  'spread',
  'spread.one',
  'spread.two',
  'inner.deep',
  'pack',
  'pack.sub',
  'pack.nope',
  'edited',
  'requests',
  'users',
  'math',
  'json.decoder',
  'json.nope',
  'random.x',
  'os.path',
  'nope',
  'nope.x',
  'encodings',
  'encodings.ascii',
  'time.x',
  'sys',
  'string',
  'importlib.util',
  'ends',
];
const paths = [
  '',
  '',
  'work',
  'other',
  'work:other',
  'other:work:other',
  'ROOT/work/../other:',
  'ROOT/nowhere:ROOT/linked',
  ':ROOT/empty',
];
const scene = fc.record({
  executable: fc.constantFrom(
    'PYTHON',
    'ROOT/plain/bin/python',
    'ROOT/open/bin/python',
    'ROOT/bare/bin/python',
    'ROOT/beside/bin/python',
    '../plain/bin/python',
  ),
  run: fc.constantFrom<Run>(
    { kind: 'command' },
    { kind: 'module', name: 'start' },
    { kind: 'standard-input' },
    { kind: 'script', path: 'start.py' },
    { kind: 'script', path: 'ROOT/other/start.py' },
    { kind: 'script', path: '../bin/link.py' },
    { kind: 'script', path: 'ROOT/linked/start.py' },
    { kind: 'script', path: '../other' },
    { kind: 'script', path: 'ROOT/work' },
  ),
  options: fc.subarray<Option>(['-P', '-I', '-E', '-s', '-S']).filter((options) => options.length < 3),
  folder: fc.constantFrom('work', 'other'),
  pythonPath: fc.constantFrom(...paths),
  more: fc.constantFrom<Record<string, string>>(
    {},
    {},
    {},
    { PYTHONSAFEPATH: '1' },
    { PYTHONSAFEPATH: '' },
    { PYTHONNOUSERSITE: 'x' },
    { PYTHONUSERBASE: 'ROOT/elsewhere' },
    { PYTHONHOME: 'PREFIX' },
  ),
  module: fc.constantFrom(...modules),
});

function invocationOf(given: typeof scene extends fc.Arbitrary<infer T> ? T : never): Invocation {
  const fill = (text: string) =>
    text.replaceAll('ROOT', root).replaceAll('PYTHON', realPython).replaceAll('PREFIX', interpreter.prefix);
  const run: Run = given.run.kind === 'script' ? { kind: 'script', path: fill(given.run.path) } : given.run;
  const variables = Object.entries(given.more).map(([name, value]) => [name, fill(value)] as const);
  const environment = new Map([['HOME', `${root}/home`], ...variables]);
  if (given.pythonPath !== '') environment.set('PYTHONPATH', fill(given.pythonPath));
  return {
    executable: fill(given.executable),
    run,
    options: given.options,
    folder: `${root}/${given.folder}`,
    environment,
  };
}

function askPython({ executable, run, options, folder, environment }: Invocation, name: string): string[] {
  const text = program.replace('NAME', JSON.stringify(name));
  for (const place of ['work', 'other'])
    for (const file of ['start.py', '__main__.py']) writeFileSync(`${root}/${place}/${file}`, text);
  const started = {
    script: run.kind === 'script' ? [run.path] : [],
    command: ['-c', text],
    module: ['-m', 'start'],
    'standard-input': ['-'],
    interactive: ['-i'],
  };
  const ran = spawnSync(executable, ['-B', ...options, ...started[run.kind]], {
    cwd: folder,
    env: Object.fromEntries(environment),
    input: text,
    encoding: 'utf8',
  });
  return (ran.stdout + ran.stderr).trimEnd().split('\n');
}

function askModel(invocation: Invocation, name: string): string[] {
  const found = findModule(machine, invocation, name);
  if (found.kind === 'failed') return [`failed: ${found.problem.kind}`];
  const { lookup } = found;
  const shown = `[${lookup.search.entries.map((entry) => `'${entry.shown}'`).join(', ')}]`;
  const { verdict } = lookup;
  switch (verdict.kind) {
    case 'package':
    case 'module':
      return [shown, verdict.file];
    case 'loaded':
      return [shown, 'loaded'];
    case 'builtin':
      return [shown, 'built-in'];
    case 'frozen':
      return [shown, 'frozen'];
    case 'namespace':
      return [shown, `[${verdict.portions.map((portion) => `'${portion}'`).join(', ')}]`];
    case 'not-found':
      return [shown, pythonMessage(lookup) ?? ''];
  }
}

describe.skipIf(!existsSync(python))('CPython 3.13 on this machine', () => {
  it('has the same sys.path as the model, and imports the same files', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const invocation = invocationOf(given);
        // python -m start needs a start to run; -P and -I hide the one in the current folder.
        fc.pre(
          !(
            given.run.kind === 'module' &&
            (given.options.includes('-P') || given.options.includes('-I') || given.more['PYTHONSAFEPATH'] === '1')
          ),
        );
        const model = askModel(invocation, given.module);
        const real = askPython(invocation, given.module);
        // A module that is already loaded says where it came from, which is no business of a search.
        if (model[1] === 'loaded') model[1] = real[1] ?? '';
        expect(model).toEqual(real);
      }),
      { numRuns: cases, seed: 1 },
    );
  });
});
