import { describe, expect, it } from 'vitest';
import { Effort, FLAT_GLOB, pathsLike, RECURSIVE_GLOB } from '../glob';
import { PathPatterns } from './path-patterns';

describe('a list of patterns as .gitignore has them', () => {
  // Each row as pathspec 1.1.0 has it (GitIgnoreSpec.from_lines, match_file).
  it.each<[patterns: string[], paths: string[], taken: string[]]>([
    [['*.log', '!keep.log'], ['a.log', 'keep.log', 'x/keep.log'], ['a.log']],
    [['build/'], ['build', 'build/a', 'x/build/a', 'build.txt'], ['build/a', 'x/build/a']],
    [['/dist'], ['dist', 'dist/a', 'x/dist'], ['dist', 'dist/a']],
    [['docs/*.md'], ['docs/a.md', 'docs/x/a.md', 'x/docs/a.md'], ['docs/a.md']],
    [['docs/**'], ['docs/a', 'docs/x/a', 'docs'], ['docs/a', 'docs/x/a']],
    [['**/cache'], ['cache', 'a/cache/b', 'a/cachex'], ['cache', 'a/cache/b']],
    [['a/**/z'], ['a/z', 'a/b/z', 'a/b/c/z', 'b/a/z'], ['a/z', 'a/b/z', 'a/b/c/z']],
    [['build/', '!build/keep.py'], ['build/keep.py', 'build/a.py'], ['build/a.py']],
    [['secret', '!secret/'], ['secret/a', 'secret'], ['secret']],
    [['*'], ['a', 'a/b', '.x'], ['a', 'a/b', '.x']],
    [['*/'], ['a', 'a/b'], ['a/b']],
    [['**'], ['a', 'a/b'], ['a', 'a/b']],
    [
      ['\\#a', '\\!b', 'a\\ '],
      ['#a', '!b', 'a '],
      ['#a', '!b', 'a '],
    ],
    [['# c', '', '   ', '/'], ['# c', 'a'], []],
    [
      ['[ab].py', '[!a].txt'],
      ['a.py', 'c.py', 'a.txt', 'b.txt'],
      ['a.py', 'b.txt'],
    ],
    [['a?c'], ['abc', 'a/c', 'ac'], ['abc']],
    [['foo*bar'], ['foobar', 'foo/bar', 'fooxbar/y'], ['foobar', 'fooxbar/y']],
    [['x  '], ['x', 'x  '], ['x']],
    [['!a', 'a'], ['a'], ['a']],
    [['a/b/'], ['a/b', 'a/b/c', 'x/a/b/c'], ['a/b/c']],
    [['kit', '!kit/a.py', 'kit/'], ['kit/a.py', 'kit/b.py'], ['kit/b.py']],
  ])('%j takes of %j what pathspec takes', (written, paths, taken) => {
    const patterns = new PathPatterns(
      written.map((pattern) => ({ written: pattern, from: 'here' })),
      new Effort(),
    );
    expect(paths.filter((path) => patterns.matches(path))).toEqual(taken);
  });
});

describe('a pattern of licence files', () => {
  const paths = [
    'LICENSE',
    'LICENCE.md',
    '.LICENSE',
    'licenses/MIT.txt',
    'licenses/old/BSD.txt',
    'licenses/.x/A.txt',
    'a-b',
  ];

  // Each row as Python’s glob has it, without `recursive` and with it.
  it.each([
    ['LICEN[CS]E*', ['LICENSE', 'LICENCE.md'], ['LICENSE', 'LICENCE.md']],
    ['licenses/*.txt', ['licenses/MIT.txt'], ['licenses/MIT.txt']],
    ['licenses/**', ['licenses/MIT.txt'], ['licenses/MIT.txt', 'licenses/old/BSD.txt']],
    ['**/*.txt', ['licenses/MIT.txt'], ['licenses/MIT.txt', 'licenses/old/BSD.txt']],
    ['.L*', ['.LICENSE'], ['.LICENSE']],
    ['LICENS?', ['LICENSE'], ['LICENSE']],
    ['[!L]*', ['a-b'], ['a-b']],
    ['a[-]b', ['a-b'], ['a-b']],
    ['./LICENSE', ['LICENSE'], ['LICENSE']],
  ])('%s matches what Python’s glob matches', (pattern, flat, recursive) => {
    const like = (style: typeof FLAT_GLOB) => pathsLike(pattern, paths, style, new Effort());
    expect([like(FLAT_GLOB), like(RECURSIVE_GLOB)]).toEqual([flat, recursive]);
  });
});
