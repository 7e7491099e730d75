// Small random problems for tests: a few projects, a few versions each, requirements among them.
import fc from 'fast-check';
import type { ResolutionProblem } from '../problem';
import { parseScenario } from '../scenario';

const NAMES = ['a', 'b', 'c', 'd', 'e'] as const;
const VERSIONS = ['1.0', '1.1', '2.0', '3.0'] as const;

const specifier = fc.oneof(
  fc.constant(''),
  fc
    .tuple(fc.constantFrom('>=', '<', '==', '!=', '<=', '>'), fc.constantFrom(...VERSIONS))
    .map((parts) => parts.join('')),
);
const name = fc.constantFrom(...NAMES);
const extra = fc.constantFrom('', '', '', '[x]');
const marker = fc.constantFrom('', '', '', '; sys_platform == "linux"', '; sys_platform == "win32"');
const requirement = fc.tuple(name, extra, specifier, marker).map((parts) => parts.join(''));

const release = fc.record({
  requires: fc.array(requirement, { maxLength: 2 }),
  extras: fc.option(fc.record({ x: fc.array(requirement, { maxLength: 2 }) }), { nil: {}, freq: 3 }),
});
const releases = fc.dictionary(fc.constantFrom(...VERSIONS), release, { minKeys: 1, maxKeys: 4 });

/** A random index and what the root requires of it, as a scenario's text. */
export const scenarioText: fc.Arbitrary<string> = fc
  .record({
    requires: fc.array(requirement, { minLength: 1, maxLength: 3 }),
    projects: fc.dictionary(name, releases, { minKeys: 2, maxKeys: 5 }),
  })
  .map(({ requires, projects }) => {
    const lines = [`root.requires = ${JSON.stringify(requires)}`];
    for (const [project, versions] of Object.entries(projects)) {
      for (const [version, { requires: needs, extras }] of Object.entries(versions)) {
        const optional = 'x' in extras ? `, extras = { x = ${JSON.stringify(extras.x)} }` : '';
        lines.push(`packages.${project}.versions."${version}" = { requires = ${JSON.stringify(needs)}${optional} }`);
      }
    }
    return lines.join('\n');
  });

/** The problem of a scenario's text. */
export function problemOf(text: string): ResolutionProblem {
  const { value, problems } = parseScenario(text);
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return value.problem;
}

export const problem: fc.Arbitrary<ResolutionProblem> = scenarioText.map(problemOf);
