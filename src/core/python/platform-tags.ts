// Platform tags that a machine supports, most preferred first: the platform compatibility tags specification (PEP 425),
// "Platform tag", with manylinux (PEP 600, 513, 571, 599), musllinux (PEP 656), macOS, iOS (PEP 730), Android (PEP 738) and
// Emscripten (PEP 783).

/** A kind of machine. `arch` is the interpreter's own: a 32-bit one on a 64-bit kernel is `i686` or `armv8l`. */
export type Platform =
  | { readonly kind: 'linux'; readonly arch: string; readonly libc: 'glibc'; readonly libcVersion: VersionPair }
  | { readonly kind: 'musl'; readonly arch: string; readonly libc: 'musl'; readonly libcVersion: VersionPair }
  | { readonly kind: 'macos'; readonly version: VersionPair; readonly arch: string }
  | { readonly kind: 'windows'; readonly arch: 'amd64' | 'x86' | 'arm64' }
  | { readonly kind: 'ios'; readonly version: VersionPair; readonly arch: string; readonly sdk: string }
  | { readonly kind: 'android'; readonly api: number; readonly arch: string }
  | { readonly kind: 'emscripten'; readonly emscripten: string; readonly arch: string; readonly pyemscripten?: string }
  | { readonly kind: 'freebsd'; readonly release: string; readonly arch: string };

/** A major and a minor version. */
export type VersionPair = readonly [major: number, minor: number];

/**
 * The platform tags of a machine, most preferred first, without `any` (platform compatibility tags, "Platform tag"). Empty for a
 * system older than the oldest tag of its kind, such as iOS 11.
 *
 * @example platformTags({ kind: 'macos', version: [12, 3], arch: 'arm64' }).slice(0, 3) // → ['macosx_12_0_arm64', 'macosx_12_0_universal2', 'macosx_11_0_arm64']
 */
export function platformTags(platform: Platform): readonly string[] {
  switch (platform.kind) {
    case 'linux':
      return [...linuxTags(platform.arch), ...manylinuxTags(architectures(platform.arch), platform.libcVersion)];
    case 'musl':
      return [...linuxTags(platform.arch), ...musllinuxTags(architectures(platform.arch), platform.libcVersion)];
    case 'macos':
      return macosTags(platform.version, platform.arch);
    case 'windows':
      return [platform.arch === 'x86' ? 'win32' : `win_${platform.arch}`];
    case 'ios':
      return iosTags(platform.version, `${platform.arch}_${platform.sdk}`);
    case 'android':
      return androidTags(platform.api, platform.arch);
    case 'emscripten':
      return [
        ...(platform.pyemscripten === undefined ? [] : [`pyemscripten_${platform.pyemscripten}_wasm32`]),
        asTag(`emscripten_${platform.emscripten}_${platform.arch}`),
      ];
    case 'freebsd':
      return [asTag(`freebsd_${platform.release}_${platform.arch}`)];
  }
}

/** Makes a tag of a platform's own name. */
function asTag(name: string): string {
  return name.replace(/[-. ]/g, '_').toLowerCase();
}

/** A 32-bit interpreter on 64-bit ARM runs what is built for 32-bit ARM. */
function architectures(arch: string): readonly string[] {
  const name = asTag(arch);
  return name === 'armv8l' ? ['armv8l', 'armv7l'] : [name];
}

function linuxTags(arch: string): readonly string[] {
  return architectures(arch).map((name) => `linux_${name}`);
}

/** Architectures for which manylinux is defined; 32-bit ARM is taken as hard-float. */
const MANYLINUX_ARCHITECTURES: ReadonlySet<string> = new Set([
  'x86_64',
  'i686',
  'aarch64',
  'armv7l',
  'ppc64',
  'ppc64le',
  's390x',
  'loongarch64',
  'riscv64',
]);

/** The names before PEP 600, each for one version of glibc 2. */
const LEGACY_MANYLINUX: ReadonlyMap<number, string> = new Map([
  [17, 'manylinux2014'],
  [12, 'manylinux2010'],
  [5, 'manylinux1'],
]);

