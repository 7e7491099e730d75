// A machine as a reader sets it: which Python, on which system. Every setting is a word or a version, so that it can stand in a
// link or a file; what doesn't go together is a problem at the setting that is wrong.
import { describeArchitecture } from './describe-tag';
import {
  API_LEVELS,
  ARCHITECTURES,
  FIRST_CPYTHON,
  IMPLEMENTATION_NAMES,
  OWN_ABIS,
  PYODIDES,
  RANGES,
  type Range,
  SYSTEM_NAMES,
  type System,
} from './machine-kinds';
import type { Platform, VersionPair } from './platform-tags';
import type { TagEnvironment } from './tags';

export interface MachineSettings {
  /** CPython, PyPy or GraalPy. */
  readonly implementation: 'cp' | 'pp' | 'graalpy';
  /** Without the last number: `3.13`. */
  readonly python: string;
  readonly freeThreaded: boolean;
  /** A debug build of CPython. */
  readonly debug?: boolean;
  readonly system: System;
  /** Linux has one of two; the others have none. */
  readonly libc?: 'glibc' | 'musl';
  readonly libcVersion?: string;
  /** Of macOS, iOS and FreeBSD, such as 15.0; of Android the API level, such as 24. */
  readonly osVersion?: string;
  /** Of iOS: a device or the simulator. */
  readonly sdk?: 'iphoneos' | 'iphonesimulator';
  /** As the system calls it: x86_64, aarch64, armv7l, i686 and others; arm64 and x86_64 on macOS; amd64, arm64, x86 on Windows. */
  readonly arch: string;
}

/** What is wrong with a setting, and what to set instead. */
export interface SettingProblem {
  readonly code: `machine/${string}`;
  readonly at: keyof MachineSettings;
  readonly message: string;
}

export type MachineReading =
  | { readonly kind: 'machine'; readonly environment: TagEnvironment }
  | { readonly kind: 'faulty'; readonly problems: readonly [SettingProblem, ...SettingProblem[]] };

/**
 * The environment of a machine (PEP 425, "Python Tag", "ABI Tag", "Platform Tag": all that tags depend on), or what is wrong with its
 * settings.
 *
 * Problems: `machine/python`, `machine/free-threaded`, `machine/debug`, `machine/libc`, `machine/libc-version`,
 * `machine/os-version`, `machine/sdk`, `machine/arch`, `machine/system` (an implementation that does not run there).
 *
 * @example readMachine({ implementation: 'cp', python: '3.12', freeThreaded: true, system: 'windows', arch: 'amd64' }).problems[0].at // → 'freeThreaded'
 */
export function readMachine(settings: MachineSettings): MachineReading {
  const [first, ...more] = problemsOf(settings);
  if (first !== undefined) return { kind: 'faulty', problems: [first, ...more] };
  const { implementation, python, freeThreaded, debug } = settings;
  const abi = implementation === 'cp' ? undefined : OWN_ABIS[implementation].get(python);
  return {
    kind: 'machine',
    environment: {
      implementation,
      python: readPair(python) ?? [3, 0],
      abis: abi === undefined ? null : [abi],
      platform: platformOf(settings),
      freeThreaded,
      ...(debug === true ? { debug } : {}),
    },
  };
}

function problemsOf(settings: MachineSettings): readonly SettingProblem[] {
  return [...interpreterProblems(settings), ...systemProblems(settings)];
}

const problem = (code: SettingProblem['code'], at: keyof MachineSettings, message: string): SettingProblem[] => {
  return [{ code, at, message }];
};

