// A recorder works as root: what a scenario says of its context must never reach anything outside of the context's folder.
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContextFolder } from './context.ts';

describe('the folder of a context', () => {
  let place: string;
  let outside: string;
  let folder: ContextFolder;
  const inside = (path: string) => join(place, 'context', path);

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'shipshape-context-'));
    outside = join(place, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'kept'), 'kept');
    folder = new ContextFolder(join(place, 'context'));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it('leaves alone what lies behind a link to a folder, whether the link stays or goes', () => {
    folder.lay({ 'src/up': { symlink: outside } });
    folder.lay({ 'src/up': { symlink: outside }, 'src/a': { content: 'a' } });
    folder.lay({ 'src/a': { content: 'a' } });
    expect(readFileSync(join(outside, 'kept'), 'utf8')).toBe('kept');
    expect(existsSync(inside('src/up'))).toBe(false);
  });

  it('makes a folder where a link was, and writes into the folder', () => {
    folder.lay({ up: { symlink: outside } });
    folder.lay({ 'up/new': { content: 'new' } });
    expect(lstatSync(inside('up')).isDirectory()).toBe(true);
    expect(readFileSync(inside('up/new'), 'utf8')).toBe('new');
    expect(existsSync(join(outside, 'new'))).toBe(false);
  });

  it.each([
    [{ up: { symlink: 'elsewhere' }, 'up/new': { content: '' } }],
    [{ file: { content: '' }, 'file/new': { content: '' } }],
    [{ '../new': { content: '' } }],
    [{ '/new': { content: '' } }],
    [{ 'a/../../new': { content: '' } }],
  ])('refuses entries that would lie elsewhere: %j', (entries) => {
    expect(() => folder.lay(entries)).toThrow('doesn’t lie in a folder of it');
  });

  it('holds what it is told and nothing else', () => {
    folder.lay({ 'a/b': { content: 'b' }, c: { dir: true } });
    folder.lay({ 'a/d': { content: 'd', mode: '0755' } });
    expect(existsSync(inside('a/b'))).toBe(false);
    expect(existsSync(inside('c'))).toBe(false);
    expect(lstatSync(inside('a/d')).mode & 0o777).toBe(0o755);
  });
});
