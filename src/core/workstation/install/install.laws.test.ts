// What must hold of every installation, on random small indexes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admits, normalizeName, parseRequirement, readVersion } from '@/core/python';
import { indexOf, LINUX, type ReleaseOf } from './install.fixture';
import { installSteps } from './install-steps';
import { trimIndex } from './trim-index';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const version = fc.constantFrom('1.0', '1.1', '2.0', '2.1rc1', '3.0');
const clause = fc
  .tuple(fc.constantFrom('', '', '', '>=', '<', '!=', '=='), version)
  .map((pair) => (pair[0] === '' ? '' : pair.join('')));
const requirement = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.constantFrom('', '', '[x]'),
    clause,
    fc.constantFrom('', '', "; extra == 'x'", "; python_version < '3'"),
  )
  .map((all) => all.join(''));
const release: fc.Arbitrary<ReleaseOf> = fc.record(
  {
    requires: fc.array(requirement, { maxLength: 3 }),
    python: fc.constantFrom('>=3.8', '<3.12', '>=3.13'),
    yanked: fc.boolean(),
    bare: fc.boolean(),
  },
  { requiredKeys: ['requires'] },
);
const releases = fc.dictionary(version, release, { minKeys: 1, maxKeys: 4 });
const index = fc
  .record({ a: releases, b: releases, c: releases, d: releases, e: releases })
  .map((projects) => ({ projects, recorded: indexOf(projects) }));

describe('laws', () => {
  it('every requirement of every chosen release holds, and nothing is chosen that nobody requires', () => {
    let finished = 0;
    fc.assert(
      fc.property(index, requirement, ({ recorded }, wanted) => {
        const run = installSteps({ wanted, machine: LINUX, index: recorded });
        if (run.problem !== undefined) return;
        finished++;
        const chosen = new Map(run.chosen.map((wheel) => [wheel.project, wheel]));
        const asked = run.steps.flatMap((step) => {
          if (step.kind === 'want' && step.counts) return [step.requirement];
          return step.kind === 'requires' ? step.counted : [];
        });
        const needed = new Set<string>();
        for (const text of asked) {
          const read = parseRequirement(text).value;
          if (read === undefined) throw new TypeError(text);
          needed.add(read.normalizedName);
          const pin = readVersion(chosen.get(read.normalizedName)?.version ?? '');
          expect(pin !== undefined && admits(read.specifier, pin)).toBe(true);
        }
        expect([...chosen.keys()].sort()).toEqual([...needed].sort());
        // Each chosen project told its requirements, and was downloaded, checked and unpacked once.
        for (const kind of ['download', 'check-hash', 'unpack', 'write-record'] as const) {
          const projects = run.steps.flatMap((step) => (step.kind === kind ? [step.project] : []));
          expect(projects.sort()).toEqual([...chosen.keys()].sort());
        }
      }),
      { numRuns: 500 },
    );
    expect(finished).toBeGreaterThan(50);
  });

  it('a release is the newest of those that no requirement on the project excludes', () => {
    fc.assert(
      fc.property(index, requirement, ({ recorded, projects }, wanted) => {
        const run = installSteps({ wanted, machine: LINUX, index: recorded });
        const resolved = run.steps.flatMap((step) => (step.kind === 'resolve' ? step.chosen : []));
        for (const { project, version: taken, wishes } of resolved) {
          const sets = wishes.map(
            ({ requirement: text }) => parseRequirement(text).value?.specifier ?? { clauses: [] },
          );
          const newer = Object.entries(projects[project as keyof typeof projects] ?? {}).filter(
            ([text, { python, yanked }]) => {
              const read = readVersion(text);
              if (read === undefined || python === '<3.12' || python === '>=3.13' || yanked === true) return false;
              return text > taken && !text.includes('rc') && sets.every((set) => admits(set, read));
            },
          );
          expect(newer).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('what others require is installed before them, but in circles', () => {
    fc.assert(
      fc.property(index, requirement, ({ recorded }, wanted) => {
        const run = installSteps({ wanted, machine: LINUX, index: recorded });
        const order = run.steps.flatMap((step) => (step.kind === 'unpack' ? [step.project] : []));
        const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
          if (seen.has(from)) return false;
          seen.add(from);
          const requires: readonly string[] = run.chosen.find(({ project }) => project === from)?.requires ?? [];
          return requires.some((next) => next === to || reaches(next, to, seen));
        };
        const isCircular = run.chosen.some(({ project }) => reaches(project, project));
        if (isCircular || run.problem !== undefined) return;
        for (const { project, requires } of run.chosen) {
          for (const required of requires) expect(order.indexOf(required)).toBeLessThan(order.indexOf(project));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the same is chosen twice, and over the trimmed index', () => {
    fc.assert(
      fc.property(index, requirement, ({ recorded }, wanted) => {
        const run = installSteps({ wanted, machine: LINUX, index: recorded });
        expect(installSteps({ wanted, machine: LINUX, index: recorded })).toEqual(run);
        const trimmed = trimIndex(recorded, [wanted], [LINUX]);
        const { steps, problem } = installSteps({ wanted, machine: LINUX, index: trimmed });
        expect({ steps, problem }).toEqual({ steps: run.steps, problem: run.problem });
      }),
      { numRuns: 300 },
    );
  });

  it('project names are compared in normal form', () => {
    const recorded = indexOf({ a: { '1': { requires: ['B'] } }, b: { '1': {} } });
    expect(installSteps({ wanted: 'A', machine: LINUX, index: recorded }).chosen.map(({ project }) => project)).toEqual(
      [normalizeName('a'), normalizeName('b')],
    );
  });
});
