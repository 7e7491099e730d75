// What holds for any text whatever: nothing throws, places are in the text, the canonical writing means the same, and reading is
// linear. `npm run fuzz` asks the same of more texts.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Dockerfile } from './dockerfile';
import { expandInstruction } from './expand-instruction';
import { expandWord } from './expand-word';
import { formatDockerfile } from './format-dockerfile';
import { hostileDockerfile } from './hostile-dockerfile';
import { meaningOf } from './meaning';
import { parseDockerfile } from './parse-dockerfile';
import { parseTrigger } from './parse-trigger';
import type { Stretch } from './place';

const folder = `${import.meta.dirname}/recorded/files/`;
const samples = readdirSync(folder).map((name) => readFileSync(folder + name, 'utf8'));
const text = hostileDockerfile(samples);

function instructionsOf({ globalArgs, stages }: Dockerfile) {
  return [...globalArgs, ...stages.flatMap(({ from, instructions }) => [from, ...instructions])];
}

/** All that the builder acts on. */
function essence(file: Dockerfile): unknown {
  const directives = file.directives.map(({ name, value }) => `${name}=${value}`);
  return [file.escape, directives, instructionsOf(file).map(meaningOf)];
}

/** How often a text is looked at while something is done. */
function looksDuring(act: () => unknown): number {
  const spies = (['charCodeAt', 'codePointAt', 'slice', 'indexOf', 'startsWith'] as const).map((name) => {
    return vi.spyOn(String.prototype, name);
  });
  act();
  const looks = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return looks;
}

describe('any text', () => {
  it('is read without throwing, with places that lie in it', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { file, problems } = parseDockerfile(written);
        const places: Stretch[] = [...problems, ...instructionsOf(file), ...file.directives].map(({ at }) => at);
        for (const { start, end } of places) {
          expect(start.offset).toBeLessThanOrEqual(end.offset);
          expect(end.offset).toBeLessThanOrEqual(written.length);
          expect(written.slice(0, start.offset).split('\n').length).toBe(start.line);
        }
      }),
    );
  });

  it('means the same in canonical writing, which is its own canonical writing', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { file } = parseDockerfile(written.toWellFormed());
        const formatted = formatDockerfile(file);
        const again = parseDockerfile(formatted).file;
        expect(essence(again)).toEqual(essence(file));
        expect(formatDockerfile(again)).toBe(formatted);
      }),
    );
  });

  it('is expanded without throwing; what was asked for was there or wasn’t', () => {
    const environment = new Map([
      ['x', 'a/b.c'],
      ['y', ''],
    ]);
    fc.assert(
      fc.property(text, fc.constantFrom('\\' as const, '`' as const), (written, escaping) => {
        const { used, missing } = expandWord(written, environment, escaping);
        expect([...used].every((name) => environment.has(name))).toBe(true);
        expect([...missing].some((name) => environment.has(name))).toBe(false);
        parseTrigger(written);
        for (const { instructions } of parseDockerfile(written).file.stages) {
          for (const instruction of instructions) expandInstruction(instruction, environment, escaping);
        }
      }),
    );
  });
});

describe('reading twice as much', () => {
  it.each([
    ['instructions', 'RUN echo a "b" $c \\\n  && true\n'],
    ['continuations', 'RUN a \\\n'],
    ['comments inside an instruction', 'RUN a \\\n# c\n b \\\n'],
    ['comments', '# a comment\n'],
    ['flags', 'COPY --exclude=a --exclude="b c" \\\n'],
    ['JSON', 'CMD ["a", "b", \\\n'],
    ['heredocs', 'RUN cat <<A <<B\nx\nA\ny\nB\n'],
    ['heredocs without end', 'RUN cat <<A\nx\n'],
    ['nested triggers', 'ONBUILD \\\n'],
    ['variables', `ENV a=\${b:-\${c}} d="$e" \\\n`],
    ['stages', 'FROM a AS b\nCOPY --from=b c d\n'],
  ])('takes twice the looks: %s', (_, piece) => {
    const read = (times: number) => looksDuring(() => parseDockerfile(`FROM a\n${piece.repeat(times)}`));
    const once = read(200);
    expect(read(400) / once).toBeLessThan(2.3);
  });

  it.each([
    ['stars', `\${x##*a*a*a*a*a*a*b}`],
    ['question marks', `\${x%%?*?*?*?c}`],
    ['replaced', `\${x//*a*a*b/-}`],
  ])('takes a value of many characters: %s', (_, word) => {
    expect(expandWord(word, new Map([['x', 'a'.repeat(20_000)]]), '\\').problem).toBeUndefined();
  });

  it('takes no substitution that is nested too deeply to be read', () => {
    const deep = `${'${a:-'.repeat(5_000)}${'}'.repeat(5_000)}`;
    expect(expandWord(deep, new Map(), '\\').problem).toContain('nested deeper than 200');
  });
});
