/** The examples of the resolver playground: some of the files in content/scenarios/resolver, each with a title of its own. */
import { parseScenario } from '@/core/resolution';
import type { LibraryFigure, LibraryScenario } from '../library';
import { makeScenario } from './make-scenario';
import { model } from './model';
import type { ResolverScenario } from './scenario';

const files = import.meta.glob<string>('/content/scenarios/resolver/*.toml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** From the plainest to the hardest. The ids are the files' names. */
const EXAMPLES: readonly (readonly [id: string, title: string])[] = [
  ['back-shared-library', 'A library shared by two'],
  ['back-shared-library-pinned', 'The same, with one pinned'],
  ['real-requests', 'requests, with a bound of your own'],
  ['real-urllib3', 'requests and 64 releases of urllib3'],
  ['real-tensorflow', 'tensorflow, pandas and numpy'],
  ['real-tensorflow-newer-numpy', 'The same, with a newer numpy'],
  ['back-diamond', 'A diamond'],
  ['back-two-steps', 'Two steps back'],
  ['back-partial-satisfier', 'A conflict with three causes'],
  ['un-three-way', 'Three that fit in pairs only'],
  ['un-long-chain', 'A conflict far down'],
  ['race-seven-layers', 'Seven layers: a race'],
  ['pre-transitive-only', 'Only pre-releases'],
  ['wheel-for-windows', 'No wheel for this machine'],
  ['extra-step-back', 'An extra that asks for more'],
  ['fork-by-platform', 'One answer for all platforms'],
  ['lecture-ranges-meet', 'Ranges that meet'],
  ['lecture-newest-conflict', 'The newest two disagree'],
  ['lecture-pinned', 'The newest two, one pinned'],
  ['lecture-numpy', 'tensorflow and pandas on numpy'],
  ['lecture-numpy-apart', 'tensorflow, pandas and a newer numpy'],
  ['lecture-two-tools', 'awscli and sphinx on docutils'],
  ['lecture-by-hand', 'The run by hand'],
  ['lecture-hundredfold', 'An early choice at fault: a race'],
  ['lecture-few-releases', 'The same with fewer releases'],
  ['needless-cap', 'One upper bound too many'],
];

const [first, ...others] = EXAMPLES.map(([id, title]): LibraryScenario<ResolverScenario> => {
  const text = files[`/content/scenarios/resolver/${id}.toml`];
  const says = text === undefined ? undefined : parseScenario(text).value?.description;
  if (text === undefined || says === undefined) {
    throw new Error(`content/scenarios/resolver has no ${id} that says what it shows.`);
  }
  return { id, title, says, data: makeScenario(id, text) };
});
if (first === undefined) throw new Error('The resolver playground has no scenario.');

export const resolverLibrary: LibraryFigure<ResolverScenario> = {
  name: model.name,
  title: model.title,
  says: 'Move the bounds of requirements and see which releases a resolver takes, who stands in the way, and what the ways out are.',
  stands: [{ lecture: 'dependency-hell', number: '3.1', figure: 'newest-pair-figure' }],
  scenarios: [first, ...others],
};
