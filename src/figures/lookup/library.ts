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

const scenarios: readonly Scenario[] = Object.entries(texts).map(([path, text]) => {
  const read = readScenario(path.slice(1), text);
  if (read.kind === 'faulty') throw new Error(read.problems.join('\n'));
  return read.scenario;
});

/** A figure's examples: the scenarios that have something for it. */
function examples<Shown>(
  part: (scenario: Scenario) => Scenario['commands'] | Scenario['modules'],
  shown: (scenario: Scenario) => Shown | undefined,
): LibraryFigure<Shown>['scenarios'] {
  const all = scenarios.flatMap((scenario): LibraryScenario<Shown>[] => {
    const data = shown(scenario);
    const { title, says } = part(scenario) ?? {};
    return data === undefined || title === undefined || says === undefined
      ? []
      : [{ id: scenario.id, title, says, data }];
  });
  const rank = ({ id }: { readonly id: string }) => (id === FIRST ? 0 : 1);
  const [first, ...others] = all.sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'en'));
  if (first === undefined) throw new Error('content/scenarios/lookup has no scenario for this figure.');
  return [first, ...others];
}

export const commandLibrary: LibraryFigure<CommandScenario> = {
  name: command.name,
  title: command.title,
  says: 'Type a word, activate an environment, and see which file bash takes, folder by folder along PATH.',
  stands: [{ lecture: 'works-on-my-machine', number: '1.3', figure: 'finding-a-command' }],
  scenarios: examples(({ commands }) => commands, forCommands),
};

export const moduleLibrary: LibraryFigure<ModuleScenario> = {
  name: module.name,
  title: module.title,
  says: 'Start Python in one way or another, and see which file an import gets, folder by folder along sys.path.',
  stands: [{ lecture: 'works-on-my-machine', number: '1.1', figure: 'finding-a-module' }],
  scenarios: examples(({ modules }) => modules, forModules),
};
