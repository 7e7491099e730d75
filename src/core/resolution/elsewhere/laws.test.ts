/** What holds of every answer of npm, Cargo and Go, on random problems put into their notations. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../sketch';
import { anySketch } from '../sketch.arbitrary';
import { compatibleRange } from './cargo/cargo-problem';
import { resolveCrates } from './cargo/resolve-crates';
import { meetsRequirement } from './cargo/version-requirement';
import { buildList } from './go/build-list';
import { compareGoVersions } from './go/go-version';
import { idealTree } from './npm/ideal-tree';
import { isInRange } from './npm/pick-version';
import { translateToCargo, translateToGo, translateToNpm } from './translate';

const problems = anySketch.map(problemOf);
const RUNS = { numRuns: 150 };

describe('a tree of npm’s', () => {
  it('gives everyone a version in the range asked for, and nobody’s package is left in it', () => {
    fc.assert(
      fc.property(problems, (python) => {
        const said = translateToNpm(python);
        if (said.kind === 'unsayable') return;
        const answer = idealTree(said.problem);
        if (answer.kind !== 'installed') return;
        for (const { version, usedBy } of answer.packages) {
          expect(usedBy.length).toBeGreaterThan(0);
          expect(usedBy.filter(({ range }) => !isInRange(version, range))).toEqual([]);
        }
      }),
      RUNS,
    );
  });
});

describe('what Cargo locks', () => {
  it('meets every requirement, with one version in each compatible range', () => {
    fc.assert(
      fc.property(problems, (python) => {
        const said = translateToCargo(python);
        if (said.kind === 'unsayable') return;
        const answer = resolveCrates(said.problem);
        if (answer.kind !== 'resolved') return;
        const ranges = answer.locked.map(({ crate }) => compatibleRange(crate.crate, crate.version.numbers));
        expect(new Set(ranges).size).toBe(ranges.length);
        const all = [
          { dependencies: said.problem.dependencies, gets: answer.direct },
          ...answer.locked.map(({ crate, dependencies: gets }) => ({ dependencies: crate.dependencies, gets })),
        ];
        for (const { dependencies, gets } of all) {
          for (const { crate, requirement } of dependencies) {
            const found = gets.find((one) => one.crate === crate);
            expect(found !== undefined && meetsRequirement(requirement, found.version)).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('a build list of Go’s', () => {
  it('holds for each module a version that somebody asked for, and nobody asked for a higher one', () => {
    fc.assert(
      fc.property(problems, (python) => {
        const said = translateToGo(python);
        if (said.kind === 'unsayable') return;
        const answer = buildList(said.problem);
        if (answer.kind === 'failed') return;
        for (const { version, asks } of answer.buildList) {
          expect(asks.some((ask) => ask.version === version)).toBe(true);
          expect(asks.filter((ask) => compareGoVersions(ask.version, version) > 0)).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('stays the same when newer versions come out', () => {
    fc.assert(
      fc.property(problems, (python) => {
        const said = translateToGo(python);
        if (said.kind === 'unsayable') return;
        const { problem } = said;
        const newer = [...problem.modules].map(([path, versions]) => {
          const major = /\/v([0-9]+)$/.exec(path)?.[1] ?? '1';
          return [path, new Map([...versions, [`v${major}.999.0`, []]])] as const;
        });
        expect(buildList({ ...problem, modules: new Map(newer) })).toEqual(buildList(problem));
      }),
      RUNS,
    );
  });
});
