import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, formatVersion } from '@/core/python';
import type { ResolutionProblem } from '../problem';
import { openTrace } from '../pubgrub/trace';
import { type Chosen, checkSolution, hasSolution } from './check-solution';
import { problem, problemOf } from './problem.arbitrary';
import { resolve } from './resolve';

/** The pins of an answer without forks, or its kind. */
function pinsOf(text: string): Readonly<Record<string, string>> | string {
  const resolution = resolve(problemOf(text));
  if (resolution.kind !== 'solved') return resolution.kind;
  const pins = resolution.forks[0]?.pins ?? [];
  return Object.fromEntries(pins.map(({ name, version }) => [name, formatVersion(version)]));
}

function chosenOf(given: ResolutionProblem): Chosen | undefined {
  const resolution = resolve(given);
  if (resolution.kind !== 'solved') return undefined;
  const pins = resolution.forks[0]?.pins ?? [];
  return new Map(
    pins.flatMap(({ name, version }) => {
      const release = given.index.get(name)?.find((each) => compareVersions(each.version, version) === 0);
      return release === undefined ? [] : [[name, release] as const];
    }),
  );
}

describe('laws of a resolution', () => {
  it('satisfies every requirement of what it chose, and holds nothing that the root does not need', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const chosen = chosenOf(given);
        if (chosen === undefined) return;
        const { unsatisfied, needed } = checkSolution(given, chosen);
        expect({ unsatisfied, needed: [...needed].sort() }).toEqual({
          unsatisfied: [],
          needed: [...chosen.keys()].sort(),
        });
      }),
    );
  });

  it('is there exactly if trying every choice finds one', () => {
    fc.assert(
      fc.property(problem, (given) => {
        expect(resolve(given).kind).toBe(hasSolution(given) ? 'solved' : 'unsolvable');
      }),
    );
  });

  it('comes out the same whether the highest or the lowest versions are tried first, but for the versions', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const lowest = resolve({ ...given, policy: { ...given.policy, mode: 'lowest' } });
        expect(lowest.kind).toBe(resolve(given).kind);
      }),
    );
  });

  it('is the same every time, step by step', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const [first, again] = [openTrace(10_000), openTrace(10_000)];
        expect(resolve(given, { trace: first })).toEqual(resolve(given, { trace: again }));
        expect(first).toEqual(again);
      }),
    );
  });

  it('stays when versions go that it does not use, if it was solved', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const chosen = chosenOf(given);
        if (chosen === undefined) return;
        const index = new Map(Array.from(chosen, ([name, release]) => [name, [release]]));
        expect(chosenOf({ ...given, index })).toEqual(chosen);
      }),
    );
  });
});

describe('the classic situations of PubGrub', () => {
  it('takes an older release where the newest ones exclude one another', () => {
    const text = `
      root.requires = ["tent", "stove"]
      packages.tent.versions."2.0" = { requires = ["fuel>=2"] }
      packages.tent.versions."1.0" = { requires = ["fuel"] }
      packages.stove.versions."2.0" = { requires = ["fuel<2"] }
      packages.fuel.versions."1.0" = {}
      packages.fuel.versions."2.0" = {}`;
    expect(pinsOf(text)).toEqual({ tent: '1.0', stove: '2.0', fuel: '1.0' });
  });

  it('goes around a release that requires a project which does not exist', () => {
    const text = `
      root.requires = ["a"]
      packages.a.versions."2.0" = { requires = ["nowhere"] }
      packages.a.versions."1.0" = {}`;
    expect(pinsOf(text)).toEqual({ a: '1.0' });
  });

  it('says that there is no solution where the root asks for a project that does not exist', () => {
    expect(pinsOf('root.requires = ["nowhere"]')).toBe('unsolvable');
  });

  it('lets an extra ask for more extras of its own project, in the same version', () => {
    const text = `
      root.requires = ["a[all]"]
      packages.a.versions."1.0" = { extras = { all = ["a[b]"], b = ["c"] } }
      packages.c.versions."1.0" = {}`;
    expect(pinsOf(text)).toEqual({ a: '1.0', c: '1.0' });
  });
});

describe('a budget', () => {
  const endless = problemOf('root.requires = ["a"]\npackages.a.versions."1.0" = {}');

  it('stops the search, and what was learned is told', () => {
    expect(resolve(endless, { budget: 2 })).toMatchObject({ kind: 'stopped', learned: [], counts: { steps: 2 } });
  });
});

describe('a chain and a fan of projects', () => {
  const chain = (length: number): string =>
    Array.from({ length }, (_, at) => `packages.p${at}.versions."1.0" = { requires = ["p${at + 1}"] }`).join('\n');
  const fan = (width: number): string =>
    Array.from({ length: width }, (_, at) => `packages.p${at}.versions."1.0" = {}`).join('\n');

  it('takes as many steps per project however long the chain is', () => {
    const stepsOf = (length: number): number => {
      const text = `root.requires = ["p0"]\n${chain(length)}\npackages.p${length}.versions."1.0" = {}`;
      return resolve(problemOf(text)).counts.steps / length;
    };
    expect(Math.round(stepsOf(800))).toBe(Math.round(stepsOf(100)));
  });

  it('takes as many steps per project however wide the fan is', () => {
    const stepsOf = (width: number): number => {
      const names = Array.from({ length: width }, (_, at) => `"p${at}"`);
      return resolve(problemOf(`root.requires = [${names.join()}]\n${fan(width)}`)).counts.steps / width;
    };
    expect(Math.round(stepsOf(800))).toBe(Math.round(stepsOf(100)));
  });
});
