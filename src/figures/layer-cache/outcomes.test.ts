/** Builds in a row in the page: what is built once isn’t built again, and nothing that a reader writes holds the page. */
import { describe, expect, it } from 'vitest';
import { hashedBytes } from '@/core/docker';
import { MOST_WORK_IN_PAGE, outcomesOf } from './outcomes';
import { openScene, type Project, type ProjectFile, type Setup } from './scenario';

const COPY_ALL = 'FROM alpine\nCOPY . .\nRUN echo done\n';

function sceneOf(files: Readonly<Record<string, ProjectFile>>, dockerfile = COPY_ALL) {
  const project: Pick<Project, 'dockerfiles' | 'files' | 'bases' | 'secrets'> = {
    dockerfiles: [{ id: 'one', label: 'One', text: dockerfile }],
    files,
    bases: { alpine: { size: 8_000_000 } },
    secrets: [],
  };
  return openScene({ id: 'test', task: 'Build.', arguments: {}, promised: [], ...project } as Project);
}

const filesOf = (count: number, size: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`data/file-${at}.bin`, { size }]));

function edited(setup: Setup, path: string): Setup {
  const file = setup.files.get(path);
  if (file === undefined) throw new RangeError(`There is no ${path}.`);
  return { ...setup, files: new Map([...setup.files, [path, { ...file, lines: file.lines + 1 }]]) };
}

/** Bytes hashed by the work, in whole thousands. */
function hashedBy(work: () => void): number {
  const before = hashedBytes.count;
  work();
  return Math.ceil((hashedBytes.count - before) / 1_000);
}

describe('a context of 10 MB', () => {
  it.each([
    ['ten files of 1 MB', 10, 1_000_000, 1_066],
    ['ten thousand files of 1 kB', 10_000, 1_000, 66],
  ])('of %s is hashed no further than its longest file, and after an edit by a piece', (_, count, size, kilobytes) => {
    const scene = sceneOf(filesOf(count, size));
    expect(hashedBy(() => outcomesOf(scene, [scene.first]))).toBeLessThanOrEqual(kilobytes);
    const next = edited(scene.first, 'data/file-3.bin');
    expect(hashedBy(() => outcomesOf(scene, [scene.first, next]))).toBeLessThanOrEqual(66);
    const steps = outcomesOf(scene, [scene.first, next])[1]?.steps.map(({ status }) => status.kind);
    expect(steps).toEqual(['nothing-to-run', 'ran', 'ran']);
  });

  it('of written text is hashed once, whatever is done beside it', () => {
    const text = 'A line of text.\n'.repeat(62_500);
    const scene = sceneOf(
      Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`${at}.txt`, { text: `${at}${text}` }])),
    );
    expect(hashedBy(() => outcomesOf(scene, [scene.first]))).toBeLessThanOrEqual(10_002);
    const next = edited(scene.first, '0.txt');
    expect(hashedBy(() => outcomesOf(scene, [scene.first, next]))).toBeLessThanOrEqual(1_002);
    expect(hashedBy(() => outcomesOf(scene, [scene.first, next, scene.first]))).toBeLessThanOrEqual(2);
  });
});

describe('builds in a row', () => {
  it('are shared by rows that begin alike', () => {
    const scene = sceneOf({ a: { text: 'a\n' } });
    const next = edited(scene.first, 'a');
    const [first, second] = outcomesOf(scene, [scene.first, next]);
    const again = outcomesOf(scene, [{ ...scene.first, files: new Map(scene.first.files) }, scene.first]);
    expect(again[0]).toBe(first);
    expect(again[1]).not.toBe(second);
    expect(outcomesOf(scene, [scene.first, next])[1]).toBe(second);
  });

  it('are told apart by what they are asked for, and by every part of a file', () => {
    const scene = sceneOf({ a: { text: 'a\n' } });
    const { first } = scene;
    const file = first.files.get('a');
    if (file === undefined) throw new RangeError('There is an a.');
    const others: readonly Setup[] = [
      { ...first, ignoresCache: true },
      { ...first, target: 'x' },
      { ...first, arguments: new Map([['A', '1']]) },
      { ...first, files: new Map([['b', file]]) },
      { ...first, files: new Map([['a', { ...file, mode: '0755' }]]) },
      { ...first, files: new Map([['a', { ...file, touched: 1 }]]) },
      { ...first, dockerfile: { text: 'FROM alpine\n' } },
    ];
    const outcomes = [first, ...others].map((one) => outcomesOf(scene, [one])[0]);
    expect(new Set(outcomes).size).toBe(others.length + 1);
  });
});

describe('a text that asks for more than the page has', () => {
  it.each([
    ['two thousand instructions', Array.from({ length: 2_000 }, (_, at) => `RUN :${at}`)],
    ['files that double with each stage', doublingStages(18)],
    ['a variable that doubles with each line', ['ENV A=xx', ...Array<string>(60).fill('ENV A=$A$A')]],
    ['ports by the ten thousand', Array<string>(60).fill('EXPOSE 1-65535')],
    ['one COPY of a thousand sources', [`COPY ${'. '.repeat(1_000)}/x/`]],
    ['triggers by the hundred thousand', triggers(300)],
    [
      'one RUN that goes over all files a thousand times',
      [`COPY . /x`, `RUN ${Array<string>(190).fill('chmod -R 0700 /;chmod -R 0755 /').join(';')}`],
    ],
  ])('is refused with a sentence: %s', (_, lines) => {
    const scene = sceneOf(filesOf(60, 100), `FROM alpine AS s0\nCOPY . /\n${lines.join('\n')}\n`);
    const outcome = outcomesOf(scene, [scene.first])[0]?.outcome;
    expect(outcome?.kind).toBe('refused');
    const message = outcome?.kind === 'refused' ? outcome.problem.message : '';
    expect(message).toMatch(/more than is worked out here|isn’t read here/);
  });

  it('is far from a project of a hundred instructions', () => {
    const lines = Array.from(
      { length: 33 },
      (_, at) => `COPY data /d${at}\nENV A${at}=${at}\nRUN pip install flask-${at}`,
    );
    const scene = sceneOf(filesOf(60, 100), `FROM alpine\n${lines.join('\n')}\n`);
    expect(outcomesOf(scene, [scene.first])[0]?.outcome.kind).toBe('built');
    expect(MOST_WORK_IN_PAGE).toBe(250_000);
  });
});

function doublingStages(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    return `FROM s${at} AS s${at + 1}\nCOPY --from=s${at} / /a\nCOPY --from=s${at} / /b`;
  });
}

function triggers(count: number): readonly string[] {
  const lines = Array.from({ length: count }, (_, at) => `ONBUILD COPY . /${at}`);
  const stages = Array.from({ length: count }, (_, at) => `FROM s0 AS b${at}`);
  const uses = Array.from({ length: count }, (_, at) => `COPY --from=b${at} / /${at}`);
  return [...lines, ...stages, 'FROM alpine', ...uses];
}