/** Should there be a glibc 3, it runs everything of glibc 2, up to a last minor version that nobody knows yet. */
const LAST_MINOR_OF_OLDER_GLIBC = 50;

function manylinuxTags(archs: readonly string[], glibc: VersionPair): readonly string[] {
  if (!archs.some((arch) => MANYLINUX_ARCHITECTURES.has(arch))) return [];
  const oldest = archs.includes('x86_64') || archs.includes('i686') ? 5 : 17;
  const tags: string[] = [];
  for (const arch of archs) {
    for (let major = glibc[0]; major >= 2; major--) {
      const newest = major === glibc[0] ? glibc[1] : LAST_MINOR_OF_OLDER_GLIBC;
      for (let minor = newest; minor >= (major === 2 ? oldest : 0); minor--) {
        tags.push(`manylinux_${major}_${minor}_${arch}`);
        const legacy = major === 2 ? LEGACY_MANYLINUX.get(minor) : undefined;
        if (legacy !== undefined) tags.push(`${legacy}_${arch}`);
      }
    }
  }
  return tags;
}

function musllinuxTags(archs: readonly string[], [major, newest]: VersionPair): readonly string[] {
  return archs.flatMap((arch) => countDown(newest, 0).map((minor) => `musllinux_${major}_${minor}_${arch}`));
}

/** From macOS 11 on, the major version counts and the minor is 0; 10.x counts by its minor version. */
function macosTags([major, minor]: VersionPair, arch: string): readonly string[] {
  const named = (at: VersionPair) => macosFormats(at, arch).map((format) => `macosx_${at[0]}_${at[1]}_${format}`);
  if (major === 10) return countDown(minor, 0).flatMap((older) => named([10, older]));
  if (major < 10) return [];
  const since11 = countDown(major, 11).flatMap((older) => named([older, 0]));
  // There is no arm64 before 11, but a universal2 wheel may say so for the sake of its x86_64 half.
  const before11 = countDown(16, 4).flatMap((older) =>
    arch === 'x86_64' ? named([10, older]) : [`macosx_10_${older}_universal2`],
  );
  return [...since11, ...before11];
}

/** The binary formats that an architecture runs, its own first; "fat" ones hold several architectures. */
function macosFormats([major, minor]: VersionPair, arch: string): readonly string[] {
  const isTiger = major > 10 || minor >= 4;
  switch (arch) {
    case 'arm64':
      return ['arm64', 'universal2'];
    case 'x86_64':
      return isTiger ? ['x86_64', 'intel', 'fat64', 'fat3', 'universal2', 'universal'] : [];
    case 'i386':
      return isTiger ? ['i386', 'intel', 'fat3', 'fat', 'universal'] : [];
    case 'ppc64':
      return isTiger && major === 10 && minor <= 5 ? ['ppc64', 'fat64', 'universal'] : [];
    case 'ppc':
      return major === 10 && minor <= 6 ? ['ppc', 'fat3', 'fat', 'universal'] : [];
    case 'intel':
      return ['intel', 'universal'];
    default:
      return [arch];
  }
}

/** iOS 12 is the first that CPython runs on; no minor version has gone past 9. */
function iosTags([major, minor]: VersionPair, multiarch: string): readonly string[] {
  if (major < 12) return [];
  const suffix = multiarch.replaceAll('-', '_');
  const own = countDown(minor, 0).map((older) => `ios_${major}_${older}_${suffix}`);
  const older = countDown(major - 1, 12).flatMap((at) => countDown(9, 0).map((low) => `ios_${at}_${low}_${suffix}`));
  return [...own, ...older];
}

/** API level 16 is the first that CPython runs on. */
function androidTags(api: number, arch: string): readonly string[] {
  const abi = arch.replace(/[-. ]/g, '_');
  return countDown(api, 16).map((level) => `android_${level}_${abi}`);
}

function countDown(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index);
}
