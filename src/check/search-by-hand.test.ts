import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario, type ResolutionProblem, resolve, solveByBacktracking } from '@/core/resolution';
import { searchByHand } from './search-by-hand';

const lecture = readFileSync('content/lectures/03-dependency-hell.mdx', 'utf8');

function problemOf(name: string): ResolutionProblem {
  const { value } = parseScenario(readFileSync(`content/scenarios/resolver/${name}.toml`, 'utf8'));
  if (value === undefined) throw new Error(`${name} can’t be read.`);
  return value.problem;
}

describe('the run by hand of lecture 3', () => {
  const shown = [...lecture.matchAll(/```text title="By hand, \d: [^"]*"\n([\s\S]*?)```/g)].map(
    ([, text = '']) => text,
  );

  it('is the real search, step by step', () => {
    expect(shown.join('').trimEnd().split('\n')).toEqual(searchByHand(problemOf('lecture-by-hand'), 'greeting'));
  });

  it('fits a phone: no line is longer than 45 columns', () => {
    const lines = shown.join('').split('\n');
    expect(lines.filter((line) => line.length > 45)).toEqual([]);
  });

  it('takes pip’s search the nine rounds that the text says', () => {
    expect(lecture).toContain('comes through these in nine rounds');
    expect(solveByBacktracking(problemOf('lecture-by-hand'))).toMatchObject({ kind: 'solved', counts: { steps: 9 } });
  });
});

describe('the set where learning pays', () => {
  it('takes the steps and the rounds that the text says, to one answer', () => {
    const learning = resolve(problemOf('lecture-hundredfold'));
    const goingBack = solveByBacktracking(problemOf('lecture-hundredfold'));
    expect(lecture).toContain('takes 61 steps');
    expect(lecture).toContain('takes 10,029 rounds');
    expect(learning).toMatchObject({ kind: 'solved', counts: { steps: 61 } });
    expect(goingBack).toMatchObject({ kind: 'solved', counts: { steps: 10_029 } });
    expect('forks' in learning && learning.forks).toEqual('forks' in goingBack && goingBack.forks);
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
