import { describe, expect, it } from 'vitest';
import { formatClause, normalizeName } from '@/core/python';
import { type Ask, asksAtFault, asksOfAnswer, asksPassedOver, overlapOf } from './asks';
import type { ResolutionProblem } from './problem';
import { problemOf } from './sketch';
import { resolve } from './uv/resolve';

const shared = normalizeName('shared');

const shopAndStock = (...root: readonly string[]): ResolutionProblem =>
  problemOf({
    root,
    packages: {
      shop: { '1.0': ['shared>=1,<2'], '1.1': ['shared>=2,<3'] },
      stock: { '1.0': ['shared>=1,<2'], '1.1': ['shared>=1,<2'] },
      shared: { '1.0': [], '1.4': [], '2.0': [] },
    },
  });

const told = ({ by, requirement, admits }: Ask): string => {
  const who =
    by.kind === 'releases'
      ? `${by.name} ${by.releases.map(({ written }) => written)}${by.isAll ? ' all' : ''}`
      : by.kind;
  return `${who}: ${requirement.specifier.clauses.map(formatClause)} ${admits.map(Number).join('')}`;
};

function pinsOf(problem: ResolutionProblem) {
  const outcome = resolve(problem);
  return outcome.kind === 'solved' ? outcome.forks.flatMap(({ pins }) => pins) : [];
}

describe('what an answer’s releases ask', () => {
  const problem = shopAndStock('shop', 'stock', 'shared>1');

  it('is told of the root and of each chosen release, with the releases that are in range', () => {
    expect(asksOfAnswer(problem, pinsOf(problem)).get(shared)?.map(told)).toEqual([
      'root: >1 011',
      'shop 1.0: >=1,<2 110',
      'stock 1.1: >=1,<2 110',
    ]);
  });

  it('overlaps in the chosen release at least', () => {
    const asks = asksOfAnswer(problem, pinsOf(problem)).get(shared) ?? [];
    expect(overlapOf(asks, 3)).toEqual([false, true, false]);
  });

  it('leaves the newest release of a requirer out where that leaves the chosen one out', () => {
    expect(asksPassedOver(problem, pinsOf(problem), asksOfAnswer(problem, pinsOf(problem)), shared).map(told)).toEqual([
      'shop 1.1: >=2,<3 001',
    ]);
  });

  it('doesn’t call a release passed over that somebody’s range leaves out', () => {
    const problem = shopAndStock('shop<1.1', 'stock');
    const pins = pinsOf(problem);
    expect(asksPassedOver(problem, pins, asksOfAnswer(problem, pins), shared)).toEqual([]);
  });

  it('doesn’t count a requirement whose marker doesn’t hold', () => {
    const windows = problemOf({
      root: ["shared<2; sys_platform == 'win32'", 'shared'],
      packages: { shared: { '2.0': [] } },
    });
    expect(asksOfAnswer(windows, pinsOf(windows)).get(shared)?.map(told)).toEqual(['root:  1']);
  });

  it('is what an override says in its place, and a constraint besides', () => {
    const problem = problemOf({
      root: ['shop'],
      packages: { shop: { '1.0': ['shared<2'] }, shared: { '1.0': [], '2.0': [], '3.0': [] } },
      overrides: ['shared>=2'],
      constraints: ['shared<3'],
    });
    expect(asksOfAnswer(problem, pinsOf(problem)).get(shared)?.map(told)).toEqual([
      'shop 1.0 all: >=2 011',
      'constraint: <3 110',
    ]);
  });
});

describe('what a failure rests on', () => {
  it('is who asks for what of the project that is torn, releases that ask for the same together', () => {
    const problem = shopAndStock('shop==1.1', 'stock');
    const outcome = resolve(problem);
    if (outcome.kind !== 'unsolvable') throw new Error('This has no solution.');
    const asks = asksAtFault(problem, outcome.derivation, outcome.packages).get(shared) ?? [];
    expect(asks.map(told)).toEqual(['shop 1.1: >=2,<3 001', 'stock 1.0,1.1 all: >=1,<2 110']);
    expect(overlapOf(asks, 3)).toEqual([false, false, false]);
  });
});
