import { describe, expect, it } from 'vitest';
import type { NormalizedName } from '@/core/python';
import { asksAtFault, asksOfAnswer } from './asks';
import { describeChoice } from './describe-choice';
import { failureGraphOf } from './failure-graph';
import { parseScenario } from './scenario';
import { resolve } from './uv/resolve';
import { whyChosen } from './why-chosen';

function problemIn(text: string) {
  const { value, problems } = parseScenario(`name = "why"\ndescription = "Why."\n${text}`);
  if (value === undefined) throw new Error(problems[0]?.message);
  return value.problem;
}

/** Why a project’s release was chosen, in sentences. */
function why(text: string, name: string): readonly string[] {
  const problem = problemIn(text);
  const outcome = resolve(problem);
  if (outcome.kind !== 'solved') throw new Error('This has a solution.');
  const pins = outcome.forks.flatMap((fork) => fork.pins);
  const choice = whyChosen(problem, pins, asksOfAnswer(problem, pins))(name as NormalizedName);
  return choice === undefined ? [] : describeChoice(choice);
}

const releases = (name: string, ...versions: readonly string[]) =>
  versions.map((version) => `[packages.${name}.versions."${version}"]\n`).join('');

describe('why a release was chosen', () => {
  it('is that it is the newest, or the only one', () => {
    const text = `[root]\nrequires = ["a", "b"]\n${releases('a', '1', '2')}${releases('b', '1')}`;
    expect(why(text, 'a')).toEqual(['a 2 is the newest of 2 releases. You ask for it.']);
    expect(why(text, 'b')).toEqual(['b 1 is the only release there is. You ask for it.']);
    expect(why(text, 'c')).toEqual([]);
  });

  it('names what keeps each newer release out, those next to each other together', () => {
    const text = `[root]\nrequires = ["a<5", "b"]
[packages.a.versions."1"]
[packages.a.versions."2"]
yanked = true
[packages.a.versions."3"]
requires_python = ">=3.13"
[packages.a.versions."4"]
requires = ["b>=2"]
[packages.a.versions."5"]
[packages.a.versions."6"]
[packages.b.versions."1"]
[packages.b.versions."2"]
requires = ["a<4"]
`;
    expect(why(text, 'a')).toEqual([
      'a 1 is the newest release that goes with all the rest. You and b 2 ask for it.',
      '6 and 5 are out: you ask for <5 and b 2 asks for <4.',
      '4 is out: b 2 asks for <4.',
      '3 is out: it wants another Python.',
      '2 is out: it was yanked.',
    ]);
  });

  it('tells a requirement that doesn’t go with what was chosen, a pre-release, and a lock', () => {
    const older = `[root]\nrequires = ["a", "b<2"]\n${releases('a', '1')}[packages.a.versions."2"]\nrequires = ["b>=2"]\n${releases('b', '1', '2')}`;
    expect(why(older, 'a')[1]).toBe('2 is out: it asks for b>=2, and b is 1.');
    const early = `[root]\nrequires = ["a"]\n${releases('a', '1', '2rc1')}`;
    expect(why(early, 'a')[1]).toBe('2rc1 is out: pre-releases come after final releases.');
    const locked = `[root]\nrequires = ["a"]\n[shipshape]\nlock = ["a==1"]\n${releases('a', '1', '2')}`;
    expect(why(locked, 'a')[0]).toBe('a 1 is in the lock, and fits. You ask for it.');
  });

  it('is the other way round where the lowest is wanted', () => {
    const text = `[root]\nrequires = ["a>1"]\n[resolver_options]\nresolution = "lowest"\n${releases('a', '1', '2', '3')}`;
    expect(why(text, 'a')).toEqual([
      'a 2 is the oldest release in every range. You ask for it.',
      '1 is out: you ask for >1.',
    ]);
  });
});

describe('the graph of a failure', () => {
  it('has who asks for what, and says of which project no release is left, and why', () => {
    const problem = problemIn(`[root]\nrequires = ["a", "b==1"]
[packages.a.versions."1"]
requires = ["b>=2"]
[packages.a.versions."2"]
requires = ["b>=2"]
${releases('b', '1', '2')}`);
    const outcome = resolve(problem);
    if (outcome.kind !== 'unsolvable') throw new Error('This has no solution.');
    const asks = asksAtFault(problem, outcome.derivation, outcome.packages);
    expect(failureGraphOf(problem, asks, outcome.derivation, outcome.packages)).toEqual({
      nodes: [
        { name: 'a', says: 'every a', trouble: undefined },
        { name: 'b', says: 'b', trouble: 'no release is in all ranges' },
      ],
      edges: [
        { from: undefined, to: 'a', asks: '' },
        { from: undefined, to: 'b', asks: '==1' },
        { from: 'a', to: 'b', asks: '>=2' },
      ],
    });
  });

  it('says so where what is in range can’t be used, or there is no such project', () => {
    const problem = problemIn('[root]\nrequires = ["a>1", "ghost"]\n[packages.a.versions."2"]\nyanked = true\n');
    const outcome = resolve(problem);
    if (outcome.kind !== 'unsolvable') throw new Error('This has no solution.');
    const asks = asksAtFault(problem, outcome.derivation, outcome.packages);
    const { nodes } = failureGraphOf(problem, asks, outcome.derivation, outcome.packages);
    expect(nodes.map(({ name, trouble }) => [name, trouble])).toEqual([['a', 'it was yanked']]);
  });
});
