/** What recordings don’t hold: stages that wait for each other, errors over several lines, what isn’t built. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BuildInput } from '../build/build';
import { buildAll, inputOf } from '../build/project.fixture';
import { buildLog } from './build-log';
import { excerptOf } from './excerpt';

function logOf(dockerfile: string, change: Partial<BuildInput> = {}): readonly string[] {
  const [outcome] = buildAll([inputOf(dockerfile, { a: { content: 'a' } }, change)]);
  if (outcome === undefined) throw new Error('There is a build.');
  const received = { dockerfile: 80, ignore: 2, context: 31 };
  return buildLog({ dockerfile, dockerfileName: 'Dockerfile', outcome, received, findings: [], builder: 'B' }).map(
    ({ text }) => text,
  );
}
const titles = (log: readonly string[]) => log.filter((text) => /^#\d+ \[/.test(text) || / FROM /.test(text));

describe('the log', () => {
  it('holds what is needed, a step of two stages once, and an image that is copied from', () => {
    const dockerfile = `FROM alpine AS one
WORKDIR /w
FROM alpine AS two
WORKDIR /w
COPY --from=debian /bin/sh /sh
FROM alpine AS aside
RUN aside
FROM two
COPY --from=one /w /w
`;
    expect(titles(logOf(dockerfile))).toEqual([
      '#1 [internal] load build definition from Dockerfile',
      '#2 [internal] load metadata for docker.io/library/alpine:latest',
      '#3 [internal] load metadata for docker.io/library/debian:latest',
      '#4 [internal] load .dockerignore',
      '#5 [one 1/2] FROM docker.io/library/alpine:latest@sha256:…',
      '#6 FROM docker.io/library/debian:latest@sha256:…',
      '#7 [internal] load build context',
      '#8 [one 2/2] WORKDIR /w',
      '#9 [two 3/3] COPY --from=debian /bin/sh /sh',
      '#10 [stage-3 1/1] COPY --from=one /w /w',
    ]);
  });

  it('ends with the step that failed, all its lines, and the builder’s sentence', () => {
    const effectOf = () => ({ writes: new Map(), deletes: [], exitCode: 3 });
    const log = logOf('FROM alpine\nRUN one \\\n    two\nCOPY a /\n', { effectOf });
    expect(log.slice(log.indexOf('#6 [2/3] RUN one     two'))).toEqual([
      '#6 [2/3] RUN one     two',
      '#6 ERROR: process "/bin/sh -c one     two" did not complete successfully: exit code: 3',
      '------',
      ' > [2/3] RUN one     two:',
      '------',
      'Dockerfile:2',
      '--------------------',
      '   1 |     FROM alpine',
      '   2 | >>> RUN one \\',
      '   3 | >>>     two',
      '   4 |     COPY a /',
      '--------------------',
      'ERROR: failed to build: failed to solve: process "/bin/sh -c one     two" did not complete successfully: exit code: 3',
    ]);
  });

  it('has no excerpt where the builder names no line', () => {
    expect(logOf('FROM alpine\n', { target: 'nowhere' }).slice(-2)).toEqual([
      '#1 DONE 0.0s',
      'ERROR: failed to build: failed to solve: target stage "nowhere" could not be found',
    ]);
  });

  it('ends with an error just where nothing is built, whatever the Dockerfile is', () => {
    const lines = fc.constantFrom(
      'FROM alpine',
      'FROM x AS a',
      'RUN a',
      'COPY a b',
      'COPY n /n',
      'RUM',
      'ARG A',
      '\\',
      '',
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 7 }), (written) => {
        const dockerfile = written.join('\n');
        const [outcome] = buildAll([inputOf(dockerfile, { a: { content: 'a' } })]);
        expect(logOf(dockerfile).at(-1)?.startsWith('ERROR: failed to build: ')).toBe(outcome?.kind !== 'built');
      }),
    );
  });
});

describe('an excerpt', () => {
  it.each([
    [{ first: 1, last: 1 }, ['   1 | >>> 1', '   2 |     2', '   3 |     3']],
    [{ first: 3, last: 3 }, ['   1 |     1', '   2 |     2', '   3 | >>> 3', '   4 |     4', '   5 |     5']],
    [{ first: 2, last: 3 }, ['   1 |     1', '   2 | >>> 2', '   3 | >>> 3', '   4 |     4']],
    [{ first: 5, last: 9 }, ['   3 |     3', '   4 |     4', '   5 | >>> 5']],
  ])('of %j', (lines, shown) => {
    expect(excerptOf('1\n2\n3\n4\n5', 'D', lines).slice(2, -1)).toEqual(shown);
  });

  it('is none beyond the end', () => {
    expect(excerptOf('1', 'D', { first: 2, last: 2 })).toEqual([]);
  });
});
