/** The examples of the lookup figures: every file of content/scenarios/lookup, for one figure or both. */
import type { LibraryFigure, LibraryScenario } from '../library';
import { model as command } from './command/model';
import { model as module } from './module/model';
import { forCommands, forModules, readScenario } from './read-scenario';
import type { CommandScenario, ModuleScenario, Scenario } from './schema';

const texts = import.meta.glob<string>('/content/scenarios/lookup/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What the figures begin with; the others follow by their titles. */
const FIRST = 'one-laptop';

const scenarios: readonly Scenario[] = Object.entries(texts)
  .map(([path, text]) => {
    const read = readScenario(path.slice(1), text);
    if (read.kind === 'faulty') throw new Error(read.problems.join('\n'));
    return read.scenario;
  })
  .sort((left, right) => rank(left) - rank(right) || left.title.localeCompare(right.title, 'en'));

function rank({ id }: Scenario): number {
  return id === FIRST ? 0 : 1;
}

/** The scenarios that have something for a figure. */
function examples<Shown>(shown: (scenario: Scenario) => Shown | undefined): LibraryFigure<Shown>['scenarios'] {
  const [first, ...others] = scenarios.flatMap((scenario): LibraryScenario<Shown>[] => {
    const data = shown(scenario);
    return data === undefined ? [] : [{ id: scenario.id, title: scenario.title, says: scenario.says, data }];
  });
  if (first === undefined) throw new Error('content/scenarios/lookup has no scenario for this figure.');
  return [first, ...others];
}

export const commandLibrary: LibraryFigure<CommandScenario> = {
  name: command.name,
  title: command.title,
  says: 'Type a word, activate an environment, and see which file bash takes, folder by folder along PATH.',
  stands: [{ lecture: 'works-on-my-machine', number: '1.3', figure: 'finding-a-command' }],
  scenarios: examples(forCommands),
};

export const moduleLibrary: LibraryFigure<ModuleScenario> = {
  name: module.name,
  title: module.title,
  says: 'Start Python in one way or another, and see which file an import gets, folder by folder along sys.path.',
  stands: [{ lecture: 'works-on-my-machine', number: '1.1', figure: 'finding-a-module' }],
  scenarios: examples(forModules),
};
