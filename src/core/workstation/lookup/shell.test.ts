import { describe, expect, it } from 'vitest';
import { assign, createShell, environmentOf, pathEntries } from './shell';

const shell = (path: string) => createShell({ folder: '/home/you', exported: { HOME: '/home/you', PATH: path } });

describe('the entries of PATH', () => {
  it.each([
    ['/usr/bin:/bin', ['/usr/bin', '/bin']],
    [':/bin', ['', '/bin']],
    ['/bin:', ['/bin', '']],
    ['/usr/bin::/bin', ['/usr/bin', '', '/bin']],
    ['::/bin', ['', '/bin']], // as bash 5.2.15 lists them with type -a
    ['/bin::', ['/bin', '']],
    ['/a:::/b', ['/a', '', '/b']],
    [':', ['']],
    ['', []], // bash then tries the word as it stands, which is no search
  ])('of %j are %j', (path, written) => {
    expect(pathEntries(shell(path)).map((entry) => entry.written)).toEqual(written);
  });

  it('count from the current folder when they are relative or empty, and from home after a tilde', () => {
    expect(pathEntries(shell('bin:~/bin:~:'))).toEqual([
      { written: 'bin', folder: 'bin', absolute: '/home/you/bin' },
      { written: '~/bin', folder: '/home/you/bin', absolute: '/home/you/bin' },
      { written: '~', folder: '/home/you', absolute: '/home/you' },
      { written: '', folder: '.', absolute: '/home/you/.' },
    ]);
  });
});

describe('variables', () => {
  it('reach a program when they are exported, and stay exported when they are assigned', () => {
    const assigned = assign(assign(shell('/bin'), 'HOME', '/root'), 'own', '1');
    expect([...environmentOf(assigned)]).toEqual([
      ['HOME', '/root'],
      ['PATH', '/bin'],
    ]);
  });
});
