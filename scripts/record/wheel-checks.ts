// Asks check-wheel-contents and twine check, in the releases that content/versions.json names, what they say of small wheels and
// sdists, each made to show one rule (wheel_checks.py), and pip and uv what they install of others (wheel_installs.py); and twine’s
// renderer which descriptions it takes (rst_descriptions.py). The archives are in the recording, so that tests need neither tool nor Python.
//
//   npm run record:wheel-checks
//
// Needs Python 3.11 or newer and the index. The first line of the recording names the releases of what the tools bring along.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';
import { root, versionOf } from './versions.ts';

/** What decides the answers beside the tools themselves. */
const BROUGHT_ALONG = ['packaging', 'docutils', 'readme-renderer', 'wheel-filename'];

const TOOLS = ['check-wheel-contents', 'twine', 'packaging', 'pip', 'uv'];
const python = toolsPython(TOOLS, '-wheel-checks');
const env = { ...plainPipEnvironment(), PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0' };
const run = (args: readonly string[]): string =>
  execFileSync(python, args, { env, encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] });

const versionsOf = `import importlib.metadata, json, platform, sys
print(json.dumps({'python': platform.python_version(), **{name: importlib.metadata.version(name) for name in sys.argv[1:]}}))`;
const { python: release, ...broughtAlong }: Readonly<Record<string, string>> = JSON.parse(
  run(['-c', versionsOf, ...BROUGHT_ALONG]),
);

/** Writes what a script prints, under a line that says how it was made. */
function record(script: string, file: string, tools: Readonly<Record<string, string>>): void {
  const header = { command: 'npm run record:wheel-checks', recorded: new Date().toISOString().slice(0, 10), tools };
  const cases = run([fileURLToPath(new URL(script, import.meta.url))]);
  writeFileSync(`${root}src/core/wheel/${file}`, `${JSON.stringify(header)}\n${cases}`);
  console.log(`record:wheel-checks: ${cases.trimEnd().split('\n').length} cases in ${file}`);
}

const named = (...tools: readonly string[]) => Object.fromEntries(tools.map((tool) => [tool, versionOf(tool)]));
const pythonRelease = { python: release ?? '' };
record('wheel_checks.py', 'check/recorded/cases.jsonl', {
  ...named('check-wheel-contents', 'twine'),
  ...pythonRelease,
  ...broughtAlong,
});
record('rst_descriptions.py', 'check/recorded/descriptions.jsonl', {
  ...named('twine'),
  ...pythonRelease,
  ...broughtAlong,
});
record('wheel_installs.py', 'inspect/recorded/installs.jsonl', { ...named('pip', 'uv'), ...pythonRelease });