function interpreterProblems(settings: MachineSettings): readonly SettingProblem[] {
  const { implementation, python, freeThreaded, debug, system } = settings;
  const name = IMPLEMENTATION_NAMES[implementation];
  if (implementation !== 'cp') {
    if (freeThreaded) return problem('machine/free-threaded', 'freeThreaded', `${name} has no free-threaded build.`);
    if (debug === true) return problem('machine/debug', 'debug', `Debug builds are CPython’s: ${name} has none.`);
    const versions = [...OWN_ABIS[implementation].keys()];
    if (!versions.includes(python)) {
      const message = `${name} comes for Python ${versions[0]} to ${versions.at(-1)}, not for ${python}.`;
      return problem('machine/python', 'python', message);
    }
    if (runsOn(settings)) return [];
    return problem('machine/system', 'system', `There is no ${name} for this ${SYSTEM_NAMES[system]}.`);
  }
  const pair = readPair(python);
  if (pair === undefined || pair[0] !== 3 || pair[1] < 2 || pair[1] > 99) {
    return problem('machine/python', 'python', `“${python}” is no version of Python 3 such as 3.13.`);
  }
  if (freeThreaded && pair[1] < 13) {
    return problem(
      'machine/free-threaded',
      'freeThreaded',
      `Python ${python} has no free-threaded build: 3.13 is the first.`,
    );
  }
  if (freeThreaded && system === 'pyodide') {
    return problem('machine/free-threaded', 'freeThreaded', 'Pyodide has no free-threaded build.');
  }
  const first = FIRST_CPYTHON.get(system);
  if (first !== undefined && comparePairs(pair, first) < 0) {
    return problem('machine/python', 'python', `Python ${first.join('.')} is the first for ${SYSTEM_NAMES[system]}.`);
  }
  if (system === 'pyodide' && !PYODIDES.has(python)) {
    const versions = [...PYODIDES.keys()].join(', ');
    return problem('machine/python', 'python', `Pyodide comes with Python ${versions}, not with ${python}.`);
  }
  return [];
}

/** PyPy and GraalPy are built for desktops and servers; GraalPy for glibc and 64-bit processors alone. */
function runsOn({ implementation, system, libc, arch }: MachineSettings): boolean {
  if (!DESKTOPS.has(system)) return false;
  return implementation !== 'graalpy' || (libc !== 'musl' && GRAALPY_ARCHITECTURES.has(`${system} ${arch}`));
}

const DESKTOPS: ReadonlySet<System> = new Set(['linux', 'macos', 'windows']);
const GRAALPY_ARCHITECTURES: ReadonlySet<string> = new Set([
  ...['linux x86_64', 'linux aarch64', 'macos arm64', 'macos x86_64', 'windows amd64'],
]);

function systemProblems(settings: MachineSettings): readonly SettingProblem[] {
  const { system, libc, libcVersion, sdk, arch } = settings;
  const name = SYSTEM_NAMES[system];
  const known: readonly string[] = ARCHITECTURES[system];
  const problems = known.includes(arch)
    ? []
    : problem('machine/arch', 'arch', `${name} runs on ${known.join(', ')}, not on ${arch}.`);
  if (system !== 'ios' && sdk !== undefined) {
    problems.push(...problem('machine/sdk', 'sdk', `${name} has no SDK: only iOS is told apart by it.`));
  }
  if (system !== 'linux') {
    if (libc !== undefined) {
      const message = `${name} has no ${libc}: only Linux is told apart by its C library.`;
      problems.push(...problem('machine/libc', 'libc', message));
    }
    return [...problems, ...versionProblems(settings)];
  }
  if (libc === undefined)
    problems.push(...problem('machine/libc', 'libc', 'Linux has glibc or musl as its C library.'));
  else if (!isWithin(libcVersion, RANGES[libc])) {
    const { oldest, newest } = RANGES[libc];
    const message = `A version of ${libc} from ${oldest.join('.')} to ${newest.join('.')} is needed.`;
    problems.push(...problem('machine/libc-version', 'libcVersion', message));
  }
  return problems;
}

function versionProblems({ system, osVersion, sdk, arch }: MachineSettings): readonly SettingProblem[] {
  switch (system) {
    case 'macos': {
      // The first Macs with ARM processors came with macOS 11.
      const macos = arch === 'arm64' ? { ...RANGES.macos, oldest: [11, 0] as const } : RANGES.macos;
      if (isWithin(osVersion, macos)) return [];
      const message = `A version of macOS from ${macos.oldest.join('.')} on is needed.`;
      return problem('machine/os-version', 'osVersion', message);
    }
    case 'ios':
    case 'freebsd': {
      const problems = isWithin(osVersion, RANGES[system])
        ? []
        : problem(
            'machine/os-version',
            'osVersion',
            `A version of ${SYSTEM_NAMES[system]} from ${RANGES[system].oldest.join('.')} on is needed.`,
          );
      if (system === 'ios' && sdk === undefined) {
        problems.push(...problem('machine/sdk', 'sdk', 'iOS is of a device, iphoneos, or of the iphonesimulator.'));
      } else if (sdk === 'iphoneos' && arch === 'x86_64') {
        problems.push(...problem('machine/arch', 'arch', 'Devices with iOS are arm64; x86_64 is the simulator’s.'));
      }
      return problems;
    }
    case 'android': {
      const level = /^\d{1,2}$/.test(osVersion ?? '') ? Number(osVersion) : 0;
      const { oldest, newest } = API_LEVELS;
      if (level >= oldest && level <= newest) return [];
      const message = `An API level of Android from ${oldest} to ${newest} is needed.`;
      return problem('machine/os-version', 'osVersion', message);
    }
    case 'linux':
    case 'windows':
    case 'pyodide':
      return [];
  }
}

