// Another machine by one change of a setting: what no longer goes with it follows, so that every tap leads to a machine that
// exists.
import {
  CPYTHON_VERSIONS,
  comparePairs,
  IMPLEMENTATION_NAMES,
  type MachineSettings,
  OWN_ABIS,
  readMachine,
  readPair,
} from './machine-settings';

/** A build of Python. */
export type MachineBuild = 'cpython' | 'free-threaded' | 'debug' | 'pypy' | 'graalpy';

/** A change of one setting. */
export type MachineChange =
  | { readonly kind: 'python'; readonly python: string }
  | { readonly kind: 'build'; readonly build: MachineBuild }
  | { readonly kind: 'system'; readonly system: 'glibc' | 'musl' | 'macos' | 'windows' }
  | { readonly kind: 'arch'; readonly arch: string }
  /** The next newer or older version of its glibc, musl or macOS. */
  | { readonly kind: 'version'; readonly by: 1 | -1 };

/**
 * The machine after a change (PEP 425, "Use": each machine has a list of tags of its own). What no longer goes with it follows:
 * see `describeFollowing`. Where nothing would do, the machine stays as it is.
 *
 * @example changeMachine({ implementation: 'cp', python: '3.14', freeThreaded: false, system: 'windows', arch: 'amd64' }, { kind: 'build', build: 'pypy' }).python // → '3.12'
 */
export function changeMachine(settings: MachineSettings, change: MachineChange): MachineSettings {
  return waysTo(settings, change).find(isPossible) ?? settings;
}

/** Machines with the change, the one with the fewest other changes first. */
function waysTo(settings: MachineSettings, change: MachineChange): readonly MachineSettings[] {
  switch (change.kind) {
    case 'python': {
      const changed = { ...settings, python: change.python };
      return [changed, asBuild(changed, 'cpython')];
    }
    case 'build': {
      const changed = asBuild(settings, change.build);
      const elsewhere = withSystem(changed, 'glibc');
      return [changed, withNearestPython(changed), elsewhere, withNearestPython(elsewhere)];
    }
    case 'system': {
      const changed = withSystem(settings, change.system);
      return [changed, asBuild(changed, 'cpython')];
    }
    case 'arch': {
      const changed = { ...settings, arch: change.arch };
      return [changed, { ...changed, osVersion: '11.0' }, asBuild(changed, 'cpython')];
    }
    case 'version': {
      const version = stepVersion(settings, change.by);
      if (version === undefined) return [settings];
      return [{ ...settings, [settings.system === 'macos' ? 'osVersion' : 'libcVersion']: version }];
    }
  }
}

function asBuild({ debug: _, ...settings }: MachineSettings, build: MachineBuild): MachineSettings {
  const implementation = build === 'pypy' ? 'pp' : build === 'graalpy' ? 'graalpy' : 'cp';
  const plain = { ...settings, implementation, freeThreaded: build === 'free-threaded' } as const;
  return build === 'debug' ? { ...plain, debug: true } : plain;
}

function isPossible(settings: MachineSettings): boolean {
  return readMachine(settings).kind === 'machine';
}

/** The newest version that comes as this build and isn't newer than the one set; the oldest if all are. */
function withNearestPython(settings: MachineSettings): MachineSettings {
  const versions = pythonVersions(settings);
  const older = versions.findLast((version) => !isBefore(settings.python, version));
  return { ...settings, python: older ?? versions[0] ?? settings.python };
}

function isBefore(left: string, right: string): boolean {
  return comparePairs(readPair(left) ?? [3, 0], readPair(right) ?? [3, 0]) < 0;
}

/**
 * What had to follow from a change of build, version or processor, in a sentence (PEP 425, "Use"); empty if nothing had to.
 *
 * @example describeFollowing({ implementation: 'pp', python: '3.12', freeThreaded: false, system: 'windows', arch: 'amd64' }, { implementation: 'cp', python: '3.14', freeThreaded: false, system: 'windows', arch: 'amd64' }) // → 'There is no PyPy for Python 3.14: CPython.'
 */
