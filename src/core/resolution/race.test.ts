import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveByBacktracking } from './backtracking';
import { compareEffort } from './compare-effort';
import { advanceRace, startRace } from './race';
import { problemOf } from './sketch';
import { anySketch } from './sketch.arbitrary';
import { resolve } from './uv/resolve';

describe('a race', () => {
  it('comes to what each strategy comes to by itself, however it is cut into slices', () => {
    fc.assert(
      fc.property(anySketch, fc.integer({ min: 1, max: 30 }), (sketch, slice) => {
        const problem = problemOf(sketch);
        const race = startRace(problem);
        let state = advanceRace(race, slice);
        while (!state.isOver) state = advanceRace(race, slice);
        const [mine, theirs] = [resolve(problem), solveByBacktracking(problem)];
        expect([state.pubgrub.kind, state.pubgrub.counts]).toEqual([mine.kind, mine.counts]);
        if (theirs.kind === 'not-modelled') return;
        expect([state.backtracking?.kind, state.backtracking?.counts]).toEqual([theirs.kind, theirs.counts]);
      }),
    );
  });

  it('lets both take as many steps, and stops at once when it is told to', () => {
    const chain = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`p${at}`, { '1': [`p${at + 1}`] }]));
    const race = startRace(problemOf({ root: ['p0'], packages: { ...chain, p50: { '1': [] } } }));
    const { pubgrub, backtracking, isOver } = advanceRace(race, 7);
    expect([pubgrub.counts.steps, backtracking?.counts.steps, isOver]).toEqual([7, 7, false]);
    expect(advanceRace(race, 1000, () => false).pubgrub.counts.steps).toBe(7);
  });
});

describe('a comparison of steps', () => {
  const of = (steps: number) => ({ steps, decisions: 0, conflicts: 0, releasesRead: 0 });
  it.each([
    [182, 35_192, false, 'Backtracking took 193 times the steps.'],
    [20, 40, false, 'Backtracking took twice the steps.'],
    [20, 28, false, 'Backtracking took 1.4 times the steps.'],
    [40, 20, false, 'PubGrub took twice the steps.'],
    [20, 20, false, 'Both took as many steps.'],
    [1000, 1010, false, 'Both took about as many steps.'],
    [0, 0, false, 'Both took as many steps.'],
    [100, 200_000, true, 'Backtracking took at least 2,000 times the steps, and wasn’t at its end.'],
    [300_000, 200_000, true, 'Backtracking was stopped after 200,000 steps, before its end.'],
  ])('of %d and %d says so', (mine, theirs, isBound, says) => {
    expect(compareEffort(of(mine), of(theirs), isBound)).toBe(says);
  });
});
