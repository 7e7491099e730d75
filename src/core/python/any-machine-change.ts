// Another machine of any kind by one change of a setting: from a server to a phone and back, and on a device from one version, build or
// processor to another. What no longer goes with the change follows, so that every tap leads to a machine that exists. Changes among
// desktops and servers are machine-change.ts's.
import { type AnyMachine, isDevice, readAnyMachine } from './any-machine';
import { type DeviceSettings, readDevice } from './device-settings';
import { changeMachine, describeFollowing, type MachineChange, pythonVersions, stepVersion } from './machine-change';
import {
  CPYTHON_VERSIONS,
  comparePairs,
  IMPLEMENTATION_NAMES,
  type MachineSettings,
  readPair,
} from './machine-settings';

/** A system as a reader chooses it: Linux by its C library. */
export type AnySystem = Extract<MachineChange, { kind: 'system' }>['system'] | DeviceSettings['system'];

/** A change of one setting, of a machine of any kind. */
export type AnyMachineChange =
  | Exclude<MachineChange, { kind: 'system' }>
  | { readonly kind: 'system'; readonly system: AnySystem }
  /** A phone, or the simulator of one. */
  | { readonly kind: 'sdk'; readonly sdk: NonNullable<DeviceSettings['sdk']> };

/**
 * The machine after a change (PEP 425, "Use": each machine has a list of tags of its own). What no longer goes with it follows: see
 * `describeAnyFollowing`. Where nothing would do, the machine stays as it is.
 *
 * @example changeAnyMachine({ implementation: 'pp', python: '3.11', freeThreaded: false, system: 'windows', arch: 'amd64' }, { kind: 'system', system: 'ios' }).python // → '3.13'
 */
export function changeAnyMachine(machine: AnyMachine, change: AnyMachineChange): AnyMachine {
  if (change.kind === 'system') {
    const { system } = change;
    switch (system) {
      case 'ios':
      case 'android':
      case 'pyodide':
      case 'freebsd':
        return machine.system === system ? machine : onDevice(machine, system);
      case 'glibc':
      case 'musl':
      case 'macos':
      case 'windows':
        return changeMachine(isDevice(machine) ? onLinux(machine) : machine, { kind: 'system', system });
    }
  }
  if (isDevice(machine)) return waysOfDevice(machine, change).find(isPossible) ?? machine;
  return change.kind === 'sdk' ? machine : changeMachine(machine, change);
}

function isPossible(machine: AnyMachine): boolean {
  return readAnyMachine(machine).kind === 'machine';
}

/** What a device of each system is at first: one in wide use. */
const USUAL = {
  ios: { osVersion: '18.0', sdk: 'iphoneos', arch: 'arm64' },
  android: { osVersion: '35', arch: 'arm64_v8a' },
  pyodide: { arch: 'wasm32' },
  freebsd: { osVersion: '14.3', arch: 'amd64' },
} as const satisfies Readonly<Record<DeviceSettings['system'], Partial<DeviceSettings>>>;

/** A device with the machine's Python, or as near to it as there is. */
function onDevice({ python, freeThreaded, debug }: AnyMachine, system: DeviceSettings['system']): AnyMachine {
  const own: DeviceSettings = { python, freeThreaded, ...(debug === true ? { debug } : {}), system, ...USUAL[system] };
  const ordinary = { ...own, freeThreaded: false };
  return [own, withNearestPython(own), ordinary].find(isPossible) ?? withNearestPython(ordinary);
}

/** A server with the device's Python and kind of processor. */
function onLinux({ python, freeThreaded, debug, arch }: DeviceSettings): MachineSettings {
  return {
    implementation: 'cp',
    python,
    freeThreaded,
    ...(debug === true ? { debug } : {}),
    system: 'linux',
    libc: 'glibc',
    libcVersion: '2.41',
    arch: arch.startsWith('arm') ? 'aarch64' : 'x86_64',
  };
}

