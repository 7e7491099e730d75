// Both strategies on the same problems: they find different answers at different cost, but agree on whether there is one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrerelease } from '@/core/python';
import { solveByBacktracking } from './backtracking';
import { faultsOf } from './brute-force';
import { plainProblem } from './plain-problem';
import { problemOf, type ReleaseSketch } from './sketch';
import { anySketch, anyWildSketch } from './sketch.arbitrary';
import { resolve } from './uv/resolve';

describe('PubGrub and backtracking', () => {
  it('agree on whether a problem of final releases can be solved, and both answers solve it', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const problem = problemOf(sketch);
        const outcomes = [resolve(problem), solveByBacktracking(problem)] as const;
        expect(outcomes[0].kind).toBe(outcomes[1].kind);
        for (const outcome of outcomes) {
          if (outcome.kind !== 'solved') continue;
          expect(outcome.forks.flatMap(({ pins }) => faultsOf(problem, pins))).toEqual([]);
        }
      }),
    );
  });

  // Where the rules are the same: pip takes a yanked release for any pin, has neither uv’s pre-releases as a last resort nor
  // overrides, and heeds an upper bound on Python.
  it('agree on flawed releases, markers, constraints and files, as far as both tools have the same rules', () => {
    fc.assert(
      fc.property(anyWildSketch, (sketch) => {
        const problem = problemOf(sketch);
        const index = new Map(
          Array.from(problem.index, ([name, releases]) => [
            name,
            releases.filter(({ version, yanked, requiresPython }) => {
              const isCapped = requiresPython?.clauses.some(({ operator }) => operator === '<') === true;
              return !isPrerelease(version) && !yanked && !isCapped;
            }),
          ]),
        );
        const same = { ...problem, index, policy: { ...problem.policy, overrides: [] } };
        const outcome = solveByBacktracking(same);
        expect(outcome.kind).toBe(resolve(same).kind);
        if (outcome.kind !== 'solved') return;
        expect(outcome.forks.flatMap(({ pins }) => faultsOf(plainProblem(same), pins))).toEqual([]);
      }),
    );
  });

  it('agree as well where more than three projects hang together', () => {
    // Each version of a layer wants the same version of the next, and only the oldest goes through to the end.
    const layers = ['a', 'b', 'c', 'd', 'e'];
    const versions = [1, 2, 3, 4, 5];
    const packages: Record<string, Record<string, ReleaseSketch>> = {};
    for (const [place, name] of layers.entries()) {
      const next = layers[place + 1];
      packages[name] = Object.fromEntries(
        versions.map((version) => [`${version}`, next === undefined ? [`end==${version}`] : [`${next}==${version}`]]),
      );
    }
    const problem = problemOf({ root: layers, packages: { ...packages, end: { '1': [] } } });
    expect(resolve(problem).kind).toBe('solved');
    expect(solveByBacktracking(problem).kind).toBe('solved');
  });
});

describe('what they cost', () => {
  it('differs a hundredfold where backtracking learns nothing from what it undoes', () => {
    // Eight requirements, of which the first and the last can't go together; all between are innocent. pip's own resolver takes
    // the same 19,732 rounds and 13,162 pins (the first case of backtracking/recorded.jsonl).
    const sides = 8;
    const packages: Record<string, Record<string, ReleaseSketch>> = { end: { '1': [], '2': [] } };
    for (let side = 0; side < sides; side++) {
      const wants = side === 0 ? ['end<2'] : side === sides - 1 ? ['end>=2'] : [];
      packages[`n${side}`] = { '1': [`m${side}==1`], '2': [`m${side}==2`], '3': [`m${side}==3`] };
      packages[`m${side}`] = { '1': wants, '2': wants, '3': wants };
    }
    const root = Array.from({ length: sides }, (_, side) => `n${side}`);
    const problem = problemOf({ root, packages });
    const learning = resolve(problem);
    const undoing = solveByBacktracking(problem);
    expect(learning.kind).toBe('unsolvable');
    expect(undoing).toMatchObject({
      kind: 'unsolvable',
      counts: { decisions: 13_162, conflicts: 6_570, steps: 19_732, releasesRead: 49 },
    });
    expect(learning.counts.steps).toBeLessThan(19_732 / 100);
    expect(learning.counts.decisions).toBeLessThan(13_162 / 100);
  });
});
