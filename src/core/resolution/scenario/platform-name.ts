// The platforms that can be resolved for, by uv's names of them (`--python-platform`): the tags that a machine of the
// kind takes, and what markers are told about it.
import type { MarkerEnvironment, Platform, VersionPair } from '@/core/python';

/** A platform: for wheels, and for markers. */
export interface NamedPlatform {
  readonly platform: Platform;
  readonly markers: Pick<MarkerEnvironment, 'os_name' | 'sys_platform' | 'platform_system' | 'platform_machine'> &
    Partial<Pick<MarkerEnvironment, 'platform_release' | 'platform_version'>>;
  /** What uv calls the platform in tags in place of its general name. */
  readonly platformTag?: string;
}

/** The glibc of the machine that resolves where no platform is named, and on which our recordings were made. */
const HOST_GLIBC: VersionPair = [2, 36];

/** What uv takes where only the system is named. */
const USUAL_GLIBC: VersionPair = [2, 28];
const RISCV_GLIBC: VersionPair = [2, 39];
const MUSL: VersionPair = [1, 2];
const MACOS: VersionPair = [13, 0];
const IOS: VersionPair = [13, 0];
const ANDROID_API = 24;

const LINUX = { os_name: 'posix', sys_platform: 'linux', platform_system: 'Linux' } as const;
const DARWIN = { os_name: 'posix', sys_platform: 'darwin', platform_system: 'Darwin' } as const;
const WINDOWS = { os_name: 'nt', sys_platform: 'win32', platform_system: 'Windows' } as const;
const ANDROID = { os_name: 'posix', sys_platform: 'android', platform_system: 'Android' } as const;
const APPLE_MOBILE = { os_name: 'posix', sys_platform: 'ios', platform_system: 'iOS' } as const;

const glibc = (arch: string, libcVersion: VersionPair): NamedPlatform => ({
  platform: { kind: 'linux', arch, libc: 'glibc', libcVersion },
  markers: { ...LINUX, platform_machine: arch },
});

const musl = (arch: string): NamedPlatform => ({
  platform: { kind: 'musl', arch, libc: 'musl', libcVersion: MUSL },
  markers: { ...LINUX, platform_machine: arch },
});

const macos = (arch: string): NamedPlatform => ({
  platform: { kind: 'macos', version: MACOS, arch },
  markers: { ...DARWIN, platform_machine: arch },
});

const windows = (arch: 'amd64' | 'x86' | 'arm64', machine: string): NamedPlatform => ({
  platform: { kind: 'windows', arch },
  markers: { ...WINDOWS, platform_machine: machine },
});

const android = (arch: string, machine: string): NamedPlatform => ({
  platform: { kind: 'android', api: ANDROID_API, arch },
  markers: { ...ANDROID, platform_machine: machine },
});

const ios = (arch: string, sdk: string): NamedPlatform => ({
  platform: { kind: 'ios', version: IOS, arch, sdk },
  markers: { ...APPLE_MOBILE, platform_machine: arch },
});

/** A release of Pyodide (PEP 783 calls its platform PyEmscripten), with the version of its compiler. */
const pyodide = (year: number, emscripten: string): NamedPlatform => ({
  platform: { kind: 'emscripten', emscripten, arch: 'wasm32', pyemscripten: `${year}_0` },
  platformTag: `pyodide_${year}_0_wasm32`,
  markers: {
    os_name: 'posix',
    sys_platform: 'emscripten',
    platform_system: 'Emscripten',
    platform_machine: 'wasm32',
    platform_release: emscripten,
    platform_version: '#1',
  },
});

/** The machine that resolves where no platform is named. */
export const HOST_PLATFORM: NamedPlatform = glibc('x86_64', HOST_GLIBC);

/** uv's names, but for those of `x86_64-manylinux_2_28` and its like. */
const PLATFORMS: ReadonlyMap<string, NamedPlatform> = new Map([
  ['windows', windows('amd64', 'AMD64')],
  ['linux', glibc('x86_64', USUAL_GLIBC)],
  ['macos', macos('arm64')],
  ['x86_64-pc-windows-msvc', windows('amd64', 'AMD64')],
  ['aarch64-pc-windows-msvc', windows('arm64', 'ARM64')],
  ['i686-pc-windows-msvc', windows('x86', 'x86')],
  ['x86_64-unknown-linux-gnu', glibc('x86_64', USUAL_GLIBC)],
  ['aarch64-apple-darwin', macos('arm64')],
  ['x86_64-apple-darwin', macos('x86_64')],
  ['aarch64-unknown-linux-gnu', glibc('aarch64', USUAL_GLIBC)],
  ['aarch64-unknown-linux-musl', musl('aarch64')],
  ['x86_64-unknown-linux-musl', musl('x86_64')],
  ['riscv64-unknown-linux', glibc('riscv64', RISCV_GLIBC)],
  ['aarch64-linux-android', android('arm64_v8a', 'aarch64')],
  ['x86_64-linux-android', android('x86_64', 'x86_64')],
  ['wasm32-pyodide2024', pyodide(2024, '3.1.58')],
  ['wasm32-pyodide2025', pyodide(2025, '4.0.9')],
  ['arm64-apple-ios', ios('arm64', 'iphoneos')],
  ['arm64-apple-ios-simulator', ios('arm64', 'iphonesimulator')],
  ['x86_64-apple-ios-simulator', ios('x86_64', 'iphonesimulator')],
]);

/** The versions of glibc that have a name of their own at uv, as the minor version of glibc 2. */
const MANYLINUX_MINORS: ReadonlySet<number> = new Set([17, 28, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40]);

/** The platform of uv's name for it, or undefined if there is none. */
export function readPlatformName(name: string): NamedPlatform | undefined {
  const manylinux = /^(x86_64|aarch64)-manylinux(?:2014|_2_(\d{2}))$/.exec(name);
  if (manylinux === null) return PLATFORMS.get(name);
  const minor = Number(manylinux[2] ?? 17);
  return MANYLINUX_MINORS.has(minor) ? glibc(manylinux[1] ?? '', [2, minor]) : undefined;
}
