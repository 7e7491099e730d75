// Runs the examples of the docstrings, `@example expression // → result`, over what this folder and the one of Python's standards export.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as python from '@/core/python';
import * as notation from '.';
import { spelledOut } from './judge-cargo';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const examples = files.flatMap((file) =>
  [...readFileSync(`${import.meta.dirname}/${file}`, 'utf8').matchAll(/@example (.+?) \/\/ → (.+?)(?: \*\/)?$/gm)].map(
    ([, code = '', result = '']) => ({ file, code, result }),
  ),
);
const scope: Readonly<Record<string, unknown>> = { ...python, ...notation, spelledOut };
const run = (text: string): unknown =>
  new Function(...Object.keys(scope), `return (${text});`)(...Object.values(scope));

describe('the examples in the docstrings', () => {
  it.each(examples)('$file: $code', ({ code, result }) => expect(run(code)).toEqual(run(result)));

  it('are there', () => expect(examples.length).toBeGreaterThan(15));
});
