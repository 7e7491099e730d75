// Records layer-cache scenarios on a real BuildKit (docs/conformance.md, "Record the builder again").
//
//   npm run record:docker -- machine                           compiles the builder of content/versions.json
//   npm run record:docker -- logs                              keeps what the tools print for some of them
//   npm run record:docker -- <file or folder>…                 records these scenarios anew, in place
//   npm run record:docker -- <file or folder>… --to <folder>   writes the records there
//   npm run record:docker -- <file or folder>… --check         writes nothing: prints what comes out differently, and fails for it

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { home, run as runProgram } from '../programs.mjs';
import { type Difference, outcomeDifferences } from './docker/compare.ts';
import { recordLogs } from './docker/logs.ts';
import { Builder, makeMachine } from './docker/machine.ts';
import { record } from './docker/recorder.ts';
import type { Scenario } from './docker/schema.ts';

const started = process.env['INIT_CWD'] ?? '.';
const words = process.argv.slice(2);
const option = (name: string) => {
  const at = words.indexOf(name);
  return at === -1 ? undefined : words.splice(at, 2)[1];
};
const to = option('--to');
const check = words.includes('--check');

const files = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(path, name))
    : [path];

const say = (differences: readonly Difference[], build: number) =>
  differences
    .map(({ at, one, other }) => `  build ${build}, ${at}: ${JSON.stringify(one)} → ${JSON.stringify(other)}`)
    .join('\n');

async function run(): Promise<void> {
  const builder = new Builder();
  let apart = 0;
  const written: string[] = [];
  const list = words.filter((word) => !word.startsWith('--')).flatMap((path) => files(resolve(started, path)));
  try {
    for (const file of list) {
      const scenario = JSON.parse(readFileSync(file, 'utf8')) as Scenario;
      try {
        const { scenario: made, unsteady } = await record(builder, scenario);
        const changes = (scenario.expected ?? [])
          .map((was, at) => say(made.expected[at] === undefined ? [] : outcomeDifferences(was, made.expected[at]), at))
          .filter((text) => text !== '');
        if (changes.length > 0 || unsteady.length > 0) apart++;
        console.log(`${scenario.name}: ${unsteady.length > 0 ? 'UNSTEADY' : changes.length > 0 ? 'differs' : 'same'}`);
        for (const text of [...changes, ...unsteady]) console.log(text);
        if (check || unsteady.length > 0) continue;
        const target = to === undefined ? file : join(resolve(started, to), basename(file));
        if (to !== undefined) mkdirSync(resolve(started, to), { recursive: true });
        writeFileSync(target, `${JSON.stringify(made, null, 2)}\n`);
        written.push(target);
      } catch (error) {
        apart++;
        console.log(`${scenario.name}: FAILED ${error instanceof Error ? error.message : error}`);
      }
    }
  } finally {
    await builder.stop();
  }
  const own = written.filter((file) => file.startsWith(home));
  if (own.length > 0) await runProgram('biome', ['format', '--write', ...own]);
  console.log(`${list.length} scenarios, ${apart} apart`);
  if (check && apart > 0) process.exitCode = 1;
}

async function logs(): Promise<void> {
  const builder = new Builder();
  try {
    await recordLogs(builder);
  } finally {
    await builder.stop();
  }
}

if (words[0] === 'machine') makeMachine();
else if (words[0] === 'logs') await logs();
else await run();
