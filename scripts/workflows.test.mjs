import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const home = new URL('../', import.meta.url);
const folder = new URL('.github/workflows/', home);
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

describe.each(workflows)('the workflow $name', ({ text }) => {
  it('names each foreign action by its commit, with the version beside it', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses.filter((line) => !/uses: [\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('begins with no permission but to read, and bounds each job in time', () => {
    const workflow = parse(text);
    expect([{}, { contents: 'read' }]).toContainEqual(workflow.permissions);
    for (const job of Object.values(workflow.jobs))
      expect(job).toMatchObject({ 'timeout-minutes': expect.any(Number) });
  });

  it('leaves no credentials in the clone', () => {
    const steps = Object.values(parse(text).jobs).flatMap(
      (/** @type {{ steps: { uses?: string }[] }} */ job) => job.steps,
    );
    for (const step of steps.filter((each) => each.uses?.startsWith('actions/checkout@'))) {
      expect(step).toMatchObject({ with: { 'persist-credentials': false } });
    }
  });
});

describe('the test command', () => {
  it('is the same in README.md and in .ci/run', () => {
    const command = 'npm ci && npm test';
    expect(readFileSync(new URL('README.md', home), 'utf8')).toContain(command);
    expect(readFileSync(new URL('.ci/run', home), 'utf8')).toContain(command);
  });
});
