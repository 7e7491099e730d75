/** Copying into a tree, as COPY and ADD do, and the paths and patterns that it is told. */
import { describe, expect, it } from 'vitest';
import { type ContextEntries, contextOf } from './build-context';
import { type CopySource, copyFiles } from './copy-files';
import { finishLayer, startLayer } from './layer';
import { matchPattern } from './match';
import { changedMode } from './mode';
import { cleanPath } from './path';
import { resolveLinks } from './resolve-link';
import { walk } from './tree';

function copied(from: ContextEntries, to: ContextEntries, change: Partial<CopySource>) {
  const draft = startLayer(contextOf(to));
  const problem = copyFiles(draft, {
    root: contextOf(from),
    path: '/',
    destination: '/',
    owner: undefined,
    mode: undefined,
    allowsWildcard: true,
    unpacks: false,
    ownsUnpacked: true,
    includes: [],
    excludes: [],
    copiesContents: true,
    ...change,
  });
  if (problem !== undefined) return problem.message;
  return [...walk(finishLayer(draft).root)].map(({ path, node }) => `${path}${node.kind === 'dir' ? '/' : ''}`);
}

const file = { content: 'x' };
const tree = { 'a/b/c.txt': file, 'a/d.md': file, 'e.md': file, link: { symlink: 'e.md' } };

describe('copying', () => {
  it.each([
    ['a folder’s contents', { path: '/a', destination: '/x' }, ['x/', 'x/b/', 'x/b/c.txt', 'x/d.md']],
    ['a file into a folder', { path: '/a/d.md', destination: '/x/' }, ['x/', 'x/d.md']],
    ['a file under another name', { path: '/a/d.md', destination: '/x' }, ['x']],
    ['what is behind a link', { path: '/link', destination: '/x/' }, ['x/', 'x/link']],
    ['what a wildcard matches', { path: '/*.md', destination: '/x/' }, ['x/', 'x/e.md']],
    ['all but what is excluded', { path: '/a', destination: '/x', excludes: ['*.md'] }, ['x/', 'x/b/', 'x/b/c.txt']],
    [
      'with the folders that lead to it',
      { path: '/', destination: '/x/', includes: ['a/b/c.txt'] },
      ['x/', 'x/a/', 'x/a/b/', 'x/a/b/c.txt'],
    ],
  ])('takes %s', (_, change, paths) => {
    expect(copied(tree, {}, change)).toEqual(paths);
  });

  it('merges folders, replaces files, and refuses to put one in the place of the other', () => {
    expect(copied({ 'a/x': file }, { 'a/y': file, 'a/x': file }, {})).toEqual(['a/', 'a/x', 'a/y']);
    expect(copied({ a: file }, { 'a/y': file }, {})).toBe('cannot replace to directory /a with file');
    expect(copied({ 'a/x': file }, { a: file }, {})).toBe('cannot copy to non-directory: /a');
    expect(copied({ a: file }, { f: file }, { path: '/a', destination: '/f/a' })).toBe('mkdir /f: not a directory');
  });
});

describe('Go’s patterns and paths', () => {
  it.each([
    ['*.txt', 'a.txt', true],
    ['*.txt', 'a/b.txt', false],
    ['a?c', 'abc', true],
    ['a[!b]c', 'a!c', true],
    ['a[^b]c', 'a/c', true],
    ['\\*', '*', true],
    ['a[', 'a', undefined],
    ['*a*a*a*a*a*b', 'a'.repeat(200), false],
  ])('%s on %s is %s', (pattern, name, matches) => {
    expect(matchPattern(pattern, name)).toBe(matches);
  });

  it.each([
    ['/a//b/./../c/', '/a/c'],
    ['../a', '../a'],
    ['/..', '/'],
    ['', '.'],
  ])('clean %j to %j', (path, clean) => {
    expect(cleanPath(path)).toBe(clean);
  });
});

describe('links', () => {
  it('are followed inside the root and never out of it', () => {
    const root = contextOf({ 'a/link': { symlink: '../../../b' }, 'b/c': file, round: { symlink: 'round' } });
    expect(resolveLinks(root, '/a/link/c', true)?.names).toEqual(['b', 'c']);
    expect(resolveLinks(root, '/round', true)).toBeUndefined();
  });
});

describe('--chmod', () => {
  it.each([
    ['u+x', 0o644, false, 0o744],
    ['go-w,a=rX', 0o766, false, 0o555],
    ['a+X', 0o644, true, 0o755],
    ['a+X', 0o644, false, 0o644],
    ['g=u', 0o640, false, 0o660],
  ])('%s', (text, mode, isFolder, after) => {
    expect(changedMode({ kind: 'symbolic', text }, mode, isFolder).toString(8)).toBe(after.toString(8));
  });
});
