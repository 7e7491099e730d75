import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatVersion, type NormalizedName } from '@/core/python';
import { graphOf } from './dependency-graph';
import { inverseTreeOf, type Tree, treeOf } from './dependency-tree';
import { parseScenario } from './scenario';
import { problemOf } from './sketch';
import { resolve } from './uv/resolve';

const ROOM = 200;

interface Recorded {
  readonly file: string;
  readonly pins: Readonly<Record<string, string>>;
  readonly tree: readonly string[];
  readonly of: string;
  readonly inverse: readonly string[];
}

const recorded = readFileSync('src/core/resolution/recorded-trees.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line): Recorded => JSON.parse(line));

/** As uv prints it; its project is called `project`, of version 0. */
function printed({ lines }: Tree): readonly string[] {
  const texts = lines.map(({ branch, text, isRepeated }) => {
    return `${branch}${text.replace(/^your project(.*)$/, 'project$1 v0')}${isRepeated ? ' (*)' : ''}`;
  });
  return lines.some(({ isRepeated }) => isRepeated) ? [...texts, '(*) Package tree already displayed'] : texts;
}

function graphFor(file: string, pins: Recorded['pins']) {
  const problem = parseScenario(readFileSync(file, 'utf8')).value?.problem;
  const outcome = problem && resolve(problem);
  if (problem === undefined || outcome?.kind !== 'solved') throw new Error(`${file} has no solution.`);
  const own = outcome.forks.flatMap((fork) => fork.pins);
  expect(Object.fromEntries(own.map(({ name, version }) => [name, formatVersion(version)]))).toEqual(pins);
  return graphOf(problem, own);
}

describe('a tree', () => {
  it.each(recorded)('of $file is the one that uv prints, both ways', ({ file, pins, tree, of, inverse }) => {
    const graph = graphFor(file, pins);
    expect(printed(treeOf(graph, ROOM))).toEqual(tree);
    expect(printed(inverseTreeOf(graph, of as NormalizedName, ROOM))).toEqual(inverse);
  });

  it('of a chain of ten thousand packages is cut where there is no more room, and says so', () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `p${at}`);
    const packages = Object.fromEntries(
      names.map((name, at) => [name, { '1': at + 1 < names.length ? [`p${at + 1}`] : [] }]),
    );
    const problem = problemOf({ root: ['p0'], packages });
    const pins = [...problem.index].flatMap(([name, [release]]) => {
      return release === undefined ? [] : [{ name, version: release.version, extras: [] }];
    });
    const graph = graphOf(problem, pins);
    expect(graph.nodes.at(-1)?.depth).toBe(10_000);
    const { lines, isCut } = treeOf(graph, ROOM);
    expect([lines.length, lines.at(-1)?.depth, isCut]).toEqual([ROOM, ROOM - 1, true]);
    expect(inverseTreeOf(graph, 'p9999' as NormalizedName, 20_000).lines).toHaveLength(10_001);
  });
});
