// What holds for any ignore file and any paths: nothing throws, the walk agrees with the judgement of each path where it must, and
// no pattern takes long. `npm run fuzz` asks the same of more files.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileIgnore, ignoreFileFor, judgePath, readIgnoreFile, walkIgnoring } from '.';

const sign = fc.constantFrom(
  ...[
    'a',
    'b',
    'c.d',
    '/',
    '/',
    '*',
    '**',
    '**/',
    '/**',
    '?',
    '!',
    '[ab]',
    '[^a]',
    '[a-c]',
    '[',
    ']',
    '\\',
    '\\d',
    '^',
    '$',
  ],
  ...['|', '{2}', '.', '..', ' ', '\n', '\n', '\r\n', '#', '\ufeff', 'é', '😀', '\0'],
);
const ignoreFile = fc.array(sign, { maxLength: 24 }).map((signs) => signs.join(''));
const name = fc.constantFrom('a', 'b', 'c.d', 'ab', '.a', 'é', '[a]', 'x y');
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
const paths = fc.uniqueArray(path, { maxLength: 8 });

function matcherOf(text: string) {
  return compileIgnore(readIgnoreFile(text).lines.map(({ pattern }) => pattern));
}

describe('any ignore file', () => {
  it('is read, and judges any path, without throwing', () => {
    fc.assert(
      fc.property(ignoreFile, fc.oneof(path, fc.string({ unit: 'binary', maxLength: 30 })), (text, judged) => {
        const matcher = matcherOf(text);
        if ('problem' in matcher) return;
        judgePath(matcher, judged);
        walkIgnoring(matcher, [judged]);
      }),
    );
  });

  it('without exceptions ignores in a walk what it ignores path by path', () => {
    fc.assert(
      fc.property(ignoreFile, paths, (text, all) => {
        const matcher = matcherOf(text);
        if ('problem' in matcher || matcher.hasExceptions) return;
        const { verdicts, problem } = walkIgnoring(matcher, all);
        const alone = all.map((one) => judgePath(matcher, one));
        if (problem !== undefined || alone.some((verdict) => 'problem' in verdict)) return;
        expect(verdicts.map(({ isIgnored }) => isIgnored)).toEqual(
          alone.map((verdict) => 'isIgnored' in verdict && verdict.isIgnored),
        );
      }),
    );
  });

  it('ignores all that is below an ignored folder, unless an exception takes it back', () => {
    fc.assert(
      fc.property(ignoreFile, path, name, (text, folder, file) => {
        const matcher = matcherOf(text);
        if ('problem' in matcher || matcher.hasExceptions) return;
        const above = judgePath(matcher, folder);
        const below = judgePath(matcher, `${folder}/${file}`);
        if ('isIgnored' in above && above.isIgnored && 'isIgnored' in below) expect(below.isIgnored).toBe(true);
      }),
    );
  });

  it('judges long paths with many stars: each character is looked at once', () => {
    const matcher = matcherOf(`${'*a'.repeat(40)}*b\n**/${'*a'.repeat(40)}?\n`);
    if ('problem' in matcher) throw new Error(matcher.problem);
    expect(judgePath(matcher, 'a'.repeat(50_000))).toEqual({ isIgnored: true, by: 1 });
  });
});

describe('the ignore file of a build', () => {
  it.each([
    ['Dockerfile', ['.dockerignore'], '.dockerignore'],
    ['Dockerfile', ['.dockerignore', 'Dockerfile.dockerignore'], 'Dockerfile.dockerignore'],
    [
      'docker/web.Dockerfile',
      ['docker/web.Dockerfile.dockerignore', '.dockerignore'],
      'docker/web.Dockerfile.dockerignore',
    ],
    ['docker/web.Dockerfile', ['docker/.dockerignore'], undefined],
  ])('beside %s, of %j, is %s', (dockerfile, files, expected) => {
    expect(ignoreFileFor(dockerfile, (file) => files.includes(file))).toBe(expected);
  });
});
