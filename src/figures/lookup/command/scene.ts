/** A scenario of the command figure, opened: its machine, the shell before any activation, and after one. */
import {
  activate,
  assign,
  createMachine,
  createShell,
  type Machine,
  pathEntries,
  type Shell,
  type ShellChange,
} from '@/core/workstation';
import type { CommandScenario } from '../schema';
import type { CommandState } from './state';

export interface CommandScene {
  readonly scenario: CommandScenario;
  readonly machine: Machine;
  /** The shell before any activation. */
  readonly shell: Shell;
}

export function openScene(scenario: CommandScenario): CommandScene {
  return { scenario, machine: createMachine(scenario.machine), shell: createShell(scenario.shell) };
}

/** A shell, and what activating an environment changed in it. */
export interface ActivatedShell {
  readonly shell: Shell;
  readonly changes: readonly ShellChange[];
}

/** The shell with an environment activated and PATH in the reader's order. */
export function shellIn(scene: CommandScene, { environment, path }: CommandState): ActivatedShell {
  const { shell, changes } = activated(scene, environment);
  return { shell: path === undefined ? shell : assign(shell, 'PATH', path.join(':')), changes };
}

/** The entries of PATH as an environment leaves them. */
export function pathIn(scene: CommandScene, environment: string): readonly string[] {
  return pathEntries(activated(scene, environment).shell).map(({ written }) => written);
}

/** Nothing is changed by one that has no folder. */
function activated({ scenario, machine, shell }: CommandScene, environment: string): ActivatedShell {
  const folder = scenario.commands.environments.find(({ id }) => id === environment)?.folder;
  if (folder === undefined) return { shell, changes: [] };
  const activation = activate(machine, shell, folder);
  return activation.kind === 'no-script' ? { shell, changes: [] } : activation;
}
