import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsVersion, isEmptySet, type Version, type VersionSet } from '@/core/python';
import type { Incompatibility, PackageId, PackageTerm } from '../pubgrub/incompatibility';
import { isTermSubset, type Term } from '../pubgrub/term';
import { openTrace, type TraceEvent } from '../pubgrub/trace';
import { problem, problemOf } from './problem.arbitrary';
import { type Resolution, resolve } from './resolve';
import { type Search, startSearch, step } from './search';

const ROOM = 100_000;

/** Plays a trace: the decided versions by package, in order, after every event. */
function play(events: readonly TraceEvent[]): ReadonlyMap<PackageId, Version> {
  let decided: { package: PackageId; version: Version; level: number }[] = [];
  for (const event of events) {
    if (event.kind === 'decision') decided.push({ package: event.package, version: event.version, level: event.level });
    if (event.kind === 'backjump' || event.kind === 'reorder')
      decided = decided.filter(({ level }) => level <= event.to);
  }
  return new Map(decided.map((each) => [each.package, each.version]));
}

function finished(search: Search): Search {
  while (search.status === 'running') step(search);
  return search;
}

describe('a trace', () => {
  it('played back gives the decisions that the search came to', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const trace = openTrace(ROOM);
        const search = finished(startSearch(given, trace));
        const [solved] = search.solved;
        if (solved === undefined) return;
        const { decided, assignments } = solved.solver.solution;
        expect(play(trace.events)).toEqual(new Map(decided.map((of) => [of, assignments[of]?.decision?.version])));
      }),
    );
  });

  it('names a conflict, what was learned of it, and where the search went back to, in this order', () => {
    const trace = openTrace(ROOM);
    resolve(
      problemOf(`
        root.requires = ["tent", "stove"]
        packages.tent.versions."2.0" = { requires = ["fuel>=2"] }
        packages.tent.versions."1.0" = { requires = ["fuel"] }
        packages.stove.versions."2.0" = { requires = ["fuel<2"] }
        packages.fuel.versions."1.0" = {}
        packages.fuel.versions."2.0" = {}`),
      { trace },
    );
    const kinds = trace.events.map(({ kind }) => kind);
    const from = kinds.indexOf('conflict');
    expect(kinds.slice(from, from + 3)).toEqual(['conflict', 'resolution', 'backjump']);
  });

  it('stops where its room ends, and tells so, without changing the answer', () => {
    fc.assert(
      fc.property(problem, fc.nat(20), (given, room) => {
        const trace = openTrace(room);
        expect(resolve(given, { trace })).toEqual(resolve(given));
        expect(trace.events.length).toBeLessThanOrEqual(room);
        expect(trace.isCut).toBe(isCutAt(given, room));
      }),
    );
  });
});

function isCutAt(given: Parameters<typeof resolve>[0], room: number): boolean {
  const whole = openTrace(ROOM);
  resolve(given, { trace: whole });
  return whole.events.length > room;
}

type Unsolvable = Extract<Resolution, { kind: 'unsolvable' }>;

describe('the derivation of a failure', () => {
  it('ends with an incompatibility that rules everything out, and every derived one follows from both of its causes', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const resolution = resolve(given);
        if (resolution.kind !== 'unsolvable') return;
        const { failure, incompatibilities } = resolution.derivation;
        const last = incompatibilities.get(failure);
        expect(last?.terms.filter((each) => each.package !== 0)).toEqual([]);
        for (const each of incompatibilities.values()) expect(follows(each, resolution)).toBe(true);
      }),
    );
  });
});

/** The rule of resolution: with all terms of the derived one, one of the causes would hold whatever is selected of `over`. */
function follows(derived: Incompatibility<unknown>, { derivation }: Unsolvable): boolean {
  const { cause } = derived;
  if (cause.kind !== 'derived') return true;
  const causes = [cause.left, cause.right].map((id) => derivation.incompatibilities.get(id)?.terms ?? []);
  const others = causes.flat().filter((each) => each.package !== cause.over);
  const isImplied = (each: PackageTerm) =>
    derived.terms.some((term) => term.package === each.package && isTermSubset(term.term, each.term));
  const over = causes.map((terms) => terms.find((each) => each.package === cause.over)?.term);
  const own = derived.terms.find((each) => each.package === cause.over)?.term;
  return others.every(isImplied) && samples(over, own).every((selected) => covers(over, own, selected));
}

/** Where the term of the derived one holds, one of the causes' terms does. */
function covers(over: readonly (Term | undefined)[], own: Term | undefined, selected: Version | undefined): boolean {
  const holds = (term: Term | undefined) =>
    term === undefined || (selected !== undefined && containsVersion(term.versions, selected)) === term.positive;
  return !holds(own) || over.some((term) => term !== undefined && holds(term));
}

function samples(over: readonly (Term | undefined)[], own: Term | undefined): readonly (Version | undefined)[] {
  const sets = [...over, own].flatMap((term): VersionSet[] => (term === undefined ? [] : [term.versions]));
  return [
    undefined,
    ...sets.filter((set) => !isEmptySet(set)).flatMap(({ bounds }) => bounds.map(({ version }) => version)),
  ];
}
