/** A scenario of the module figure, opened; and how a state starts Python on its machine. */
import { createMachine, type Invocation, type Machine, type Run } from '@/core/workstation';
import type { ModuleScenario } from '../schema';
import type { ModuleState } from './state';

export interface ModuleScene {
  readonly scenario: ModuleScenario;
  readonly machine: Machine;
}

export function openScene(scenario: ModuleScenario): ModuleScene {
  return { scenario, machine: createMachine(scenario.machine) };
}

/** The command line, the folder and the variables of a state. */
export function invocationOf({ shell, modules }: ModuleScenario, state: ModuleState): Invocation {
  const start = modules.starts.find(({ id }) => id === state.start);
  const interpreter = modules.interpreters.find(({ id }) => id === state.interpreter);
  const environment = new Map(Object.entries(shell.exported));
  if (state.pythonPath) environment.set('PYTHONPATH', modules.pythonPath);
  const run: Run =
    start?.run.kind === 'module' ? { kind: 'module', name: state.name } : (start?.run ?? { kind: 'interactive' });
  return { executable: interpreter?.path ?? '', run, options: state.options, folder: state.folder, environment };
}
