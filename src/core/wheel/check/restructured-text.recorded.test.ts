// What we say of a description in reStructuredText beside docutils as twine sets it up, text by text (`npm run record:wheel-checks`).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeRestructuredText } from './restructured-text';

interface Recorded {
  readonly text: string;
  readonly renders: boolean;
  readonly message?: string;
}

const [, ...lines] = readFileSync(`${import.meta.dirname}/recorded/descriptions.jsonl`, 'utf8')
  .trimEnd()
  .split('\n');
const cases = lines.map((line): Recorded => JSON.parse(line));
const judged = cases.map((recorded) => ({ ...recorded, ours: judgeRestructuredText(`${recorded.text}\n`) }));

describe('a description', () => {
  it('that we say renders, does', () => {
    expect(judged.filter(({ ours, renders }) => ours.kind === 'renders' && !renders)).toEqual([]);
  });

  it('that we say fails, does', () => {
    expect(judged.filter(({ ours, renders }) => ours.kind === 'fails' && renders)).toEqual([]);
  });

  it('is left open in fewer than three cases of five, most of them made to be odd', () => {
    expect(judged.filter(({ ours }) => ours.kind === 'unknown').length).toBeLessThan(judged.length * 0.6);
  });

  it.each([
    ['dashes', 'a-'.repeat(100_000)],
    ['marks', '*a'.repeat(100_000)],
    ['backticks', ' `a <b'.repeat(50_000)],
    ['lines', 'a\n\n'.repeat(20_000)],
    ['an address', `http://${'a_'.repeat(100_000)}`],
  ])('of any length is judged at once: %s', (_, text) => {
    expect(judgeRestructuredText(text).kind).toMatch(/^(?:renders|fails|unknown)$/);
  });
});