function isWithin(version: string | undefined, { oldest, newest }: Range): boolean {
  const pair = readPair(version ?? '');
  return pair !== undefined && comparePairs(pair, oldest) >= 0 && comparePairs(pair, newest) <= 0;
}

export function comparePairs(left: VersionPair, right: VersionPair): number {
  return left[0] - right[0] || left[1] - right[1];
}

/** `2.36` → 2 and 36. */
export function readPair(version: string): VersionPair | undefined {
  const found = /^(\d{1,3})\.(\d{1,3})$/.exec(version);
  return found === null ? undefined : [Number(found[1]), Number(found[2])];
}

function platformOf(settings: MachineSettings): Platform {
  const { system, python, libc, libcVersion = '', osVersion = '', sdk = 'iphoneos', arch } = settings;
  switch (system) {
    case 'linux': {
      const version = readPair(libcVersion) ?? [0, 0];
      return libc === 'musl'
        ? { kind: 'musl', arch, libc, libcVersion: version }
        : { kind: 'linux', arch, libc: 'glibc', libcVersion: version };
    }
    case 'macos':
      return { kind: 'macos', version: readPair(osVersion) ?? [0, 0], arch };
    case 'windows':
      return { kind: 'windows', arch: arch === 'x86' || arch === 'arm64' ? arch : 'amd64' };
    case 'ios':
      return { kind: 'ios', version: readPair(osVersion) ?? [0, 0], arch, sdk };
    case 'android':
      return { kind: 'android', api: Number(osVersion), arch };
    case 'pyodide':
      return { kind: 'emscripten', arch, ...(PYODIDES.get(python) ?? { emscripten: '' }) };
    case 'freebsd':
      return { kind: 'freebsd', release: `${osVersion}-RELEASE`, arch };
  }
}

/**
 * A machine in a few words (PEP 425, "Python Tag", "Platform Tag"): what it says of itself on paper.
 *
 * @example describeMachine({ implementation: 'cp', python: '3.13', freeThreaded: true, system: 'windows', arch: 'amd64' }) // → 'CPython 3.13, free-threaded, on Windows, x86-64'
 * @example describeMachine({ implementation: 'cp', python: '3.14', freeThreaded: false, system: 'android', osVersion: '24', arch: 'arm64_v8a' }) // → 'CPython 3.14 on Android API level 24, ARM 64-bit'
 */
export function describeMachine(settings: MachineSettings): string {
  const { implementation, python, freeThreaded, debug, system, libc, libcVersion, osVersion, sdk, arch } = settings;
  const builds = [...(freeThreaded ? ['free-threaded'] : []), ...(debug === true ? ['debug build'] : [])];
  const build = builds.length === 0 ? '' : `, ${builds.join(', ')},`;
  const own = `${IMPLEMENTATION_NAMES[implementation]} ${python}${build}`;
  const processor = describeArchitecture(arch);
  switch (system) {
    case 'linux':
      return `${own} on Linux with ${libc} ${libcVersion}, ${processor}`;
    case 'macos':
    case 'freebsd':
      return `${own} on ${SYSTEM_NAMES[system]} ${osVersion}, ${processor}`;
    case 'windows':
      return `${own} on Windows, ${processor}`;
    case 'ios':
      return `${own} on iOS ${osVersion}, ${processor}, ${sdk === 'iphonesimulator' ? 'simulator' : 'device'}`;
    case 'android':
      return `${own} on Android API level ${osVersion}, ${processor}`;
    case 'pyodide':
      return `${own} in Pyodide`;
  }
}
