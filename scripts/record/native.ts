// The proof that telling pip about another machine gives what pip gives on that machine: the same report, made natively
// on the machines that the recorder has, for the presets that describe them.
//
//   node scripts/record/native.ts
//
// Writes content/index/native/<preset>.json; index.test.ts compares them with content/index/pip-reports.

import { mkdirSync, writeFileSync } from 'node:fs';
import { compactJson } from './compact-json.ts';
import { readReport } from './pip-report.ts';
import { Sandbox } from './sandbox.ts';
import { root, versionOf, versions } from './versions.ts';

const place = `${root}content/index/native`;
mkdirSync(place, { recursive: true });

const presets = [
  { preset: 'linux-cp313', machine: 'debian-13' },
  { preset: 'linux-cp314', machine: 'debian-testing' },
];
const command = 'python -m pip install --dry-run --ignore-installed --quiet --report - requests';

for (const { preset, machine } of presets) {
  const shell = await Sandbox.open(machine, 'shared');
  const run = async (line: string) => {
    const { chunks, exit } = await shell.run(line);
    const out = chunks.filter(({ stream }) => stream === 'out');
    if (exit !== 0) throw new Error(`${line} ended with ${exit}:\n${chunks.map(({ text }) => text).join('')}`);
    return out.map(({ text }) => text).join('');
  };
  await run('python3 -m venv .venv && . .venv/bin/activate');
  await run(`python -m pip install --quiet pip==${versionOf('pip')}`);
  const libc = (await run('python -c "import os; print(os.confstr(\'CS_GNU_LIBC_VERSION\'))"')).trim();
  const python = (await run('python -c "import platform; print(platform.python_version())"')).trim();
  const report = readReport(await run(command));
  shell.close();
  const recorded = new Date().toISOString().slice(0, 10);
  const file = { preset, recorded, machine: versions.machines[machine]?.name, python, libc, ...report, command };
  writeFileSync(`${place}/${preset}.json`, compactJson(file, ['install']));
  console.log(`${preset}: ${report.install.map(({ filename }) => filename).join(' ')}`);
}
