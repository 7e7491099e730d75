/** The history as it is printed. */
import { describe, expect, it } from 'vitest';
import { buildAll, inputOf } from '../build/project.fixture';
import { historyLines, humanSize } from './history-lines';

describe('docker history', () => {
  it('begins with the newest line, and shows what an ARG was given', () => {
    const text = 'FROM alpine\nARG TOKEN\nCOPY a /a\nENV B=1\n';
    const [outcome] = buildAll([
      inputOf(text, { a: { repeat: 'x', count: 1234 } }, { arguments: new Map([['TOKEN', 'seen']]) }),
    ]);
    if (outcome?.kind !== 'built') throw new Error(JSON.stringify(outcome));
    expect(historyLines(outcome.image)).toEqual([
      { createdBy: 'ENV B=1', size: '0B' },
      { createdBy: 'COPY a /a # buildkit', size: '1.23kB' },
      { createdBy: 'ARG TOKEN=seen', size: '0B' },
    ]);
  });

  it('has the lines that docker history --no-trunc printed', () => {
    const text = 'FROM alpine\nARG TOKEN\nRUN printf %s "$TOKEN" | sha256sum > /checked\n';
    const [outcome] = buildAll([inputOf(text, {}, { arguments: new Map([['TOKEN', 'example-4711']]) })]);
    if (outcome?.kind !== 'built') throw new Error(JSON.stringify(outcome));
    // content/console/docker-history-arg: Docker 28.5.2, an image of BuildKit 0.34.2.
    expect(historyLines(outcome.image).map(({ createdBy }) => createdBy)).toEqual([
      'RUN |1 TOKEN=example-4711 /bin/sh -c printf %s "$TOKEN" | sha256sum > /checked # buildkit',
      'ARG TOKEN=example-4711',
    ]);
  });

  it.each([
    [0, '0B'],
    [999, '999B'],
    [1000, '1kB'],
    [12_345, '12.3kB'],
    [125_000_000, '125MB'],
    [999_999, '1e+03kB'],
    [2_500_000_000_000_000, '1e+03TB'],
  ])('prints %d bytes as %s', (bytes, printed) => {
    expect(humanSize(bytes)).toBe(printed);
  });
});
