/** The examples of the specifier explorer: every file of content/scenarios/specifier, without what only tests and recorders read. */
import type { LibraryFigure, LibraryScenario } from '../library';
import { model } from './model';
import { type RecordedScenario, type SpecifierScenario, shipScenario } from './scenario';

const files = import.meta.glob<RecordedScenario>('/content/scenarios/specifier/*.json', {
  import: 'default',
  eager: true,
});

/** From the plainest list to the oddest; a scenario that isn't named comes after these. */
const ORDER = ['urllib3', 'httpx', 'black', 'certifi', 'numpy', 'pytest', 'one-of-each'];

const [first, ...others] = Object.values(files)
  .sort((left, right) => rank(left) - rank(right) || left.title.localeCompare(right.title, 'en'))
  .map((scenario): LibraryScenario<SpecifierScenario> => {
    return { id: scenario.id, title: scenario.title, says: scenario.says, data: shipScenario(scenario) };
  });
if (first === undefined) throw new Error('content/scenarios/specifier has no scenario.');

function rank({ id }: RecordedScenario): number {
  const place = ORDER.indexOf(id);
  return place === -1 ? ORDER.length : place;
}

export const specifierLibrary: LibraryFigure<SpecifierScenario> = {
  name: model.name,
  title: model.title,
  says: 'Type a specifier and see which versions of a real project it lets in, why each other one is out, and what npm and Cargo would say.',
  stands: [],
  scenarios: [first, ...others],
};
