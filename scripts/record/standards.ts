// Asks pypa/packaging, in the release that content/versions.json names, what our copies of its answers say, and writes new
// cases for `npm run conformance` (docs/conformance.md).
//
//   npm run record:standards                            every copied case again; what differs is printed
//   npm run record:standards -- grow <out> [count] [seed]   new cases: the copied ones' inputs, mutated, with its answers

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';

const copies = fileURLToPath(new URL('../../src/core/python/conformance', import.meta.url));
const script = fileURLToPath(new URL('standards.py', import.meta.url));

/** What the script is asked to do. */
function words([task, out, count = '1000', seed = '1']: readonly string[]): readonly string[] {
  if (task === undefined) return ['again', copies];
  if (task !== 'grow' || out === undefined) throw new Error('Say nothing, or: grow <out> [count] [seed].');
  const folder = resolve(process.env['INIT_CWD'] ?? '.', out);
  mkdirSync(folder, { recursive: true });
  return ['grow', copies, folder, count, seed];
}

const asked = words(process.argv.slice(2));
// Bytecode of the two scripts would lie in the project.
const env = { ...plainPipEnvironment(), PYTHONDONTWRITEBYTECODE: '1' };
execFileSync(toolsPython(), [script, ...asked], { env, stdio: 'inherit' });
