// Small Python programs that CPython really ran, generated ones and some that were written by hand, against what this folder says of them
// without running anything. `npm run record:python-sources` records; the header names the release.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planDistribution } from '@/core/wheel';
import { PYPROJECT } from './greeting.fixture';
import { installDistribution } from './install-distribution';
import { runCommand } from './run-command';
import { USUAL_WORKPLACE } from './workplace';
import { type World, worldOf } from './world';

interface Recorded {
  readonly id: number | string;
  readonly files: Readonly<Record<string, string>>;
  /** The entry point of a command `greet`; the others lie in the folder that they are started in. */
  readonly target?: string;
  /** The command, the status, the last line of the errors, what was printed. */
  readonly runs: readonly (readonly [string, number, string, string])[];
}

const [, ...lines] = readFileSync(new URL('recorded/python-sources.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const programs = lines.map((line): Recorded => JSON.parse(line));

function worldWith({ files, target }: Recorded): World {
  const all = Object.entries(files);
  if (target === undefined)
    return worldOf(
      all.map(([path, content]) => ({ path, content })),
      USUAL_WORKPLACE,
    );
  const manifest = PYPROJECT.replace('greeting.__main__:main', target);
  const tree = [
    ...all.map(([path, content]) => ({ path: `src/${path}`, content })),
    { path: 'pyproject.toml', content: manifest },
  ];
  const planned = planDistribution(tree, 'wheel', USUAL_WORKPLACE.project);
  if (planned.kind === 'failed') throw new Error(JSON.stringify(planned.problems));
  const outcome = installDistribution(planned.plan, USUAL_WORKPLACE);
  if (outcome.kind === 'failed') throw new Error(JSON.stringify(outcome.problem));
  return worldOf(tree, USUAL_WORKPLACE, outcome.installation);
}

/** Of the runs that are recorded. Most are syntax errors that only Python’s own parser could word. */
const MOST_UNTOLD = 51;
const MOST_WITH_NOTES = 4;

/** A note says that something can’t be told; here it was what ends the program. */
const OTHER_THAN_NOTED = ['target-partial: greet', 'star-standard: python -m greeting', 'matrix: python start.py'];

/** Functions say their names when they run; which ones ran, each once. */
const namesIn = (printed: string) => [...new Set(printed.split('\n').filter((line) => /^\w+\(\)$/.test(line)))];

describe('programs that CPython ran', () => {
  const told = programs.flatMap((program) => {
    const world = worldWith(program);
    return program.runs.map(([command, status, last, printed]) => {
      const { end, notes, steps } = runCommand(world, command);
      const ours = end.kind === 'runs' ? [0, ''] : end.kind === 'fails' ? [end.status, end.lastLine] : undefined;
      const calls = steps.filter(({ station, outcome }) => station === 'call' && outcome === 'found');
      const called = [...new Set(calls.map(({ subject }) => subject))];
      const title = `${program.id}: ${command}`;
      const isGenerated = typeof program.id === 'number';
      return { title, isGenerated, ours, recorded: [status, last], isReserved: notes.length > 0, called, printed };
    });
  });
  const definite = told.filter(({ ours, isReserved }) => ours !== undefined && !isReserved);
  const isSame = ({ ours, recorded }: (typeof told)[number]) => JSON.stringify(ours) === JSON.stringify(recorded);

  it('end as is told here, wherever it is told without reserve', () => {
    expect(
      definite.filter((run) => !isSame(run)).map(({ title, ours, recorded }) => ({ title, ours, recorded })),
    ).toEqual([]);
  });

  it('have called what is told here', () => {
    const generated = definite.filter(({ isGenerated }) => isGenerated);
    const plain = (names: readonly string[]) => names.filter((name) => !/^(?:<lambda>|__\w+__)\(\)$/.test(name));
    const wrong = generated.filter(
      ({ called, printed }) => plain(called).join() !== namesIn(printed.replaceAll('Tongue.', '')).join(),
    );
    expect(wrong.map(({ title, called, printed }) => ({ title, called, printed }))).toEqual([]);
  });

  it('are told in all but few cases: what can’t be told, and what is told with a note, are counted', () => {
    const reserved = told.filter(({ ours, isReserved }) => ours !== undefined && isReserved);
    expect(reserved.filter((run) => !isSame(run)).map(({ title }) => title)).toEqual(OTHER_THAN_NOTED);
    expect(reserved.length).toBeLessThanOrEqual(MOST_WITH_NOTES);
    expect(told.filter(({ ours }) => ours === undefined).length).toBeLessThanOrEqual(MOST_UNTOLD);
    expect(told.length).toBeGreaterThan(500);
  });
});
