/** What holds for every build, whatever the Dockerfile and the files are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContextEntries } from '../files/build-context';
import { scenarioOutcome } from '../scenario/scenario-outcome';
import type { BuildOutcome } from './build';
import { buildAll, inputOf, ranOrCached } from './project.fixture';

const names = ['a.txt', 'b.txt', 'src/c.py', 'src/d.py', 'src/lib/e.py', 'docs/f.md'];
const entry = fc.oneof(
  fc.record({ content: fc.constantFrom('1', '2', '3'), mode: fc.constantFrom('0644', '0755') }),
  fc.record({ symlink: fc.constantFrom('a.txt', '../a.txt', 'nowhere') }),
);
const context: fc.Arbitrary<ContextEntries> = fc
  .dictionary(fc.constantFrom(...names), entry, { minKeys: 2 })
  .map((entries) => ({
    'a.txt': { content: 'a' },
    'src/c.py': { content: 'c' },
    ...entries,
    'a.txt.keep': { content: '' },
  }));

// No instruction reads `unread/`.
const instruction = fc.constantFrom(
  'COPY a.txt /app/',
  'COPY src /app/src/',
  'COPY --chown=app a.txt src /all/',
  'COPY --chmod=640 src /modes/',
  'COPY --link src /linked/',
  'COPY src/*.py ./',
  'ADD a.txt added.txt',
  'RUN make',
  'RUN make again',
  'RUN --mount=type=bind,source=src,target=/src test',
  'RUN --mount=type=cache,target=/cache fetch',
  'ENV A=1',
  'ARG V=1',
  'WORKDIR /app',
  'USER app',
  'LABEL a=b',
  'COPY <<EOF /inline\ntext $A\nEOF',
);
const stage = fc.array(instruction, { minLength: 1, maxLength: 7 });
const dockerfile = fc
  .tuple(stage, stage, fc.constantFrom('alpine', 'debian', 'first', 'scratch'))
  .map(
    ([first, second, base]) =>
      `FROM alpine AS first\n${first.join('\n')}\nFROM ${base}\nCOPY --from=first /bin/sh /taken\n${second
        .filter((line) => base !== 'scratch' || !line.startsWith('RUN'))
        .join('\n')}\n`,
  );

const all = (outcome: BuildOutcome | undefined, kind: string) =>
  ranOrCached(outcome).filter((step) => !step.endsWith(kind));
const edited = (entries: ContextEntries): ContextEntries => ({ ...entries, 'src/c.py': { content: 'edited' } });

describe('a build', () => {
  it('runs no step without an edit', () => {
    fc.assert(
      fc.property(dockerfile, context, (text, files) => {
        const [first, second] = buildAll([inputOf(text, files), inputOf(text, files)]);
        fc.pre(first?.kind === 'built');
        expect(all(second, ' cached')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('runs no step for a file that no step reads', () => {
    fc.assert(
      fc.property(dockerfile, context, (text, files) => {
        const more = { ...files, 'unread/x.txt': { content: 'x' } };
        const [first, second] = buildAll([inputOf(text, files), inputOf(text, more)]);
        fc.pre(first?.kind === 'built');
        expect(all(second, ' cached')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('runs no step for a time alone', () => {
    fc.assert(
      fc.property(dockerfile, context, (text, files) => {
        const touched = Object.fromEntries(
          Object.entries(files).map(([path, one]) => [path, 'content' in one ? { ...one, mtime: 1_700_000_000 } : one]),
        );
        const [first, second] = buildAll([inputOf(text, files), inputOf(text, touched)]);
        fc.pre(first?.kind === 'built');
        expect(all(second, ' cached')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('makes the same image with and without the cache', () => {
    fc.assert(
      fc.property(dockerfile, context, (text, files) => {
        const [first, , again, fresh] = buildAll([
          inputOf(text, files),
          inputOf(text, edited(files)),
          inputOf(text, edited(files)),
          inputOf(text, edited(files), { ignoresCache: true }),
        ]);
        fc.pre(first?.kind === 'built' && again?.kind === 'built' && fresh?.kind === 'built');
        const image = (outcome: BuildOutcome) => scenarioOutcome(outcome).image;
        expect(image(fresh as BuildOutcome)).toEqual(image(again as BuildOutcome));
      }),
      { numRuns: 50 },
    );
  });

  it('finds everything again after an edit is undone', () => {
    fc.assert(
      fc.property(dockerfile, context, (text, files) => {
        const [first, second, third] = buildAll([
          inputOf(text, files),
          inputOf(text, edited(files)),
          inputOf(text, files),
        ]);
        fc.pre(first?.kind === 'built' && second?.kind === 'built');
        expect(all(third, ' cached')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('tells of each step that runs why it does', () => {
    fc.assert(
      fc.property(dockerfile, dockerfile, context, (before, after, files) => {
        const [, second] = buildAll([inputOf(before, files), inputOf(after, edited(files))]);
        fc.pre(second?.kind === 'built');
        const steps = second?.kind === 'built' ? second.steps : [];
        const unexplained = steps.filter(
          ({ status, sharedWith }) => status.kind === 'ran' && status.causes.length === 0 && sharedWith.length === 0,
        );
        expect(unexplained.map(({ instruction: text }) => text)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
