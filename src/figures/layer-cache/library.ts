/** The examples of the layer cache: every file of content/scenarios/layer-cache. */
import type { LibraryFigure, LibraryScenario } from '../library';
import { readLayerFile, shipScenario } from './read-scenario';
import type { LayerScenario } from './scenario';
import { stillModel } from './still-model';

const texts = import.meta.glob<string>('/content/scenarios/layer-project/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** From the plainest to the oddest; a scenario that isn't named comes after these. */
const ORDER = [
  'code-first',
  'apt-lists',
  'deleted-later',
  'builder-pattern',
  'uv-two-syncs',
  'node-service',
  'argument-traps',
  'cache-mounts',
  'ignore-file',
  'leaked-key',
];

const rank = ({ id }: { readonly id: string }) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);

const [first, ...others] = Object.values(texts)
  .map((text): LibraryScenario<LayerScenario> => {
    const file = readLayerFile(text);
    return { id: file.id, title: file.title, says: file.says, data: shipScenario(file) };
  })
  .sort((left, right) => rank(left) - rank(right) || left.title.localeCompare(right.title, 'en'));
if (first === undefined) throw new Error('content/scenarios/layer-cache has no scenario.');

export const layerLibrary: LibraryFigure<LayerScenario> = {
  name: stillModel.name,
  title: stillModel.title,
  says: 'Tap a file of a small project and see which steps of its Dockerfile run again, why, and what that costs.',
  stands: [{ lecture: 'a-good-dockerfile', number: '8.1', figure: 'naive-figure' }],
  scenarios: [first, ...others],
};
