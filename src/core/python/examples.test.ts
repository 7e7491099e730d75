// Runs the examples of the docstrings, `@example expression // → result`, over what index.ts exports, and holds every
// public function to having one and to naming the section of the specification that it follows.
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

/** Public functions that follow no standard: what they say is this project's own. */
const OURS: readonly string[] = ['partAt', 'placeOf', 'problemAt'];

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

/** Every function that index.ts exports, with the docstring that stands before it. */
const docstrings = texts.flatMap(({ file, text }) =>
  [...text.matchAll(/(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export (?:async )?function\*? ?(\w+)/g)]
    .map((match) => ({ file, docstring: match[1] ?? '', name: match[2] ?? '' }))
    .filter(({ name }) => Object.hasOwn(core, name)),
);

const scope: Readonly<Record<string, unknown>> = { ...core, LINUX, LINUX_312 };
const run = (code: string): unknown =>
  new Function(...Object.keys(scope), `return (${code});`)(...Object.values(scope));

describe('the examples in the docstrings', () => {
  it.each(examples)('$file: $code', ({ code, result }) => expect(run(code)).toEqual(run(result)));
});

describe('every public function', () => {
  it('is found in the sources', () => {
    const isFunction = (value: unknown) => typeof value === 'function' && !/^class\b/.test(`${value}`);
    const functions = Object.entries(core).flatMap(([name, value]) => (isFunction(value) ? [name] : []));
    expect(docstrings.map(({ name }) => name).sort()).toEqual(functions.sort());
  });

  it('has an example', () => {
    expect(docstrings.filter(({ docstring }) => !docstring.includes('@example')).map(({ name }) => name)).toEqual([]);
  });

  it('names the section of the specification that it follows, as ("Section") or (PEP 425, "Section")', () => {
    const silent = docstrings.filter(
      ({ docstring }) => !/\((?:[^()"]+, )?"[^"]+"[^()]*\)/.test(docstring.replace(/\s*\n \* ?/g, ' ')),
    );
    expect(silent.map(({ name }) => name).filter((name) => !OURS.includes(name))).toEqual([]);
  });
});
