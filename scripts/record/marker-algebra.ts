// Asks uv again what it makes of the markers in src/core/python/marker-algebra.uv.json. A new case is a marker written there.
//
//   npm run record:markers
//
// Needs Python and, to install uv, the index.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';
import { root, versionOf } from './versions.ts';

const file = `${root}src/core/python/marker-algebra.uv.json`;

interface Recorded {
  readonly tool: string;
  readonly command: string;
  readonly about: string;
  readonly requiresPython: string;
  readonly cases: readonly { readonly marker: string }[];
}

const python = toolsPython();
const recorded: Recorded = JSON.parse(readFileSync(file, 'utf8'));
const [, ...words] = recorded.command.split(' ');
// uv looks for a Python 3.8 wherever the path leads; none is needed.
const env = { ...plainPipEnvironment(), PATH: dirname(python) };
const scratch = mkdtempSync(`${tmpdir()}/shipshape-markers-`);

/** A wheel that says its name and version and holds nothing. */
const makeWheel = `
import zipfile
with zipfile.ZipFile("wheels/p0-1.0-py3-none-any.whl", "w") as wheel:
    wheel.writestr("p0-1.0.dist-info/METADATA", "Metadata-Version: 2.1\\nName: p0\\nVersion: 1.0\\n")
    wheel.writestr("p0-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\\nGenerator: hand\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
    wheel.writestr("p0-1.0.dist-info/RECORD", "")
`;

/** What uv writes behind the requirement when it stands alone in a file. */
function ask(marker: string): string {
  writeFileSync(`${scratch}/requirements.in`, `p0 ; ${marker}\n`);
  const written = execFileSync(`${dirname(python)}/uv`, words, {
    cwd: scratch,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
  if (written === '') return 'never';
  return written === 'p0==1.0' ? 'always' : written.replace(/^p0==1\.0 ; /, '');
}

try {
  mkdirSync(`${scratch}/wheels`);
  execFileSync(python, ['-c', makeWheel], { cwd: scratch });
  const cases = recorded.cases.map(({ marker }) => ({ marker, uv: ask(marker) }));
  writeFileSync(file, `${JSON.stringify({ ...recorded, tool: `uv ${versionOf('uv')}`, cases }, null, 2)}\n`);
} finally {
  rmSync(scratch, { recursive: true });
}
