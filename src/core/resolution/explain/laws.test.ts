// What must hold of every explanation, on random problems: held against trying everything.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, type NormalizedName, readSpecifierSet, type Version } from '@/core/python';
import { isSolvable } from '../brute-force';
import { plainProblem } from '../plain-problem';
import type { IndexedRelease, ResolutionProblem } from '../problem';
import { problemOf, requirementOf } from '../sketch';
import { anyWildSketch } from '../sketch.arbitrary';
import { resolve } from '../uv/resolve';
import { onlyWith } from './core';
import { type Explanation, explain } from './explain';
import { faultOfFact, faultOfNotice } from './fact-truth';
import type { ProofStep, Reason } from './proof';
import { existingIn, type Selection, type Statement } from './statement';
import { writeExplanation } from './write-explanation';

const has = (versions: readonly Version[], version: Version) =>
  versions.some((each) => compareVersions(each, version) === 0);

/** The problem that can be solved only if the statement is false: its versions chosen, and none of the others there. */
function counterexample(problem: ResolutionProblem, { chosen, without, ofRoot }: Statement): ResolutionProblem {
  const index = new Map<NormalizedName, readonly IndexedRelease[]>(problem.index);
  const keep = (name: NormalizedName, isKept: (version: Version) => boolean) =>
    index.set(
      name,
      (index.get(name) ?? []).filter(({ version }) => isKept(version)),
    );
  for (const { subject, versions } of chosen) keep(subject.name, (version) => has(versions, version));
  // A project with an extra may be there without it, so what is said of the extra is looked at below.
  for (const { subject, versions } of without) keep(subject.name, (version) => !has(versions, version));
  const wanted = chosen.map(({ subject }) =>
    requirementOf(subject.extra === undefined ? subject.name : `${subject.name}[${subject.extra}]`),
  );
  const own = ofRoot ? problem.requirements : [];
  const added = wanted.map((requirement) => ({ requirement, at: { start: 0, end: 0 } }));
  return { ...problem, index, requirements: [...own, ...added] };
}

type Chosen = ReadonlyMap<string, Version | undefined>;

const keyOf = ({ subject }: Selection) => `${subject.name}[${subject.extra ?? ''}]`;

/** Whether the choice does what the statement says can't be. */
function isBroken({ chosen, without }: Statement, choice: Chosen): boolean {
  const holds = (selection: Selection) => {
    const version = choice.get(keyOf(selection));
    return version !== undefined && has(selection.versions, version);
  };
  return chosen.every(holds) && !without.some(holds);
}

/** Every choice of versions for the subjects of the statements, an extra in the version of its project or not at all. */
function* choices(problem: ResolutionProblem, statements: readonly Statement[]): Generator<Chosen> {
  const existing = existingIn(problem);
  const subjects = new Map(
    statements
      .flatMap(({ chosen, without }) => [...chosen, ...without])
      .map((selection) => [keyOf(selection), selection.subject]),
  );
  const names = [...new Set([...subjects.values()].map(({ name }) => name))];
  const extras = [...subjects].filter(([, { extra }]) => extra !== undefined);
  let open: Map<string, Version | undefined>[] = [new Map()];
  for (const name of names) {
    open = open.flatMap((choice) =>
      [undefined, ...existing(name)].map((version) => new Map([...choice, [`${name}[]`, version]])),
    );
  }
  for (const [key, { name }] of extras) {
    open = open.flatMap((choice) => {
      const version = choice.get(`${name}[]`);
      return [new Map([...choice, [key, undefined]]), ...(version ? [new Map([...choice, [key, version]])] : [])];
    });
  }
  yield* open;
}

/** What is untrue in the facts and notices of an explanation. */
function faultsOfExplanation(problem: ResolutionProblem, { steps, notices }: Explanation): readonly string[] {
  const facts = steps.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => (reason.kind === 'fact' ? [reason.fact] : [])),
  );
  return [
    ...facts.flatMap((fact) => faultOfFact(problem, fact) ?? []),
    ...notices.flatMap((notice) => faultOfNotice(problem, notice) ?? []),
  ];
}

const saidBy = (reason: Reason, steps: readonly ProofStep[]): Statement | undefined =>
  reason.kind === 'fact' ? reason.says : steps[reason.step]?.concludes;

const explained = (check: (problem: ResolutionProblem, explanation: NonNullable<ReturnType<typeof explain>>) => void) =>
  fc.assert(
    fc.property(anyWildSketch, (sketch) => {
      const problem = problemOf(sketch);
      const explanation = explain(problem, resolve);
      if (explanation !== undefined) check(problem, explanation);
    }),
  );

