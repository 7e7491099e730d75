import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { about } from './about';
import { readAnswers } from './script-answers.fixture';
import { recordedScenarios } from './specifier.fixture';

const recorded = new URL('../../core/versioning/notation/recorded.jsonl', import.meta.url);
const [head = '', ...lines] = readFileSync(recorded, 'utf8').trim().split('\n');
const versions: { readonly packaging: string; readonly semver: string; readonly cargo: string } = JSON.parse(head);
const tools = lines.map((line): string => JSON.parse(line).tool);
const count = (tool: string) => tools.filter((one) => one === tool).length;

describe('what the specifier explorer says that it was compared with', () => {
  const [packaging, npm, cargo] = about.checks;
  const scenarios = recordedScenarios();

  it('is what packaging was asked in the recordings', () => {
    const shown = scenarios.flatMap(({ expects }) => expects).length;
    expect(packaging).toMatchObject({ version: versions.packaging, cases: count('packaging') + shown });
    expect(packaging?.on).toContain(`${count('packaging') / 3} specifiers`);
    expect(packaging?.on).toContain(`the ${shown} of the examples`);
    expect([...new Set(scenarios.map((one) => one.packaging))]).toEqual([versions.packaging]);
  });

  it('is what node-semver was asked, and by the script to copy', () => {
    const { packaging: asked, semver, answers } = readAnswers();
    const withNpm = answers.filter(({ prints }) => prints.length > 2).length;
    expect([asked, semver]).toEqual([versions.packaging, versions.semver]);
    expect(npm).toMatchObject({ version: versions.semver, cases: count('semver') + withNpm });
    expect(npm?.on).toContain(`${count('semver')} ranges`);
    expect(npm?.on).toContain(`the ${withNpm} of the examples`);
  });

  it('is what the crate semver was asked', () => {
    expect(cargo).toMatchObject({ version: versions.cargo, cases: count('cargo') });
    expect(cargo?.on).toContain(`${count('cargo')} requirements`);
  });
});
