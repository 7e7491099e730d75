/** The examples of the clinic: every file of content/scenarios/clinic, with what was recorded of its patients. */
import recording from '~content/console/truth/clinic.json';
import type { LibraryFigure, LibraryScenario } from '../library';
import { makeModel } from './make-model';
import { readClinicFile, shipScenario } from './read-scenario';
import type { ClinicScenario } from './scenario';
import { recordingSchema } from './schema';

const texts = import.meta.glob<string>('/content/scenarios/clinic/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A scenario that isn’t named comes after these. */
const ORDER = ['eight', 'five-more'];

const rank = ({ id }: { readonly id: string }) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);

const recorded = recordingSchema.parse(recording);
const [first, ...others] = Object.values(texts)
  .map((text): LibraryScenario<ClinicScenario> => {
    const file = readClinicFile(text);
    return { id: file.id, title: file.title, says: file.says, data: shipScenario(file, recorded) };
  })
  .sort((left, right) => rank(left) - rank(right) || left.title.localeCompare(right.title, 'en'));
if (first === undefined) throw new Error('content/scenarios/clinic has no scenario.');

const { name, title } = makeModel();

export const clinicLibrary: LibraryFigure<ClinicScenario> = {
  name,
  title,
  says: 'Small projects that fail to parse, build, install or run: predict where, read what the real tools say, and mend them.',
  stands: [],
  scenarios: [first, ...others],
};
