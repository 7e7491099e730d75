/** Scenarios of the resolver playground, for tests. */
import { readFileSync } from 'node:fs';
import { makeScenario } from './make-scenario';
import type { ResolverScenario } from './scenario';

export function resolverScenario(id: string): ResolverScenario {
  return makeScenario(id, readFileSync(`content/scenarios/resolver/${id}.toml`, 'utf8'));
}
