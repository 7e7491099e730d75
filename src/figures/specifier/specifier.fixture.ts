/** The scenarios, for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { type RecordedScenario, type SpecifierScenario, shipScenario } from './scenario';

const folder = new URL('../../../content/scenarios/specifier/', import.meta.url);

export const recordedScenarios = (): readonly RecordedScenario[] =>
  readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as RecordedScenario);

/** The scenario of that id, as a page is sent it. */
export function specifierScenario(id: string): SpecifierScenario {
  return shipScenario(JSON.parse(readFileSync(new URL(`${id}.json`, folder), 'utf8')) as RecordedScenario);
}
