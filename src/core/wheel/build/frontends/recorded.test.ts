// At which stage uv build, pip wheel and python -m build end for each recorded manifest, where, and in which words, beside what we say
// (`npm run record:frontends`). Where we differ is listed in differences.ts, each with its reason; what is listed and doesn’t differ fails.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planDistribution } from '../plan-distribution';
import { FRONTEND_DIFFERENCES } from './differences';
import type { Frontend } from './frontend-rules';
import { type RecordedEnd, readRecordedFrontends } from './recorded-frontends.fixture';

const recording = (name: string): string => readFileSync(`${import.meta.dirname}/../recorded/${name}`, 'utf8');
const cases = readRecordedFrontends(recording('manifests.jsonl'), recording('frontends.jsonl'));
const TOOLS: readonly Frontend[] = ['uv', 'pip', 'build'];

/** Recorded lines are cut off somewhat later. */
const LONGEST_LINE = 200;

/** Our stage, the line in the file where we stop, and whether the tool has said what we have it say. */
function ours(tree: (typeof cases)[number]['tree'], frontend: Frontend, end: RecordedEnd) {
  const planned = planDistribution(tree, 'wheel', '/project', frontend);
  if (planned.kind === 'planned') return { stage: 'built' };
  const [first] = planned.problems.filter(({ weight }) => weight === 'error');
  const told = end.stage === 'built' ? '' : end.lines.map((line) => line.trim()).join(' ');
  const says = first?.toolSays;
  const line = lineIn(told) === undefined ? undefined : first?.at?.line;
  const whole = says === undefined ? undefined : plain(says, first?.saidBy === 'backend' && frontend !== 'uv');
  const isSaid = whole !== undefined && told.includes(whole.slice(0, LONGEST_LINE));
  return { stage: first?.stage, line, says: isSaid ? 'its words' : `${first?.code}: ${says}` };
}

/** The package uv-build sets “Caused by:” on a line of its own, where uv, with the same backend, has “cause: ” in front. */
const plain = (says: string, isPackage: boolean): string => (isPackage ? says.replace(/^(?:cause|error): /, '') : says);

/** The line of pyproject.toml that the tool names. */
const lineIn = (told: string): number | undefined => {
  const found = /\bat line (\d+), column \d+/.exec(told)?.[1];
  return found === undefined ? undefined : Number(found);
};

function theirs(end: RecordedEnd) {
  if (end.stage === 'built') return { stage: 'built' };
  const stage = end.stage === 'requirements' ? 'build' : end.stage;
  return { stage, line: lineIn(end.lines.join(' ')), says: 'its words' };
}

const found = cases.flatMap((recorded) =>
  TOOLS.flatMap((tool) => {
    const end = recorded[tool];
    if (end === undefined) return [];
    const [mine, right] = [ours(recorded.tree, tool, end), theirs(end)].map((each) => JSON.stringify(each));
    return mine === right ? [] : [{ name: `${tool} ${recorded.backend} ${recorded.manifest}`, mine, right }];
  }),
);
const listed = FRONTEND_DIFFERENCES.flatMap(({ builds }) => builds);

describe('a recorded start of a build', () => {
  it('is one of at least 500, of which each frontend ends some at each stage', () => {
    const ends = TOOLS.map((tool) => cases.flatMap((recorded) => recorded[tool]?.stage ?? []));
    const stages = ['build', 'built', 'parse', 'requirements'];
    expect(ends.map((each) => [...new Set(each)].toSorted())).toEqual([stages, stages, stages]);
    expect(ends.flat().length).toBeGreaterThanOrEqual(500);
  });

  it('ends at the stage, at the line and in the words that the frontend has', () => {
    const unlisted = found.filter(({ name }) => !listed.includes(name));
    expect(unlisted.map(({ name, mine, right }) => `${name}\ntheirs ${right}\nours   ${mine}`)).toEqual([]);
  });
});

describe('a listed difference between frontends', () => {
  it('is one that there is, and is listed once', () => {
    const names = found.map(({ name }) => name);
    expect(listed.filter((name) => !names.includes(name))).toEqual([]);
    expect(listed.length).toBe(new Set(listed).size);
  });
});
