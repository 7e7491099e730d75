/**
 * The script to copy, run by bash with a Python that has `packaging` and a Node that finds `semver`. PYTHON names the Python; python3 is
 * asked otherwise. Skipped where it has no packaging: real-check.test.ts then still compares with the answers that were recorded.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scriptCases, writeAnswers } from './script-answers.fixture';

const python = process.env['PYTHON'] ?? 'python3';
const found = spawnSync(python, ['-c', 'import packaging; print(packaging.__version__)'], { encoding: 'utf8' });
const packaging = found.status === 0 ? found.stdout.trim() : '';
/** Pre-releases are given out otherwise by older ones. */
const isNew = Number(packaging.split('.')[0]) >= 26;

/** A Python and a Node start for each of several dozen scripts, on machines that are busy. */
const patience = 180_000;

describe.runIf(isNew)('the script to copy (needs a Python with packaging 26 or newer)', () => {
  it('prints what the figure shows, for the last specifier of each scenario, and for all of them when they are recorded', {
    timeout: patience,
  }, () => {
    const isRecording = process.env['SHIPSHAPE_RECORD'] !== undefined;
    const every = scriptCases();
    const cases = isRecording ? every : every.filter(({ scenario }, at) => every[at + 1]?.scenario !== scenario);
    // One bash for all of them; the Python that has packaging stands in for the reader's python3.
    const all = cases.map(({ script }) => `${script}\necho ----`).join('\n');
    const run = spawnSync('bash', ['-s'], {
      input: `python3() { command ${python} "$@"; }\n${all}\n`,
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    const printed = run.stdout
      .split('----\n')
      .slice(0, -1)
      .map((text) => text.split('\n').slice(0, -1));
    const wrong = cases.filter(({ says }, at) => says.join('\n') !== printed[at]?.join('\n'));
    expect(wrong.map(({ scenario, specifier }) => `${scenario} ${specifier}`)).toEqual([]);
    if (!isRecording) return;
    const semver: string = JSON.parse(readFileSync('node_modules/semver/package.json', 'utf8')).version;
    const answers = cases.map(({ scenario, specifier, hash }, at) => {
      return { scenario, specifier, script: hash, prints: printed[at] ?? [] };
    });
    writeAnswers({ packaging, semver, answers });
  });
});
