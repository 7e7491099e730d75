/** Whole sentences, as a reader gets them. */
import { describe, expect, it } from 'vitest';
import { plainText } from '../sentence';
import { activate } from './activation';
import { findCommand } from './command-lookup';
import { debian, environment, greeting, home, merge } from './debian.fixture';
import {
  announceCommand,
  announceModule,
  describeCommand,
  describeModule,
  describeOmission,
  describeOrigin,
} from './describe';
import type { Invocation } from './interpreter';
import { createMachine } from './machine';
import { startMessage } from './messages';
import { findModule } from './module-lookup';
import { createShell, type Shell } from './shell';

const machine = createMachine(
  merge(
    debian,
    environment(`${greeting}/.venv`, 'venv'),
    environment(`${home}/webshop/.venv`, 'venv', `${home}/shop/.venv`),
    {
      files: [
        `${home}/bin/greet`,
        `${greeting}/random.py`,
        '/usr/lib/python3.13/random.py',
        `${greeting}/spread/one.py`,
      ],
    },
  ),
);
const shell = createShell({
  folder: greeting,
  exported: { HOME: home, PATH: `${home}/bin:/usr/local/bin:/usr/bin:/bin` },
  aliases: { ls: 'ls --color=auto' },
  functions: { hi: 'echo' },
  hashTable: { old: '/usr/bin/old', pip3: '/usr/bin/pip3' },
});
const activated = (): Shell => {
  const activation = activate(machine, shell, `${greeting}/.venv`);
  return activation.kind === 'activated' ? activation.shell : shell;
};

describe('sentences about a command', () => {
  it.each([
    [
      'python3',
      'bash takes /usr/bin/python3: the first executable python3 along PATH. Links followed, that is /usr/bin/python3.13.',
    ],
    [
      'pip',
      'bash takes /usr/bin/pip: the first executable pip along PATH. Its first line hands it to /usr/bin/python3.',
    ],
    ['ls', 'ls is an alias for ls --color=auto. bash takes /usr/bin/ls: the first executable ls along PATH.'],
    ['cd', 'cd is built into bash: PATH isn’t searched.'],
    ['if', 'if belongs to the shell’s language: no file is looked for.'],
    ['hi', 'hi is a function of this shell: PATH isn’t searched.'],
    ['python', '4 folders on PATH, and none has python to run: bash: python: command not found'],
    [
      'greet',
      `The only greet along PATH is ${home}/bin/greet, and it isn’t executable. bash tries it all the same: bash: ${home}/bin/greet: Permission denied`,
    ],
    ['pip3', 'bash remembers pip3 at /usr/bin/pip3 and doesn’t search.'],
    ['old', 'bash remembers old at /usr/bin/old and doesn’t search. bash: /usr/bin/old: No such file or directory'],
    [
      '.venv/bin/python',
      '.venv/bin/python has a slash: PATH isn’t searched. Links followed, that is /usr/bin/python3.13.',
    ],
    ['/bin', '/bin has a slash: PATH isn’t searched. bash: /bin: Is a directory'],
    [
      `${home}/webshop/.venv/bin/pip`,
      `${home}/webshop/.venv/bin/pip has a slash: PATH isn’t searched. Its first line names ${home}/shop/.venv/bin/python3, which isn’t there any more: bash: ${home}/webshop/.venv/bin/pip: cannot execute: required file not found`,
    ],
  ])('%s: %s', (word, sentence) => {
    expect(plainText(describeCommand(findCommand(machine, shell, word)))).toBe(sentence);
  });

  it('says of deactivate what which can’t', () => {
    expect(plainText(describeCommand(findCommand(machine, activated(), 'deactivate')))).toBe(
      'deactivate is a function that activation left in this shell: no file, so which can’t see it.',
    );
  });

  it.each([
    ['python3', 'python3: taken at /usr/bin/python3, entry 3 of 4.'],
    ['cd', 'cd: built into bash. PATH isn’t searched.'],
    ['hi', 'hi: a function of the shell. PATH isn’t searched.'],
    ['python', 'python: not found in 4 entries.'],
    ['greet', `greet: only ${home}/bin/greet, which isn’t executable.`],
    ['pip3', 'pip3: /usr/bin/pip3, without a search.'],
  ])('aloud, %s: %s', (word, announcement) => {
    expect(announceCommand(findCommand(machine, shell, word))).toBe(announcement);
  });
});

