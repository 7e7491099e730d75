import { describe, expect, it } from 'vitest';
import { errorOf, type Report, stepsOf } from './outcome.ts';
import { globalArguments, historyPlaces, type Instruction, neededStages, stagesOf } from './stages.ts';

const dockerfile = `ARG BASE=build
FROM busybox:1.36 AS build
WORKDIR /src
RUN make && \\
    make install
FROM busybox:1.36 AS test
RUN make test
FROM \${BASE}
COPY --from=build /out /out
`;

const at = (stage: number, stageName: string, line: number, text: string, base = ''): Instruction => ({
  stage,
  stageName,
  line,
  text,
  keyword: text.split(' ')[0] ?? '',
  ...(base === '' ? {} : { base }),
});

const instructions = [
  at(0, 'build', 2, 'FROM busybox:1.36 AS build', 'busybox:1.36'),
  at(0, 'build', 3, 'WORKDIR /src'),
  at(0, 'build', 4, 'RUN make &&     make install'),
  at(1, 'test', 6, 'FROM busybox:1.36 AS test', 'busybox:1.36'),
  at(1, 'test', 7, 'RUN make test'),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a Dockerfile's own variable.
  at(2, '', 8, 'FROM ${BASE}', '${BASE}'),
  at(2, '', 9, 'COPY --from=build /out /out'),
];
const stages = stagesOf(instructions);
const args = globalArguments(dockerfile, {});
const last = stages.at(-1) as (typeof stages)[number];
const noTriggers = () => [];

const report: Report = {
  instructions,
  steps: [
    { digest: 'f', name: '[build 1/3] FROM docker.io/library/busybox:1.36@sha256:0', kind: 'source', lines: [2] },
    { digest: 'w', name: '[build 2/3] WORKDIR /src', kind: 'file', lines: [3] },
    { digest: 'r', name: '[build 3/3] RUN make &&     make install', kind: 'exec', lines: [4, 5] },
    { digest: 'c', name: '[stage-2 1/1] COPY --from=build /out /out', kind: 'file', lines: [9] },
  ],
  vertices: [
    { digest: 'f', name: '[build 1/3] FROM …', started: 'then' },
    { digest: 'w', name: '[build 2/3] WORKDIR /src', started: 'then', cached: true },
    { digest: 'r', name: '[build 3/3] RUN make', started: 'then', error: 'exit code: 2' },
    { digest: 'c', name: '[stage-2 1/1] COPY', error: '' },
  ],
  warnings: [],
  error: {
    message: 'failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2',
    lines: [4, 5],
    step: true,
  },
};

describe('the outcome of a build', () => {
  it('needs the stages that the target goes on from and copies from', () => {
    expect([...neededStages(stages, last, args, noTriggers)].sort()).toEqual([0, 2]);
  });

  it('has the base that an argument names', () => {
    expect(globalArguments(dockerfile, { BASE: 'test' })['BASE']).toBe('test');
  });

  it('lists the steps that began, at the line where their instruction begins', () => {
    expect(
      stepsOf(report, stages, new Set([0, 2])).map(({ stage, line, cached, failed }) => [stage, line, cached, failed]),
    ).toEqual([
      [0, 2, null, undefined],
      [0, 3, true, undefined],
      [0, 4, false, true],
    ]);
  });

  it('has a line of history for each instruction, those of the stage below first', () => {
    expect(historyPlaces(stages, last, args, noTriggers).map(({ stage, line }) => [stage, line])).toEqual([
      [0, 3],
      [0, 4],
      [2, 9],
    ]);
  });

  it('has the triggers of its base at the line of FROM', () => {
    const [first] = stages;
    if (first === undefined) throw new Error('no stage');
    expect(historyPlaces(stages, first, args, () => ['RUN echo  trigger'])[0]).toEqual({
      stage: 0,
      line: 2,
      instruction: 'RUN echo trigger',
      onbuild: true,
    });
  });

  it('names an error by its kind, its line and what is wrong, without names that differ from run to run', () => {
    const message =
      'failed to solve: failed to compute cache key: failed to calculate checksum of ref abc::def: "/a": not found';
    expect(errorOf({ ...report, error: { message, lines: [9], step: true } })).toEqual({
      kind: 'step',
      line: 9,
      contains: 'failed to compute cache key: "/a": not found',
      raw: 'failed to solve: failed to compute cache key: failed to calculate checksum of ref <ref>: "/a": not found',
    });
    const parse = 'failed to solve: dockerfile parse error on line 2: unknown instruction: RUM (did you mean RUN?)';
    expect(errorOf({ ...report, error: { message: parse, lines: [2], step: false } })?.contains).toBe(
      'unknown instruction: RUM (did you mean RUN?)',
    );
  });
});
