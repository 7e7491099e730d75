/** The examples of the package builder: every file of content/scenarios/builder. */
import type { LibraryFigure, LibraryScenario } from '../library';
import { readBuilderFile, shipScenario } from './read-scenario';
import type { BuilderScenario } from './scenario';
import { stillModel } from './still-model';

const texts = import.meta.glob<string>('/content/scenarios/builder/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** From the plainest to the oddest; a scenario that isn't named comes after these. */
const ORDER = [
  'greeting',
  'flat-layout',
  'data-outside',
  'data-inside',
  'single-module',
  'several-commands',
  'dynamic-version',
  'several-folders',
  'nothing-required',
  'licence-forms',
  'old-form',
];

const rank = ({ id }: { readonly id: string }) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);

const [first, ...others] = Object.values(texts)
  .map((text): LibraryScenario<BuilderScenario> => {
    const file = readBuilderFile(text);
    return { id: file.id, title: file.title, says: file.says, data: shipScenario(file) };
  })
  .sort((left, right) => rank(left) - rank(right) || left.title.localeCompare(right.title, 'en'));
if (first === undefined) throw new Error('content/scenarios/builder has no scenario.');

export const builderLibrary: LibraryFigure<BuilderScenario> = {
  name: stillModel.name,
  title: stillModel.title,
  says: 'Edit a small project, build it, look into the wheel, install it, and follow its command to the first line that runs.',
  stands: [],
  scenarios: [first, ...others],
};
