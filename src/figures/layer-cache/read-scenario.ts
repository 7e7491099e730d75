/** From the text of a scenario file to the scenario that a page is sent. At build and in tests. */
import { parse } from 'yaml';
import { makeScenario } from './make-scenario';
import type { LayerScenario, PromisedChange } from './scenario';
import { type LayerFile, layerSchema } from './schema';

/** @throws when the file has another form; `npm run content` says where */
export function readLayerFile(text: string): LayerFile {
  return layerSchema.parse(parse(text));
}

/** What a page is sent: the project with its first state drawn, without what the list of examples has, and what only tests read. */
export function shipScenario({ title: _, says: __, expects, bases, ...shown }: LayerFile): LayerScenario {
  const [first, ...others] = shown.dockerfiles;
  if (first === undefined) throw new RangeError('A scenario has a Dockerfile.');
  return makeScenario({ ...shown, dockerfiles: [first, ...others], bases, promised: expects.map(promisedOf) });
}

/** What is done, without what must come of it; what is left out in the file is left out here. */
function promisedOf({ dockerfile, change, arguments: given, target }: LayerFile['expects'][number]): PromisedChange {
  return {
    dockerfile,
    ...(Object.keys(change).length === 0 ? {} : { change }),
    ...(Object.keys(given).length === 0 ? {} : { arguments: given }),
    ...(target === undefined ? {} : { target }),
  };
}
