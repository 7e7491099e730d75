// Machines that are no desktops or servers, as a reader sets them: phones, a browser, FreeBSD. CPython alone runs there. The others are
// machine-settings.ts's; a page that needs none of these doesn't load them.
import { describeArchitecture } from './describe-tag';
import {
  comparePairs,
  describeInterpreter,
  type MachineReading,
  readPair,
  type SettingProblem,
} from './machine-settings';
import type { Platform, VersionPair } from './platform-tags';

export interface DeviceSettings {
  /** CPython's, without the last number: `3.13`. */
  readonly python: string;
  readonly freeThreaded: boolean;
  /** A debug build. */
  readonly debug?: boolean;
  readonly system: 'ios' | 'android' | 'pyodide' | 'freebsd';
  /** Of iOS and FreeBSD, such as 18.0; of Android the API level, such as 24; Pyodide has none. */
  readonly osVersion?: string;
  /** Of iOS: a device or the simulator. */
  readonly sdk?: 'iphoneos' | 'iphonesimulator';
  /** As the system calls it: arm64 and x86_64 on iOS, arm64_v8a and others on Android, wasm32, amd64 and others on FreeBSD. */
  readonly arch: string;
}

/** The architectures that a device of each system may have: the four of Android (platform compatibility tags, "android"). */
export const DEVICE_ARCHITECTURES = {
  ios: ['arm64', 'x86_64'],
  android: ['arm64_v8a', 'x86_64', 'armeabi_v7a', 'x86'],
  pyodide: ['wasm32'],
  freebsd: ['amd64', 'arm64', 'i386'],
} as const satisfies Readonly<Record<DeviceSettings['system'], readonly string[]>>;

/**
 * Pyodide's Pythons: the Emscripten that each is built with, and from 3.14 on the platform of PEP 783. Wheels for the older ones have
 * Pyodide's own tags, such as pyodide_2024_0_wasm32, which the reference library does not know (pyodide-build, “Platform Tags”).
 */
export const PYODIDES: ReadonlyMap<string, { readonly emscripten: string; readonly pyemscripten?: string }> = new Map([
  ['3.12', { emscripten: '3.1.58' }],
  ['3.13', { emscripten: '4.0.9' }],
  ['3.14', { emscripten: '5.0.3', pyemscripten: '2026_0' }],
]);

/**
 * What a version may be, up to where a list would only grow. iOS from 12 and Android from API level 16 on is what tags are made for;
 * CPython itself asks for iOS 13 (PEP 730) and API level 21 (PEP 738). An API level counts as a version that ends in .0.
 */
const RANGES = {
  ios: { oldest: [12, 0], newest: [99, 9] },
  android: { oldest: [16, 0], newest: [99, 0] },
  freebsd: { oldest: [12, 0], newest: [99, 9] },
} as const;

const NAMES = { ios: 'iOS', android: 'Android', pyodide: 'Pyodide', freebsd: 'FreeBSD' } as const;

/**
 * The environment of a device (PEP 425, "Python Tag", "ABI Tag", "Platform Tag"), or what is wrong with its settings.
 *
 * Problems: `machine/python`, `machine/free-threaded`, `machine/os-version`, `machine/sdk`, `machine/arch`.
 *
 * @example readDevice({ python: '3.12', freeThreaded: false, system: 'ios', osVersion: '18.0', sdk: 'iphoneos', arch: 'arm64' }).problems[0].message // → 'Python 3.13 is the first for iOS.'
 */
export function readDevice(settings: DeviceSettings): MachineReading {
  const python = readPair(settings.python);
  const [first, ...more] = [...interpreterProblems(settings, python), ...systemProblems(settings)];
  if (first !== undefined) return { kind: 'faulty', problems: [first, ...more] };
  return {
    kind: 'machine',
    environment: {
      implementation: 'cp',
      python: python ?? [3, 0],
      abis: null,
      platform: platformOf(settings),
      freeThreaded: settings.freeThreaded,
      ...(settings.debug === true ? { debug: true } : {}),
    },
  };
}

const problem = (code: SettingProblem['code'], at: SettingProblem['at'], message: string): SettingProblem => {
  return { code, at, message };
};

