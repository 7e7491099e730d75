import { describe, expect, it } from 'vitest';
import { absolutePath, folderOf, isAbsolutePath, joinPath, nameOf } from './path';

describe('paths as text', () => {
  it.each([
    ['/home/you', '../bin/./python', '/home/bin/python'],
    ['/home/you', '/usr//bin/', '/usr/bin'],
    ['/home/you', '', '/home/you'],
    ['/', '../..', '/'],
  ])('in %s, %j means %s', (folder, path, absolute) => {
    expect(absolutePath(folder, path)).toBe(absolute);
  });

  it('puts one slash between a folder and a name and changes nothing else', () => {
    expect(joinPath('/usr/bin/', 'python')).toBe('/usr/bin/python');
    expect(joinPath('b/../b', 'python')).toBe('b/../b/python');
  });

  it('takes a path apart at its last slash', () => {
    expect([folderOf('/usr/bin/python'), nameOf('/usr/bin/python')]).toEqual(['/usr/bin', 'python']);
    expect([folderOf('/usr'), folderOf('/')]).toEqual(['/', '/']);
  });

  it('is absolute when it starts at the root', () => {
    expect(['/bin', 'bin', './bin', ''].map(isAbsolutePath)).toEqual([true, false, false, false]);
  });
});
