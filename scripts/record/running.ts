// Records what becomes of small projects once they are built: they are really installed, regular and editable, their commands are run,
// their tests started, on a Debian machine with CPython, pip, uv and pytest. What is recorded, src/core/workstation/project replays.
//
//   npm run record:running             all cases
//   npm run record:running -- plain    only these
//
// Needs the machine debian-13 (npm run record:machine) and the index. running_projects.py says what each project is made of.

import { readFileSync, writeFileSync } from 'node:fs';
import { Sandbox } from './sandbox.ts';
import { root, versionOf } from './versions.ts';

const RECORDING = `${root}src/core/workstation/project/recorded/running.jsonl`;
const PYTEST = '9.2.0';

const shell = await Sandbox.open('debian-13', 'shared');
const run = async (command: string): Promise<string> => {
  const { chunks, exit } = await shell.run(command);
  const text = (stream: string) => chunks.flatMap((chunk) => (chunk.stream === stream ? [chunk.text] : [])).join('');
  if (exit !== 0) throw new Error(`${command}\n${text('out')}${text('err')}`);
  return text('out');
};

const put = async (file: string, folder: string): Promise<void> => {
  const bytes = readFileSync(new URL(file, import.meta.url));
  await run(`echo ${bytes.toString('base64')} | base64 -d > ${folder}/${file}`);
};

await run('mkdir -p ~/greeting ~/elsewhere ~/recorder && uv venv -q --python /usr/bin/python3 ~/greeting/.venv');
const tools = ['pip', 'hatchling', 'setuptools'].map((tool) => `${tool}==${versionOf(tool)}`);
await run(`VIRTUAL_ENV=~/greeting/.venv uv pip install -q ${tools.join(' ')} editables pytest==${PYTEST}`);
for (const file of ['running.py', 'running_projects.py']) await put(file, '~/recorder');
await put('shipshape_probe.py', '~/greeting/.venv/lib/python3.13/site-packages');
const python = 'PYTHONDONTWRITEBYTECODE=1 ~/greeting/.venv/bin/python';
const release = (await run(`${python} -c "import platform; print(platform.python_version())"`)).trim();
const uv = (await run('uv --version')).trim().split(' ')[1] ?? '';
const ids = (
  await run(`cd ~/recorder && ${python} -c "import running_projects as p; print(*[c['id'] for c in p.CASES])"; cd`)
)
  .trim()
  .split(' ');

const wanted = process.argv.slice(2);
const old = new Map<string, string[]>();
if (wanted.length > 0) {
  for (const line of readFileSync(RECORDING, 'utf8').trimEnd().split('\n').slice(1)) {
    const { id }: { readonly id: string } = JSON.parse(line);
    old.set(id, [...(old.get(id) ?? []), line]);
  }
}
const header = {
  command: 'npm run record:running',
  recorded: new Date().toISOString().slice(0, 10),
  tools: {
    python: release,
    pip: versionOf('pip'),
    uv,
    hatchling: versionOf('hatchling'),
    setuptools: versionOf('setuptools'),
    pytest: PYTEST,
  },
};
const write = (): number => {
  const lines = ids.flatMap((id) => old.get(id) ?? []);
  writeFileSync(RECORDING, `${[JSON.stringify(header), ...lines].join('\n')}\n`);
  return lines.length;
};
// Written after each case: it takes a quarter of an hour, and what is there can be used.
for (const id of ids) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  const printed = await run(`cd ~/recorder && ${python} running.py ${id}; cd`);
  old.set(id, printed.trimEnd().split('\n'));
  console.log(`record:running: ${id}, ${write()} installations`);
}
shell.close();
