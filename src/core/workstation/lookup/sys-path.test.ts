/** Cases beyond the recorded ones, and the laws of sys.path. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debian, debianPython, environment, greeting, home, merge } from './debian.fixture';
import { type Invocation, type Option, type Run, settingsOf } from './interpreter';
import { createMachine } from './machine';
import { moduleSearch } from './sys-path';

const site = `${greeting}/.venv/lib/python3.13/site-packages`;
const machine = createMachine(
  merge(debian, environment(`${greeting}/.venv`, 'venv'), environment(`${greeting}/.open`, 'venv', undefined, true), {
    files: [`${greeting}/app.py`, `${greeting}/app/__main__.py`, `${home}/src/edited/__init__.py`],
    folders: [`${home}/.local/lib/python3.13/site-packages`],
    links: { [`${home}/bin/app`]: '../greeting/app.py', '/opt/python': '/usr/bin/python3' },
    texts: {
      [`${site}/edited.pth`]: `# a comment\n${home}/src\nimport sys; sys.path.append("/code")\n/nowhere\n`,
      [`${site}/.hidden.pth`]: '/tmp\n',
    },
  }),
);

const start: Invocation = {
  executable: '/usr/bin/python3',
  run: { kind: 'command' },
  options: [],
  folder: greeting,
  environment: new Map([['HOME', home]]),
};

function search(more: Partial<Invocation>) {
  const found = moduleSearch(machine, { ...start, ...more });
  if (found.kind === 'failed') throw new Error(found.problem.kind);
  return found;
}
const shown = (more: Partial<Invocation>) => search(more).entries.map((entry) => entry.shown);

describe('the first entry', () => {
  it('is the folder of the real script when a link was started, and remembers the link', () => {
    expect(search({ run: { kind: 'script', path: '../bin/app' } }).entries[0]).toEqual({
      shown: greeting,
      folder: greeting,
      origin: { kind: 'script-folder', script: `${greeting}/app.py`, link: `${home}/bin/app` },
    });
  });

  it('stays with -I when it is the folder that was started: the program itself is in it', () => {
    const found = search({ run: { kind: 'script', path: 'app' }, options: ['-I'] });
    expect(found.entries[0]).toEqual({
      shown: `${greeting}/app`,
      folder: `${greeting}/app`,
      origin: { kind: 'started-folder' },
    });
    expect(found.omissions).toEqual([
      { kind: 'user-site', folder: `${home}/.local/lib/python3.13/site-packages`, by: '-I' },
    ]);
  });

  it('may stand on the path a second time, by PYTHONPATH', () => {
    const environment = new Map([['PYTHONPATH', greeting]]);
    expect(shown({ run: { kind: 'module', name: 'app' }, environment }).slice(0, 2)).toEqual([greeting, greeting]);
  });
});

describe('environments', () => {
  it('are recognised beside the link, which isn’t followed for that', () => {
    expect(search({ executable: '.venv/bin/python' }).startup).toMatchObject({
      executable: `${greeting}/.venv/bin/python`,
      realExecutable: '/usr/bin/python3.13',
      environment: {
        prefix: `${greeting}/.venv`,
        configuration: `${greeting}/.venv/pyvenv.cfg`,
        includesSystem: false,
      },
      prefix: `${greeting}/.venv`,
      basePrefix: '/usr',
    });
    expect(search({ executable: '/opt/python' }).startup).toMatchObject({ environment: undefined, prefix: '/usr' });
  });

  it('take no part in what is left out, and say what they leave out', () => {
    expect(search({ executable: `${greeting}/.venv/bin/python` }).omissions).toEqual([
      { kind: 'user-site', folder: `${home}/.local/lib/python3.13/site-packages`, by: 'environment' },
      {
        kind: 'installation-site',
        folders: ['/usr/local/lib/python3.13/dist-packages', '/usr/lib/python3/dist-packages'],
        by: 'environment',
      },
    ]);
  });

  it('read .pth files of their site-packages: folders that exist, in the order of the lines', () => {
    // Not /tmp, which a hidden .pth file names, and not /nowhere.
    expect(search({ executable: `${greeting}/.venv/bin/python` }).entries.slice(4)).toEqual([
      { shown: site, folder: site, origin: { kind: 'site-packages', of: 'environment' } },
      { shown: `${home}/src`, folder: `${home}/src`, origin: { kind: 'pth', file: `${site}/edited.pth` } },
    ]);
  });

  it('find the standard library by the home of their pyvenv.cfg, and see the system’s packages unless told otherwise', () => {
    // An interpreter that was moved away from its library, as a store of interpreters does.
    const stored = createMachine(
      merge(debian, {
        executables: ['/store/python3.13'],
        files: ['/opt/python/lib/python3.13/os.py'],
        folders: ['/opt/python/lib/python3.13/lib-dynload', '/opt/python/lib/python3.13/site-packages'],
        links: { [`${home}/env/bin/python`]: '/store/python3.13' },
        texts: { [`${home}/env/pyvenv.cfg`]: 'home = /opt/python/bin\n' },
        interpreters: { '/store/python3.13': { ...debianPython, prefix: '/nowhere' } },
      }),
    );
    const found = moduleSearch(stored, { ...start, executable: `${home}/env/bin/python` });
    expect(found.kind === 'search' && found.entries.map((entry) => entry.shown)).toEqual([
      '',
      '/opt/python/lib/python313.zip',
      '/opt/python/lib/python3.13',
      '/opt/python/lib/python3.13/lib-dynload',
      '/opt/python/lib/python3.13/site-packages',
    ]);
  });

  it('spell their settings without regard to case and blanks', () => {
    expect([...settingsOf('Home=/usr/bin\n\nINCLUDE-system = True \nnonsense\n')]).toEqual([
      ['home', '/usr/bin'],
      ['include-system', 'True'],
    ]);
  });
});

describe('a program that can’t start', () => {
  it.each<[string, Partial<Invocation>, object]>([
    ['no such interpreter', { executable: '/opt/gone' }, { kind: 'no-executable', path: '/opt/gone' }],
    ['not a Python', { executable: '/usr/bin/ls' }, { kind: 'not-an-interpreter', path: '/usr/bin/ls' }],
    [
      'no such script',
      { run: { kind: 'script', path: 'gone.py' } },
      { kind: 'no-script', path: `${greeting}/gone.py` },
    ],
    [
      'a wrong PYTHONHOME',
      { environment: new Map([['PYTHONHOME', '/opt']]) },
      { kind: 'no-standard-library', folder: '/opt/lib/python3.13' },
    ],
  ])('says so: %s', (_, more, problem) => {
    const invocation = { ...start, ...more };
    expect(moduleSearch(machine, invocation)).toEqual({ kind: 'failed', invocation, problem });
  });
});

const runs = fc.constantFrom<Run>(
  { kind: 'script', path: `${greeting}/app.py` },
  { kind: 'script', path: `${home}/bin/app` },
  { kind: 'command' },
  { kind: 'module', name: 'app' },
  { kind: 'standard-input' },
  { kind: 'interactive' },
);
const invocations = fc.record<Invocation>({
  executable: fc.constantFrom('/usr/bin/python3', `${greeting}/.venv/bin/python`, `${greeting}/.open/bin/python`),
  run: runs,
  options: fc.subarray<Option>(['-P', '-I', '-E', '-s']),
  folder: fc.constantFrom(greeting, home, '/tmp'),
  environment: fc
    .record({
      path: fc.constantFrom('', 'lib', '/tmp:lib', greeting),
      safe: fc.constantFrom('', '1'),
      noUser: fc.constantFrom('', '1'),
    })
    .map(({ path, safe, noUser }) => {
      return new Map([
        ['HOME', home],
        ['PYTHONPATH', path],
        ['PYTHONSAFEPATH', safe],
        ['PYTHONNOUSERSITE', noUser],
      ]);
    }),
});
const with_ = (invocation: Invocation, ...options: readonly Option[]): Invocation => ({ ...invocation, options });

describe('laws of sys.path', () => {
  it('-I ignores every PYTHON… variable', () => {
    fc.assert(
      fc.property(invocations, (given) => {
        const isolated = with_(given, '-I');
        expect(shown(isolated)).toEqual(shown({ ...isolated, environment: new Map([['HOME', home]]) }));
      }),
    );
  });

  it('-I is the same as -P, -E and -s together', () => {
    fc.assert(
      fc.property(invocations, (given) => {
        expect(shown(with_(given, '-I'))).toEqual(shown(with_(given, '-P', '-E', '-s')));
      }),
    );
  });

  it('-P takes the first entry away and changes nothing else', () => {
    fc.assert(
      fc.property(invocations, (given) => {
        const environment = new Map([...given.environment].filter(([name]) => name !== 'PYTHONSAFEPATH'));
        const open = { ...given, environment, options: [] };
        expect(shown(with_(open, '-P'))).toEqual(shown(open).slice(1));
      }),
    );
  });

  it('the standard library stands in front of every site-packages, in three entries', () => {
    fc.assert(
      fc.property(invocations, (given) => {
        const kinds = search(given).entries.map(({ origin }) => origin.kind);
        const first = kinds.indexOf('standard-library');
        expect(kinds.slice(first, first + 3)).toEqual(['standard-library', 'standard-library', 'standard-library']);
        const packages = kinds.flatMap((kind, index) =>
          kind === 'site-packages' || kind === 'user-site' ? [index] : [],
        );
        expect(packages.every((index) => index > first)).toBe(true);
      }),
    );
  });

  it('nothing but the first entry stands there twice', () => {
    fc.assert(
      fc.property(invocations, (given) => {
        const { entries, safePathBy } = search(given);
        const rest = entries.slice(safePathBy === undefined ? 1 : 0).map(({ folder }) => folder);
        expect(new Set(rest).size).toBe(rest.length);
      }),
    );
  });

  it('the current folder matters to -c, -m, - and relative PYTHONPATH only, never to a script given by its path', () => {
    fc.assert(
      fc.property(invocations, fc.constantFrom(greeting, home, '/tmp'), (given, folder) => {
        fc.pre(given.run.kind === 'script' && !(given.environment.get('PYTHONPATH') ?? '').includes('lib'));
        expect(shown({ ...given, folder })).toEqual(shown(given));
      }),
    );
  });
});
