// How the effort grows: by the size of a problem, not by its square; and what is deep overflows nothing. Counts of steps, not times.
import { describe, expect, it } from 'vitest';
import { normalizeName } from '@/core/python';
import { asksOfAnswer } from './asks';
import { solveByBacktracking } from './backtracking';
import { graphOf } from './dependency-graph';
import type { ResolutionProblem } from './problem';
import { momentOf, replayOf } from './replay';
import { type ProblemSketch, problemOf } from './sketch';
import { resolve } from './uv/resolve';

const DEEP = 10_000;

/** Each package requires the next one; the last one requires `end`. */
function chain(packages: number, end: readonly string[] = []): ProblemSketch {
  const rows = Array.from({ length: packages }, (_, at) => {
    return [`p${at}`, { '1': at + 1 < packages ? [`p${at + 1}>=1`] : end }] as const;
  });
  return { root: ['p0'], packages: Object.fromEntries(rows) };
}

/** One package requires all others. */
function fan(packages: number): ProblemSketch {
  const names = Array.from({ length: packages - 1 }, (_, at) => `p${at + 1}`);
  return {
    root: ['p0'],
    packages: { p0: { '1': names }, ...Object.fromEntries(names.map((name) => [name, { '1': [] }])) },
  };
}

const everywhere = (problem: ResolutionProblem): ResolutionProblem => ({
  ...problem,
  target: { kind: 'universal', requiredEnvironments: [] },
});

describe.each([
  ['a chain', chain],
  ['a fan', fan],
])('%s', (_, make) => {
  it('takes as many steps for each of its packages, however long it is', () => {
    const steps = [100, 300, 1000].map((size) => {
      const problem = problemOf(make(size));
      const counts = [resolve(problem), resolve(everywhere(problem)), solveByBacktracking(problem)].map((outcome) =>
        outcome.kind === 'solved' ? outcome.counts.steps : Number.NaN,
      );
      return counts.map((count) => Math.round(count / size));
    });
    expect(steps[1]).toEqual(steps[0]);
    expect(steps[2]).toEqual(steps[0]);
  });
});

describe.each([
  ['a chain of ten thousand packages', []],
  ['a circle of ten thousand packages', ['p0']],
])('%s', (_, end) => {
  const problem = problemOf(chain(DEEP, end));
  const last = normalizeName(`p${DEEP - 1}`);

  it('is resolved, for one machine and for all, and drawn as a graph', () => {
    const outcome = resolve(problem);
    const pins = outcome.kind === 'solved' ? (outcome.forks[0]?.pins ?? []) : [];
    expect(pins).toHaveLength(DEEP);
    expect(graphOf(problem, pins).nodes.find(({ name }) => name === last)?.depth).toBe(DEEP);
    expect(asksOfAnswer(problem, pins).get(last)).toHaveLength(1);
    expect(resolve(everywhere(problem)).kind).toBe('solved');
  });

  it('is resolved by backtracking', () => {
    expect(solveByBacktracking(problem)).toMatchObject({ kind: 'solved', counts: { steps: DEEP + 1 } });
  });

  it('is replayed to its end', () => {
    const replay = replayOf(problem, 100_000, 100_000);
    expect(replay.isCut).toBe(false);
    expect(momentOf(replay, replay.events.length).level).toBe(DEEP + 1);
  });
});
