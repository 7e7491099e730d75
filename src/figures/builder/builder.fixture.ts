/** The scenarios of content/scenarios/builder, for tests. Reads files. */
import { readdirSync, readFileSync } from 'node:fs';
import { readBuilderFile, shipScenario } from './read-scenario';
import type { BuilderScenario } from './scenario';
import type { BuilderFile } from './schema';

const folder = new URL('../../../content/scenarios/builder/', import.meta.url);

export const builderFiles: readonly BuilderFile[] = readdirSync(folder)
  .sort()
  .map((name) => readBuilderFile(readFileSync(new URL(name, folder), 'utf8')));

export function builderScenario(id: string): BuilderScenario {
  const file = builderFiles.find((one) => one.id === id);
  if (file === undefined) throw new RangeError(`There is no scenario ${id}.`);
  return shipScenario(file);
}
