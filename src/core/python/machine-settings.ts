// A machine as a reader sets it: which Python, on which system. Phones, browsers and FreeBSD are device-settings.ts's. Every setting is a word or a version, so that it can stand in a
// link or a file; what doesn't go together is a problem at the setting that is wrong.
import { describeArchitecture } from './describe-tag';
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
  readonly system: 'linux' | 'macos' | 'windows';
  /** Linux has one of two; the others have none. */
  readonly libc?: 'glibc' | 'musl';
  readonly libcVersion?: string;
  /** Of macOS. */
  readonly osVersion?: string;
  /** As the system calls it: x86_64, aarch64, armv7l, i686 and others; arm64 and x86_64 on macOS; amd64, arm64, x86 on Windows. */
  readonly arch: string;
}

/** What is wrong with a setting, and what to set instead. */
export interface SettingProblem {
  readonly code: `machine/${string}`;
  /** The setting, of a machine or of a device. */
  readonly at: keyof MachineSettings | 'sdk';
  readonly message: string;
}

export type MachineReading =
  | { readonly kind: 'machine'; readonly environment: TagEnvironment }
  | { readonly kind: 'faulty'; readonly problems: readonly [SettingProblem, ...SettingProblem[]] };

/** CPython's versions with wheels of today's tags, oldest first; the first free-threaded build was 3.13's. */
export const CPYTHON_VERSIONS = ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13', '3.14', '3.15'] as const;

/** The versions of the others, with the ABI of the newest release for each. */
export const OWN_ABIS: Readonly<Record<'pp' | 'graalpy', ReadonlyMap<string, string>>> = {
  /** PyPy 7.3 for the first two, 8.0 for the others. */
  pp: new Map([
    ['3.9', 'pypy39_pp73'],
    ['3.10', 'pypy310_pp73'],
    ['3.11', 'pypy311_pp80'],
    ['3.12', 'pypy312_pp80'],
  ]),
  /** GraalPy 24.0, 24.2, 25.1 and 25.3. */
  graalpy: new Map([
    ['3.10', 'graalpy240_310_native'],
    ['3.11', 'graalpy242_311_native'],
    ['3.12', 'graalpy251_312_native'],
    ['3.13', 'graalpy253_313_native'],
  ]),
};

export const IMPLEMENTATION_NAMES = { cp: 'CPython', pp: 'PyPy', graalpy: 'GraalPy' } as const;

/** The architectures that a machine of each system may have. */
export const ARCHITECTURES = {
  linux: ['x86_64', 'aarch64', 'armv7l', 'i686', 'riscv64', 'ppc64le', 's390x', 'loongarch64'],
  macos: ['arm64', 'x86_64'],
  windows: ['amd64', 'arm64', 'x86'],
} as const satisfies Readonly<Record<MachineSettings['system'], readonly string[]>>;

/** What a version may be: further back no tag of today reaches, and further ahead than this a list would only grow. */
const RANGES = {
  glibc: { oldest: [2, 5], newest: [2, 99] },
  musl: { oldest: [1, 0], newest: [1, 9] },
  macos: { oldest: [10, 9], newest: [99, 0] },
} as const;

/**
 * The environment of a machine (PEP 425, "Python Tag", "ABI Tag", "Platform Tag": all that tags depend on), or what is wrong with its
 * settings.
 *
 * Problems: `machine/python`, `machine/free-threaded`, `machine/debug`, `machine/libc`, `machine/libc-version`,
 * `machine/os-version`, `machine/arch`.
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
  const { implementation, python, freeThreaded, debug } = settings;
  if (implementation !== 'cp') {
    const name = IMPLEMENTATION_NAMES[implementation];
    if (freeThreaded) return problem('machine/free-threaded', 'freeThreaded', `${name} has no free-threaded build.`);
    if (debug === true) return problem('machine/debug', 'debug', `Debug builds are CPython’s: ${name} has none.`);
    const versions = [...OWN_ABIS[implementation].keys()];
    if (!versions.includes(python)) {
      const message = `${name} comes for Python ${versions[0]} to ${versions.at(-1)}, not for ${python}.`;
      return problem('machine/python', 'python', message);
    }
    if (implementation === 'pp' || hasGraalpy(settings)) return [];
    return problem('machine/arch', 'arch', 'GraalPy is built for 64-bit processors, and on Linux for glibc.');
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
  return [];
}

function hasGraalpy({ libc, system, arch }: MachineSettings): boolean {
  if (libc === 'musl') return false;
  return system === 'windows' ? arch === 'amd64' : /^(?:x86_64|aarch64|arm64)$/.test(arch);
}

function systemProblems({ system, libc, libcVersion, osVersion, arch }: MachineSettings): readonly SettingProblem[] {
  const known: readonly string[] = ARCHITECTURES[system];
  const problems = known.includes(arch)
    ? []
    : problem('machine/arch', 'arch', `${SYSTEMS[system]} runs on ${known.join(', ')}, not on ${arch}.`);
  if (system !== 'linux') {
    if (libc !== undefined) {
      problems.push(
        ...problem(
          'machine/libc',
          'libc',
          `${SYSTEMS[system]} has no ${libc}: only Linux is told apart by its C library.`,
        ),
      );
    }
    // The first Macs with ARM processors came with macOS 11.
    const macos = arch === 'arm64' ? { ...RANGES.macos, oldest: [11, 0] as const } : RANGES.macos;
    if (system === 'macos' && !isWithin(osVersion, macos)) {
      const message = `A version of macOS from ${macos.oldest.join('.')} on is needed.`;
      problems.push(...problem('machine/os-version', 'osVersion', message));
    }
    return problems;
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

const SYSTEMS = { linux: 'Linux', macos: 'macOS', windows: 'Windows' } as const;

interface Range {
  readonly oldest: VersionPair;
  readonly newest: VersionPair;
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

function platformOf({ system, libc, libcVersion = '', osVersion = '', arch }: MachineSettings): Platform {
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
  }
}

/**
 * A machine in a few words (PEP 425, "Python Tag", "Platform Tag"): what it says of itself on paper.
 *
 * @example describeMachine({ implementation: 'cp', python: '3.13', freeThreaded: true, system: 'windows', arch: 'amd64' }) // → 'CPython 3.13, free-threaded, on Windows, x86-64'
 */
export function describeMachine(settings: MachineSettings): string {
  const { system, libc, libcVersion, osVersion, arch } = settings;
  const own = describeInterpreter(settings);
  const processor = describeArchitecture(arch);
  switch (system) {
    case 'linux':
      return `${own} on Linux with ${libc} ${libcVersion}, ${processor}`;
    case 'macos':
      return `${own} on macOS ${osVersion}, ${processor}`;
    case 'windows':
      return `${own} on Windows, ${processor}`;
  }
}

type Interpreter = Pick<MachineSettings, 'implementation' | 'python' | 'freeThreaded' | 'debug'>;

/** Its name, version and build: `CPython 3.13, free-threaded,`. */
export function describeInterpreter({ implementation, python, freeThreaded, debug }: Interpreter): string {
  const builds = `${freeThreaded ? ', free-threaded' : ''}${debug === true ? ', debug build' : ''}`;
  return `${IMPLEMENTATION_NAMES[implementation]} ${python}${builds === '' ? '' : `${builds},`}`;
}
