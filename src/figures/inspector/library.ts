/** The examples of the inspector: every file of content/scenarios/inspector, looked into by the core as this is loaded. */
import type { LibraryFigure, LibraryScenario } from '../library';
import { makeScenarios, type RecordedFile } from './make-scenario';
import { model } from './model';
import type { InspectorScenario } from './scenario';

const files = Object.values(
  import.meta.glob<RecordedFile>('/content/scenarios/inspector/*.json', { import: 'default', eager: true }),
);

/** From the plainest to the oddest; a scenario that isn't named comes after these. */
const ORDER = [
  'greeting',
  'greeting-sdist',
  'greeting-newer',
  'commands-and-data',
  'compiled',
  'tampered',
  'path-file',
  'tests-packed',
  'renamed',
  'dangerous-path',
  'greeting-setuptools',
  'greeting-sdist-setuptools',
];

const scenarios = await makeScenarios(files);

const [first, ...others] = files
  .toSorted((left, right) => rank(left) - rank(right) || left.title.localeCompare(right.title, 'en'))
  .map(({ id, title, says }): LibraryScenario<InspectorScenario> => {
    const data = scenarios.get(id);
    if (data === undefined) throw new Error(`${id} wasn’t opened.`);
    return { id, title, says, data };
  });
if (first === undefined) throw new Error('content/scenarios/inspector has no scenario.');

function rank({ id }: RecordedFile): number {
  const place = ORDER.indexOf(id);
  return place === -1 ? ORDER.length : place;
}

export const inspectorLibrary: LibraryFigure<InspectorScenario> = {
  name: model.name,
  title: model.title,
  says: 'Open a wheel or an sdist, of the library or your own, and see what is in it, whether it is what RECORD says, and where it would go.',
  stands: [],
  scenarios: [first, ...others],
};
