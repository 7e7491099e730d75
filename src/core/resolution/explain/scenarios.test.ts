// Explanations beside uv's own messages for the same scenarios, as scripts/record/resolver.ts recorded them.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../scenario';
import { resolve } from '../uv/resolve';
import { faultOfFact, faultOfNotice } from './fact-truth';
import { explain, writeExplanation } from './index';

interface Recorded {
  readonly answers: Readonly<Record<string, { readonly satisfiable: boolean; readonly message: string }>>;
}

const FOLDERS = ['content/scenarios/resolver', 'src/core/resolution/conformance'];

const scenarios = FOLDERS.flatMap((folder) => {
  const { answers } = JSON.parse(readFileSync(`${folder}/support/recorded.json`, 'utf8')) as Recorded;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.toml'))
    .map((file) => ({ name: file.slice(0, -5), path: `${folder}/${file}` }))
    .flatMap(({ name, path }) => {
      const answer = answers[name];
      return answer === undefined ? [] : [{ name, path, ...answer }];
    });
});

/** uv's proof without line breaks, indents, warnings and hints. */
function proofIn(message: string): string {
  const proof = message.slice(message.indexOf('cause: ') + 'cause: '.length).split('\n\nhint')[0] ?? '';
  return proof.replace(/\s+/g, ' ').trim();
}

const wordsIn = (text: string) => text.split(' ').length;

describe('explanations beside uv’s', () => {
  const compared = scenarios
    .filter(({ satisfiable }) => !satisfiable)
    .map(({ name, path, message }) => {
      const { value } = parseScenario(readFileSync(path, 'utf8'));
      const explanation = value && explain(value.problem, resolve);
      const ours = explanation === undefined ? [] : writeExplanation(explanation).map(({ text }) => text);
      return { name, ours, uv: proofIn(message), problem: value?.problem, explanation };
    });

  it.each(compared)('say nothing that isn’t true of the index: $name', ({ problem, explanation }) => {
    if (problem === undefined || explanation === undefined) throw new Error('It can be read, and has no solution.');
    const facts = explanation.steps.flatMap(({ reasons }) =>
      reasons.flatMap((reason) => (reason.kind === 'fact' ? [reason.fact] : [])),
    );
    expect(facts.flatMap((fact) => faultOfFact(problem, fact) ?? [])).toEqual([]);
    expect(explanation.notices.flatMap((notice) => faultOfNotice(problem, notice) ?? [])).toEqual([]);
  });

  it.each(compared)('need no more sentences: $name', ({ ours, uv }) => {
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.length).toBeLessThanOrEqual(Math.max(1, uv.split('we can conclude').length - 1));
  });

  it('take two thirds of the words in all', () => {
    const all = compared.reduce((sum, { uv }) => sum + wordsIn(uv), 0);
    const own = compared.reduce((sum, { ours }) => sum + wordsIn(ours.join(' ')), 0);
    expect(own / all).toBeLessThan(2 / 3);
  });
});
