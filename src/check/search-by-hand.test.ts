import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario, type ResolutionProblem, replayOf, resolve, solveByBacktracking } from '@/core/resolution';
import { searchByHand } from './search-by-hand';

const lecture = readFileSync('content/lectures/03-dependency-hell.mdx', 'utf8');
const quiz = readFileSync('content/quiz/dependency-hell.yaml', 'utf8');

const textOf = (name: string): string => readFileSync(`content/scenarios/resolver/${name}.toml`, 'utf8');

function problemOf(name: string): ResolutionProblem {
  const { value } = parseScenario(textOf(name));
  if (value === undefined) throw new Error(`${name} can’t be read.`);
  return value.problem;
}

describe('the run by hand of lecture 3', () => {
  const shown = [...lecture.matchAll(/```text title="By hand, steps (\d+) to (\d+)"\n([\s\S]*?)```/g)].map(
    ([, from, to, text = '']) => ({ from: Number(from), to: Number(to), lines: text.trimEnd().split('\n') }),
  );
  const search = searchByHand(problemOf('lecture-by-hand'), 'greeting');

  it('is the real search, step by step', () => {
    expect(shown.flatMap(({ lines }) => lines)).toEqual(search.map(({ text }) => text));
  });

  it('counts the steps as the figure beside it does', () => {
    const told = shown.map(({ from, to }) => search.filter(({ step }) => step >= from && step <= to));
    expect(told.map((lines) => lines.map(({ text }) => text))).toEqual(shown.map(({ lines }) => lines));
    expect(search.at(-1)?.step).toBe(replayOf(problemOf('lecture-by-hand'), 500, 500).events.length);
  });

  it('meets its conflicts where the text says to stop and predict', () => {
    expect(lecture).toContain('Stop at step 24 and say what the next one does, then again at step 27');
    expect(search.filter(({ text }) => text.includes('CONFLICT')).map(({ step }) => step)).toEqual([24, 27]);
  });

  it('fits a phone: no line is longer than 41 columns', () => {
    expect(search.filter(({ text }) => text.length > 41)).toEqual([]);
  });

  it('takes pip’s search the nine rounds that the text says', () => {
    expect(lecture).toContain('comes through these in nine rounds');
    expect(solveByBacktracking(problemOf('lecture-by-hand'))).toMatchObject({ kind: 'solved', counts: { steps: 9 } });
  });
});

describe('the set where learning pays', () => {
  const learning = resolve(problemOf('lecture-hundredfold'));
  const goingBack = solveByBacktracking(problemOf('lecture-hundredfold'));

  it('takes the steps and the rounds that the text and its prediction say, to one answer', () => {
    expect(lecture).toContain('uv’s search takes 61 steps');
    expect(quiz).toContain('uv’s search takes 61 steps');
    expect(learning).toMatchObject({ kind: 'solved', counts: { steps: 61, conflicts: 1 } });
    expect(lecture).toContain('10,029 rounds');
    expect(quiz).toContain('10,029 rounds, to the same answer.');
    expect(goingBack).toMatchObject({ kind: 'solved', counts: { steps: 10_029 } });
    expect('forks' in learning && learning.forks).toEqual('forks' in goingBack && goingBack.forks);
  });

  it('has as many packages as the text says', () => {
    expect(lecture).toContain('Take eleven packages');
    expect(lecture).toContain('four packages with seven releases each');
    const releases = [...problemOf('lecture-hundredfold').index.values()].map((all) => all.length);
    expect([releases.length, releases.filter((count) => count === 7).length]).toEqual([11, 4]);
    expect(lecture).toContain('Here is a whole run, on six packages');
    expect(problemOf('lecture-by-hand').index.size).toBe(6);
  });

  it('takes fewer rounds where fewer releases lie between, and as many steps', () => {
    expect(lecture).toContain('it is 2,681 rounds');
    const fewer = problemOf('lecture-few-releases');
    expect(solveByBacktracking(fewer)).toMatchObject({ kind: 'solved', counts: { steps: 2681 } });
    expect(resolve(fewer)).toMatchObject({ kind: 'solved', counts: { steps: 61 } });
  });
});

describe('what figure 3.1 is said to do', () => {
  /** The newest pair, with what beacon 2.0 asks for from that lib on. */
  function answerFrom(bound: string): string {
    const text = textOf('lecture-newest-conflict').replace('requires = ["lib>=3"]', `requires = ["lib>=${bound}"]`);
    const { value } = parseScenario(text);
    return value === undefined ? 'unread' : resolve(value.problem).kind;
  }

  it('keeps an answer up to >=3.9, and loses the last one at >=4', () => {
    expect(['3', '3.4', '3.6', '3.9', '4.0'].map(answerFrom)).toEqual([
      ...['solved', 'solved', 'solved', 'solved'],
      'unsolvable',
    ]);
  });
});

describe('the scenarios of lecture 3', () => {
  const named = readdirSync('content/scenarios/resolver')
    .filter((file) => file.startsWith('lecture-'))
    .map((file) => file.replace(/\.toml$/, ''));

  it.each(named)('%s is shown in the text', (name) => {
    expect(lecture).toContain(`"${name}"`);
  });

  it('come to the same, whether by uv’s search or by pip’s, where the text compares them', () => {
    for (const name of ['lecture-ranges-meet', 'lecture-newest-conflict', 'lecture-pinned']) {
      expect(solveByBacktracking(problemOf(name)).kind).toBe(resolve(problemOf(name)).kind);
    }
  });
});
