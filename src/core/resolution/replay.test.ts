import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatVersion } from '@/core/python';
import { graphOf } from './dependency-graph';
import { describeStep, namePackage } from './describe-step';
import { momentOf, replayOf } from './replay';
import { problemOf } from './sketch';
import { anySketch } from './sketch.arbitrary';
import { resolve } from './uv/resolve';

describe('laws of the replay', () => {
  it('ends with the answer: what is decided then is what was chosen', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const problem = problemOf(sketch);
        const outcome = resolve(problem);
        const replay = replayOf(problem, 100_000, 100_000);
        expect(replay.isCut).toBe(false);
        if (outcome.kind !== 'solved') return;
        const { standing } = momentOf(replay, replay.events.length);
        const decided = new Set(
          standing.flatMap((each) => {
            const of = replay.packages[each.package];
            return each.kind === 'decided' && of?.kind === 'project'
              ? [`${of.name} ${formatVersion(each.version)}`]
              : [];
          }),
        );
        const pins = outcome.forks.flatMap((fork) =>
          fork.pins.map((pin) => `${pin.name} ${formatVersion(pin.version)}`),
        );
        expect(pins.filter((pin) => !decided.has(pin))).toEqual([]);
      }),
    );
  });

  it('says every step in a sentence', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const replay = replayOf(problemOf(sketch), 500, 10_000);
        for (const event of replay.events) expect(describeStep(replay, event)).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });

  it('has levels that rise by one with each decision', () => {
    fc.assert(
      fc.property(anySketch, fc.nat(300), (sketch, steps) => {
        const { standing, level } = momentOf(replayOf(problemOf(sketch), 300, 10_000), steps);
        const decided = standing.filter(({ kind }) => kind === 'decided').map((each) => each.level);
        expect(decided).toEqual(decided.map((_, at) => at + 1));
        expect(standing.every((each) => each.level <= level)).toBe(true);
      }),
    );
  });
});

it('stops recording where there is no more room, and says so', () => {
  const problem = problemOf({ root: ['a'], packages: { a: { '1': ['b'] }, b: { '1': [] } } });
  const replay = replayOf(problem, 4, 1000);
  expect([replay.events.length, replay.isCut]).toEqual([4, true]);
});

it('calls virtual packages as people do', () => {
  expect([namePackage(undefined), namePackage({ kind: 'python' })]).toEqual(['your requirements', 'Python']);
});

describe('the graph of an answer', () => {
  it('has an edge for each requirement that counts, also around a circle, and the distance of each project', () => {
    const problem = problemOf({
      root: ['a'],
      packages: {
        a: { '1': ['b>=1', "c; sys_platform == 'win32'"] },
        b: { '1': ['a', 'd'] },
        c: { '1': [] },
        d: { '1': [] },
      },
    });
    const outcome = resolve(problem);
    if (outcome.kind !== 'solved') throw new Error('This has a solution.');
    const { nodes, edges } = graphOf(
      problem,
      outcome.forks.flatMap(({ pins }) => pins),
    );
    expect(nodes.map(({ name, depth }) => [name, depth])).toEqual([
      ['a', 1],
      ['b', 2],
      ['d', 3],
    ]);
    expect(edges).toEqual([
      { from: undefined, to: 'a', asks: '' },
      { from: 'a', to: 'b', asks: '>=1' },
      { from: 'b', to: 'a', asks: '' },
      { from: 'b', to: 'd', asks: '' },
    ]);
  });
});
