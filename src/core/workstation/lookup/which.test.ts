/** What `which` and `type` say where they differ; the recorded cases are in command.truth.test.ts. */
import { describe, expect, it } from 'vitest';
import { createMachine } from './machine';
import { createShell } from './shell';
import { typeAll, typeCommand, whichCommand } from './which';

const machine = createMachine({
  executables: ['/usr/bin/echo', '/usr/bin/time', '/home/you/tool', '/home/you/bin/tool'],
});
const shell = (path: string) => {
  return createShell({ folder: '/home/you', exported: { HOME: '/home/you', PATH: path }, functions: { echo: ':' } });
};

describe('which', () => {
  // As Debian’s /usr/bin/which.debianutils answered on 2026-11-21.
  it.each([
    ['/usr/bin:', ['./tool']],
    ['/usr/bin::', ['./tool']],
    [':', ['./tool']],
    ['::', ['./tool', './tool']],
    ['bin/:~/bin', ['bin//tool']], // doubles the slash, and takes ~ for a folder’s name
    ['', []],
  ])('prints on PATH=%s %j', (path, files) => {
    expect(whichCommand(machine, shell(path), 'tool')).toEqual(files);
  });

  it('sees no function, no builtin, no keyword, and no PATH that isn’t exported', () => {
    expect(whichCommand(machine, shell('/usr/bin'), 'echo')).toEqual(['/usr/bin/echo']);
    expect(whichCommand(machine, shell('/usr/bin'), 'cd')).toEqual([]);
    const unexported = createShell({ folder: '/home/you', variables: { PATH: '/usr/bin' } });
    expect(whichCommand(machine, unexported, 'echo')).toEqual([]);
  });
});

describe('type', () => {
  it('lists everything that a word could mean, in the order in which bash would take it', () => {
    expect(typeAll(machine, shell('/usr/bin'), 'echo')).toEqual([
      { kind: 'function', function: { kind: 'own', body: ':' } },
      { kind: 'builtin' },
      { kind: 'file', file: '/usr/bin/echo' },
    ]);
    expect(typeAll(machine, shell('/usr/bin'), 'time').map(({ kind }) => kind)).toEqual(['keyword', 'file']);
    expect(typeCommand(machine, shell('/usr/bin'), 'cd')).toEqual({ kind: 'builtin' });
  });
});
