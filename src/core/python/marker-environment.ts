// What the variables of markers are on a machine: the dependency specifiers specification, "Environment Markers", which
// names the functions of Python that give them. Their values: Python's documentation of `sys.platform`, `os.name`,
// `platform.machine` and `platform.python_implementation`, PEP 730 (iOS), PEP 738 (Android), PEP 783 (Emscripten).
import type { MarkerEnvironment } from './marker-evaluate';
import type { Platform } from './platform-tags';
import type { TagEnvironment } from './tags';

/** What a machine's tags do not tell, and so must be told apart. What is left out is taken as the standard says. */
export interface MachineDetails {
  /** With all three numbers, such as 3.13.5. */
  readonly pythonFullVersion?: string;
  /** Of PyPy or GraalPy; CPython's is its Python's. */
  readonly implementationVersion?: string;
  readonly platformRelease?: string;
  readonly platformVersion?: string;
}

/** `sys.implementation.name` and `platform.python_implementation()` by the name in tags. GraalPy calls itself GraalVM. */
const IMPLEMENTATIONS: ReadonlyMap<string, readonly [name: string, title: string]> = new Map([
  ['cp', ['cpython', 'CPython']],
  ['pp', ['pypy', 'PyPy']],
  ['graalpy', ['graalpy', 'GraalVM']],
  ['ip', ['ironpython', 'IronPython']],
  ['jy', ['jython', 'Jython']],
]);

/**
 * The marker environment of a machine that is known by its tags ("Environment Markers"). The machine is taken to be of its
 * interpreter's own architecture: a 32-bit interpreter on a 64-bit system sees the system's. What is not told is 0 for
 * versions and empty for other variables, as the standard has it for what cannot be calculated.
 *
 * @example markerEnvironment(LINUX_312, { pythonFullVersion: '3.12.3' }).platform_system // → 'Linux'
 */
export function markerEnvironment(machine: TagEnvironment, details: MachineDetails = {}): MarkerEnvironment {
  const [name, title] = IMPLEMENTATIONS.get(machine.implementation) ?? [machine.implementation, ''];
  const minor = machine.python.join('.');
  const full = details.pythonFullVersion ?? `${minor}.0`;
  return {
    implementation_name: name,
    implementation_version: details.implementationVersion ?? (name === 'cpython' ? full : versionInAbi(machine.abis)),
    platform_python_implementation: title,
    python_full_version: full,
    python_version: minor,
    platform_release: details.platformRelease ?? releaseOf(machine.platform),
    platform_version: details.platformVersion ?? '',
    ...systemOf(machine.platform),
  };
}

type System = Pick<MarkerEnvironment, 'os_name' | 'sys_platform' | 'platform_system' | 'platform_machine'>;

function systemOf(platform: Platform): System {
  const posix = (sys_platform: string, platform_system: string, platform_machine: string): System => {
    return { os_name: 'posix', sys_platform, platform_system, platform_machine };
  };
  switch (platform.kind) {
    case 'linux':
    case 'musl':
      return posix('linux', 'Linux', platform.arch);
    case 'macos':
      return posix('darwin', 'Darwin', platform.arch);
    case 'windows': {
      // Windows writes its own names in capitals: AMD64, ARM64, but x86.
      const machine = platform.arch === 'x86' ? 'x86' : platform.arch.toUpperCase();
      return { os_name: 'nt', sys_platform: 'win32', platform_system: 'Windows', platform_machine: machine };
    }
    case 'ios':
      // A device tells its model, such as iPhone15,2, which its tags do not; a simulator tells its architecture.
      return posix('ios', 'iOS', platform.sdk === 'iphonesimulator' ? platform.arch : '');
    case 'android':
      return posix('android', 'Android', ANDROID_MACHINES.get(platform.arch) ?? platform.arch);
    case 'emscripten':
      return posix('emscripten', 'Emscripten', platform.arch);
    case 'freebsd': {
      // The version of the system is part of sys.platform here: freebsd14.
      const [major = ''] = platform.release.split('.');
      return posix(`freebsd${major}`, 'FreeBSD', platform.arch);
    }
  }
}

/** What Android's kernel calls the architectures that its ABIs are named after. */
const ANDROID_MACHINES: ReadonlyMap<string, string> = new Map([
  ['arm64_v8a', 'aarch64'],
  ['armeabi_v7a', 'armv7l'],
  ['x86', 'i686'],
]);

/** The release that the platform itself tells, where its tags have it. */
function releaseOf(platform: Platform): string {
  switch (platform.kind) {
    case 'ios':
      return platform.version.join('.');
    case 'emscripten':
      return platform.emscripten;
    case 'freebsd':
      return platform.release;
    default:
      return '';
  }
}

/** `pypy310_pp73` is PyPy 7.3, `graalpy242_311_native` GraalPy 24.2: the ABI has the first two numbers of the version. */
function versionInAbi(abis: readonly string[] | null): string {
  const found = /_pp(\d)(\d+)|^graalpy(\d\d)(\d+)/.exec(abis?.[0] ?? '');
  const [major, minor] = found === null ? [] : found.slice(1).filter((group) => group !== undefined);
  return major === undefined || minor === undefined ? '0' : `${major}.${minor}.0`;
}
