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

  it('leads just to what resolving the changed requirements gives, and these pins meet them', () => {
    found((problem, { ways }) => {
      for (const { changes, forks } of ways) {
        const after = changed(problem, changes);
        expect(resolve(after)).toMatchObject({ kind: 'solved', forks });
        expect(forks.flatMap(({ pins }) => faultsOf(plainProblem(after), pins))).toEqual([]);
      }
    });
  });

  it('changes nothing that could stay: leaving out fewer of its requirements is not enough', () => {
    found((problem, { ways }) => {
      for (const { changes } of ways) {
        for (const kept of changes) {
          const left = problem.requirements.flatMap((_, place) =>
            place !== kept.place && changes.some((each) => each.place === place) ? [] : [place],
          );
          expect(isSolvable(plainProblem(onlyWith(problem, left)))).toBe(false);
        }
      }
    });
  });

  it('is found for each single requirement without which the rest, if there is any, can be met', () => {
    found((problem, { ways }) => {
      const places = problem.requirements.map((_, place) => place);
      const isWay = (place: number) =>
        isSolvable(
          plainProblem(
            onlyWith(
              problem,
              places.filter((other) => other !== place),
            ),
          ),
        );
      const single = new Set(
        ways.flatMap(({ changes }) => (changes.length === 1 ? changes : [])).map(({ place }) => place),
      );
      if (isSolvable(plainProblem(problem))) expect([...single]).toEqual([]);
      else if (places.length > 1) expect([...single].sort()).toEqual(places.filter(isWay));
    });
  });

  it('widens a requirement so that it admits every final release that it did', () => {
    found((problem, { ways }) => {
      for (const { changes } of ways) {
        for (const { kind, from, to } of changes) {
          if (to === undefined || kind === 'left-out') continue;
          for (const { version } of problem.index.get(from.normalizedName) ?? []) {
            if (admits(from.specifier, version) && !isPrerelease(version))
              expect(admits(to.specifier, version)).toBe(true);
          }
        }
      }
    });
  });

  it('costs no less than the one before it', () => {
    found((_problem, { ways }) => {
      const ranks = ways.map(rankOf);
      expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
    });
  });

  it('by a setting leads just to what resolving with it gives, and was no solution before', () => {
    found((problem, { settings }) => {
      for (const { setting, forks } of settings) {
        const after = withSetting(problem, setting);
        expect(after && resolve(after)).toMatchObject({ kind: 'solved', forks });
        expect(after && forks.flatMap(({ pins }) => faultsOf(plainProblem(after), pins))).toEqual([]);
      }
      if (settings.length > 0) expect(resolve(problem).kind).toBe('unsolvable');
    });
  });
});
