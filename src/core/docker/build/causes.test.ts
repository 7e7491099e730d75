/** Why a step runs: each cause by the edit that brings it about, as data and in its sentence. */
import { describe, expect, it } from 'vitest';
import type { ContextEntries } from '../files/build-context';
import type { BuildInput } from './build';
import type { Cause } from './cause';
import { describeCause } from './describe-cause';
import { buildAll, inputOf } from './project.fixture';

type Build = readonly [dockerfile: string, context?: ContextEntries, change?: Partial<BuildInput>];

/** The causes of the last build’s steps that ran, by line. */
function causes(...builds: readonly Build[]): ReadonlyMap<number, readonly Cause[]> {
  const outcome = buildAll(builds.map(([text, files = {}, change]) => inputOf(text, files, change))).at(-1);
  const steps = outcome === undefined || outcome.kind === 'refused' ? [] : outcome.steps;
  return new Map(steps.flatMap(({ line, status }) => ('causes' in status ? [[line, status.causes] as const] : [])));
}

const sentences = (...builds: readonly Build[]) =>
  Object.fromEntries([...causes(...builds)].map(([line, all]) => [line, all.map(describeCause)]));

const file = (content: string) => ({ content });

describe('a step runs', () => {
  it('because nothing was built before', () => {
    expect(sentences(['FROM alpine\nRUN a\n'])).toEqual({ 2: ['Nothing has been built before.'] });
  });

  it('because the cache is left aside', () => {
    const text = 'FROM alpine\nRUN a\n';
    expect(sentences([text], [text, {}, { ignoresCache: true }])).toEqual({
      2: ['The cache is left aside (--no-cache).'],
    });
  });

  it('because a file that it takes is otherwise, and what comes after it because it ran', () => {
    const text = 'FROM alpine\nCOPY src /src/\nRUN a\n';
    const before = { 'src/a': file('1'), 'src/b': file('1'), 'src/c': file('1') };
    const after = { 'src/a': file('2'), 'src/b': { content: '1', mode: '0755' }, 'src/d': file('1') };
    expect(causes([text, before], [text, after])).toEqual(
      new Map<number, readonly Cause[]>([
        [
          2,
          [
            {
              kind: 'files-changed',
              from: { kind: 'context', name: '' },
              files: [
                { path: 'src/a', parts: ['content'] },
                { path: 'src/b', parts: ['mode'] },
                { path: 'src/c', parts: ['removed'] },
                { path: 'src/d', parts: ['added'] },
              ],
              more: 0,
            },
          ],
        ],
        [3, [{ kind: 'parent-ran', step: { stage: 0, line: 2, instruction: 'COPY src /src/' } }]],
      ]),
    );
    expect(sentences([text, before], [text, after])).toEqual({
      2: ['In the context, src/a has other contents, src/b has another mode, src/c is gone and 1 more.'],
      3: ['A step before it ran: line 2 (COPY src /src/).'],
    });
  });

  it('because what another stage made is otherwise', () => {
    const text = 'FROM alpine AS a\nCOPY x /x\nFROM debian\nCOPY --from=a /x /y\n';
    expect(sentences([text, { x: file('1') }], [text, { x: file('2') }])[4]).toEqual([
      'In what line 2 made, x has other contents.',
    ]);
  });

  it('because its text is another one', () => {
    expect(sentences(['FROM alpine\nRUN a\n'], ['FROM alpine\nRUN b\n'])).toEqual({
      2: ['The instruction is another one: it was “RUN a”.'],
    });
  });

  it('because it is new', () => {
    expect(sentences(['FROM alpine\nRUN a\n'], ['FROM alpine\nRUN a\nRUN b\n'])).toEqual({ 3: ['This step is new.'] });
  });

  it('because of an argument or a variable that it may not even use', () => {
    const text = 'FROM alpine\nARG V=1\nENV W=1\nRUN a\n';
    const given = { arguments: new Map([['V', '2']]) };
    expect(sentences([text], [text, {}, given])).toEqual({ 4: ['The argument V was “1” and is “2”.'] });
    expect(sentences([text], [text.replace('W=1', 'W=2')])).toEqual({ 4: ['The variable W was “1” and is “2”.'] });
    expect(sentences([text], ['FROM alpine\nENV W=1\nARG V=1\nRUN a\n'])[4]?.[0]).toContain('stands in another place');
  });

  it('because the folder, the user or the shell in force is another one', () => {
    expect(sentences(['FROM alpine\nUSER 1\nRUN a\n'], ['FROM alpine\nUSER 2\nRUN a\n'])).toEqual({
      3: ['The user was “1” and is “2”.'],
    });
    expect(sentences(['FROM alpine\nRUN a\n'], ['FROM alpine\nSHELL ["/bin/ash", "-c"]\nRUN a\n'])).toEqual({
      3: ['The shell was “/bin/sh -c” and is “/bin/ash -c”.'],
    });
  });

  it('because the base is another image', () => {
    const other = inputOf('', {}).images;
    const images = new Map([['alpine', { ...other.get('debian'), digest: 'new' }]]) as BuildInput['images'];
    expect(sentences(['FROM alpine\nRUN a\n'], ['FROM alpine\nRUN a\n', {}, { images }])).toEqual({
      2: ['docker.io/library/alpine:latest stands for another image now.'],
    });
  });

  it('because it failed the last time', () => {
    const text = 'FROM alpine\nRUN a\n';
    const failing = { effectOf: () => ({ writes: new Map(), deletes: [], exitCode: 1 }) };
    expect(sentences([text, {}, failing], [text])[2]?.[0]).toBe('It failed the last time, and what fails isn’t kept.');
  });

  it('because this combination of what is before it was never built', () => {
    const text = 'FROM alpine\nCOPY a /a\nCOPY b /b\nRUN c\n';
    const [one, two] = [file('1'), file('2')];
    const all = sentences(
      [text, { a: one, b: one }],
      [text, { a: two, b: one }],
      [text, { a: two, b: two }],
      [text, { a: one, b: two }],
    );
    expect(all).toEqual({
      3: ['It never ran on what comes before it as that is now: line 2 (COPY a /a).'],
      4: ['A step before it ran: line 3 (COPY b /b).'],
    });
  });
});
