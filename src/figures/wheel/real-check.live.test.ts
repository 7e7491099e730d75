/**
 * The script to copy, run by a Python that has `packaging`. PYTHON names the Python; python3 is asked otherwise. Skipped where it has
 * no packaging: real-check.test.ts then still compares with the answers that were recorded.
 */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { figureSays, type ScriptAnswer, scriptCase, scriptCases, writeAnswers } from './script-answers.fixture';
import { wheelScenario } from './wheel.fixture';

const python = process.env['PYTHON'] ?? 'python3';
const asks = 'import packaging, platform; print(platform.python_version(), packaging.__version__)';
const found = spawnSync(python, ['-c', asks], { encoding: 'utf8' });
const [version = '', packaging = ''] = found.status === 0 ? found.stdout.trim().split(' ') : [];

/** Python starts in a tenth of a second alone; machines that test are busy. */
const patience = 120_000;

/** What the script prints; the Python that has packaging stands in for the reader's python3. */
function runScript(script: string): readonly string[] {
  const [first = '', ...rest] = script.split('\n');
  expect(first).toBe("python3 - <<'END'");
  const { stdout, stderr } = spawnSync(python, ['-'], { input: rest.slice(0, -1).join('\n'), encoding: 'utf8' });
  return stderr === '' ? stdout.trimEnd().split('\n') : [stderr];
}

describe.runIf(packaging !== '')('the script to copy (needs a Python with packaging)', () => {
  it('prints what the figure shows, for every scenario on every preset', { timeout: patience }, () => {
    const answers = scriptCases().map((one): ScriptAnswer & { readonly says: readonly string[] } => {
      const { scenario, machine, hash, script } = one;
      return { scenario, machine, script: hash, prints: runScript(script), says: figureSays(one) };
    });
    expect(answers.filter(({ prints, says }) => prints.join('\n') !== says.join('\n'))).toEqual([]);
    if (process.env['SHIPSHAPE_RECORD'] === undefined) return;
    writeAnswers({ python: version, packaging, answers: answers.map(({ says: _, ...answer }) => answer) });
  });

  it.each([
    ['brotlicffi', { implementation: 'pp', python: '3.11' }],
    ['psutil', { python: '3.14', freeThreaded: true }],
    ['pyerfa', { libcVersion: '2.12' }],
    ['tree-sitter', { python: '3.8' }],
    ['pyerfa', { python: '3.8' }],
  ] as const)('prints what the figure shows for %s with %j', { timeout: patience }, (id, change) => {
    const one = scriptCase(wheelScenario(id), 'debian-13', change);
    expect(runScript(one.script)).toEqual(figureSays(one));
  });

  it('runs as it is copied, in a shell', { timeout: patience }, () => {
    const one = scriptCase(wheelScenario('pyerfa'), 'debian-13');
    const { stdout } = spawnSync('sh', ['-c', one.script.replace('python3', python)], { encoding: 'utf8' });
    expect(stdout.trimEnd().split('\n')).toEqual(figureSays(one));
  });
});
