import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { about } from './about';
import { readAnswers } from './script-answers.fixture';
import { wheelScenarios } from './wheel.fixture';

const reports = new URL('../../../content/index/release-reports/', import.meta.url);
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, reports), 'utf8'));

describe('what the wheel decoder says that it was compared with', () => {
  const scenarios = wheelScenarios();
  const [pip, packaging] = about.checks;

  it('is what pip was asked in the recordings', () => {
    const names = readdirSync(reports).filter((name) => name !== 'machines.json');
    const all = names.map((name) => read<{ pip: string; takes: readonly { on: readonly string[] }[] }>(name));
    const byFinder = all.flatMap(({ takes }) => takes).reduce((sum, { on }) => sum + on.length, 0);
    const byCommand = scenarios.reduce((sum, { expects }) => sum + expects.length, 0);
    expect(pip).toMatchObject({ tool: 'pip', cases: byFinder + byCommand });
    expect([...new Set(all.map((report) => report.pip))]).toEqual([pip?.version]);
    const machines = read<{ machines: readonly unknown[] }>('machines.json').machines.length;
    expect(pip?.on).toBe(
      `${scenarios.length} releases, each on ${machines} machines by pip’s own finder, and on the five that stand first by its command`,
    );
  });

  it('is what the script to copy was asked', () => {
    const { packaging: version, answers } = readAnswers();
    expect(packaging).toMatchObject({ tool: 'packaging', version, cases: answers.length });
    expect(packaging?.on).toContain(`${scenarios.length} releases`);
  });
});
