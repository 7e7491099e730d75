/**
 * The script to copy, run by a Python that has `packaging`. PYTHON names the Python; python3 is asked otherwise. Skipped where it has
 * no packaging: real-check.test.ts then still compares with the answers that were recorded.
 */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { AnyMachine } from '@/core/python';
import { figureSays, type ScriptAnswer, scriptCase, scriptCases, writeAnswers } from './script-answers.fixture';
import { wheelScenario } from './wheel.fixture';

const python = process.env['PYTHON'] ?? 'python3';
const asks = 'import packaging, platform; print(platform.python_version(), packaging.__version__)';
const found = spawnSync(python, ['-c', asks], { encoding: 'utf8' });
const [version = '', packaging = ''] = found.status === 0 ? found.stdout.trim().split(' ') : [];

/** Python starts in a tenth of a second alone; machines that test are busy. */
const patience = 120_000;

/** Runs programs one after the other, each as one of its own, and tells what each prints: a Python starts once, not a hundred times. */
const runner = `
import contextlib, io, json, sys, traceback
printed = []
for program in json.load(sys.stdin):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            exec(compile(program, "<stdin>", "exec"), {"__name__": "__main__"})
        except BaseException:
            traceback.print_exc()
    printed.append(out.getvalue())
print(json.dumps(printed))
`;

/** What the scripts print; the Python that has packaging stands in for the reader's python3. */
function runScripts(scripts: readonly string[]): readonly (readonly string[])[] {
  const programs = scripts.map((script) => {
    const [first = '', ...rest] = script.split('\n');
    expect(first).toBe("python3 - <<'END'");
    return rest.slice(0, -1).join('\n');
  });
  const input = JSON.stringify(programs);
  const { stdout, stderr } = spawnSync(python, ['-c', runner], { input, encoding: 'utf8', maxBuffer: 2 ** 24 });
  expect(stderr).toBe('');
  const printed: readonly string[] = JSON.parse(stdout);
  return printed.map((text) => text.trimEnd().split('\n'));
}

describe.runIf(packaging !== '')('the script to copy (needs a Python with packaging)', () => {
  it('prints what the figure shows, for every scenario on every preset', { timeout: patience }, () => {
    const cases = scriptCases();
    const printed = runScripts(cases.map(({ script }) => script));
    const answers = cases.map((one, at): ScriptAnswer & { readonly says: readonly string[] } => {
      const { scenario, machine, hash } = one;
      return { scenario, machine, script: hash, prints: printed[at] ?? [], says: figureSays(one) };
    });
    expect(answers.filter(({ prints, says }) => prints.join('\n') !== says.join('\n'))).toEqual([]);
    if (process.env['SHIPSHAPE_RECORD'] === undefined) return;
    writeAnswers({ python: version, packaging, answers: answers.map(({ says: _, ...answer }) => answer) });
  });

  const DEBIAN: AnyMachine = {
    implementation: 'cp',
    python: '3.13',
    freeThreaded: false,
    system: 'linux',
    libc: 'glibc',
    libcVersion: '2.41',
    arch: 'x86_64',
  };
  it.each([
    ['brotlicffi', { ...DEBIAN, implementation: 'pp', python: '3.11' }],
    ['sgp4', { ...DEBIAN, implementation: 'graalpy', python: '3.12' }],
    ['psutil', { ...DEBIAN, python: '3.14', freeThreaded: true }],
    ['cryptography', { ...DEBIAN, debug: true }],
    ['pyerfa', { ...DEBIAN, libcVersion: '2.12' }],
    ['uv', { ...DEBIAN, arch: 's390x' }],
    ['tree-sitter', { ...DEBIAN, python: '3.8' }],
    ['pyerfa', { ...DEBIAN, python: '3.8' }],
    ['requests', { python: '3.15', freeThreaded: true, system: 'android', osVersion: '24', arch: 'x86_64' }],
  ] satisfies readonly (readonly [string, AnyMachine])[])(
    'prints what the figure shows for %s with %j',
    {
      timeout: patience,
    },
    (id, machine) => {
      const one = scriptCase(wheelScenario(id), 'debian-13', machine);
      expect(runScripts([one.script])).toEqual([figureSays(one)]);
    },
  );

  it('runs as it is copied, in a shell', { timeout: patience }, () => {
    const one = scriptCase(wheelScenario('pyerfa'), 'debian-13');
    const { stdout } = spawnSync('sh', ['-c', one.script.replace('python3', python)], { encoding: 'utf8' });
    expect(stdout.trimEnd().split('\n')).toEqual(figureSays(one));
  });
});
