/** Scenarios of the resolver playground, for tests. */
import { readFileSync } from 'node:fs';
import { makeScenario } from './make-scenario';
import type { ResolverScenario } from './scenario';

export function resolverScenario(id: string): ResolverScenario {
  return makeScenario(id, readFileSync(`content/scenarios/resolver/${id}.toml`, 'utf8'));
}

/** Three pairs that can't stand together: eight ways out, of three changes each. */
export const THRICE_TORN = `[root]
requires = ["a", "b", "c", "d", "e", "f"]
${[...'abcdef'].map((name, at) => `[packages.${name}.versions."1"]\nrequires = ["${'xyz'[at >> 1]}==${(at % 2) + 1}"]\n`).join('')}
${[...'xyz'].map((name) => `[packages.${name}.versions."1"]\n[packages.${name}.versions."2"]\n`).join('')}`;
