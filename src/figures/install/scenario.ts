/**
 * What the figure is given: a requirement, machines, and the index's recorded answers as far as these machines need them.
 * content/scenarios/install/*.json, written by scripts/trim-index.ts.
 */
import {
  type IndexAnswer,
  type InstallRun,
  installSteps,
  type RecordedIndex,
  type TargetMachine,
  type WheelMetadata,
} from '@/core/workstation';

/** A machine that the reader may choose. */
export interface ScenarioMachine extends TargetMachine {
  readonly id: string;
  /** `Debian 13, CPython 3.13, x86-64`. */
  readonly label: string;
  /** What its chip says: `3.13`, `macOS`; and among which chips it stands. */
  readonly short: string;
  readonly among: 'pythons' | 'elsewhere';
}

/** What the choice of files was compared with. */
export interface ScenarioCheck {
  readonly tool: string;
  readonly version: string;
  readonly recorded: string;
  /** How many machines, and how many of them were real ones. */
  readonly machines: number;
  readonly native: number;
}

/** A wheel's metadata without what no step reads: RECORD has paths and sizes, but no hashes. */
export interface ShippedMetadata extends Omit<WheelMetadata, 'record'> {
  readonly record: readonly { readonly path: string; readonly size: number | null }[];
}

export interface InstallScenario {
  /** The requirement as it is given to the installer. */
  readonly wanted: string;
  /** The id of the machine that the figure begins with. */
  readonly first: string;
  readonly machines: readonly ScenarioMachine[];
  readonly check: ScenarioCheck;
  readonly projects: readonly IndexAnswer[];
  readonly metadata: readonly ShippedMetadata[];
}

/** A scenario, opened: the installation on each of its machines, worked out when it is first asked for. */
export interface InstallScene {
  readonly scenario: InstallScenario;
  readonly machineOf: (id: string) => ScenarioMachine;
  readonly runOn: (machine: ScenarioMachine) => InstallRun;
}

/** Opens a scenario. An unknown machine is the one that the figure begins with. */
export function openScene(scenario: InstallScenario): InstallScene {
  const { wanted, machines, projects } = scenario;
  const first = machines.find(({ id }) => id === scenario.first);
  if (first === undefined) throw new RangeError(`The scenario has no machine ${scenario.first}.`);
  const metadata = scenario.metadata.map((wheel) => ({
    ...wheel,
    record: wheel.record.map((entry) => ({ ...entry, hash: '' })),
  }));
  const index: RecordedIndex = { projects, metadata };
  const runs = new Map<string, InstallRun>();
  return {
    scenario,
    machineOf: (id) => machines.find((machine) => machine.id === id) ?? first,
    runOn: (machine) => {
      const run = runs.get(machine.id) ?? installSteps({ wanted, machine, index });
      runs.set(machine.id, run);
      return run;
    },
  };
}
