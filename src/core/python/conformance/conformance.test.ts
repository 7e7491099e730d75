// Our answers beside those of the reference implementation, on every case of the files in this folder.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Case } from './case';
import { SUITES } from './suites';

const SHOWN = 5;

function casesOf(suite: string): readonly Case[] {
  const lines = readFileSync(new URL(`${suite}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** JSON with the keys of objects sorted, so that equal answers are equal text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}

describe('the reference implementation of the standards', () => {
  for (const [suite, compare] of SUITES) {
    const cases = casesOf(suite);
    const decided = cases.filter((given) => given.quirk !== true);
    it(`agrees on all ${decided.length} cases of ${suite}`, () => {
      const disagreements: string[] = [];
      for (const given of decided) {
        const { expected, got } = compare(given);
        if (canonical(expected) === canonical(got)) continue;
        disagreements.push([given, expected, got].map((part) => JSON.stringify(part).slice(0, 600)).join('\n    '));
      }
      expect(disagreements.length, disagreements.slice(0, SHOWN).join('\n')).toBe(0);
    });
    const open = cases.filter((given) => given.quirk === true);
    if (open.length === 0) continue;
    it(`leaves ${open.length} cases of ${suite} open, on all of which we agree too`, () => {
      const agreed = open.filter((given) => {
        const { expected, got } = compare(given);
        return canonical(expected) === canonical(got);
      });
      expect(agreed.length).toBe(open.length);
    });
  }
});
