// Which machines there are: the versions that each implementation of Python comes for, and where; the processors and versions of each
// system. Facts of the field, with their sources.
import type { VersionPair } from './platform-tags';

/** CPython's versions with wheels of today's tags, oldest first; the first free-threaded build was 3.13's. */
export const CPYTHON_VERSIONS = ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13', '3.14', '3.15'] as const;

/** PyPy's, and the ABI of the newest PyPy for each: 7.3 for the first two, 8.0 for the others. */
const PYPY_ABIS: ReadonlyMap<string, string> = new Map([
  ['3.9', 'pypy39_pp73'],
  ['3.10', 'pypy310_pp73'],
  ['3.11', 'pypy311_pp80'],
  ['3.12', 'pypy312_pp80'],
]);

/** GraalPy's: 24.0, 24.2, 25.1 and 25.3, by their releases and GraalPy's own table of versions. */
const GRAALPY_ABIS: ReadonlyMap<string, string> = new Map([
  ['3.10', 'graalpy240_310_native'],
  ['3.11', 'graalpy242_311_native'],
  ['3.12', 'graalpy251_312_native'],
  ['3.13', 'graalpy253_313_native'],
]);

/** The ABI of each version of an implementation other than CPython. */
export const OWN_ABIS = { pp: PYPY_ABIS, graalpy: GRAALPY_ABIS } as const;

/**
 * Pyodide's Pythons: the Emscripten that each is built with, and from 3.14 on the platform of PEP 783. Wheels for the older ones have
 * Pyodide's own tags, such as pyodide_2024_0_wasm32, which the reference library does not know (pyodide-build, “Platform Tags”).
 */
export const PYODIDES: ReadonlyMap<string, { readonly emscripten: string; readonly pyemscripten?: string }> = new Map([
  ['3.12', { emscripten: '3.1.58' }],
  ['3.13', { emscripten: '4.0.9' }],
  ['3.14', { emscripten: '5.0.3', pyemscripten: '2026_0' }],
]);

export type System = 'linux' | 'macos' | 'windows' | 'ios' | 'android' | 'pyodide' | 'freebsd';

/** The architectures that a machine of each system may have. iOS devices are arm64; x86_64 is a simulator's. */
export const ARCHITECTURES = {
  linux: ['x86_64', 'aarch64', 'armv7l', 'i686', 'riscv64', 'ppc64le', 's390x', 'loongarch64'],
  macos: ['arm64', 'x86_64'],
  windows: ['amd64', 'arm64', 'x86'],
  ios: ['arm64', 'x86_64'],
  android: ['arm64_v8a', 'x86_64', 'armeabi_v7a', 'x86'],
  pyodide: ['wasm32'],
  freebsd: ['amd64', 'arm64', 'i386'],
} as const satisfies Readonly<Record<System, readonly string[]>>;

export interface Range {
  readonly oldest: VersionPair;
  readonly newest: VersionPair;
}

/**
 * What a version may be: further back no tag of today reaches, and further ahead than this a list would only grow. iOS from 12 and
 * Android from API level 16 on is what tags are made for; CPython itself asks for iOS 13 (PEP 730) and API level 21 (PEP 738).
 */
export const RANGES = {
  glibc: { oldest: [2, 5], newest: [2, 99] },
  musl: { oldest: [1, 0], newest: [1, 9] },
  macos: { oldest: [10, 9], newest: [99, 0] },
  ios: { oldest: [12, 0], newest: [99, 9] },
  freebsd: { oldest: [12, 0], newest: [99, 9] },
} as const satisfies Readonly<Record<string, Range>>;

export const API_LEVELS = { oldest: 16, newest: 99 } as const;

/** The first CPython for each of the newer systems: PEP 730, PEP 738. */
export const FIRST_CPYTHON: ReadonlyMap<System, VersionPair> = new Map<System, VersionPair>([
  ['ios', [3, 13]],
  ['android', [3, 13]],
]);

export const SYSTEM_NAMES = {
  linux: 'Linux',
  macos: 'macOS',
  windows: 'Windows',
  ios: 'iOS',
  android: 'Android',
  pyodide: 'Pyodide',
  freebsd: 'FreeBSD',
} as const satisfies Readonly<Record<System, string>>;

export const IMPLEMENTATION_NAMES = { cp: 'CPython', pp: 'PyPy', graalpy: 'GraalPy' } as const;
