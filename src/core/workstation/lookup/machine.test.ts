import { describe, expect, it } from 'vitest';
import { createMachine, isExecutable, namesIn, realPath, resolvePath, textOf } from './machine';

const machine = createMachine({
  executables: ['/usr/bin/ls'],
  files: ['/etc/notes'],
  folders: ['/empty'],
  links: {
    '/bin': 'usr/bin',
    '/bin2': '/bin',
    '/usr/bin/dir': 'ls',
    '/usr/bin/up': '../../etc/notes',
    '/usr/bin/broken': 'gone',
    '/usr/bin/loop': 'loop',
    '/usr/bin/far': '/nowhere/far',
  },
  texts: { '/etc/text': 'words\n' },
});

describe('path resolution', () => {
  it.each([
    ['/usr/bin/ls', '/usr/bin/ls'],
    ['/bin/ls', '/usr/bin/ls'],
    ['/bin2/dir', '/usr/bin/ls'],
    ['/bin/up', '/etc/notes'],
    ['/bin/../bin/ls', '/usr/bin/ls'], // .. counts from where the link led: /usr/bin/.. is /usr
    ['/usr/bin/../bin/./ls', '/usr/bin/ls'],
    ['/', '/'],
  ])('%s leads to %s', (path, real) => {
    expect(realPath(machine, path)).toBe(real);
  });

  it.each([
    ['/usr/bin/nothing', { kind: 'missing' }],
    ['/bin/nothing', { kind: 'missing' }], // the link on the way is no broken link
    ['/usr/bin/broken', { kind: 'missing', target: 'gone' }],
    ['/usr/bin/far', { kind: 'missing', target: '/nowhere/far' }],
    ['/usr/bin/loop', { kind: 'too-many-links' }],
    ['/etc/notes/page', { kind: 'not-a-folder' }],
  ])('%s leads nowhere, and says why', (path, resolution) => {
    expect(resolvePath(machine, path)).toEqual(resolution);
  });

  it('has the folders above every file, though nobody described them', () => {
    expect(namesIn(machine, '/')).toEqual(['bin', 'bin2', 'empty', 'etc', 'usr']);
    expect(namesIn(machine, '/bin2')).toEqual(['broken', 'dir', 'far', 'loop', 'ls', 'up']);
    expect(namesIn(machine, '/nowhere')).toEqual([]);
  });

  it('calls a file executable by its mode, wherever the links to it stand', () => {
    expect(['/bin/dir', '/bin/up', '/bin', '/bin/broken'].map((path) => isExecutable(machine, path))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('reads a file’s text', () => {
    expect([textOf(machine, '/etc/text'), textOf(machine, '/etc/notes'), textOf(machine, '/etc')]).toEqual([
      'words\n',
      '',
      undefined,
    ]);
  });
});
