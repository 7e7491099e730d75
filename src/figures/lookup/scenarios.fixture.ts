/** Every scenario of the lookup figures, read from its file, for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { forCommands, forModules, readScenario } from './read-scenario';
import type { CommandScenario, ModuleScenario, Scenario } from './schema';

const folder = new URL('../../../content/scenarios/lookup/', import.meta.url);

export const scenarioFiles = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
export const scenarioText = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

export function scenarioFrom(file: string): Scenario {
  const result = readScenario(file, scenarioText(file));
  if (result.kind === 'faulty') throw new Error(result.problems.join('\n'));
  return result.scenario;
}

/** What each file holds for the two figures. */
export function lookupScenarios(): readonly {
  readonly file: string;
  readonly command: CommandScenario | undefined;
  readonly module: ModuleScenario | undefined;
}[] {
  return scenarioFiles.map((file) => {
    const scenario = scenarioFrom(file);
    return { file, command: forCommands(scenario), module: forModules(scenario) };
  });
}

/** The scenario of lecture 1, whole and for each figure. */
export const laptop = scenarioFrom('one-laptop.yaml');
export const commandLaptop = forCommands(laptop) ?? none();
export const moduleLaptop = forModules(laptop) ?? none();

function none(): never {
  throw new TypeError('one-laptop.yaml is for both figures.');
}
