// Asks BuildKit's Dockerfile frontend and its .dockerignore matcher again what they make of the questions in
// src/core/docker/{dockerfile,ignore,lint}/recorded. A new case is a line with a question there, or a file in
// dockerfile/recorded/files; its answer is written behind it.
//
//   npm run record:dockerfile
//
// Needs Go; the releases are those of scripts/record/dockerfile/go.mod.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { root } from './versions.ts';

type Question = Readonly<Record<string, unknown>>;

const core = `${root}src/core/docker/`;
const program = `${root}scripts/record/dockerfile`;
const scratch = mkdtempSync(`${tmpdir()}/shipshape-dockerfile-`);

function releaseOf(module: string): string {
  const found = readFileSync(`${program}/go.mod`, 'utf8')
    .split('\n')
    .find((line) => line.includes(`${module} v`));
  const version = found
    ?.trim()
    .split(' ')
    .find((word) => /^v\d/.test(word));
  if (version === undefined) throw new Error(`scripts/record/dockerfile/go.mod names no release of ${module}.`);
  return version;
}

const recordedWith = {
  buildkit: releaseOf('github.com/moby/buildkit'),
  patternmatcher: releaseOf('github.com/moby/patternmatcher'),
  platform: 'linux/amd64',
};

function ask(questions: readonly Question[]): unknown[] {
  const input = questions.map((question) => JSON.stringify(question)).join('\n');
  const output = execFileSync(`${scratch}/ask`, { input, maxBuffer: 1 << 28 }).toString();
  return output
    .trimEnd()
    .split('\n')
    .map((line) => inOrder(JSON.parse(line)) as Record<string, unknown>);
}

/** What a map’s order decides in the tool has one order here. */
function inOrder(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('warnings' in answer) || !Array.isArray(answer.warnings))
    return answer;
  const keyed = answer.warnings.map((warning: unknown) => JSON.stringify(warning)).sort();
  return { ...answer, warnings: keyed.map((warning): unknown => JSON.parse(warning)) };
}

function rowsOf(file: string): Record<string, unknown>[] {
  return readFileSync(core + file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => inOrder(JSON.parse(line)) as Record<string, unknown>);
}

function write(file: string, rows: readonly unknown[]): void {
  writeFileSync(core + file, `${[{ recordedWith }, ...rows].map((row) => JSON.stringify(row)).join('\n')}\n`);
  console.log(`${file}: ${rows.length} cases`);
}

try {
  execFileSync('go', ['build', '-o', `${scratch}/ask`, '.'], { cwd: program, stdio: 'inherit' });
  for (const name of [
    'dockerfile/recorded/parse',
    'dockerfile/recorded/words',
    'dockerfile/recorded/sources',
    'lint/recorded/cases',
  ]) {
    const questions = rowsOf(`${name}.jsonl`).map(({ answer: _, ...question }) => question);
    const answers = ask(questions);
    write(
      `${name}.jsonl`,
      questions.map((question, i) => ({ ...question, answer: answers[i] })),
    );
  }

  const ignored = rowsOf('ignore/recorded/cases.jsonl').map(({ text, paths }) => ({
    text,
    paths: paths as readonly string[],
  }));
  const alone = ask(
    ignored.map(({ text, paths }) => ({ ask: 'ignore', text, paths: paths.map((path) => path.replace(/\/$/, '')) })),
  );
  const walks = ask(ignored.map((one) => ({ ask: 'walk', ...one })));
  write(
    'ignore/recorded/cases.jsonl',
    ignored.map((one, i) => ({ ...one, alone: alone[i], walk: walks[i] })),
  );

  const names = readdirSync(`${core}dockerfile/recorded/files`).sort();
  const texts = names.map((name) => readFileSync(`${core}dockerfile/recorded/files/${name}`, 'utf8'));
  const parsed = ask(texts.map((text) => ({ ask: 'parse', text })));
  const linted = ask(texts.map((text) => ({ ask: 'lint', text })));
  write(
    'dockerfile/recorded/files.jsonl',
    names.map((file, i) => ({ file, answer: parsed[i], lint: linted[i] })),
  );
} finally {
  rmSync(scratch, { recursive: true });
}
