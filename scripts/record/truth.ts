// Records ground truth for the lookup figure: what the real Python puts on sys.path for each way of starting it, and what
// the real bash finds along PATH.
//
//   node scripts/record/truth.ts
//
// Writes content/console/truth/sys-path.json and shell-lookup.json, one case a line. Needs the machine debian-13.

import { mkdirSync, writeFileSync } from 'node:fs';
import { compactJson } from './compact-json.ts';
import { Sandbox } from './sandbox.ts';
import { shellCases } from './shell-cases.ts';
import { sysPathCases, sysPathFiles, sysPathSetup } from './sys-path-cases.ts';
import { root, versionOf, versions } from './versions.ts';

const place = `${root}content/console/truth`;
mkdirSync(place, { recursive: true });
const about = {
  recorded: new Date().toISOString().slice(0, 10),
  machine: versions.machines['debian-13']?.name,
};
const textOf = (chunks: readonly { readonly text: string }[]) => chunks.map(({ text }) => text).join('');
const linesOf = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

async function recordSysPath(): Promise<void> {
  const shell = await Sandbox.open('debian-13', 'none');
  const { exit, chunks } = await shell.run(sysPathSetup);
  if (exit !== 0) throw new Error(textOf(chunks));
  const cases = [];
  for (const one of sysPathCases) {
    await shell.run(`cd ${one.cwd}`);
    await shell.run(one.userSite ? 'mkdir -p ~/.local/lib/python3.13/site-packages' : 'rm -rf ~/.local');
    const outcome = await shell.run(one.command);
    const out = textOf(outcome.chunks.filter(({ stream }) => stream === 'out'));
    const err = linesOf(textOf(outcome.chunks.filter(({ stream }) => stream === 'err')));
    cases.push({ ...one, ...(outcome.exit === 0 ? JSON.parse(out) : { error: err.at(-1) }), exit: outcome.exit });
  }
  shell.close();
  const file = { ...about, python: versionOf('python'), files: sysPathFiles, setup: sysPathSetup, cases };
  writeFileSync(`${place}/sys-path.json`, compactJson(file, ['cases', 'files']));
  console.log(`sys-path: ${cases.length} cases`);
}

async function recordShell(): Promise<void> {
  const cases = [];
  for (const { id, says, setup, steps } of shellCases) {
    const shell = await Sandbox.open('debian-13', 'none');
    const { exit, chunks } = await shell.run(setup);
    if (exit !== 0) throw new Error(`${id}: ${textOf(chunks)}`);
    const results = [];
    for (const command of steps) {
      const { cwd, chunks: said, exit: status } = await shell.run(command);
      results.push({
        cwd,
        command,
        out: linesOf(textOf(said.filter(({ stream }) => stream === 'out'))),
        err: linesOf(textOf(said.filter(({ stream }) => stream === 'err'))),
        exit: status,
      });
    }
    shell.close();
    cases.push({ id, says, setup, steps: results });
  }
  const bodies = cases.map((one) => compactJson(one, ['steps']).trimEnd().replace(/^/gm, '    ')).join(',\n');
  const head = compactJson({ ...about, bash: versionOf('bash') }, [])
    .trimEnd()
    .replace(/\n\}$/, '');
  writeFileSync(`${place}/shell-lookup.json`, `${head},\n  "cases": [\n${bodies}\n  ]\n}\n`);
  console.log(`shell-lookup: ${cases.length} cases`);
}

await recordSysPath();
await recordShell();
