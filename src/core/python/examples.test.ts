// Runs the examples of the docstrings, `@example expression // → result`, over what index.ts exports.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LINUX } from './arbitraries';
import * as core from './index';

const LINUX_312: core.TagEnvironment = {
  implementation: 'cp',
  python: [3, 12],
  abis: null,
  platform: { kind: 'linux', arch: 'x86_64', libc: 'glibc', libcVersion: [2, 36] },
  freeThreaded: false,
};

const folder = new URL('./', import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
);
const texts = sources.map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
const examples = texts.flatMap(({ file, text }) =>
  [...text.matchAll(/@example (.+?) \/\/ → (.+)/g)].map((match) => ({
    file,
    code: match[1] ?? '',
    result: match[2] ?? '',
  })),
);

const scope: Readonly<Record<string, unknown>> = { ...core, LINUX, LINUX_312 };
const run = (code: string): unknown =>
  new Function(...Object.keys(scope), `return (${code});`)(...Object.values(scope));

describe('the examples in the docstrings', () => {
  it.each(examples)('$file: $code', ({ code, result }) => expect(run(code)).toEqual(run(result)));
});
