// Another machine by one change of a setting: what no longer goes with it follows, so that every tap leads to a machine that
// exists.
import {
  CPYTHON_VERSIONS,
  comparePairs,
  type MachineSettings,
  PYPY_VERSIONS,
  readMachine,
  readPair,
} from './machine-settings';

/** A change of one setting. */
export type MachineChange =
  | { readonly kind: 'python'; readonly python: string }
  | { readonly kind: 'build'; readonly build: 'cpython' | 'free-threaded' | 'pypy' }
  | { readonly kind: 'system'; readonly system: 'glibc' | 'musl' | 'macos' | 'windows' }
  | { readonly kind: 'arch'; readonly arch: string }
  /** The next newer or older version of its glibc, musl or macOS. */
  | { readonly kind: 'version'; readonly by: 1 | -1 };

/**
 * The machine after a change. What no longer goes with it follows: see `describeFollowing`.
 *
 * @example changeMachine({ implementation: 'cp', python: '3.14', freeThreaded: false, system: 'windows', arch: 'amd64' }, { kind: 'build', build: 'pypy' }).python // → '3.12'
 */
export function changeMachine(settings: MachineSettings, change: MachineChange): MachineSettings {
  switch (change.kind) {
    case 'python': {
      const changed = { ...settings, python: change.python };
      return isPossible(changed) ? changed : { ...changed, implementation: 'cp', freeThreaded: false };
    }
    case 'build':
      return withBuild(settings, change.build);
    case 'system':
      return withSystem(settings, change.system);
    case 'arch': {
      const changed = { ...settings, arch: change.arch };
      return isPossible(changed) ? changed : { ...changed, osVersion: '11.0' };
    }
    case 'version': {
      const version = stepVersion(settings, change.by);
      if (version === undefined) return settings;
      return settings.system === 'macos' ? { ...settings, osVersion: version } : { ...settings, libcVersion: version };
    }
  }
}

function isPossible(settings: MachineSettings): boolean {
  return readMachine(settings).kind === 'machine';
}

function withBuild(settings: MachineSettings, build: 'cpython' | 'free-threaded' | 'pypy'): MachineSettings {
  const changed = {
    ...settings,
    implementation: build === 'pypy' ? 'pp' : 'cp',
    freeThreaded: build === 'free-threaded',
  } as const;
  if (isPossible(changed)) return changed;
  if (build === 'free-threaded') return { ...changed, python: '3.13' };
  const [oldest = ''] = PYPY_VERSIONS;
  return { ...changed, python: isBefore(settings.python, oldest) ? oldest : (PYPY_VERSIONS.at(-1) ?? oldest) };
}

function isBefore(left: string, right: string): boolean {
  return comparePairs(readPair(left) ?? [3, 0], readPair(right) ?? [3, 0]) < 0;
}

/**
 * What had to follow from a change of build, version or processor, in a sentence; empty if nothing had to.
 *
 * @example describeFollowing({ implementation: 'pp', python: '3.12', freeThreaded: false, system: 'windows', arch: 'amd64' }, { implementation: 'cp', python: '3.14', freeThreaded: false, system: 'windows', arch: 'amd64' }) // → 'There is no PyPy for Python 3.14: CPython.'
 */
export function describeFollowing(before: MachineSettings, after: MachineSettings): string {
  if (before.system !== after.system) return '';
  const isArm = after.arch === 'arm64' && before.arch !== 'arm64' && !isPossible({ ...before, arch: 'arm64' });
  if (isArm) return 'Macs with ARM processors begin with macOS 11.0.';
  if (before.python === after.python) return '';
  if (before.implementation === 'pp' && after.implementation === 'cp') {
    return isPossible({ ...after, implementation: 'pp' })
      ? ''
      : `There is no PyPy for Python ${after.python}: CPython.`;
  }
  if (before.implementation === 'cp' && after.implementation === 'pp') {
    if (isPossible({ ...before, implementation: 'pp', freeThreaded: false })) return '';
    const because = isBefore(before.python, after.python) ? 'any more' : 'yet';
    return `There is no PyPy for Python ${before.python} ${because}: ${after.python}.`;
  }
  if (before.freeThreaded && !after.freeThreaded && !isPossible({ ...after, freeThreaded: true })) {
    return `Python ${after.python} has no free-threaded build: the ordinary one.`;
  }
  const isEarly = after.freeThreaded && !before.freeThreaded && !isPossible({ ...before, freeThreaded: true });
  return isEarly ? 'Free-threaded builds begin with Python 3.13.' : '';
}

/** The same interpreter and kind of processor on another system, of a version in wide use. */
function withSystem(settings: MachineSettings, system: 'glibc' | 'musl' | 'macos' | 'windows'): MachineSettings {
  const { implementation, python, freeThreaded } = settings;
  const isArm = /^(arm|aarch)/.test(settings.arch);
  const own = { implementation, python, freeThreaded };
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
 * The next newer or older version of the machine's glibc, musl or macOS; undefined at the ends, and for Windows, whose tags
 * have none.
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

/** The versions of Python that come as a build, oldest first. */
export function pythonVersions({ implementation, freeThreaded }: MachineSettings): readonly string[] {
  if (implementation === 'pp') return PYPY_VERSIONS;
  return freeThreaded ? CPYTHON_VERSIONS.slice(CPYTHON_VERSIONS.indexOf('3.13')) : CPYTHON_VERSIONS;
}
