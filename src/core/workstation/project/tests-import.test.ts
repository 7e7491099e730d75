import { describe, expect, it } from 'vitest';
import { plainText } from '../sentence';
import { greeting, installed } from './greeting.fixture';
import { whatTestsImport } from './tests-import';

describe('tests', () => {
  it('of a src layout import what is installed', () => {
    for (const kind of ['wheel', 'editable'] as const)
      for (const c of ['pytest', 'python -m pytest'] as const) {
        const got = whatTestsImport(installed(greeting(), kind), c);
        console.log(
          kind,
          c,
          got.gets,
          got.outcome,
          plainText(got.because),
          got.first.map((f) => f.folder),
          JSON.stringify(got.tests[0]?.walk.end),
          got.tests[0]?.walk.steps.map((s) => plainText(s.sentence)),
        );
      }
    expect(1).toBe(1);
  });
});
