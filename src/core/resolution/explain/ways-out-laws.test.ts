// What must hold of every way out, on random problems: held against trying everything.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admits, isPrerelease } from '@/core/python';
import { faultsOf, isSolvable } from '../brute-force';
import { plainProblem } from '../plain-problem';
import type { ResolutionProblem } from '../problem';
import { problemOf } from '../sketch';
import { anyWildSketch } from '../sketch.arbitrary';
import { resolve } from '../uv/resolve';
import { onlyWith } from './core';
import { withSetting } from './settings-out';
import { rankOf } from './way-rank';
import { changed, waysOut } from './ways-out';

describe('a way out', () => {
  const found = (check: (problem: ResolutionProblem, ways: ReturnType<typeof waysOut>) => void) =>
    fc.assert(
      fc.property(anyWildSketch, (sketch) => {
        const problem = problemOf(sketch);
        check(problem, waysOut(problem, resolve));
      }),
    );

  it('leads just to what resolving the changed problem gives, keeps what was admitted, and costs no less than the one before', () => {
    found((problem, { ways, settings }) => {
      const changes = ways.map((way) => ({ after: changed(problem, way.changes), forks: way.forks }));
      const set = settings.map(({ setting, forks }) => ({ after: withSetting(problem, setting), forks }));
      for (const { after, forks } of [...changes, ...set]) {
        expect(after && resolve(after)).toMatchObject({ kind: 'solved', forks });
        expect(after && forks.flatMap(({ pins }) => faultsOf(plainProblem(after), pins))).toEqual([]);
      }
      if (settings.length > 0) expect(resolve(problem).kind).toBe('unsolvable');
      for (const { from, to } of ways.flatMap((way) => way.changes)) {
        for (const { version } of problem.index.get(from.normalizedName) ?? []) {
          const wasIn = to !== undefined && admits(from.specifier, version) && !isPrerelease(version);
          if (wasIn) expect(admits(to.specifier, version)).toBe(true);
        }
      }
      const ranks = ways.map(rankOf);
      expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
    });
  });

  it('changes nothing that could stay, and is found for each single requirement without which the rest, if any, can be met', () => {
    found((problem, { ways }) => {
      const places = problem.requirements.map((_, place) => place);
      const isMet = (left: readonly number[]) => isSolvable(plainProblem(onlyWith(problem, left)));
      for (const { changes } of ways) {
        for (const kept of changes) {
          const gone = changes.filter((each) => each !== kept).map(({ place }) => place);
          expect(isMet(places.filter((place) => !gone.includes(place)))).toBe(false);
        }
      }
      const single = ways.flatMap(({ changes }) => (changes.length === 1 ? changes : [])).map(({ place }) => place);
      if (isMet(places)) expect(single).toEqual([]);
      else if (places.length > 1) {
        const enough = places.filter((place) => isMet(places.filter((other) => other !== place)));
        expect([...new Set(single)].sort()).toEqual(enough);
      }
    });
  });
});
