/**
 * Which of several missing sources a build names, as BuildKit 0.34.2 did each time that it was asked. It is no scenario: which of the other
 * steps are marked as failed differs from time to time.
 */
import { describe, expect, it } from 'vitest';
import { buildAll, inputOf } from './project.fixture';

const [one, two] = ['COPY one /', 'COPY two /'];
const [fromA, fromB] = ['COPY --from=a / /a/', 'COPY --from=b / /b/'];

function named(lines: readonly string[]): string | undefined {
  const [outcome] = buildAll([inputOf(`${lines.join('\n')}\n`, { there: { content: 'x' } })]);
  return outcome?.kind === 'failed' ? /"\/(\w+)"/.exec(outcome.problem.message)?.[1] : outcome?.kind;
}

describe('of two missing sources the one nearer to the target is named', () => {
  it.each([
    ['in a stage', ['FROM alpine', one, two], 'two'],
    ['with a step between', ['FROM alpine', one, 'RUN a', two], 'two'],
    ['with links', ['FROM alpine', 'COPY --link one /', 'WORKDIR /w', 'COPY --link two /w/'], 'two'],
    ['in a context, and in an image that is nearer', ['FROM alpine', one, 'COPY --from=debian /two /'], 'one'],
    ['in a stage and the one that goes on from it', ['FROM alpine AS a', one, 'FROM a', two], 'two'],
    ['in a stage that is copied from, and before that', ['FROM alpine AS a', one, 'FROM alpine', two, fromA], 'two'],
    ['in a stage that is copied from, and after that', ['FROM alpine AS a', one, 'FROM alpine', fromA, two], 'two'],
    [
      'in two stages, by the way of the first copy',
      ['FROM alpine AS a', one, 'FROM alpine AS b', two, 'FROM alpine', fromA, fromB],
      'one',
    ],
  ])('%s', (_, lines, source) => {
    expect(named(lines)).toBe(source);
  });
});
