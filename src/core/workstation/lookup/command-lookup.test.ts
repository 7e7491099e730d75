/** Cases beyond the recorded ones, and the laws of the search. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCommand, rememberCommand } from './command-lookup';
import { createMachine, isExecutable, type MachineDescription } from './machine';
import { joinPath } from './path';
import { assign, createShell, pathEntries, type Shell, variableValue } from './shell';
import { whichCommand } from './which';

const machine = createMachine({
  executables: ['/usr/bin/ls', '/usr/bin/python3.13', '/home/you/bin/tool', '/home/you/env/bin/pip'],
  files: ['/opt/plain/tool'],
  links: { '/usr/bin/python3': 'python3.13' },
  texts: { '/home/you/env/bin/pip': '#! /gone/bin/python3 -E\n', '/home/you/bin/tool': '#!/usr/bin/python3\n' },
});
const shell = (path: string, more: Partial<Parameters<typeof createShell>[0]> = {}): Shell => {
  return createShell({ folder: '/home/you', exported: { HOME: '/home/you', PATH: path }, ...more });
};

describe('command search', () => {
  it('visits PATH entry by entry up to the first executable, and says what it found in each', () => {
    expect(findCommand(machine, shell('/nowhere:/opt/plain:bin:/usr/bin'), 'tool')).toEqual({
      word: 'tool',
      aliases: [],
      name: 'tool',
      asked: ['alias', 'keyword', 'function', 'builtin', 'hash-table'],
      visits: [
        {
          entry: { written: '/nowhere', folder: '/nowhere', absolute: '/nowhere' },
          finding: { kind: 'no-folder' },
        },
        {
          entry: { written: '/opt/plain', folder: '/opt/plain', absolute: '/opt/plain' },
          finding: { kind: 'not-executable', file: '/opt/plain/tool', mode: 0o644 },
        },
        {
          entry: { written: 'bin', folder: 'bin', absolute: '/home/you/bin' },
          finding: {
            kind: 'executable',
            file: 'bin/tool',
            real: '/home/you/bin/tool',
            program: { kind: 'script', interpreter: '/usr/bin/python3', real: '/usr/bin/python3.13' },
          },
        },
      ],
      unvisited: [{ written: '/usr/bin', folder: '/usr/bin', absolute: '/usr/bin' }],
      verdict: {
        kind: 'found',
        position: 2,
        executable: {
          kind: 'executable',
          file: 'bin/tool',
          real: '/home/you/bin/tool',
          program: { kind: 'script', interpreter: '/usr/bin/python3', real: '/usr/bin/python3.13' },
        },
      },
    });
  });

  it('finds a script whose interpreter is gone: that is the kernel’s business, not the search’s', () => {
    const { verdict } = findCommand(machine, shell('/home/you/env/bin'), 'pip');
    expect(verdict).toMatchObject({
      kind: 'found',
      executable: { program: { kind: 'script', interpreter: '/gone/bin/python3', real: undefined } },
    });
  });

  it('replaces an alias once, so that ls may stand for ls --color=auto', () => {
    const lookup = findCommand(machine, shell('/usr/bin', { aliases: { ll: 'ls -l', ls: 'ls --color=auto' } }), 'll');
    expect(lookup.aliases).toEqual([
      { name: 'll', text: 'ls -l' },
      { name: 'ls', text: 'ls --color=auto' },
    ]);
    expect(lookup.verdict).toMatchObject({ kind: 'found', executable: { file: '/usr/bin/ls' } });
  });

  it.each([
    ['keyword', 'if', { kind: 'keyword' }],
    ['builtin', 'cd', { kind: 'builtin' }],
    ['function', 'tool', { kind: 'function', function: { kind: 'own', body: ':' } }],
  ])('doesn’t look along PATH for a %s', (_, word, verdict) => {
    const lookup = findCommand(machine, shell('/home/you/bin', { functions: { tool: ':' } }), word);
    expect([lookup.verdict, lookup.visits]).toEqual([verdict, []]);
  });

  it('lets a function stand before a builtin of the same name', () => {
    expect(findCommand(machine, shell('', { functions: { cd: ':' } }), 'cd').verdict.kind).toBe('function');
  });
});

describe('a word that nothing executable has', () => {
  const odd = createMachine({ files: ['/plain/tool'], folders: ['/folder/tool'] });

  it.each([
    ['/plain:/folder', { kind: 'not-executable', file: '/plain/tool', position: 0 }],
    ['/folder:/plain', { kind: 'not-found' }], // seen with bash 5.2.15: the folder came first, so the file is forgotten
  ])('depends on what stands first on PATH=%s', (path, verdict) => {
    expect(findCommand(odd, shell(path), 'tool').verdict).toEqual(verdict);
  });
});

describe('the hash table', () => {
  it('looks again at a file that was found in the current folder, and searches when it isn’t there', () => {
    const before = { ...shell('.:/usr/bin'), folder: '/home/you/bin' };
    const after = rememberCommand(before, findCommand(machine, before, 'tool'));
    expect(after.hashTable.get('tool')).toEqual({ file: './tool', passedCurrentFolder: true });
    expect(findCommand(machine, after, 'tool').verdict).toMatchObject({ kind: 'hashed', file: './tool' });
    expect(findCommand(machine, { ...after, folder: '/usr' }, 'tool').verdict).toEqual({ kind: 'not-found' });
  });

  it('remembers a file from PATH until PATH is assigned', () => {
    const before = shell('/home/you/bin');
    const after = rememberCommand(before, findCommand(machine, before, 'tool'));
    expect(findCommand(machine, after, 'tool').verdict).toMatchObject({ kind: 'hashed', file: '/home/you/bin/tool' });
    expect(assign(after, 'PATH', '/usr/bin').hashTable.size).toBe(0);
    expect(assign(after, 'LANG', 'C').hashTable.size).toBe(1);
  });

  it('remembers nothing for a builtin, a path or a word that isn’t found', () => {
    const before = shell('/home/you/bin');
    for (const word of ['cd', './bin/tool', 'nothing']) {
      expect(rememberCommand(before, findCommand(machine, before, word))).toBe(before);
    }
  });
});

const held = fc.constantFrom<'none' | 'executable' | 'plain' | 'folder' | 'broken'>(
  'none',
  'executable',
  'plain',
  'folder',
  'broken',
);
const scene = fc
  .record({
    held: fc.array(held, { minLength: 4, maxLength: 4 }),
    path: fc.array(fc.constantFrom('/a', '/b', '/c', '/d', '/nowhere'), { minLength: 1, maxLength: 6 }),
  })
  .map(({ held, path }) => {
    const description: Required<Pick<MachineDescription, 'executables' | 'files' | 'folders' | 'links'>> = {
      executables: [],
      files: [],
      folders: ['/a', '/b', '/c', '/d'],
      links: Object.fromEntries(held.flatMap((kind, i) => (kind === 'broken' ? [[`/${'abcd'[i]}/tool`, 'gone']] : []))),
    };
    const files = (kind: string) => held.flatMap((each, i) => (each === kind ? [`/${'abcd'[i]}/tool`] : []));
    return {
      machine: createMachine({
        ...description,
        executables: files('executable'),
        files: files('plain'),
        folders: [...description.folders, ...files('folder')],
      }),
      shell: shell(path.join(':')),
    };
  });

describe('laws of the search', () => {
  it('takes the first executable on PATH, and nothing else', () => {
    fc.assert(
      fc.property(scene, ({ machine, shell }) => {
        const files = pathEntries(shell).map(({ folder }) => joinPath(folder, 'tool'));
        const first = files.find((file) => isExecutable(machine, file));
        const { verdict } = findCommand(machine, shell, 'tool');
        expect(verdict.kind === 'found' ? verdict.executable.file : undefined).toBe(first);
      }),
    );
  });

  it('visits the entries of PATH in order, and none after the one that is taken', () => {
    fc.assert(
      fc.property(scene, ({ machine, shell }) => {
        const { visits, unvisited, verdict } = findCommand(machine, shell, 'tool');
        expect([...visits.map(({ entry }) => entry), ...unvisited]).toEqual(pathEntries(shell));
        if (verdict.kind === 'found') expect(visits.length).toBe(verdict.position + 1);
        else expect(unvisited).toEqual([]);
      }),
    );
  });

  it('isn’t changed by an entry behind the one that is taken', () => {
    fc.assert(
      fc.property(scene, fc.constantFrom('/a', '/b', '/c', '/d'), ({ machine, shell }, entry) => {
        const { verdict } = findCommand(machine, shell, 'tool');
        fc.pre(verdict.kind === 'found');
        const longer = assign(shell, 'PATH', `${variableValue(shell, 'PATH')}:${entry}`);
        expect(findCommand(machine, longer, 'tool').verdict).toEqual(verdict);
      }),
    );
  });

  it('agrees with which wherever the shell knows nothing of its own', () => {
    fc.assert(
      fc.property(scene, ({ machine, shell }) => {
        const { verdict } = findCommand(machine, shell, 'tool');
        expect(whichCommand(machine, shell, 'tool')[0]).toBe(
          verdict.kind === 'found' ? verdict.executable.file : undefined,
        );
      }),
    );
  });

  it('finds the same again after it was remembered', () => {
    fc.assert(
      fc.property(scene, ({ machine, shell }) => {
        const lookup = findCommand(machine, shell, 'tool');
        fc.pre(lookup.verdict.kind === 'found');
        const again = findCommand(machine, rememberCommand(shell, lookup), 'tool').verdict;
        expect(again.kind === 'hashed' && lookup.verdict.kind === 'found' && again.finding).toEqual(
          lookup.verdict.kind === 'found' && lookup.verdict.executable,
        );
      }),
    );
  });
});
