/** The scenarios of content/scenarios/layer-cache, for tests. Reads files. */
import { readdirSync, readFileSync } from 'node:fs';
import { readLayerFile, shipScenario } from './read-scenario';
import type { LayerScenario } from './scenario';
import type { LayerFile } from './schema';

const folder = new URL('../../../content/scenarios/layer-project/', import.meta.url);

export const layerFiles: readonly LayerFile[] = readdirSync(folder)
  .sort()
  .map((name) => readLayerFile(readFileSync(new URL(name, folder), 'utf8')));

export function layerScenario(id: string): LayerScenario {
  const file = layerFiles.find((one) => one.id === id);
  if (file === undefined) throw new RangeError(`There is no scenario ${id}.`);
  return shipScenario(file);
}
