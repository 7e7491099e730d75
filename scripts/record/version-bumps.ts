// Records what `uv version --bump` makes of versions: what the bump adviser's arithmetic is held against. Every kind of version meets every
// component; two and three components at once, also in another order and where uv refuses them, meet some. A refusal is recorded as null.
//
//   npm run record:bumps              asks all that is named below, writes src/core/versioning/bump/recorded.json
//   npm run record:bumps -- --again   asks again what stands in that file, and nothing else
//
// Both say which answers came out otherwise than the file had them. Needs Python and, to install uv, the index.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { compactJson } from './compact-json.ts';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';
import { root, versionOf } from './versions.ts';

/** A version as pyproject.toml has it, the components in the order of the options, and the next version. */
type Answer = readonly [version: string, components: string, next: string | null];
type Case = readonly [version: string, components: string];

const file = `${root}src/core/versioning/bump/recorded.json`;
const COMMAND = ['version', '--frozen', '--dry-run', '--short'];

const product = (versions: readonly string[], components: readonly string[]): readonly Case[] =>
  versions.flatMap((version) => components.map((some): Case => [version, some]));
const pairs = (first: readonly string[], second: readonly string[]) =>
  first.flatMap((one) => second.map((other) => `${one} ${other}`));

const COMPONENTS = ['major', 'minor', 'patch', 'stable', 'alpha', 'beta', 'rc', 'post', 'dev'];

/** Releases of every length, what comes before and after them, epochs and local parts. */
const PLAIN = [
  ...['0.1.0', '1.4.2', '1.4', '2', '26.3'],
  ...['2.0.0rc1', '1.5.0a2', '1.4.2.post1', '1.4.3.dev2', '2.0.0rc1.dev3'],
  ...['1!1.4.2', '1.4.2+loc', '1.2.3.4'],
];
const INVOLVED = [
  '0',
  '1.2.3.4.5.6',
  '1.5.0b0',
  '1.4.2rc1.post1',
  '1.4.2.post1.dev2',
  '2!1.4.2rc1.post2.dev3+loc.7',
  // Spelled as nobody should, and read all the same.
  '01.04.002',
  'v1.4.2-RC.1',
];

const REORDERED = ['beta patch', 'rc major', 'dev minor'];
/** Each would raise the version: uv refuses them for what stands beside what. */
const TWO_OF_THE_RELEASE = [
  ...['major minor', 'major patch', 'minor patch', 'major major', 'patch patch', 'major minor patch'],
  ...['major beta dev', 'patch post dev', 'major rc rc'],
];
const TWO_OF_THE_PRE_RELEASE = [
  ...['alpha beta', 'alpha rc', 'beta rc', 'beta beta', 'alpha dev', 'beta dev', 'rc dev'],
  ...['stable major', 'stable stable', 'post rc', 'post dev', 'post post'],
];

const named: readonly Case[] = [
  ...product(PLAIN, COMPONENTS),
  ...product(
    ['0.1.0', '1.4.2', '2.0.0rc1'],
    pairs(['major', 'minor', 'patch', 'stable'], ['alpha', 'beta', 'rc', 'dev', 'post']),
  ),
  ...product(INVOLVED, COMPONENTS),
  ...product(['1.4.2'], [...REORDERED, ...TWO_OF_THE_RELEASE]),
  ...product(['1.5.0a2'], TWO_OF_THE_PRE_RELEASE),
  ...product(
    ['1.4', '2', '1!1.4.2+loc', '1.2.3.4.5.6', '2.0.0rc1.dev3', '1.4.2.post1.dev2'],
    ['patch beta', 'minor rc', 'major dev', 'beta patch'],
  ),
];

const uv = `${dirname(toolsPython())}/uv`;
const env = plainPipEnvironment();
const scratch = mkdtempSync(`${tmpdir()}/shipshape-bumps-`);

/** What uv would write in place of the version, or null where it refuses that bump. Anything else that goes wrong is no answer. */
function ask([version, components]: Case): string | null {
  writeFileSync(`${scratch}/pyproject.toml`, `[project]\nname = "asked"\nversion = ${JSON.stringify(version)}\n`);
  const options = components.split(' ').flatMap((component) => ['--bump', component]);
  const { status, stdout, stderr } = spawnSync(uv, [...COMMAND, ...options], { cwd: scratch, env, encoding: 'utf8' });
  if (status === 0) return stdout.trim();
  if (/^error: .*(`--bump|didn't increase the version)/.test(stderr)) return null;
  throw new Error(`uv gives no answer for ${version}, ${components}: ${stderr}`);
}

const before: readonly Answer[] = JSON.parse(readFileSync(file, 'utf8')).answers;
const cases = process.argv.includes('--again') ? before : named;

try {
  const answers = cases.map(([version, components]): Answer => [version, components, ask([version, components])]);
  const had = new Map(before.map(([version, components, next]) => [`${version} ${components}`, next]));
  for (const [version, components, next] of answers) {
    const old = had.get(`${version} ${components}`);
    if (old !== undefined && old !== next)
      console.log(`${version}, ${components}: ${next ?? 'refused'}, was ${old ?? 'refused'}`);
  }
  const heading = { tool: `uv ${versionOf('uv')}`, command: `uv ${COMMAND.join(' ')} --bump …` };
  writeFileSync(file, compactJson({ ...heading, answers }, ['answers']));
  console.log(`${answers.length} answers, ${before.length} before`);
} finally {
  rmSync(scratch, { recursive: true });
}
