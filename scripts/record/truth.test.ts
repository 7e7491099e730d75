// The ground truth of the lookup figure, checked as data: whole, from the Python and the shell that the course names.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shellCases } from './shell-cases.ts';
import { type SysPathCase, sysPathCases } from './sys-path-cases.ts';
import { root, versionOf } from './versions.ts';

const read = (name: string) => JSON.parse(readFileSync(`${root}content/console/truth/${name}.json`, 'utf8'));

interface SysPathTruth {
  readonly python: string;
  readonly cases: readonly (SysPathCase & {
    readonly path?: readonly string[];
    readonly error?: string;
    readonly exit: number;
  })[];
}
interface ShellTruth {
  readonly bash: string;
  readonly cases: readonly {
    readonly id: string;
    readonly setup: string;
    readonly steps: readonly { readonly command: string }[];
  }[];
}
const sysPath: SysPathTruth = read('sys-path');
const shell: ShellTruth = read('shell-lookup');

describe('the truth about sys.path', () => {
  it('was recorded from the Python that the course names, case by case as they are listed', () => {
    expect(sysPath.python).toBe(versionOf('python'));
    expect(sysPath.cases.map(({ command, cwd, userSite }) => ({ command, cwd, userSite }))).toEqual(
      sysPathCases.map(({ command, cwd, userSite }) => ({ command, cwd, userSite })),
    );
  });

  it('is a path, or the error of a module that can’t be found', () => {
    const odd = sysPath.cases.filter(({ path, error, exit }) =>
      exit === 0 ? !path : !/No module named/.test(error ?? '') || path !== undefined,
    );
    expect(odd).toEqual([]);
  });

  it('puts the script’s folder first, the current folder for -m, nothing but a mark for -c', () => {
    const first = (form: string) =>
      sysPath.cases.find(
        (one) => one.form === form && one.options.length === 0 && one.interpreter === '/usr/bin/python3',
      )?.path?.[0];
    expect(['script-in-folder', 'module-here', 'command'].map(first)).toEqual([
      '/home/you/greeting/app',
      '/home/you/greeting',
      '',
    ]);
  });
});

describe('the truth about PATH', () => {
  it('was recorded from the bash that the course names, case by case as they are listed', () => {
    expect(shell.bash).toBe(versionOf('bash'));
    expect(
      shell.cases.map(({ id, setup, steps }) => ({ id, setup, steps: steps.map(({ command }) => command) })),
    ).toEqual(shellCases.map(({ id, setup, steps }) => ({ id, setup, steps })));
  });
});
