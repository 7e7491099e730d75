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

export interface ChangedMachine {
  readonly settings: MachineSettings;
  /** What else had to change, in a sentence; empty if nothing had. */
  readonly also: string;
}

/**
 * The machine after a change, with what follows from it.
 *
 * @example changeMachine({ implementation: 'cp', python: '3.14', freeThreaded: false, system: 'windows', arch: 'amd64' }, { kind: 'build', build: 'pypy' }).also // → 'PyPy has no 3.14 yet: Python 3.12.'
 */
export function changeMachine(settings: MachineSettings, change: MachineChange): ChangedMachine {
  switch (change.kind) {
    case 'python':
      return withPython(settings, change.python);
    case 'build':
      return withBuild(settings, change.build);
    case 'system':
      return { settings: withSystem(settings, change.system), also: '' };
    case 'arch': {
      // Macs with ARM processors begin at macOS 11.
      const changed = { ...settings, arch: change.arch };
      if (readMachine(changed).kind === 'machine') return { settings: changed, also: '' };
      return { settings: { ...changed, osVersion: '11.0' }, also: 'Macs with ARM processors begin with macOS 11.0.' };
    }
    case 'version': {
      const version = stepVersion(settings, change.by);
      if (version === undefined) return { settings, also: '' };
      const changed =
        settings.system === 'macos' ? { ...settings, osVersion: version } : { ...settings, libcVersion: version };
      return { settings: changed, also: '' };
    }
  }
}

function withPython(settings: MachineSettings, python: string): ChangedMachine {
  const changed = { ...settings, python };
  if (readMachine(changed).kind === 'machine') return { settings: changed, also: '' };
  const also =
    settings.implementation === 'pp'
      ? `There is no PyPy for Python ${python}: CPython.`
      : `Python ${python} has no free-threaded build: the ordinary one.`;
  return { settings: { ...changed, implementation: 'cp', freeThreaded: false }, also };
}

function withBuild(settings: MachineSettings, build: 'cpython' | 'free-threaded' | 'pypy'): ChangedMachine {
  const { python } = settings;
  const changed = {
    ...settings,
    implementation: build === 'pypy' ? 'pp' : 'cp',
    freeThreaded: build === 'free-threaded',
  } as const;
  if (build === 'cpython' || readMachine(changed).kind === 'machine') return { settings: changed, also: '' };
  const isBelow = (version: string) => comparePairs(readPair(python) ?? [3, 0], readPair(version) ?? [3, 0]) < 0;
  if (build === 'free-threaded') {
    return { settings: { ...changed, python: '3.13' }, also: 'Free-threaded builds begin with Python 3.13.' };
  }
  const [oldest = '', newest = ''] = [PYPY_VERSIONS[0], PYPY_VERSIONS.at(-1)];
  return isBelow(oldest)
    ? { settings: { ...changed, python: oldest }, also: `PyPy for ${python} is gone: Python ${oldest}.` }
    : { settings: { ...changed, python: newest }, also: `PyPy has no ${python} yet: Python ${newest}.` };
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
  const isPossible = next !== undefined && readMachine({ ...settings, [setting]: next }).kind === 'machine';
  return isPossible ? next : undefined;
}

/** The versions of Python that come as a build, oldest first. */
export function pythonVersions({ implementation, freeThreaded }: MachineSettings): readonly string[] {
  if (implementation === 'pp') return PYPY_VERSIONS;
  return freeThreaded ? CPYTHON_VERSIONS.slice(CPYTHON_VERSIONS.indexOf('3.13')) : CPYTHON_VERSIONS;
}
