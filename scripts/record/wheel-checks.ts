// Asks check-wheel-contents and twine check, in the releases that content/versions.json names, what they say of small wheels and
// sdists, each made to show one rule (wheel_checks.py). The archives are in the recording, so that tests need neither tool nor Python.
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

const TOOLS = ['check-wheel-contents', 'twine', 'packaging'];
const python = toolsPython(TOOLS, '-wheel-checks');
const env = { ...plainPipEnvironment(), PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0' };
const run = (args: readonly string[]): string =>
  execFileSync(python, args, { env, encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] });

const script = fileURLToPath(new URL('wheel_checks.py', import.meta.url));
const versionsOf = `import importlib.metadata, json, platform, sys
print(json.dumps({'python': platform.python_version(), **{name: importlib.metadata.version(name) for name in sys.argv[1:]}}))`;
const releases: Readonly<Record<string, string>> = JSON.parse(run(['-c', versionsOf, ...BROUGHT_ALONG]));
const header = {
  command: 'npm run record:wheel-checks',
  recorded: new Date().toISOString().slice(0, 10),
  tools: { 'check-wheel-contents': versionOf('check-wheel-contents'), twine: versionOf('twine'), ...releases },
};
const cases = run([script]);
writeFileSync(`${root}src/core/wheel/check/recorded/cases.jsonl`, `${JSON.stringify(header)}\n${cases}`);
console.log(`record:wheel-checks: ${cases.trimEnd().split('\n').length} archives`);
