// Makes the inspector's small wheels and sdists with the real backends, in the releases that content/versions.json names, and writes
// their bytes into the scenarios of content/scenarios/inspector. An author writes the rest of a scenario (title, says, beside, expects).
//
//   npm run record:inspector
//
// Needs Python 3.10 or newer with its headers, a C compiler and the index. inspector_files.py says what each file is made of.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';
import { root, versionOf } from './versions.ts';

/** As inspector_files.py prints it, by the scenario’s id. */
interface Made {
  readonly file: string;
  readonly made: readonly string[];
  readonly base64: string;
}

const LARGEST = 8 * 1024;

const python = toolsPython(['build', 'hatchling', 'setuptools'], '-inspector-files');
const script = fileURLToPath(new URL('inspector_files.py', import.meta.url));
const printed = execFileSync(python, [script], {
  env: plainPipEnvironment(),
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
const all: Readonly<Record<string, Made>> = JSON.parse(printed);

for (const [id, { file, made, base64 }] of Object.entries(all)) {
  const bytes = Buffer.from(base64, 'base64').length;
  if (bytes > LARGEST) throw new Error(`${id}: ${file} has ${bytes} bytes, more than a page should carry.`);
  const path = `${root}content/scenarios/inspector/${id}.json`;
  const { beside, expects, ...written } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { id };
  const scenario = {
    id,
    title: written.title ?? '',
    says: written.says ?? '',
    ...(beside === undefined ? {} : { beside }),
    expects: expects ?? {},
    file,
    made: made.map((tool) => `${tool} ${versionOf(tool)}`),
    base64,
  };
  writeFileSync(path, `${JSON.stringify(scenario, null, 2)}\n`);
  console.log(`record:inspector: ${id}: ${file}, ${bytes} bytes`);
}