function interpreterProblems(settings: DeviceSettings, pair: VersionPair | undefined): readonly SettingProblem[] {
  const { python, freeThreaded, system } = settings;
  if (pair === undefined || pair[0] !== 3 || pair[1] < 2) {
    return [problem('machine/python', 'python', `“${python}” is no version of Python 3 such as 3.13.`)];
  }
  // PEP 730 and PEP 738 are of 3.13.
  if ((system === 'ios' || system === 'android') && pair[1] < 13) {
    return [problem('machine/python', 'python', `Python 3.13 is the first for ${NAMES[system]}.`)];
  }
  if (system === 'pyodide' && !PYODIDES.has(python)) {
    const versions = [...PYODIDES.keys()].join(', ');
    return [problem('machine/python', 'python', `Pyodide comes with Python ${versions}, not with ${python}.`)];
  }
  if (!freeThreaded || (system !== 'pyodide' && pair[1] >= 13)) return [];
  const message =
    system === 'pyodide'
      ? 'Pyodide has no free-threaded build.'
      : `Python ${python} has no free-threaded build: 3.13 is the first.`;
  return [problem('machine/free-threaded', 'freeThreaded', message)];
}

function systemProblems(settings: DeviceSettings): readonly SettingProblem[] {
  const { system, sdk, arch } = settings;
  const problems: SettingProblem[] = [];
  const known: readonly string[] = DEVICE_ARCHITECTURES[system];
  if (!known.includes(arch)) {
    problems.push(problem('machine/arch', 'arch', `${NAMES[system]} runs on ${known.join(', ')}, not on ${arch}.`));
  }
  if (system !== 'pyodide' && !isWithin(versionOf(settings), RANGES[system])) {
    const { oldest, newest } = RANGES[system];
    const message =
      system === 'android'
        ? `An API level of Android from ${oldest[0]} to ${newest[0]} is needed.`
        : `A version of ${NAMES[system]} from ${oldest.join('.')} on is needed.`;
    problems.push(problem('machine/os-version', 'osVersion', message));
  }
  if (system !== 'ios') {
    if (sdk !== undefined) {
      problems.push(problem('machine/sdk', 'sdk', `${NAMES[system]} has no SDK: only iOS is told apart by it.`));
    }
  } else if (sdk === undefined) {
    problems.push(problem('machine/sdk', 'sdk', 'iOS is of a device, iphoneos, or of the iphonesimulator.'));
  } else if (sdk === 'iphoneos' && arch === 'x86_64') {
    problems.push(problem('machine/arch', 'arch', 'Devices with iOS are arm64; x86_64 is the simulator’s.'));
  }
  return problems;
}

function versionOf({ system, osVersion = '' }: DeviceSettings): VersionPair | undefined {
  return readPair(system === 'android' ? `${osVersion}.0` : osVersion);
}

function isWithin(pair: VersionPair | undefined, { oldest, newest }: (typeof RANGES)['ios' | 'android' | 'freebsd']) {
  return pair !== undefined && comparePairs(pair, oldest) >= 0 && comparePairs(pair, newest) <= 0;
}

function platformOf(settings: DeviceSettings): Platform {
  const { system, python, osVersion, sdk = 'iphoneos', arch } = settings;
  const version = versionOf(settings) ?? [0, 0];
  switch (system) {
    case 'ios':
      return { kind: 'ios', version, arch, sdk };
    case 'android':
      return { kind: 'android', api: version[0], arch };
    case 'pyodide':
      return { kind: 'emscripten', arch, ...(PYODIDES.get(python) ?? { emscripten: '' }) };
    case 'freebsd':
      return { kind: 'freebsd', release: `${osVersion}-RELEASE`, arch };
  }
}

/**
 * A device in a few words (PEP 425, "Python Tag", "Platform Tag").
 *
 * @example describeDevice({ python: '3.14', freeThreaded: false, system: 'android', osVersion: '24', arch: 'arm64_v8a' }) // → 'CPython 3.14 on Android API level 24, ARM 64-bit'
 */
export function describeDevice(settings: DeviceSettings): string {
  const { system, osVersion, sdk, arch } = settings;
  const own = describeInterpreter({ ...settings, implementation: 'cp' });
  const processor = describeArchitecture(arch);
  switch (system) {
    case 'ios':
      return `${own} on iOS ${osVersion}, ${processor}, ${sdk === 'iphonesimulator' ? 'simulator' : 'device'}`;
    case 'android':
      return `${own} on Android API level ${osVersion}, ${processor}`;
    case 'pyodide':
      return `${own} in Pyodide`;
    case 'freebsd':
      return `${own} on FreeBSD ${osVersion}, ${processor}`;
  }
}
