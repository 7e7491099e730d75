/** The examples of the bump adviser: every file of content/scenarios/bump. */
import type { LibraryFigure, LibraryScenario } from '../library';
import { model } from './model';
import { readBumpFile, shipScenario } from './read-scenario';
import type { BumpScenario } from './scenario';

const texts = import.meta.glob<string>('/content/scenarios/bump/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** From the plainest to the oddest; a scenario that isn't named comes after these. */
const ORDER = ['greeting', 'greeting-zero', 'calendar', 'cpython'];

const rank = ({ id }: { readonly id: string }) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);

const [first, ...others] = Object.values(texts)
  .map((text): LibraryScenario<BumpScenario> => {
    const file = readBumpFile(text);
    return { id: file.id, title: file.title, says: file.says, data: shipScenario(file) };
  })
  .sort((left, right) => rank(left) - rank(right) || left.title.localeCompare(right.title, 'en'));
if (first === undefined) throw new Error('content/scenarios/bump has no scenario.');

export const bumpLibrary: LibraryFigure<BumpScenario> = {
  name: model.name,
  title: model.title,
  says: 'Say what changed and see the next number, the rule that decides, and who gets the release without asking.',
  stands: [],
  scenarios: [first, ...others],
};
