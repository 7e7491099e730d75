// What must hold of every answer of the resolver, on random problems with everything in them that there is for one environment:
// held against trying everything, by the rules alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrerelease } from '@/core/python';
import { faultsOf, isSolvable } from './brute-force';
import { plainProblem } from './plain-problem';
import type { ResolutionProblem } from './problem';
import { type ProblemSketch, problemOf } from './sketch';
import { anyWildSketch } from './sketch.arbitrary';
import { type Resolution, resolve } from './uv/resolve';

const holds = (check: (problem: ResolutionProblem, outcome: Resolution) => void) =>
  fc.assert(
    fc.property(anyWildSketch, (sketch) => {
      const problem = problemOf(sketch);
      check(problem, resolve(problem));
    }),
  );

const pinsOf = (outcome: Resolution) =>
  outcome.kind === 'solved' ? outcome.forks.flatMap(({ pins }) => pins) : undefined;

describe('an answer', () => {
  it('satisfies every requirement that counts, is made of releases that may be used, and holds nothing unneeded', () => {
    holds((problem, outcome) => {
      const pins = pinsOf(outcome);
      if (pins !== undefined) expect(faultsOf(plainProblem(problem), pins)).toEqual([]);
    });
  });

  it('is there just where trying everything finds one', () => {
    holds((problem, outcome) => {
      expect(outcome.kind).toBe(isSolvable(plainProblem(problem)) ? 'solved' : 'unsolvable');
    });
  });

  it('doesn’t come or go with trying from old to new', () => {
    holds((problem, outcome) => {
      for (const mode of ['highest', 'lowest', 'lowest-direct'] as const) {
        expect(resolve({ ...problem, policy: { ...problem.policy, mode } }).kind).toBe(outcome.kind);
      }
    });
  });

  it('stays possible when versions that it doesn’t use go', () => {
    holds((problem, outcome) => {
      const pins = pinsOf(outcome);
      if (pins === undefined) return;
      const used = new Set(pins.map(({ version }) => version));
      const index = new Map(
        Array.from(problem.index, ([name, releases]) => [name, releases.filter(({ version }) => used.has(version))]),
      );
      expect(pinsOf(resolve({ ...problem, index }))).toEqual(pins);
    });
  });

  it('doesn’t come where versions that nothing can use are added', () => {
    holds((problem, outcome) => {
      const [first] = problem.index;
      if (outcome.kind !== 'unsolvable' || first === undefined) return;
      const [name, releases] = first;
      const useless = releases.map((release) => ({ ...release, yanked: true, wheelTags: [], hasSdist: false }));
      expect(resolve({ ...problem, index: new Map([...problem.index, [name, useless]]) }).kind).toBe('unsolvable');
    });
  });

  it('is the same each time, with the same effort: after a round through JSON, and in whatever order the index lists projects', () => {
    fc.assert(
      fc.property(anyWildSketch, (sketch) => {
        const first = resolve(problemOf(sketch));
        const { policy, ...rest } = sketch;
        const again = problemOf({ ...(JSON.parse(JSON.stringify(rest)) as ProblemSketch), policy: policy ?? {} });
        expect(comparable(resolve(again))).toEqual(comparable(first));
        const copied = structuredClone(again);
        expect(comparable(resolve(copied))).toEqual(comparable(first));
        const index = new Map([...again.index].reverse());
        expect(comparable(resolve({ ...again, index }))).toEqual(comparable(first));
      }),
    );
  });
});

/** What is comparable of an outcome: the pins or the proof, and what it cost. */
function comparable(outcome: Resolution) {
  const { kind, counts } = outcome;
  if (outcome.kind === 'solved') return { kind, counts, forks: outcome.forks };
  if (outcome.kind === 'stopped') return { kind, counts };
  return { kind, counts, incompatibilities: [...outcome.derivation.incompatibilities] };
}

describe('the random problems', () => {
  const sampled = fc.sample(anyWildSketch, { numRuns: 1_000, seed: 5 }).map((sketch) => {
    const problem = problemOf(sketch);
    return { problem, outcome: resolve(problem), text: JSON.stringify(sketch) };
  });
  const shareOf = (is: (sample: (typeof sampled)[number]) => boolean) => sampled.filter(is).length / sampled.length;

  it.each<[what: string, least: number, is: (sample: (typeof sampled)[number]) => boolean]>([
    ['have a solution', 0.2, ({ outcome }) => outcome.kind === 'solved'],
    ['have none', 0.4, ({ outcome }) => outcome.kind === 'unsolvable'],
    ['meet a conflict', 0.4, ({ outcome }) => outcome.counts.conflicts > 0],
    [
      'have a solution after a conflict',
      0.05,
      ({ outcome }) => outcome.kind === 'solved' && outcome.counts.conflicts > 0,
    ],
    [
      'are solved with a pre-release',
      0.02,
      ({ outcome }) => pinsOf(outcome)?.some(({ version }) => isPrerelease(version)) === true,
    ],
    [
      'are solved with an extra',
      0.02,
      ({ outcome }) => pinsOf(outcome)?.some(({ extras }) => extras.length > 0) === true,
    ],
    ['have markers', 0.5, ({ text }) => text.includes(';')],
    ['have yanked releases', 0.2, ({ text }) => text.includes('"yanked":true')],
    [
      'have constraints or overrides',
      0.2,
      ({ problem: { policy } }) => policy.constraints.length + policy.overrides.length > 0,
    ],
    ['have a date', 0.1, ({ problem: { policy } }) => policy.excludeNewer !== undefined],
  ])('%s: at least %d of them', (_, least, is) => {
    expect(shareOf(is)).toBeGreaterThanOrEqual(least);
  });
});
