// Records how small Python programs end, which src/core/workstation/project follows without running them: generated ones
// (python_programs.py) and some that were written by hand (python_written.py), on a Debian machine with CPython.
//
//   npm run record:python-sources              the programs that are kept
//   npm run record:python-sources -- written   prints those that were written by hand
//   npm run record:python-sources -- 5000 400  prints four hundred others, from seed 5000 on, for a longer comparison
//
// Needs the machine debian-13 (npm run record:machine). python-sources.recorded.test.ts replays what is kept.

import { readFileSync, writeFileSync } from 'node:fs';
import { Sandbox } from './sandbox.ts';
import { root } from './versions.ts';

const RECORDING = `${root}src/core/workstation/project/recorded/python-sources.jsonl`;
const KEPT = 80;
/** A step of the machine's shell has five minutes. */
const AT_ONCE = 60;

const shell = await Sandbox.open('debian-13', 'none');
const run = async (command: string): Promise<string> => {
  const { chunks, exit } = await shell.run(command);
  const text = (stream: string) => chunks.flatMap((chunk) => (chunk.stream === stream ? [chunk.text] : [])).join('');
  if (exit !== 0) throw new Error(`${command}\n${text('out')}${text('err')}`);
  return text('out');
};

await run('mkdir -p ~/greeting ~/recorder && python3 -m venv --without-pip ~/greeting/.venv');
for (const file of ['python_sources.py', 'python_programs.py', 'python_written.py']) {
  const bytes = readFileSync(new URL(file, import.meta.url));
  await run(`echo ${bytes.toString('base64')} | base64 -d > ~/recorder/${file}`);
}
const python = 'PYTHONDONTWRITEBYTECODE=1 ~/greeting/.venv/bin/python';
const release = (await run(`${python} -c "import platform; print(platform.python_version())"`)).trim();

const record = (which: string) => run(`cd ~/recorder && ${python} python_sources.py ${which}; cd`);
async function generated(first: number, count: number, how: string, take: (lines: string) => void): Promise<void> {
  for (let at = first; at < first + count; at += AT_ONCE) {
    take(await record(`${at} ${Math.min(AT_ONCE, first + count - at)} ${how}`));
  }
}

const [which, many] = process.argv.slice(2);
const [first, count] = [which, many].map((text) => (text === undefined ? undefined : Number(text)));
if (which === 'written') {
  process.stdout.write(await record('written'));
} else if (first !== undefined && count !== undefined) {
  await generated(first, count, '', (lines) => process.stdout.write(lines));
} else {
  const header = {
    command: 'npm run record:python-sources',
    recorded: new Date().toISOString().slice(0, 10),
    tools: { python: release },
  };
  let text = `${JSON.stringify(header)}\n${await record('written')}`;
  await generated(1, KEPT, 'brief', (lines) => {
    text += lines;
  });
  writeFileSync(RECORDING, text);
  console.log(`record:python-sources: ${text.trimEnd().split('\n').length - 1} programs, ${text.length} characters`);
}
shell.close();
