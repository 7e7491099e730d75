// Runs the examples of the docstrings, `@example expression // → result`, over what the files of this folder export.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
);
const examples = files.flatMap((file) =>
  [...readFileSync(`${import.meta.dirname}/${file}`, 'utf8').matchAll(/@example (.+?) \/\/ → (.+?)(?: \*\/)?$/gm)].map(
    ([, code = '', result = '']) => ({ file, code, result }),
  ),
);

/** A function’s body with `await` in it. */
const AsyncFunction = (async () => {}).constructor as FunctionConstructor;

describe('the examples in the docstrings', () => {
  it.each(examples)('$file: $code', async ({ file, code, result }) => {
    const scope: Readonly<Record<string, unknown>> = await import(`./${file}`);
    const run = (text: string): Promise<unknown> =>
      new AsyncFunction(...Object.keys(scope), `return (${text});`)(...Object.values(scope));
    expect(await run(code)).toEqual(await run(result));
  });

  it('are there', () => expect(examples.length).toBeGreaterThan(8));
});
