import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '@/core/resolution';
import { checkResolverScenarios, resolverAnswers } from './resolver-scenarios';
import { baseName, formatContentProblem } from './source';

const folder = 'content/scenarios/resolver/';
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.toml'))
  .map((name) => ({ path: folder + name, text: readFileSync(folder + name, 'utf8') }));
const { answers } = JSON.parse(readFileSync(resolverAnswers, 'utf8'));

describe('the resolver’s scenarios', () => {
  it('are at least 150, each with an answer recorded from uv', () => {
    expect(files.length).toBeGreaterThanOrEqual(150);
    expect(Object.keys(answers).sort()).toEqual(files.map(({ path }) => baseName(path)).sort());
  });

  it('expect what uv said', () => {
    const verdicts = files.map(({ path, text }) => [baseName(path), parseScenario(text).value?.expected?.satisfiable]);
    expect(Object.fromEntries(verdicts)).toEqual(
      Object.fromEntries(
        Object.entries(answers).map(([name, answer]) => [name, Reflect.get(Object(answer), 'satisfiable')]),
      ),
    );
  });
});

describe('the check of a scenario', () => {
  const told = (text: string) => checkResolverScenarios([{ path: 'a.toml', text }]).map(formatContentProblem);
  const sound = 'name = "a"\ndescription = "x"\nroot.requires = ["b"]\nexpected.satisfiable = false\n';

  it('finds nothing in a sound one', () => expect(told(sound)).toEqual([]));

  it.each([
    ['root.requires = ["b"]', 'root.requires = ["b>="]', 'a.toml:3: '],
    ['name = "a"', 'name = "b"', 'a.toml:1: The name "b" isn’t the file’s. Name the file b.toml.'],
    ['description = "x"\n', '', 'a.toml:1: The scenario doesn’t say what it shows.'],
    ['expected.satisfiable = false\n', '', 'a.toml:1: The scenario expects nothing.'],
    [
      'satisfiable = false',
      'satisfiable = true',
      'a.toml:4: The resolver’s answer isn’t the one that is expected: it is {"satisfiable":false}.',
    ],
  ])('finds, with %s made %s, %s', (from, to, said) => {
    expect(told(sound.replace(from, to))).toEqual([expect.stringContaining(said)]);
  });
});
