// Our answers beside those of the reference implementation, on every case of the files in this folder.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runSuites } from '@/check/conformance/run-suites';
import { STANDARD_SUITES } from './suites';

const SHOWN = 5;

const copied = (suite: string) => ({
  path: `${suite}.jsonl`,
  text: readFileSync(new URL(`${suite}.jsonl`, import.meta.url), 'utf8'),
});

describe('the reference implementation of the standards', () => {
  it.each([...STANDARD_SUITES.keys()])(
    'agrees on every case of %s, those that the standard leaves open too',
    (suite) => {
      const { results, disagreements, faults } = runSuites([copied(suite)], () => 0);
      const shown = disagreements
        .slice(0, SHOWN)
        .map(({ line, ...rest }) => `${line}: ${JSON.stringify([rest.case, rest.expected, rest.got]).slice(0, 1500)}`);
      expect({ disagreements: disagreements.length, faults }, shown.join('\n')).toEqual({
        disagreements: 0,
        faults: [],
      });
      expect(results).toEqual([
        {
          suite,
          cases: expect.any(Number),
          agree: results[0]?.cases,
          apart: expect.any(Number),
          apartAgree: results[0]?.apart,
          seconds: 0,
        },
      ]);
      expect(results[0]?.cases).toBeGreaterThan(20);
    },
  );
});