/** Devices with the change, the one with the fewest other changes first; none where the device has no such thing. */
function waysOfDevice(
  device: DeviceSettings,
  change: Exclude<AnyMachineChange, { kind: 'system' }>,
): readonly DeviceSettings[] {
  switch (change.kind) {
    case 'python': {
      const changed = { ...device, python: change.python };
      return [changed, { ...changed, freeThreaded: false }];
    }
    case 'build': {
      const { build } = change;
      if (build === 'pypy' || build === 'graalpy') return [];
      const { debug: _, ...rest } = device;
      const plain = { ...rest, freeThreaded: build === 'free-threaded' };
      const changed = build === 'debug' ? { ...plain, debug: true } : plain;
      return [changed, withNearestPython(changed)];
    }
    case 'arch': {
      const changed = { ...device, arch: change.arch };
      return device.system === 'ios' ? [changed, { ...changed, sdk: 'iphonesimulator' }] : [changed];
    }
    case 'sdk': {
      const changed = { ...device, sdk: change.sdk };
      return [changed, { ...changed, arch: 'arm64' }];
    }
    case 'version': {
      const version = stepAnyVersion(device, change.by);
      return version === undefined ? [] : [{ ...device, osVersion: version }];
    }
  }
}

/** The newest Python that the device comes with and that isn't newer than the one set; the oldest if all are. */
function withNearestPython(device: DeviceSettings): DeviceSettings {
  const versions = anyPythonVersions(device);
  const own = readPair(device.python) ?? [3, 0];
  const older = versions.findLast((version) => comparePairs(readPair(version) ?? own, own) <= 0);
  return { ...device, python: older ?? versions[0] ?? device.python };
}

/**
 * What had to follow from a change, in a sentence (PEP 425, "Use"); empty if nothing had to.
 *
 * @example describeAnyFollowing({ implementation: 'cp', python: '3.12', freeThreaded: false, system: 'windows', arch: 'amd64' }, { python: '3.13', freeThreaded: false, system: 'ios', osVersion: '18.0', sdk: 'iphoneos', arch: 'arm64' }) // → 'Python 3.13 is the first for iOS.'
 */
export function describeAnyFollowing(before: AnyMachine, after: AnyMachine): string {
  if (!isDevice(after)) return isDevice(before) ? '' : describeFollowing(before, after);
  const { python, freeThreaded } = before;
  const sdk = isDevice(before) && before.sdk !== undefined && after.sdk !== undefined ? { sdk: before.sdk } : {};
  // What was wished for stood partly on the machine before: each of these mixtures that can't be says why the other settings moved.
  const wished: readonly DeviceSettings[] = [
    { ...after, python, freeThreaded },
    { ...after, freeThreaded },
    { ...after, python },
    { ...after, ...sdk },
    { ...after, arch: before.system === after.system ? before.arch : after.arch },
  ];
  const why = wished.map(readDevice).find(({ kind }) => kind === 'faulty');
  const because = why?.kind === 'faulty' ? why.problems[0].message : '';
  if (isDevice(before) || before.implementation === 'cp') return because;
  return [`${IMPLEMENTATION_NAMES[before.implementation]} isn’t made for it: CPython.`, because].join(' ').trim();
}

/** The versions that can be stepped through, oldest first; of Android the API levels. */
const STEPS = {
  ios: ['12.0', '13.0', '14.0', '15.0', '16.0', '17.0', '18.0', '26.0'],
  android: ['16', '21', '24', '26', '28', '29', '30', '31', '33', '34', '35', '36'],
  freebsd: ['12.4', '13.5', '14.3', '15.0'],
} as const;

/**
 * The next newer or older version of the machine's system or C library (platform compatibility tags, "Platform Tag"); undefined at
 * the ends, and for Windows and Pyodide, whose tags have none to step through.
 *
 * @example stepAnyVersion({ python: '3.14', freeThreaded: false, system: 'android', osVersion: '24', arch: 'arm64_v8a' }, -1) // → '21'
 */
export function stepAnyVersion(machine: AnyMachine, by: 1 | -1): string | undefined {
  if (!isDevice(machine)) return stepVersion(machine, by);
  const { system, osVersion } = machine;
  if (system === 'pyodide' || osVersion === undefined) return undefined;
  const steps: readonly string[] = STEPS[system];
  const isBeyond = (step: string) => by * (Number(step) - Number(osVersion)) > 0;
  return by === 1 ? steps.find(isBeyond) : steps.findLast(isBeyond);
}

/**
 * The versions of Python that come as a build for a machine's system, oldest first (PEP 425, "Python Tag").
 *
 * @example anyPythonVersions({ python: '3.14', freeThreaded: false, system: 'pyodide', arch: 'wasm32' }) // → ['3.12', '3.13', '3.14']
 */
export function anyPythonVersions(machine: AnyMachine): readonly string[] {
  if (!isDevice(machine)) return pythonVersions(machine);
  return CPYTHON_VERSIONS.filter((python) => isPossible({ ...machine, python }));
}
