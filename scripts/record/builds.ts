// Builds small projects with the real backends, in the releases that content/versions.json names, and records what is in each wheel,
// sdist and editable wheel, how a backend refuses, and what pip installs (builds.py). The projects stand in
// src/core/wheel/build/recorded/trees.json; tests replay them without any tool.
//
//   npm run record:builds
//
// Needs Python 3.10 or newer and the index.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';
import { root, versionOf } from './versions.ts';

const folder = `${root}src/core/wheel/build/recorded/`;
const python = toolsPython(['pip', 'packaging', 'hatchling', 'setuptools', 'uv'], '-builds');
const uv = python.replace(/python$/, 'uv');
// What hatchling asks for before it makes an editable wheel (`get_requires_for_build_editable`).
const EDITABLES = 'editables';
execFileSync(python, ['-m', 'pip', 'install', '--quiet', EDITABLES], {
  env: plainPipEnvironment(),
  stdio: ['ignore', 'ignore', 'inherit'],
});
const script = fileURLToPath(new URL('builds.py', import.meta.url));
const run = (args: readonly string[]): string =>
  execFileSync(python, args, {
    env: { ...plainPipEnvironment(), PYTHONHASHSEED: '0' },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

const named = ['pip', 'hatchling', 'setuptools', 'uv', 'packaging'];
const header = {
  command: 'npm run record:builds',
  recorded: new Date().toISOString().slice(0, 10),
  tools: {
    ...Object.fromEntries(named.map((tool) => [tool, versionOf(tool)])),
    [EDITABLES]: run(['-c', `import importlib.metadata as m; print(m.version("${EDITABLES}"))`]).trim(),
    python: run(['-c', 'import platform; print(platform.python_version())']).trim(),
  },
};
const cases = run([script, `${folder}trees.json`, uv]);
writeFileSync(`${folder}builds.jsonl`, `${JSON.stringify(header)}\n${cases}`);
console.log(`record:builds: ${cases.trimEnd().split('\n').length} projects by backend`);
