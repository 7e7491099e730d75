// What variables of markers tell of one another on real machines, beyond the standard: data, and where it is from. These
// are the relations that uv takes for granted when it resolves for all platforms at once (uv 0.13, crates/uv-pep508,
// marker/algebra.rs: the lowering of `platform_system`, and `exclusions`), with its sources: Python's documentation of
// `sys.platform`, `os.name` and `platform.system`, PEP 730 (iOS) and PEP 738 (Android).
//
// uv relates nothing else: not `implementation_name` with `platform_python_implementation`, nor Linux with posix.

/** `platform_system` with this value is `sys_platform` with that one, and the other way round. */
export const SYSTEM_OF_PLATFORM: ReadonlyMap<string, string> = new Map([
  ['Windows', 'win32'],
  ['Darwin', 'darwin'],
  ['Linux', 'linux'],
  ['AIX', 'aix'],
  ['Emscripten', 'emscripten'],
  ['Android', 'android'],
]);

/** The variables that are related. */
export const RELATED_VARIABLES: ReadonlySet<string> = new Set(['os_name', 'sys_platform', 'platform_system']);

export interface Exclusion {
  readonly variable: 'os_name' | 'platform_system';
  readonly value: string;
  /** The values of `sys_platform` that no machine has together with it, sorted. */
  readonly platforms: readonly string[];
}

/** Sorted, as edges of a decision diagram are. `sys_platform` of the BSDs and Solaris has their version in it. */
const PLATFORMS_OF_OTHERS = [
  'aix',
  'android',
  'cygwin',
  'darwin',
  'emscripten',
  'ios',
  'linux',
  'wasi',
  'win32',
] as const;
const PLATFORMS_OF_OTHERS_THAN_APPLE = [
  'aix',
  'android',
  'cygwin',
  'darwin',
  'emscripten',
  'linux',
  'wasi',
  'win32',
] as const;

/** What never goes together. */
export const EXCLUSIONS: readonly Exclusion[] = [
  { variable: 'os_name', value: 'nt', platforms: ['darwin', 'ios', 'linux'] },
  { variable: 'os_name', value: 'posix', platforms: ['win32'] },
  { variable: 'platform_system', value: 'FreeBSD', platforms: PLATFORMS_OF_OTHERS },
  { variable: 'platform_system', value: 'NetBSD', platforms: PLATFORMS_OF_OTHERS },
  { variable: 'platform_system', value: 'OpenBSD', platforms: PLATFORMS_OF_OTHERS },
  { variable: 'platform_system', value: 'SunOS', platforms: PLATFORMS_OF_OTHERS },
  { variable: 'platform_system', value: 'iOS', platforms: PLATFORMS_OF_OTHERS_THAN_APPLE },
  { variable: 'platform_system', value: 'iPadOS', platforms: PLATFORMS_OF_OTHERS_THAN_APPLE },
];
