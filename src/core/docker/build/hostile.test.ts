/** What a stranger’s file may do to a build: nothing but be refused, in time that grows with it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAll, inputOf } from './project.fixture';

const word = fc.constantFrom(
  ...[
    'FROM',
    'alpine',
    'AS',
    'a',
    'COPY',
    '--from=a',
    '--from=0',
    '--link',
    '--parents',
    '--exclude=*',
    '--chmod=u+x',
    '.',
  ],
  ...[
    '/',
    '../..',
    '*',
    '[a',
    'RUN',
    '--mount=type=bind,from=a,target=/x',
    '--mount=type=cache,target=/c',
    'ADD',
    'x.tar',
  ],
  ...[
    'WORKDIR',
    '$A',
    `\${A:-b}`,
    'ARG',
    'ENV',
    'A=1',
    'ONBUILD',
    'USER',
    'nobody',
    '<<EOF',
    'EOF',
    'scratch',
    'rm',
    '-rf',
    '>',
  ],
);
const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
const text = fc.array(line, { maxLength: 10 }).map((lines) => `FROM alpine AS a\n${lines.join('\n')}\n`);
const files = {
  a: { symlink: 'a' },
  b: { content: 'b' },
  'x.tar': { tar: { '../up': { content: 'u' }, 'c/d': { content: 'd' } } },
  'deep/er': { symlink: '../../..' },
};

describe('a build of anything', () => {
  it('answers with an outcome and doesn’t throw', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const byTable = { effectOf: () => undefined };
        const outcomes = buildAll([inputOf(first, files, byTable), inputOf(second, files, byTable)]);
        expect(outcomes.map(({ kind }) => kind).every((kind) => /^(refused|failed|built)$/.test(kind))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('goes through thousands of steps and stages, one on the other', () => {
    const runs = Array.from({ length: 3_000 }, (_, at) => `RUN echo ${at}`).join('\n');
    const stages = Array.from({ length: 1_000 }, (_, at) => `FROM s${at} AS s${at + 1}\nCOPY b /b${at}`).join('\n');
    const [long, tall] = [`FROM alpine\n${runs}\n`, `FROM alpine AS s0\n${stages}\n`];
    const quiet = { effectOf: () => ({ writes: new Map(), deletes: [], exitCode: 0 }) };
    const outcomes = buildAll([long, long, tall].map((one) => inputOf(one, files, quiet)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['built', 'built', 'built']);
  });

  it('takes a path of any depth for what it is', () => {
    const deep = `${'d/'.repeat(5_000)}f`;
    const [outcome] = buildAll([
      inputOf(`FROM alpine\nCOPY . /\nWORKDIR /${'w/'.repeat(5_000)}\n`, { [deep]: { content: 'x' } }),
    ]);
    expect(outcome?.kind).toBe('failed');
  });

  it.each([
    ['stages that double their files', doubling(40)],
    ['variables that double their text', `FROM alpine\nENV A=xx\n${'ENV A=$A$A\n'.repeat(100)}`],
    ['replacements that replace each other', `FROM alpine\nENV A=a\n${`ENV A=\${A//a/aaaaaaaaaa}\n`.repeat(20)}`],
    ['all ports, a thousand times', `FROM alpine\n${'EXPOSE 1-65535\n'.repeat(1_000)}`],
    ['triggers of hundreds of stages', manyTriggers(300)],
  ])('is refused with a sentence where it asks for more than anybody has: %s', (_, dockerfile) => {
    const [outcome] = buildAll([inputOf(dockerfile, files, { effectOf: () => undefined, mostWork: 1_000_000 })]);
    const said = outcome?.kind === 'refused' ? outcome.problem.message : outcome?.kind;
    expect(said).toMatch(/asks for more than is worked out here|isn’t read here|too large to be matched here/);
  });

  it('that is refused leaves the cache as it was', () => {
    const small = 'FROM alpine AS s0\nCOPY b /b\n';
    const [, refused, again] = buildAll(
      [small, doubling(40), small].map((one) => inputOf(one, files, { mostWork: 1_000_000 })),
    );
    expect(refused?.kind).toBe('refused');
    expect(again?.kind === 'built' && again.steps.map(({ status }) => status.kind)).toEqual([
      'nothing-to-run',
      'cached',
    ]);
  });
});

function doubling(stages: number): string {
  const lines = Array.from({ length: stages }, (_, at) => {
    return `FROM s${at} AS s${at + 1}\nCOPY --from=s${at} / /a\nCOPY --from=s${at} / /b`;
  });
  return `FROM alpine AS s0\nCOPY b /b0\n${lines.join('\n')}\n`;
}

function manyTriggers(count: number): string {
  const line = (make: (at: number) => string) => Array.from({ length: count }, (_, at) => make(at)).join('\n');
  const stages = line((at) => `FROM a AS b${at}`);
  const uses = line((at) => `COPY --from=b${at} / /${at}`);
  return `FROM alpine AS a\n${line((at) => `ONBUILD COPY b /${at}`)}\n${stages}\nFROM alpine\n${uses}\n`;
}
