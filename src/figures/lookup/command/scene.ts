/** A scenario of the command figure, opened: its machine, the shell before any activation, and after one. */
import { activate, createMachine, createShell, type Machine, type Shell, type ShellChange } from '@/core/workstation';
import type { CommandScenario } from '../schema';

export interface CommandScene {
  readonly scenario: CommandScenario;
  readonly machine: Machine;
  /** The shell before any activation. */
  readonly shell: Shell;
}

export function openScene(scenario: CommandScenario): CommandScene {
  return { scenario, machine: createMachine(scenario.machine), shell: createShell(scenario.shell) };
}

/** The shell with an environment activated, and what that changed; nothing for one that has no folder. */
export function shellIn(
  { scenario, machine, shell }: CommandScene,
  environment: string,
): { readonly shell: Shell; readonly changes: readonly ShellChange[] } {
  const folder = scenario.commands.environments.find(({ id }) => id === environment)?.folder;
  if (folder === undefined) return { shell, changes: [] };
  const activation = activate(machine, shell, folder);
  return activation.kind === 'no-script' ? { shell, changes: [] } : activation;
}
