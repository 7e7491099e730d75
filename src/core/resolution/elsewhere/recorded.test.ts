/** Our answers beside those that npm, Cargo and Go gave to random scenarios (npm run record:elsewhere -- grow). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../scenario';
import { answersElsewhere, type Elsewhere } from './elsewhere';

interface Case {
  readonly tool: Elsewhere;
  readonly version: string;
  readonly scenario: string;
  readonly answer?: readonly string[];
  readonly error?: string;
}

/** Where npm itself ends with an internal error. */
const INTERNAL = 'other';

function ours({ scenario, tool }: Case): Pick<Case, 'answer' | 'error'> {
  const { value, problems } = parseScenario(scenario);
  if (value === undefined) return { error: problems.map(({ message }) => message).join(' ') };
  const own = answersElsewhere(value.elsewhere).find(({ ecosystem }) => ecosystem === tool);
  if (own === undefined) return { error: 'unread' };
  return own.got.kind === 'error' ? { error: own.got.error } : { answer: own.got.lines };
}

describe.each([
  ['npm', 'npm 11.19.1', 100],
  ['cargo', 'cargo 1.95.0', 100],
  ['go', 'go 1.26.8', 100],
] as const)('our answers and those of %s', (tool, version, least) => {
  const cases = readFileSync(`src/core/resolution/elsewhere/${tool}/recorded.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line): Case => JSON.parse(line))
    .filter(({ error }) => error !== INTERNAL);

  it(`are the same on random scenarios (${version})`, () => {
    expect(cases.length).toBeGreaterThanOrEqual(least);
    expect(new Set(cases.map((one) => `${one.tool} ${one.version}`))).toEqual(new Set([version]));
    const apart = cases.filter((one) => {
      const { answer, error } = one;
      return JSON.stringify(ours(one)) !== JSON.stringify({ answer, error });
    });
    expect(apart.map((one) => ({ asked: one.scenario, said: one.answer ?? one.error, ours: ours(one) }))).toEqual([]);
  });
});
