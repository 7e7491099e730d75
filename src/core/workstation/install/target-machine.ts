// The machine that something is installed on, as far as installing depends on it.
import type { MarkerEnvironment, TagEnvironment } from '@/core/python';

export interface TargetMachine {
  readonly environment: TagEnvironment;
  readonly markers: MarkerEnvironment;
  readonly pythonFullVersion: string;
  /** The folder of installed packages, and that of scripts. */
  readonly sitePackages: string;
  readonly bin: string;
}

/** The separator of the machine's paths. */
export function separatorOf(machine: TargetMachine): '/' | '\\' {
  return machine.environment.platform.kind === 'windows' ? '\\' : '/';
}
