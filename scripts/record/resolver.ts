// Asks uv, in the release that content/versions.json names, what it makes of resolver scenarios (docs/resolver-scenarios.md):
// writes the verdict and the pins into each file as `[expected]`, its last part, and everything that uv said into
// support/recorded.json beside the files.
//
//   npm run record:resolver                     the course's scenarios, and the core's random ones
//   npm run record:resolver -- <folder>…        the scenarios of other folders
//   npm run record:resolver -- --check …        writes nothing: prints what uv answers differently now, and fails for it
//   npm run record:resolver -- grow <out> [count] [seed] [large|rare|wild]   new random scenarios with uv's answers, for `npm run conformance`

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModule } from '../load-module.mjs';
import type { Lock, LockFork } from './lock-forks.ts';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';
import { versionOf } from './versions.ts';

const folders = ['../../content/scenarios/resolver', '../../src/core/resolution/conformance'];
const script = fileURLToPath(new URL('resolver.py', import.meta.url));
const author = fileURLToPath(new URL('resolver_random.py', import.meta.url));

/** A line of resolver.py. */
interface Asked {
  readonly file: string;
  readonly refused?: string;
  readonly command: string;
  readonly satisfiable: boolean;
  readonly message: string;
  readonly packages?: Readonly<Record<string, string>>;
  readonly lock?: Lock;
}

const { forksOfLock } = (await loadModule('scripts/record/lock-forks.ts')) as {
  forksOfLock: (lock: Lock) => readonly LockFork[];
};

/** What is kept of an answer; without forks where it doesn't fork. */
function recorded({ command, satisfiable, message, packages, lock }: Asked) {
  const forks = lock === undefined ? [] : forksOfLock(lock);
  const [only] = forks;
  const pins = forks.length === 1 ? only?.packages : packages;
  return { command, satisfiable, ...(pins && { packages: pins }), ...(forks.length > 1 && { forks }), message };
}

type Recorded = ReturnType<typeof recorded>;

const quoted = (text: string): string => JSON.stringify(text);
const isBare = (key: string): boolean => /^[\w-]+$/.test(key);
const table = (pins: Readonly<Record<string, string>>): string =>
  Object.entries(pins)
    .map(([name, version]) => `${isBare(name) ? name : quoted(name)} = ${quoted(version)}\n`)
    .join('');

/** The last part of a scenario's file. */
function expectedPart({ satisfiable, packages, forks }: Recorded): string {
  let text = `[expected]\nsatisfiable = ${satisfiable}\n`;
  if (packages !== undefined) text += `\n[expected.packages]\n${table(packages)}`;
  for (const fork of forks ?? []) {
    text += `\n[[shipshape.expected_forks]]\nmarkers = ${quoted(fork.markers ?? '')}\n`;
    text += `\n[shipshape.expected_forks.packages]\n${table(fork.packages)}`;
  }
  return text;
}

/** The file up to its expectation, and the expectation anew. */
function withExpected(text: string, answer: Recorded): string {
  const at = text.search(/^\[expected\]$/m);
  const asked = at === -1 ? text : text.slice(0, at);
  return `${asked.trimEnd()}\n\n${expectedPart(answer)}`;
}

function record(folder: string, check: boolean, drop = false): number {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.toml'))
    .sort()
    .map((name) => join(folder, name));
  const python = toolsPython();
  const env = { ...plainPipEnvironment(), PYTHONDONTWRITEBYTECODE: '1' };
  const uv = join(python, '..', 'uv');
  const said = execFileSync(python, [script, uv, ...files], { env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const answers: Record<string, Recorded> = {};
  let different = 0;
  for (const line of said.trim().split('\n')) {
    const asked = JSON.parse(line) as Asked;
    if (asked.refused !== undefined) {
      if (drop) rmSync(asked.file);
      else console.error(`${asked.file}: refused: ${asked.refused}`);
      different++;
      continue;
    }
    const answer = recorded(asked);
    answers[basename(asked.file, '.toml')] = answer;
    const text = readFileSync(asked.file, 'utf8');
    const now = withExpected(text, answer);
    if (now === text) continue;
    different++;
    if (check) console.log(`${asked.file}: uv ${versionOf('uv')} answers ${JSON.stringify(answer)}`);
    else writeFileSync(asked.file, now);
  }
  if (!check) {
    mkdirSync(join(folder, 'support'), { recursive: true });
    const whole = { tool: 'uv', version: versionOf('uv'), host: 'Linux, x86_64, glibc 2.36', answers };
    writeFileSync(join(folder, 'support', 'recorded.json'), `${JSON.stringify(whole, null, 2)}\n`);
  }
  console.log(`${folder}: ${files.length} scenarios, ${different} ${check ? 'differ' : 'written'}`);
  return different;
}

const fromCaller = (folder: string): string => resolve(process.env['INIT_CWD'] ?? '.', folder);

/** Writes random scenarios into a folder. */
function grow(out: string, ...more: readonly string[]): void {
  mkdirSync(out, { recursive: true });
  const env = { ...plainPipEnvironment(), PYTHONDONTWRITEBYTECODE: '1' };
  execFileSync(toolsPython(), [author, out, ...more], { env, stdio: 'inherit' });
}

const words = process.argv.slice(2);
const check = words.includes('--check');
const given = words.filter((word) => !word.startsWith('--'));
if (given[0] === 'grow') {
  const [, out, count = '200', seed = '1', ...size] = given;
  if (out === undefined) throw new Error('Say where: grow <out> [count] [seed] [large|rare|wild].');
  grow(fromCaller(out), count, seed, ...size);
  // What uv refuses to be asked is no case.
  record(fromCaller(out), false, true);
} else {
  const asked =
    given.length > 0 ? given.map(fromCaller) : folders.map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
  const different = asked.map((folder) => record(folder, check));
  if (check && different.some((count) => count > 0)) process.exitCode = 1;
}
