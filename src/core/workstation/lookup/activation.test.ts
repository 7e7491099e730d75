/** Activation, compared with the recorded console block, and its laws with their exceptions. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activate, compareShells, deactivate, type ShellChange } from './activation';
import { createMachine } from './machine';
import { createShell, environmentOf, type Shell, type ShellDescription } from './shell';

const venv = '/home/you/greeting/.venv';
const uv = '/home/you/notes/.venv';
const machine = createMachine({
  files: [`${venv}/bin/activate`, `${uv}/bin/activate`],
  activateScripts: {
    [`${venv}/bin/activate`]: { writtenBy: 'venv', environment: venv, prompt: '.venv' },
    [`${uv}/bin/activate`]: { writtenBy: 'uv', environment: uv, prompt: '' },
  },
});

function activated(shell: Shell, environment = venv): Shell {
  const activation = activate(machine, shell, environment);
  if (activation.kind === 'no-script') throw new Error(activation.file);
  return activation.shell;
}

function deactivated(shell: Shell): Shell {
  const deactivation = deactivate(shell);
  if (deactivation.kind === 'no-function') throw new Error('no function deactivate');
  return deactivation.shell;
}

/** What `printenv | sort | diff` prints of two environments, without line numbers. */
function diff(before: Shell, after: Shell): readonly string[] {
  const lines = (shell: Shell) => [...environmentOf(shell)].map(([name, value]) => `${name}=${value}`).sort();
  const [was, is] = [lines(before), lines(after)];
  return [
    ...was.filter((line) => !is.includes(line)).map((line) => `< ${line}`),
    ...is.filter((line) => !was.includes(line)).map((line) => `> ${line}`),
  ];
}

const fresh: ShellDescription = {
  folder: '/home/you/greeting',
  exported: { HOME: '/home/you', PATH: '/usr/local/bin:/usr/bin:/bin' },
  variables: { PS1: '$ ' },
};

describe('activation as recorded with CPython 3.13.5', () => {
  const block = new URL('../../../../content/console/activation-diff.json', import.meta.url);
  const {
    steps,
  }: { readonly steps: readonly { readonly command: string; readonly lines: readonly { readonly text: string }[] }[] } =
    JSON.parse(readFileSync(block, 'utf8'));
  const recorded = (command: string) => {
    const found = steps.find((step) => step.command === command);
    return (found?.lines ?? []).map(({ text }) => text).filter((text) => /^[<>] /.test(text));
  };

  it('changes the same variables of the environment', () => {
    const before = createShell(fresh);
    expect(diff(before, activated(before))).toEqual(recorded('diff before.txt after.txt'));
  });

  it('leaves the same behind after deactivate: PS1 stays exported', () => {
    const before = createShell(fresh);
    expect(diff(before, deactivated(activated(before)))).toEqual(recorded('printenv | sort | diff before.txt -'));
  });
});