describe('an explanation', () => {
  it('is given for what can’t be solved, and for nothing else', () => {
    fc.assert(
      fc.property(anyWildSketch, (sketch) => {
        const problem = problemOf(sketch);
        expect(explain(problem, resolve) === undefined).toBe(isSolvable(plainProblem(problem)));
      }),
    );
  });

  it('names requirements that can’t be met by themselves, and can without any one of them', () => {
    explained((problem, { core, isMinimal }) => {
      expect(isMinimal).toBe(true);
      expect(isSolvable(plainProblem(onlyWith(problem, core)))).toBe(false);
      for (const place of core) {
        const others = core.filter((other) => other !== place);
        expect(isSolvable(plainProblem(onlyWith(problem, others)))).toBe(true);
      }
    });
  });

  it('rests on facts that are true of the index and the reader’s own words, and so are its notices', () => {
    explained((problem, explanation) => expect(faultsOfExplanation(problem, explanation)).toEqual([]));
  });

  it('concludes nothing that isn’t true of the index', () => {
    explained((problem, { core, steps }) => {
      const usable = plainProblem(onlyWith(problem, core));
      for (const { reasons, concludes } of steps) {
        for (const statement of [concludes, ...reasons.map((reason) => saidBy(reason, steps))]) {
          if (statement === undefined || statement.without.some(({ subject }) => subject.extra !== undefined)) continue;
          expect(isSolvable(counterexample(usable, statement))).toBe(false);
        }
      }
    });
  });

  it('concludes nothing but what follows from the reasons that it gives', () => {
    explained((problem, { steps }) => {
      for (const { reasons, concludes } of steps) {
        const said = reasons.flatMap((reason) => saidBy(reason, steps) ?? []);
        for (const choice of choices(problem, [concludes, ...said])) {
          if (isBroken(concludes, choice)) expect(said.some((statement) => isBroken(statement, choice))).toBe(true);
        }
      }
    });
  });

  it('ends with there being no solution, and uses each step before that', () => {
    explained((_problem, { steps }) => {
      const used = new Set(
        steps.flatMap(({ reasons }) => reasons.flatMap((reason) => (reason.kind === 'step' ? [reason.step] : []))),
      );
      expect(steps.at(-1)?.concludes).toMatchObject({ chosen: [], without: [] });
      expect([...used].sort((left, right) => left - right)).toEqual(steps.slice(0, -1).map((_, place) => place));
    });
  });

  it('names its own requirements at their places', () => {
    explained((problem, { core, steps }) => {
      const facts = steps.flatMap(({ reasons }) =>
        reasons.flatMap((each) => (each.kind === 'fact' ? [each.fact] : [])),
      );
      const own = facts.flatMap((fact) => ('place' in fact && fact.place !== undefined ? [fact.place] : []));
      expect([...new Set(own)].sort()).toEqual([...core].sort());
      expect(core.every((place) => problem.requirements[place] !== undefined)).toBe(true);
    });
  });

  it('is the same each time', () => {
    explained((problem, explanation) => {
      const again = explain(problem, resolve);
      expect(again && writeExplanation(again)).toEqual(writeExplanation(explanation));
    });
  });
});

describe('an explanation for all environments', () => {
  const marker = fc.constantFrom(
    '',
    '',
    "; sys_platform == 'linux'",
    "; sys_platform != 'linux'",
    "; python_version >= '3.14'",
  );
  const anyUniversal = fc
    .tuple(anyWildSketch, fc.array(marker, { minLength: 3, maxLength: 3 }))
    .map(([sketch, markers]) =>
      problemOf({
        ...sketch,
        root: sketch.root.map((text, place) => (text.includes(';') ? text : text + (markers[place] ?? ''))),
      }),
    );
  const universal = (problem: ResolutionProblem): ResolutionProblem => ({
    ...problem,
    requiresPython: readSpecifierSet('>=3.12'),
    target: { kind: 'universal', requiredEnvironments: [] },
  });

  it('names a core, ends with there being no solution, and concludes only what follows', () => {
    fc.assert(
      fc.property(anyUniversal, (environment) => {
        const problem = universal(environment);
        const explanation = explain(problem, resolve);
        if (explanation === undefined) return;
        const { core, steps } = explanation;
        expect(faultsOfExplanation(problem, explanation)).toEqual([]);
        expect(resolve(onlyWith(problem, core)).kind).toBe('unsolvable');
        for (const place of core) {
          const others = core.filter((other) => other !== place);
          expect(resolve(onlyWith(problem, others)).kind).toBe('solved');
        }
        expect(steps.at(-1)?.concludes).toMatchObject({ chosen: [], without: [] });
        for (const { reasons, concludes } of steps) {
          const said = reasons.flatMap((reason) => saidBy(reason, steps) ?? []);
          for (const choice of choices(problem, [concludes, ...said])) {
            if (isBroken(concludes, choice)) expect(said.some((statement) => isBroken(statement, choice))).toBe(true);
          }
        }
      }),
    );
  });
});
