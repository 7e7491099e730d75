import { describe, expect, it } from 'vitest';
import { buildTables } from './build-table';
import type { RecordedBuilds } from './recorded-builds';

const plain = {
  dockerfile: 'ARG V=1\nFROM a AS tools\nRUN make\nFROM a\nENV X=1\nCOPY . .\nRUN ls\n',
  dockerignore: null,
  context: { 'a.txt': { content: 'a' } },
  buildArgs: {},
  target: null,
  noCache: false,
  platform: null,
  baseImages: {},
  runEffects: [],
};

type Steps = readonly (readonly [stage: number, line: number, cached: boolean | null, failed?: true])[];
const outcome = (steps: Steps, skipped: readonly number[] = []) => ({
  steps: steps.map(([stage, line, cached, failed]) => ({ stage, line, cached, ...(failed && { failed }) })),
  skippedStages: skipped.map((stage) => ({ stage, stageName: null })),
});

const ran: Steps = [
  [1, 4, null],
  [1, 6, false],
  [1, 7, false],
];

/** A recording of which nothing but this is read. */
const recorded = (builds: readonly object[], outcomes: readonly object[]): RecordedBuilds =>
  ({ name: 'x', why: 'So.', builds, expected: outcomes, recordedWith: {} }) as unknown as RecordedBuilds;

/** What is said of each build, where only the inputs matter. */
const says = (...changes: readonly object[]) => {
  const builds: object[] = [];
  for (const change of changes) builds.push({ ...plain, ...builds.at(-1), ...change });
  const tables = buildTables(
    recorded(
      builds,
      builds.map(() => outcome(ran)),
    ),
  );
  return tables.flatMap((table) => table.builds.map((one) => one.says));
};

describe('the table of recorded builds', () => {
  it('has a row for each line of the Dockerfile, with what became of it in each build', () => {
    const steps: Steps = [
      [1, 4, null],
      [1, 6, true],
      [1, 7, false, true],
    ];
    expect(buildTables(recorded([plain, plain], [outcome(ran, [0]), outcome(steps, [0])]))).toEqual([
      {
        builds: [
          { number: 1, says: 'the first, with an empty cache' },
          { number: 2, says: 'nothing changed' },
        ],
        rows: [
          { code: 'ARG V=1', cells: ['', ''] },
          { code: 'FROM a AS tools', cells: ['not built', 'not built'] },
          { code: 'RUN make', cells: ['not built', 'not built'] },
          { code: 'FROM a', cells: ['', ''] },
          { code: 'ENV X=1', cells: ['', ''] },
          { code: 'COPY . .', cells: ['ran', 'cached'] },
          { code: 'RUN ls', cells: ['ran', 'failed'] },
        ],
      },
    ]);
  });

  it('begins anew where the Dockerfile is another', () => {
    const other = { ...plain, dockerfile: 'FROM a\nRUN pwd\n' };
    const tables = buildTables(recorded([plain, other, other], [outcome(ran), outcome([[0, 2, false]]), outcome([])]));
    expect(tables.map(({ builds }) => builds)).toEqual([
      [{ number: 1, says: 'the first, with an empty cache' }],
      [
        { number: 2, says: 'the Dockerfile as below' },
        { number: 3, says: 'nothing changed' },
      ],
    ]);
    expect(tables[1]?.rows).toEqual([
      { code: 'FROM a', cells: ['', ''] },
      { code: 'RUN pwd', cells: ['ran', ''] },
    ]);
  });
});

describe('what is otherwise in a build', () => {
  it.each([
    [{ context: { 'a.txt': { content: 'b' } } }, 'a.txt edited'],
    [{ context: { 'a.txt': { content: 'a', mode: '0755' } } }, 'a.txt with another mode'],
    [{ context: { 'a.txt': { content: 'a', mtime: 7 } } }, 'a.txt touched, its time alone'],
    [{ context: { 'b.txt': { content: 'b' } } }, 'a.txt removed; b.txt added'],
    [{ dockerignore: '*.log\n.git\n' }, '.dockerignore is now *.log, .git'],
    [{ buildArgs: { V: '2' } }, '--build-arg V=2'],
    [{ baseImages: { a: 'v2' } }, 'a is another image'],
    [{ target: 'tools' }, '--target tools'],
    [{ platform: 'linux/arm64' }, '--platform linux/arm64'],
    [{ noCache: true }, '--no-cache'],
    [{ secrets: { token: 'x' } }, 'another secret token'],
  ])('is said of the second: %j', (change, sentence) => {
    expect(says({}, change)).toEqual(['the first, with an empty cache', sentence]);
  });

  it('is said when something is taken back', () => {
    const given = {
      buildArgs: { V: '2' },
      target: 'tools',
      platform: 'linux/arm64',
      noCache: true,
      dockerignore: '*\n',
    };
    const taken = { buildArgs: {}, target: null, platform: null, noCache: false, dockerignore: null };
    expect(says(given, taken)).toEqual([
      'the first, with an empty cache; --build-arg V=2; --target tools; --platform linux/arm64; --no-cache',
      'no .dockerignore; no --build-arg V; --target the last; --platform the usual; with the cache again',
    ]);
  });
});
