// What the recorded cases can’t hold: checks that need an ignore file, and any text whatever.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileDockerfile } from '../dockerfile/hostile-dockerfile';
import { compileIgnore } from '../ignore';
import { lintDockerfile, PLAIN_SETTING } from '.';

describe('CopyIgnoredFile', () => {
  const messages = (text: string, patterns: readonly string[]) => {
    const ignore = compileIgnore(patterns);
    if ('problem' in ignore) throw new Error(ignore.problem);
    return lintDockerfile(`FROM alpine\n${text}\n`, { ...PLAIN_SETTING, ignore }).findings.map(
      ({ message }) => message,
    );
  };

  it.each([
    ['COPY a.md /x', ['*.md'], ['Attempting to Copy file "a.md" that is excluded by .dockerignore']],
    ['ADD docs/a /x', ['docs'], ['Attempting to Add file "docs/a" that is excluded by .dockerignore']],
    ['COPY . /x', ['*.md'], []],
    ['COPY . /x', ['*'], ['Attempting to Copy file "." that is excluded by .dockerignore']],
    ['COPY --from=alpine a.md /x', ['*.md'], []],
  ])('of %s with %j', (text, patterns, expected) => {
    expect(messages(text, patterns)).toEqual(expected);
  });

  it('says nothing when there are exceptions', () => {
    expect(messages('COPY a.md /x', ['*.md', '!b.md'])).toEqual([]);
  });
});

it('checks any text without throwing', () => {
  const folder = `${import.meta.dirname}/../dockerfile/recorded/files/`;
  const samples = readdirSync(folder).map((name) => readFileSync(folder + name, 'utf8'));
  fc.assert(
    fc.property(hostileDockerfile(samples), (text) => {
      const { findings } = lintDockerfile(text);
      for (const { at } of findings) expect(at.end.offset).toBeLessThanOrEqual(text.length);
    }),
  );
});
