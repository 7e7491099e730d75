// A machine of any kind that is known here: a desktop or server (machine-settings.ts), or a device (device-settings.ts). `system` tells
// which of the two the settings are.
import { type DeviceSettings, describeDevice, readDevice } from './device-settings';
import { describeMachine, type MachineReading, type MachineSettings, readMachine } from './machine-settings';

export type AnyMachine = MachineSettings | DeviceSettings;

const DEVICES: ReadonlySet<AnyMachine['system']> = new Set(['ios', 'android', 'pyodide', 'freebsd']);

/**
 * Whether a machine is one of those on which CPython alone runs: a phone, a browser, FreeBSD (platform compatibility tags, "Platform
 * Tag").
 *
 * @example isDevice({ python: '3.14', freeThreaded: false, system: 'pyodide', arch: 'wasm32' }) // → true
 */
export function isDevice(machine: AnyMachine): machine is DeviceSettings {
  return DEVICES.has(machine.system);
}

/**
 * The environment of a machine of any kind, or what is wrong with its settings (PEP 425, "Python Tag", "ABI Tag", "Platform Tag").
 * Problems: those of `readMachine` and `readDevice`.
 *
 * @example readAnyMachine({ python: '3.14', freeThreaded: false, system: 'pyodide', arch: 'wasm32' }).environment.platform.kind // → 'emscripten'
 */
export function readAnyMachine(machine: AnyMachine): MachineReading {
  return isDevice(machine) ? readDevice(machine) : readMachine(machine);
}

/**
 * A machine of any kind in a few words (PEP 425, "Python Tag", "Platform Tag").
 *
 * @example describeAnyMachine({ python: '3.14', freeThreaded: false, system: 'pyodide', arch: 'wasm32' }) // → 'CPython 3.14 in Pyodide'
 */
export function describeAnyMachine(machine: AnyMachine): string {
  return isDevice(machine) ? describeDevice(machine) : describeMachine(machine);
}

/**
 * Why a source distribution helps nobody on a machine that builds nothing itself, in a sentence (PEP 425, "Use": the list says what can be
 * installed, not what can be built); empty for one that builds.
 *
 * @example describeNoBuilding({ python: '3.14', freeThreaded: false, system: 'pyodide', arch: 'wasm32' }) // → 'A browser builds nothing: somebody has to make the wheel elsewhere.'
 */
export function describeNoBuilding({ system }: AnyMachine): string {
  switch (system) {
    case 'ios':
    case 'android':
      return 'A phone builds nothing: somebody has to make the wheel elsewhere.';
    case 'pyodide':
      return 'A browser builds nothing: somebody has to make the wheel elsewhere.';
    case 'freebsd':
    case 'linux':
    case 'macos':
    case 'windows':
      return '';
  }
}
