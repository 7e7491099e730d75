/** Our resolver beside the recorded answers of uv: the course's scenarios, and random ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '@/core/resolution';
import { runSuites } from './run-suites';

const files = ['content/scenarios/resolver', 'src/core/resolution/conformance'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.toml'))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') })),
);
const isUniversal = ({ text }: { text: string }) => parseScenario(text).value?.problem.target.kind === 'universal';

function disagreements(asked: typeof files) {
  const ran = runSuites(asked, () => 0);
  expect(ran.faults).toEqual([]);
  return ran.disagreements.map(({ file, expected, got }) => ({ file, expected, got }));
}

describe('our answers and uv’s', () => {
  it('are the same in one environment', () => {
    const asked = files.filter((file) => !isUniversal(file));
    expect(asked.length).toBeGreaterThan(300);
    expect(disagreements(asked)).toEqual([]);
  });

  it('are the same in all environments, fork by fork', () => {
    const asked = files.filter(isUniversal);
    expect(asked.length).toBeGreaterThan(80);
    expect(disagreements(asked)).toEqual([]);
  });
});

describe('a scenario as a case', () => {
  const packages = '[packages.a.versions."1.0"]\n[packages.a.versions."2.0"]\n';
  const ran = (text: string) =>
    runSuites([{ path: 's.toml', text: `root.requires = ["a"]\n${text}${packages}` }], () => 0);

  it.each([
    ['[expected]\nsatisfiable = true\n[expected.packages]\na = "2"\n', 1],
    ['[expected]\nsatisfiable = true\n[expected.packages]\na = "1.0"\n', 0],
    ['[expected]\nsatisfiable = true\n', 1],
    ['[expected]\nsatisfiable = false\n', 0],
  ])('is held against what it expects: %j', (expected, agree) => {
    expect(ran(expected).results).toMatchObject([{ suite: 'resolver', cases: 1, agree }]);
  });

  it('is a fault of its file where it can’t be read, or expects nothing', () => {
    expect([ran(''), ran('surprise = 1\n')].map(({ faults }) => faults.map(({ reason }) => reason))).toEqual([
      ['The scenario expects nothing.'],
      [expect.stringMatching(/^Line 2: “surprise” is no key of this table/)],
    ]);
  });
});
