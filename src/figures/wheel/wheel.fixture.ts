/** The scenarios of content/scenarios/wheel, for tests. Reads files. */
import { readdirSync, readFileSync } from 'node:fs';
import type { RecordedScenario } from './scenario';

const folder = new URL('../../../content/scenarios/wheel/', import.meta.url);

export function wheelScenarios(): readonly RecordedScenario[] {
  return readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
}

export function wheelScenario(id: string): RecordedScenario {
  return JSON.parse(readFileSync(new URL(`${id}.json`, folder), 'utf8'));
}
