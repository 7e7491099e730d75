// BuildKit’s build checks beside ours, case by case (`npm run record:dockerfile`).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintDockerfile, PLAIN_SETTING } from '.';
import { LINT_RULES } from './rules';

interface RecordedLint {
  readonly text: string;
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly image?: { readonly Env: readonly string[] };
  readonly answer: {
    readonly warnings: readonly {
      readonly rule: string;
      readonly message: string;
      readonly lines: readonly number[];
    }[];
    readonly error?: { readonly message: string };
  };
}

function linesOf(path: string): string[] {
  return readFileSync(`${import.meta.dirname}/${path}`, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
}

const cases = linesOf('recorded/cases.jsonl').map((line): RecordedLint => JSON.parse(line));
const files = linesOf('../dockerfile/recorded/files.jsonl').map((line): RecordedLint & { file: string } => {
  const { file, lint } = JSON.parse(line);
  const text = readFileSync(`${import.meta.dirname}/../dockerfile/recorded/files/${file}`, 'utf8');
  return { file, text, answer: lint };
});
const AMD64 = { os: 'linux', architecture: 'amd64', variant: '' };

function holdBeside({ text, buildArgs = {}, image, answer }: RecordedLint): void {
  const environment = new Map((image?.Env ?? []).map((pair) => pair.split('=', 2) as [string, string]));
  const base = { environment, hasShell: false, triggers: [], platform: AMD64 };
  const linted = lintDockerfile(text, {
    ...PLAIN_SETTING,
    arguments: new Map(Object.entries(buildArgs)),
    image: () => base,
  });
  const row = (rule: string, message: string, line: number) => `${line} ${rule}: ${message}`;
  const ours = linted.findings.map(({ rule, message, at }) => row(rule, message, at.start.line));
  const theirs = answer.warnings.map(({ rule, message, lines }) => row(rule, message, lines[0] ?? 0));
  expect(ours.sort()).toEqual(theirs.sort());
  const isLint = answer.error?.message.startsWith('lint violation found') ?? false;
  expect(linted.fails && linted.problem === undefined).toBe(isLint);
  if (!isLint) expect(linted.problem).toBe(answer.error?.message);
}

describe('build checks', () => {
  it.each(cases.map((one) => [JSON.stringify(one.text).slice(0, 100), one] as const))('%s', (_, one) =>
    holdBeside(one),
  );
  it.each(files)('of $file', (one) => holdBeside(one));

  it('are all met in the recorded cases, but for the one that needs an ignore file', () => {
    const met = new Set([...cases, ...files].flatMap(({ answer }) => answer.warnings.map(({ rule }) => rule)));
    expect(Object.keys(LINT_RULES).filter((rule) => !met.has(rule))).toEqual(['CopyIgnoredFile']);
  });
});