describe('sentences about a module', () => {
  const start: Invocation = {
    executable: '/usr/bin/python3',
    run: { kind: 'command' },
    options: [],
    folder: greeting,
    environment: new Map(),
  };
  const lookUp = (name: string) => {
    const found = findModule(machine, start, name);
    if (found.kind === 'failed') throw new Error(found.problem.kind);
    return found.lookup;
  };

  it.each([
    [
      'random',
      `Python takes ${greeting}/random.py: the first random along sys.path. It hides /usr/lib/python3.13/random.py.`,
      `random: taken at ${greeting}/random.py, entry 1 of 6.`,
    ],
    [
      'requests',
      "6 entries on sys.path, and none has requests: ModuleNotFoundError: No module named 'requests'",
      'requests: not found in 6 entries.',
    ],
    [
      'sys',
      'sys was loaded before the program began: nothing is searched, and a file of yours can’t replace it.',
      'sys: loaded already. sys.path isn’t searched.',
    ],
    [
      'time',
      'time is part of the interpreter itself: sys.path isn’t searched.',
      'time: builtin. sys.path isn’t searched.',
    ],
    ['abc', 'abc is frozen into the interpreter: sys.path isn’t searched.', 'abc: frozen. sys.path isn’t searched.'],
    [
      'spread',
      'No entry has a spread with code of its own, so the folders of that name together are a namespace package.',
      'spread: a namespace package of 1 folder.',
    ],
  ])('%s', (name, sentence, announcement) => {
    expect([plainText(describeModule(lookUp(name))), announceModule(lookUp(name))]).toEqual([sentence, announcement]);
  });
});

describe('words for parts', () => {
  it('says what an entry of sys.path is', () => {
    expect([
      describeOrigin({ kind: 'script-folder', script: '/a/b.py' }),
      describeOrigin({ kind: 'script-folder', script: '/a/b.py', link: '/bin/b' }),
      describeOrigin({ kind: 'standard-library', part: 'archive' }),
      describeOrigin({ kind: 'pth', file: '/s/edited.pth' }),
      describeOrigin({ kind: 'site-packages', of: 'environment' }),
    ]).toEqual([
      'the script’s folder',
      'the folder of the real script, not of the link',
      'the standard library, zipped',
      'from edited.pth',
      'the environment’s site-packages',
    ]);
  });

  it('says what was left out and by what', () => {
    expect([
      describeOmission({ kind: 'first-entry', folder: '/a', by: '-P' }),
      describeOmission({ kind: 'python-path', folders: ['/a', '/b'], by: '-I' }),
      describeOmission({ kind: 'user-site', folder: '/u', by: 'environment' }),
      describeOmission({ kind: 'sites', by: '-S' }),
    ]).toEqual([
      { folders: ['/a'], what: 'the first place', why: 'left out by -P' },
      { folders: ['/a', '/b'], what: 'PYTHONPATH', why: 'ignored by -I' },
      { folders: ['/u'], what: 'your own site-packages', why: 'left out by the environment' },
      { folders: [], what: 'site-packages', why: 'left out by -S' },
    ]);
  });

  it('words a start that fails as the tool does', () => {
    expect(startMessage({ kind: 'no-script', path: '/tmp/gone.py' }, '/usr/bin/python3')).toBe(
      "/usr/bin/python3: can't open file '/tmp/gone.py': [Errno 2] No such file or directory",
    );
  });
});
