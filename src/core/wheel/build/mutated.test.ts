import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDistribution } from './plan-distribution';
import { GREETING, textIn } from './written-projects';

const TOML = GREETING.find(({ path }) => path === 'pyproject.toml')?.content as string;

/** Backends with tables of their own, so that damage finds them too. */
const DOCUMENTS = [
  TOML.replace('version = "0.1.0"', 'dynamic = ["version"]').concat(
    '[tool.hatch.version]\npath = "src/greeting/__init__.py"\n[tool.hatch.build]\nexclude = ["tests"]\nforce-include = {"LICENSE" = "greeting/L"}\nsources = ["src"]\n',
  ),
  TOML.replaceAll('hatchling.build', 'setuptools.build_meta')
    .replaceAll('hatchling', 'setuptools')
    .concat(
      '[tool.setuptools]\npackage-dir = {"" = "src"}\npackage-data = {greeting = ["*.txt"]}\n[tool.setuptools.packages.find]\nwhere = ["src"]\n',
    ),
  TOML.replaceAll('hatchling.build', 'uv_build')
    .replaceAll('hatchling', 'uv_build>=0.13,<0.14')
    .concat(
      '[tool.uv.build-backend]\nmodule-name = "greeting"\nsource-include = ["tests/**"]\ndata = {scripts = "bin"}\n',
    ),
];

const SHREDS = [
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '=',
  '\n',
  '..',
  '/',
  '**',
  '\\',
  '\u0000',
  '\ud800',
  'true',
  '9'.repeat(40),
  '[project]\n',
  '*'.repeat(30),
];

describe('laws', () => {
  it('whatever stands in pyproject.toml, there is a plan or a problem with a sentence, and never a throw', () => {
    const edit = fc.tuple(fc.nat(1000), fc.nat(6), fc.constantFrom(...SHREDS, ''));
    const given = fc.record({
      document: fc.constantFrom(...DOCUMENTS),
      edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
      kind: fc.constantFrom('wheel', 'sdist', 'editable'),
    });
    fc.assert(
      fc.property(given, ({ document, edits, kind }) => {
        const text = edits.reduce((before, [at, length, shred]) => {
          const start = at % before.length;
          return before.slice(0, start) + shred + before.slice(start + length);
        }, document);
        const tree = GREETING.map((file) => (file.path === 'pyproject.toml' ? { ...file, content: text } : file));
        const planned = planDistribution(tree, kind);
        const problems = planned.kind === 'failed' ? planned.problems : planned.warnings;
        for (const { message, at } of problems) {
          expect(message).not.toBe('');
          expect(at === undefined || (at.from >= 0 && at.from <= at.to && at.line >= 1)).toBe(true);
        }
        if (planned.kind === 'failed') expect(problems.some(({ weight }) => weight === 'error')).toBe(true);
        else expect(textIn(planned.plan, planned.plan.files.at(-1)?.path ?? '')).not.toBe('');
      }),
      { numRuns: 150 },
    );
  });
});
