// Platforms as containerd writes them (`linux/arm64`, `linux/arm/v7`), and the arguments that the builder sets from them: Dockerfile
// reference, “Automatic platform ARGs in the global scope”.

export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant: string;
}

/** The machine that builds, unless the reader says otherwise. */
export const BUILD_PLATFORM: Platform = { os: 'linux', architecture: 'amd64', variant: '' };

const ARCHITECTURES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['x86_64', ['amd64', '']],
  ['x86-64', ['amd64', '']],
  ['aarch64', ['arm64', '']],
  ['armhf', ['arm', 'v7']],
  ['armel', ['arm', 'v6']],
  ['i386', ['386', '']],
]);

const KNOWN_SYSTEMS = new Set([
  'linux',
  'windows',
  'darwin',
  'freebsd',
  'wasip1',
  'js',
  'openbsd',
  'netbsd',
  'solaris',
]);

/** Reads a platform; undefined where it is none. A single word is an operating system or an architecture. */
export function parsePlatform(text: string): Platform | undefined {
  if (!/^[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+){0,2}$/.test(text)) return undefined;
  const [first = '', second, third = ''] = text.toLowerCase().split('/');
  if (second !== undefined) return normalized(first, second, third);
  if (KNOWN_SYSTEMS.has(first)) return { ...BUILD_PLATFORM, os: first };
  const isArchitecture =
    ARCHITECTURES.has(first) || /^(amd64|arm64|arm|386|ppc64le|s390x|riscv64|mips64le|loong64)$/.test(first);
  return isArchitecture ? normalized('linux', first, '') : undefined;
}

function normalized(os: string, written: string, variant: string): Platform {
  const [architecture, ownVariant] = ARCHITECTURES.get(written) ?? [written, ''];
  const kept = variant === '' ? ownVariant : variant;
  if (architecture === 'arm64' && (kept === 'v8' || kept === '8')) return { os, architecture, variant: '' };
  if (architecture === 'amd64' && kept === 'v1') return { os, architecture, variant: '' };
  if (architecture === 'arm' && kept === '') return { os, architecture, variant: 'v7' };
  return { os, architecture, variant: kept };
}

/** @example formatPlatform({ os: 'linux', architecture: 'arm', variant: 'v7' }) // → 'linux/arm/v7' */
export function formatPlatform({ os, architecture, variant }: Platform): string {
  return [os, architecture, variant].filter((part) => part !== '').join('/');
}

/** The arguments that are there before the first line of the file, in the builder’s order; build arguments replace their values. */
export function automaticArguments(
  build: Platform,
  target: Platform,
  stage: string,
  given: ReadonlyMap<string, string>,
): Map<string, string> {
  const values: readonly (readonly [string, string])[] = [
    ['BUILDPLATFORM', formatPlatform(build)],
    ['BUILDOS', build.os],
    ['BUILDOSVERSION', ''],
    ['BUILDARCH', build.architecture],
    ['BUILDVARIANT', build.variant],
    ['TARGETPLATFORM', formatPlatform(target)],
    ['TARGETOS', target.os],
    ['TARGETOSVERSION', ''],
    ['TARGETARCH', target.architecture],
    ['TARGETVARIANT', target.variant],
    ['TARGETSTAGE', stage === '' ? 'default' : stage],
  ];
  return new Map(values.map(([name, value]) => [name, given.get(name) ?? value]));
}
