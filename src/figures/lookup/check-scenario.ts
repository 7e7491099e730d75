/** Whether a scenario holds what it claims: what each word and each module leads to is computed and compared. */
import type { Facts } from '@/core/exercise';
import { model as command } from './command/model';
import { model as module } from './module/model';
import { firstState, type ModuleState } from './module/state';
import { forCommands, forModules } from './read-scenario';
import type { ModuleScenario, Scenario } from './schema';

/** Something that doesn't come out as it is expected, with its place in the file: `['commands', 'expects', 0, 'finds', 'pip']`. */
export interface ScenarioProblem {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/**
 * What doesn't come out as the scenario's `expects` say.
 * @example scenarioProblems(scenario)[0]?.reason // 'With venv activated, pip is /usr/bin/pip, and the scenario expects not found.'
 */
export function scenarioProblems(scenario: Scenario): readonly ScenarioProblem[] {
  return [...commandProblems(scenario), ...moduleProblems(scenario)];
}

function commandProblems(scenario: Scenario): readonly ScenarioProblem[] {
  const shown = forCommands(scenario);
  if (shown === undefined || scenario.commands === undefined) return [];
  const scene = command.open(shown);
  return scenario.commands.expects.flatMap(({ activated, finds }, i) =>
    Object.entries(finds).flatMap(([word, expected]) => {
      const facts = command.facts(scene, { word, environment: activated, path: undefined, walked: 'end' });
      const path = ['commands', 'expects', i, 'finds', word];
      return difference(path, `With ${activated} activated, ${word}`, whatRuns(facts), expected);
    }),
  );
}

function moduleProblems(scenario: Scenario): readonly ScenarioProblem[] {
  const shown = forModules(scenario);
  if (shown === undefined || scenario.modules === undefined) return [];
  const scene = module.open(shown);
  return scenario.modules.expects.flatMap(({ how, finds }, i) =>
    Object.entries(finds).flatMap(([name, expected]) => {
      const facts = module.facts(scene, claimedState(shown, how, name));
      const path = ['modules', 'expects', i, 'finds', name];
      return difference(path, `Started as ${JSON.stringify(how)}, ${name}`, whatIsImported(facts), expected);
    }),
  );
}

type How = NonNullable<Scenario['modules']>['expects'][number]['how'];

/** The state that a claim is about: what it leaves out is as at first. */
export function claimedState(scenario: ModuleScenario, how: How, name: string): ModuleState {
  const first = firstState(scenario);
  return {
    name,
    start: how.start ?? first.start,
    folder: how.folder ?? first.folder,
    interpreter: how.interpreter ?? first.interpreter,
    options: how.options ?? first.options,
    pythonPath: how.pythonPath ?? first.pythonPath,
    walked: 'end',
  };
}

function difference(
  path: ScenarioProblem['path'],
  what: string,
  got: string,
  expected: string,
): readonly ScenarioProblem[] {
  return got === expected ? [] : [{ path, reason: `${what} is ${got}, and the scenario expects ${expected}.` }];
}

/** A file, or in the words of `expects`: `not found`, `not executable`, `function`; `gone` when what bash remembers isn't there. */
function whatRuns(facts: Facts): string {
  const verdict = String(facts.get('verdict'));
  const isNamed = verdict === 'hashed' || verdict === 'direct';
  return String(facts.get('runs')) || (isNamed ? 'gone' : verdict.replace('-', ' '));
}

/** A file, or in the words of `expects`: `not found`, `builtin`, `loaded`. */
function whatIsImported(facts: Facts): string {
  return String(facts.get('imports')) || String(facts.get('verdict')).replaceAll('-', ' ');
}
