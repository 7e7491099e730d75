/** The examples of the wheel decoder: every file of content/scenarios/wheel, without what only tests and recorders read. */
import type { LibraryFigure, LibraryScenario } from '../library';
import { model } from './model';
import { type RecordedScenario, shipScenario, type WheelScenario } from './scenario';

const files = import.meta.glob<RecordedScenario>('/content/scenarios/wheel/*.json', { import: 'default', eager: true });

/** From the plainest list to the oddest; a scenario that isn't named comes after these. */
const ORDER = [
  'pyerfa',
  'psutil',
  'sgp4',
  'requests',
  'numpy',
  'cryptography',
  'uv',
  'brotlicffi',
  'psycopg2',
  'editdistance',
  'tree-sitter',
  'uwsgi',
];

const [first, ...others] = Object.values(files)
  .sort((left, right) => rank(left) - rank(right) || left.title.localeCompare(right.title, 'en'))
  .map((scenario): LibraryScenario<WheelScenario> => {
    return { id: scenario.id, title: scenario.title, says: scenario.says, data: shipScenario(scenario) };
  });
if (first === undefined) throw new Error('content/scenarios/wheel has no scenario.');

function rank({ id }: RecordedScenario): number {
  const place = ORDER.indexOf(id);
  return place === -1 ? ORDER.length : place;
}

export const wheelLibrary: LibraryFigure<WheelScenario> = {
  name: model.name,
  title: model.title,
  says: 'Set a machine and see which of a release’s files it takes, and what keeps each of the others out; take a wheel’s name apart.',
  stands: [{ lecture: 'artifacts', number: '4.1', figure: 'decoder-figure' }],
  scenarios: [first, ...others],
};
