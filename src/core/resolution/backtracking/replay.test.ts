import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatVersion } from '@/core/python';
import { backtrackingGraphOf, backtrackingStandingsOf } from '../replay-graph';
import { parseScenario } from '../scenario';
import { problemOf } from '../sketch';
import { anySketch } from '../sketch.arbitrary';
import { describeEvent, nameCandidate } from './describe-event';
import {
  type BacktrackingReplay,
  backtrackingMomentOf,
  backtrackingReplayOf,
  nextBacktrackingConflict,
} from './replay';
import { solveByBacktracking } from './solve';

/** What a step may take of a reader’s time. */
const LONGEST_SENTENCE = 520;

function replayed(problem: Parameters<typeof backtrackingReplayOf>[0], room = 2_000): BacktrackingReplay {
  const replay = backtrackingReplayOf(problem, room);
  if ('kind' in replay) throw new Error('The problem is for one environment.');
  return replay;
}

describe('laws of the replay of backtracking', () => {
  it('ends with the answer: what is pinned then is what was chosen, and what was left over', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const problem = problemOf(sketch);
        const outcome = solveByBacktracking(problem);
        const replay = replayed(problem);
        if (outcome.kind !== 'solved' || replay.isCut) return;
        const { pins, round } = backtrackingMomentOf(replay, replay.steps.length);
        const pinned = new Set([...pins.values()].map(({ name, version }) => `${name} ${version}`));
        const chosen = outcome.forks.flatMap((fork) =>
          fork.pins.map(({ name, version }) => `${name} ${formatVersion(version)}`),
        );
        expect(chosen.filter((pin) => !pinned.has(pin))).toEqual([]);
        expect(round).toBe(outcome.counts.steps);
      }),
    );
  });

  it('is at the same place by going there as by single steps', () => {
    fc.assert(
      fc.property(anySketch, fc.nat(200), (sketch, count) => {
        const replay = replayed(problemOf(sketch));
        const { steps } = replay;
        const before = backtrackingMomentOf(replay, count);
        const after = backtrackingMomentOf(replay, count + 1);
        const step = steps[count];
        if (step === undefined) {
          expect(after).toEqual(before);
          return;
        }
        const pins = new Map(before.pins);
        for (const [key, pin] of step.pins) {
          pins.delete(key);
          if (pin !== undefined) pins.set(key, pin);
        }
        expect([...after.pins]).toEqual([...pins]);
      }),
    );
  });

  it('pins what it says, and takes back by going back what it says', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const replay = replayed(problemOf(sketch), 300);
        for (const [at, { event }] of replay.steps.entries()) {
          const { pins } = backtrackingMomentOf(replay, at + 1);
          if (event.kind === 'pinned') expect(pins.get(event.candidate.key)).toBe(event.candidate);
          if (event.kind === 'backjump') expect([...pins.values()]).not.toContain(event.excluded);
        }
      }),
    );
  });

  it('is bounded, and says that it was cut', () => {
    fc.assert(
      fc.property(anySketch, fc.integer({ min: 1, max: 20 }), (sketch, room) => {
        const whole = replayed(problemOf(sketch), 5_000);
        const { steps, isCut } = replayed(problemOf(sketch), room);
        expect([steps.length, isCut]).toEqual([
          Math.min(room, whole.steps.length),
          whole.steps.length > room || whole.isCut,
        ]);
      }),
    );
  });
});

describe('the replays of the scenarios', () => {
  const folder = 'content/scenarios/resolver';

  it('say every step in a sentence that is short enough', () => {
    const long: string[] = [];
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.toml'))) {
      const problem = parseScenario(readFileSync(`${folder}/${file}`, 'utf8')).value?.problem;
      const replay = problem && backtrackingReplayOf(problem, 1_500);
      if (replay === undefined || 'kind' in replay) continue;
      for (const { event } of replay.steps) {
        const says = describeEvent(event);
        if (!/^[\p{L}\d].*\.$/u.test(says) || says.length > LONGEST_SENTENCE) long.push(`${file}: ${says}`);
      }
    }
    expect(long).toEqual([]);
  });

  it('of the lecture’s run find the conflict, and show who is in it', () => {
    const problem = parseScenario(readFileSync(`${folder}/lecture-by-hand.toml`, 'utf8')).value?.problem;
    if (problem === undefined) throw new Error('The scenario can’t be read.');
    const replay = replayed(problem);
    const graph = backtrackingGraphOf(replay);
    const at = nextBacktrackingConflict(replay, 0) ?? 0;
    expect(nextBacktrackingConflict(replay, at)).toBeUndefined();
    const states = backtrackingStandingsOf(replay, graph, at);
    expect(states.map(({ name, standing, isInConflict }) => [name, standing, isInConflict])).toEqual([
      ['banner', 'chosen', false],
      ['terminal', 'chosen', true],
      ['fonts', 'wanted', false],
      ['colours', 'chosen', false],
      ['glyphs', 'wanted', true],
      ['palette', 'wanted', false],
    ]);
    const last = backtrackingMomentOf(replay, replay.steps.length);
    expect([...last.pins.values()].map(nameCandidate)).toEqual(['terminal 2.0', 'Python 3.12.0', 'banner 1.0']);
  });
});
