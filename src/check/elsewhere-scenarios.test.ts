import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkElsewhereScenarios } from './elsewhere-scenarios';
import { formatContentProblem } from './source';

const folder = 'content/scenarios/elsewhere/';
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.toml'))
  .map((name) => ({ path: folder + name, text: readFileSync(folder + name, 'utf8') }));

describe('the scenarios of other ecosystems', () => {
  it.each(['npm', 'cargo', 'go'])('are at least 25 of %s', (tool) => {
    expect(files.filter(({ text }) => text.includes(`\n[shipshape.${tool}.expected]\n`)).length).toBeGreaterThan(24);
  });

  it('are answered as the tools answered', () => {
    expect(checkElsewhereScenarios(files).map(formatContentProblem)).toEqual([]);
  });
});

describe('the check of such a scenario', () => {
  const sound = [
    'name = "a"',
    'description = "x"',
    'shipshape.ecosystem = "go"',
    'shipshape.go.require = ["example.com/lib v1.2.0"]',
    'shipshape.go.modules."example.com/lib"."v1.2.0" = {}',
    'shipshape.go.expected.answer = ["example.com/lib v1.2.0"]',
  ].join('\n');
  const told = (text: string) => checkElsewhereScenarios([{ path: 'a.toml', text }]).map(formatContentProblem);

  it('finds nothing in a sound one', () => expect(told(sound)).toEqual([]));

  it.each([
    ['name = "a"', 'name = "b"', 'a.toml:1: The name "b" isn’t the file’s.'],
    ['["example.com/lib v1.2.0"]', '["lib v1.2.0"]', 'a.toml:4: “lib” is no path of a module'],
    ['answer = ["example.com/lib v1.2.0"]', 'answer = []', 'a.toml:1: The scenario expects “”, and our answer is'],
    ['shipshape.go.expected.answer = ["example.com/lib v1.2.0"]', '', 'a.toml:1: The scenario expects nothing.'],
    ['shipshape.ecosystem = "go"', 'root = {}', 'a.toml:1: Scenarios for Python stand in'],
  ])('finds, with %s made %s, %s', (from, to, said) => {
    expect(told(sound.replace(from, to))).toEqual([expect.stringContaining(said)]);
  });
});