describe('what activation changes', () => {
  it('is PATH, three variables, two kept values, a function and the hash table', () => {
    const shell = createShell({ ...fresh, hashTable: { ls: '/usr/bin/ls' } });
    const activation = activate(machine, shell, venv);
    const path = '/usr/local/bin:/usr/bin:/bin';
    const expected: readonly ShellChange[] = [
      {
        kind: 'variable-changed',
        name: 'PATH',
        before: { value: path, exported: true },
        after: { value: `${venv}/bin:${path}`, exported: true },
      },
      {
        kind: 'variable-changed',
        name: 'PS1',
        before: { value: '$ ', exported: false },
        after: { value: '(.venv) $ ', exported: true },
      },
      { kind: 'variable-set', name: 'VIRTUAL_ENV', after: { value: venv, exported: true } },
      { kind: 'variable-set', name: 'VIRTUAL_ENV_PROMPT', after: { value: '.venv', exported: true } },
      { kind: 'variable-set', name: '_OLD_VIRTUAL_PATH', after: { value: path, exported: false } },
      { kind: 'variable-set', name: '_OLD_VIRTUAL_PS1', after: { value: '$ ', exported: false } },
      { kind: 'function-defined', name: 'deactivate' },
      { kind: 'hash-table-emptied', forgotten: ['ls'] },
    ];
    expect(activation.kind === 'activated' && activation.changes).toEqual(expected);
  });

  it('puts PYTHONHOME away, and deactivate brings it back', () => {
    const before = createShell({ ...fresh, exported: { ...fresh.exported, PYTHONHOME: '/opt/python' } });
    const during = activated(before);
    expect(environmentOf(during).has('PYTHONHOME')).toBe(false);
    expect(environmentOf(deactivated(during)).get('PYTHONHOME')).toBe('/opt/python');
  });

  it('leaves the prompt alone when VIRTUAL_ENV_DISABLE_PROMPT is set', () => {
    const before = createShell({ ...fresh, variables: { PS1: '$ ', VIRTUAL_ENV_DISABLE_PROMPT: '1' } });
    expect(activated(before).variables.get('PS1')).toEqual({ value: '$ ', exported: false });
  });

  it('names uv’s environment after its folder when no prompt was given, and defines pydoc', () => {
    const during = activated(createShell({ ...fresh, aliases: { pydoc: 'less' } }), uv);
    expect(during.variables.get('PS1')?.value).toBe('(.venv) $ ');
    expect([during.functions.get('pydoc'), during.aliases.size]).toEqual([{ kind: 'pydoc' }, 0]);
    expect(deactivated(during).functions.size).toBe(0);
  });

  it('is refused where there is no script', () => {
    expect(activate(machine, createShell(fresh), '/home/you')).toEqual({
      kind: 'no-script',
      file: '/home/you/bin/activate',
    });
    expect(deactivate(createShell({ ...fresh, functions: { deactivate: 'echo mine' } }))).toEqual({
      kind: 'no-function',
    });
  });
});

const text = fc.constantFrom('/usr/bin', '/usr/bin:/bin', ':', 'x');
const description = fc.record({
  path: text,
  home: fc.option(text, { nil: undefined }),
  prompt: text,
  hashed: fc.boolean(),
  other: fc.constantFrom('C', 'en'),
});

function shellOf({
  path,
  home,
  prompt,
  hashed,
  other,
}: typeof description extends fc.Arbitrary<infer T> ? T : never): Shell {
  return createShell({
    folder: '/home/you',
    exported: { PATH: path, LANG: other, PS1: prompt, ...(home === undefined ? {} : { PYTHONHOME: home }) },
    hashTable: hashed ? { ls: '/usr/bin/ls' } : {},
    functions: { mine: 'echo' },
    aliases: { ll: 'ls -l' },
  });
}

describe('laws of activation', () => {
  it('activation, then deactivation restores everything but the hash table, given a PATH and an exported prompt', () => {
    fc.assert(
      fc.property(description, fc.constantFrom(venv, uv), (given, environment) => {
        const before = shellOf(given);
        const after = deactivated(activated(before, environment));
        expect(compareShells({ ...before, hashTable: new Map() }, after)).toEqual([]);
      }),
    );
  });

  it('a second activation replaces the first: one deactivate goes back to the beginning', () => {
    fc.assert(
      fc.property(description, fc.constantFrom(venv, uv), (given, second) => {
        const before = shellOf(given);
        const once = activated(before, second);
        expect(compareShells(once, activated(activated(before), second))).toEqual([]);
      }),
    );
  });

  it('an empty prompt isn’t restored by venv’s deactivate: it tests for a value', () => {
    const before = createShell({ ...fresh, variables: {} });
    expect(deactivated(activated(before)).variables.get('PS1')).toEqual({ value: '(.venv) ', exported: true });
    expect(deactivated(activated(before, uv)).variables.get('PS1')).toEqual({ value: '', exported: true });
  });
});
