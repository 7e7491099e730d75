import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatVersion } from '@/core/python';
import { graphOf } from './dependency-graph';
import { namePackage } from './describe-rule';
import { describeStep } from './describe-step';
import {
  advance,
  incompatibilitiesOf,
  momentOf,
  NOTHING_KNOWN,
  nextConflict,
  type Replay,
  replayOf,
  takenBack,
} from './replay';
import { replayGraphOf, standingsOf } from './replay-graph';
import { parseScenario } from './scenario';
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

  it('is at the same place by going there as by single steps', () => {
    fc.assert(
      fc.property(anySketch, fc.nat(300), (sketch, steps) => {
        const replay = replayOf(problemOf(sketch), 300, 10_000);
        let moment = NOTHING_KNOWN;
        for (const event of replay.events.slice(0, steps)) moment = advance(moment, event);
        expect(momentOf(replay, steps)).toEqual(moment);
      }),
    );
  });

  it('speaks of no incompatibility that isn’t known at that step', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const replay = replayOf(problemOf(sketch), 300, 10_000);
        const known = new Set<number>();
        for (const event of replay.events) {
          if (event.kind === 'incompatibility') known.add(event.incompatibility);
          if (event.kind === 'resolution') known.add(event.learned);
          expect(incompatibilitiesOf(event).filter((id) => !known.has(id))).toEqual([]);
        }
      }),
    );
  });

  it('takes back by a backjump what stood above the level that it goes to, and nothing else', () => {
    fc.assert(
      fc.property(anySketch, fc.nat(300), (sketch, steps) => {
        const replay = replayOf(problemOf(sketch), 300, 10_000);
        if (replay.events[steps - 1]?.kind !== 'backjump') return;
        const before = momentOf(replay, steps - 1).standing;
        expect([...momentOf(replay, steps).standing, ...takenBack(replay, steps)]).toEqual(before);
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

/** What a step may take of a reader’s time. */
const LONGEST_SENTENCE = 320;

const folder = 'content/scenarios/resolver';
const scenarios = readdirSync(folder).filter((file) => file.endsWith('.toml'));

function replayIn(file: string): Replay {
  const problem = parseScenario(readFileSync(`${folder}/${file}`, 'utf8')).value?.problem;
  if (problem === undefined) throw new Error(`${file} can’t be read.`);
  return replayOf(problem, 1_500, 4_000);
}

describe('the replays of the scenarios', () => {
  it('say every step in a sentence that is short enough, and end with the answer', () => {
    const long: string[] = [];
    for (const file of scenarios) {
      const replay = replayIn(file);
      for (const event of replay.events) {
        const says = describeStep(replay, event);
        if (!/^[A-Z].*\.$/.test(says) || says.length > LONGEST_SENTENCE) long.push(`${file}: ${says}`);
      }
      const outcome = resolve(replay.problem);
      if (outcome.kind !== 'solved' || replay.isCut) continue;
      const chosen = standingsOf(replay, replayGraphOf(replay), replay.events.length).flatMap(({ standing, says }) =>
        standing === 'chosen' ? [says] : [],
      );
      // An answer in forks ends with one of them; a project that stood in the way may be left over.
      const isOne = outcome.forks.some(({ pins }) => {
        return pins.every(({ name, version }) => chosen.includes(`${name} ${formatVersion(version)}`));
      });
      expect([file, isOne]).toEqual([file, true]);
    }
    expect(long).toEqual([]);
  });

  it('of the lecture’s run find its two conflicts, and show who is in them', () => {
    const replay = replayIn('lecture-by-hand.toml');
    const first = nextConflict(replay, 0) ?? 0;
    const second = nextConflict(replay, first) ?? 0;
    expect([replay.events[first - 1], replay.events[second - 1]]).toMatchObject([
      { kind: 'conflict', incompatibility: 8, level: 6 },
      { kind: 'conflict', incompatibility: 6, level: 4 },
    ]);
    expect(nextConflict(replay, second)).toBeUndefined();
    const graph = replayGraphOf(replay);
    const states = standingsOf(replay, graph, first).map(({ name, standing, says, isInConflict }) => [
      name,
      standing,
      says,
      isInConflict,
    ]);
    expect(states).toEqual([
      ['banner', 'chosen', 'banner 1.1', false],
      ['terminal', 'chosen', 'terminal 2.0', true],
      ['fonts', 'chosen', 'fonts 1.0', false],
      ['colours', 'chosen', 'colours 1.0', false],
      ['glyphs', 'chosen', 'glyphs 1.0', true],
      ['palette', 'wanted', 'any palette', false],
    ]);
    expect(standingsOf(replay, graph, 0).map(({ standing }) => standing)).toEqual(Array(6).fill('unseen'));
    expect(standingsOf(replay, graph, replay.events.length).map(({ name, standing }) => [name, standing])).toEqual([
      ['banner', 'chosen'],
      ['terminal', 'chosen'],
      ['fonts', 'open'],
      ['colours', 'excluded'],
      ['glyphs', 'excluded'],
      ['palette', 'open'],
    ]);
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
  const plain = { extras: [], extra: undefined, marker: undefined };

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
      { ...plain, from: undefined, to: 'a', asks: '' },
      { ...plain, from: 'a', to: 'b', asks: '>=1' },
      { ...plain, from: 'b', to: 'a', asks: '' },
      { ...plain, from: 'b', to: 'd', asks: '' },
    ]);
  });
});
