import { describe, expect, it } from 'vitest';
import { applyLayer, differences, type Files } from './image.ts';
import type { FileFact } from './schema.ts';
import type { Member } from './tar.ts';

const file = (path: string, text: string): Member => ({
  path,
  type: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  content: Buffer.from(text),
});
const folder = (path: string): Member => ({ ...file(path, ''), type: 'dir', mode: 0o755 });

const base: Files = applyLayer(new Map<string, FileFact>(), [
  folder('etc'),
  file('etc/a', 'a\n'),
  folder('data'),
  file('data/one', '1\n'),
  file('data/two', '2\n'),
]).files;

describe('a layer', () => {
  it('writes its files, and the folders that are new', () => {
    const change = applyLayer(base, [folder('etc'), file('etc/b', 'bb\n'), folder('srv')]);
    expect([change.writes, change.deletes, change.sizeBytes]).toEqual([['/etc/b', '/srv'], [], 3]);
  });

  it('writes a file again that is as it was', () => {
    const change = applyLayer(base, [file('etc/a', 'a\n')]);
    expect([change.writes, differences(base, change.files)]).toEqual([['/etc/a'], { files: {}, removed: [] }]);
  });

  it('takes away what a whiteout names, with all that lies in it', () => {
    const change = applyLayer(base, [file('.wh.data', '')]);
    expect([change.deletes, differences(base, change.files).removed]).toEqual([
      ['/data'],
      ['/data', '/data/one', '/data/two'],
    ]);
  });

  it('empties a folder that is marked as opaque, before it writes into it', () => {
    const change = applyLayer(base, [folder('data'), file('data/.wh..wh..opq', ''), file('data/new', 'n\n')]);
    expect([change.writes, change.deletes, [...change.files.keys()]]).toEqual([
      ['/data/new'],
      ['/data/one', '/data/two'],
      ['/etc', '/etc/a', '/data', '/data/new'],
    ]);
  });
});