export function describeFollowing(before: MachineSettings, after: MachineSettings): string {
  if (before.system !== after.system) return '';
  const isArm = after.arch === 'arm64' && before.arch !== 'arm64' && !isPossible({ ...before, arch: 'arm64' });
  if (isArm) return 'Macs with ARM processors begin with macOS 11.0.';
  if (before.python === after.python) return '';
  if (before.implementation !== 'cp' && after.implementation === 'cp') {
    const { implementation } = before;
    return isPossible({ ...after, implementation })
      ? ''
      : `There is no ${IMPLEMENTATION_NAMES[implementation]} for Python ${after.python}: CPython.`;
  }
  if (after.implementation !== 'cp' && before.implementation !== after.implementation) {
    const { implementation } = after;
    if (isPossible({ ...asBuild(before, 'cpython'), implementation })) return '';
    const because = isBefore(before.python, after.python) ? 'any more' : 'yet';
    const name = IMPLEMENTATION_NAMES[implementation];
    return `There is no ${name} for Python ${before.python} ${because}: ${after.python}.`;
  }
  if (before.freeThreaded && !after.freeThreaded && !isPossible({ ...after, freeThreaded: true })) {
    return `Python ${after.python} has no free-threaded build: the ordinary one.`;
  }
  const isEarly = after.freeThreaded && !before.freeThreaded && !isPossible({ ...before, freeThreaded: true });
  return isEarly ? 'Free-threaded builds begin with Python 3.13.' : '';
}

/** The same interpreter and kind of processor on another system, of a version in wide use. */
function withSystem(settings: MachineSettings, system: 'glibc' | 'musl' | 'macos' | 'windows'): MachineSettings {
  const { implementation, python, freeThreaded, debug } = settings;
  const isArm = /^(arm|aarch)/.test(settings.arch);
  const own = { implementation, python, freeThreaded, ...(debug === undefined ? {} : { debug }) };
  switch (system) {
    case 'glibc':
    case 'musl': {
      const libcVersion = system === 'glibc' ? '2.41' : '1.2';
      const arch = settings.system === 'linux' ? settings.arch : isArm ? 'aarch64' : 'x86_64';
      return { ...own, system: 'linux', libc: system, libcVersion, arch };
    }
    case 'macos':
      return { ...own, system, osVersion: '15.0', arch: isArm ? 'arm64' : 'x86_64' };
    case 'windows':
      return { ...own, system, arch: isArm ? 'arm64' : 'amd64' };
  }
}

/** The versions of glibc, musl and macOS that can be stepped through, oldest first. */
const STEPS = {
  glibc: ['2.5', '2.12', '2.17', '2.24', '2.26', '2.28', '2.31', '2.34', '2.35', '2.36', '2.39', '2.41', '2.43'],
  musl: ['1.0', '1.1', '1.2'],
  macos: ['10.9', '10.13', '10.15', '11.0', '12.0', '13.0', '14.0', '15.0', '26.0'],
} as const;

/**
 * The next newer or older version of the machine's glibc, musl or macOS (platform compatibility tags, "Platform Tag"); undefined at
 * the ends, and for Windows, whose tags have none.
 *
 * @example stepVersion({ implementation: 'cp', python: '3.13', freeThreaded: false, system: 'linux', libc: 'glibc', libcVersion: '2.28', arch: 'x86_64' }, 1) // → '2.31'
 */
export function stepVersion(settings: MachineSettings, by: 1 | -1): string | undefined {
  const family = settings.system === 'macos' ? 'macos' : settings.system === 'linux' ? settings.libc : undefined;
  if (family === undefined) return undefined;
  const setting = family === 'macos' ? 'osVersion' : 'libcVersion';
  const now = readPair(settings[setting] ?? '');
  if (now === undefined) return undefined;
  const steps: readonly string[] = STEPS[family];
  const isBeyond = (step: string) => by * comparePairs(readPair(step) ?? now, now) > 0;
  const next = by === 1 ? steps.find(isBeyond) : steps.findLast(isBeyond);
  return next !== undefined && isPossible({ ...settings, [setting]: next }) ? next : undefined;
}

/**
 * The versions of Python that come as a build, oldest first (PEP 425, "Python Tag").
 *
 * @example pythonVersions({ implementation: 'cp', python: '3.13', freeThreaded: true, system: 'windows', arch: 'amd64' })[0] // → '3.13'
 */
export function pythonVersions({ implementation, freeThreaded }: MachineSettings): readonly string[] {
  if (implementation !== 'cp') return [...OWN_ABIS[implementation].keys()];
  return freeThreaded ? CPYTHON_VERSIONS.slice(CPYTHON_VERSIONS.indexOf('3.13')) : CPYTHON_VERSIONS;
}
