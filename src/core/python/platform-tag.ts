// What one platform tag says: the platform compatibility tags specification, "Platform tag", with the names of manylinux
// (PEP 600; 513, 571, 599 for the older ones), musllinux (PEP 656), macOS, Windows, iOS (PEP 730), Android (PEP 738) and
// Emscripten (PEP 783). The lists of what a machine supports are platform-tags.ts's.
import type { VersionPair } from './platform-tags';

export type PlatformTag =
  | { readonly kind: 'any' }
  /** `legacy` is the name before PEP 600, such as `manylinux2014`. */
  | {
      readonly kind: 'manylinux';
      readonly glibc: VersionPair;
      readonly arch: string;
      readonly legacy: string | undefined;
    }
  | { readonly kind: 'musllinux'; readonly musl: VersionPair; readonly arch: string }
  /** Linux of either C library, any version: what a build for the builder's own machine says. */
  | { readonly kind: 'linux'; readonly arch: string }
  | { readonly kind: 'macos'; readonly version: VersionPair; readonly format: string }
  | { readonly kind: 'windows'; readonly arch: string }
  | { readonly kind: 'ios'; readonly version: VersionPair; readonly arch: string; readonly sdk: string }
  | { readonly kind: 'android'; readonly api: number; readonly arch: string }
  | { readonly kind: 'webassembly'; readonly runtime: string }
  | { readonly kind: 'unknown'; readonly text: string };

/** The glibc of the names before PEP 600. */
const LEGACY: ReadonlyMap<string, VersionPair> = new Map<string, VersionPair>([
  ['manylinux1', [2, 5]],
  ['manylinux2010', [2, 12]],
  ['manylinux2014', [2, 17]],
]);

/**
 * Reads a platform tag (platform compatibility tags, "Platform Tag"). What has no known form is `unknown`, which is what installers take it for.
 *
 * @example readPlatformTag('manylinux2014_aarch64') // → { kind: 'manylinux', glibc: [2, 17], arch: 'aarch64', legacy: 'manylinux2014' }
 */
export function readPlatformTag(text: string): PlatformTag {
  if (text === 'any') return { kind: 'any' };
  if (text === 'win32') return { kind: 'windows', arch: 'x86' };
  for (const read of readers) {
    const found = read(text);
    if (found !== undefined) return found;
  }
  return { kind: 'unknown', text };
}

/** A tag of a few forms: a pattern of the whole tag, and what its groups mean. */
function reader(pattern: RegExp, means: (...groups: string[]) => PlatformTag | undefined) {
  return (text: string): PlatformTag | undefined => {
    const found = pattern.exec(text);
    return found === null ? undefined : means(...found.slice(1).map((group) => group ?? ''));
  };
}

const pair = (major = '', minor = ''): VersionPair => [Number(major), Number(minor)];

const readers = [
  reader(/^manylinux_(\d{1,4})_(\d{1,4})_([a-z]\w*)$/, (major, minor, arch = '') => {
    return { kind: 'manylinux', glibc: pair(major, minor), arch, legacy: undefined };
  }),
  reader(/^(manylinux\d{1,4})_([a-z]\w*)$/, (legacy = '', arch = '') => {
    const glibc = LEGACY.get(legacy);
    return glibc && { kind: 'manylinux', glibc, arch, legacy };
  }),
  reader(/^musllinux_(\d{1,4})_(\d{1,4})_([a-z]\w*)$/, (major, minor, arch = '') => {
    return { kind: 'musllinux', musl: pair(major, minor), arch };
  }),
  reader(/^linux_([a-z]\w*)$/, (arch = '') => ({ kind: 'linux', arch })),
  reader(/^macosx_(\d{1,4})_(\d{1,4})_([a-z]\w*)$/, (major, minor, format = '') => {
    return { kind: 'macos', version: pair(major, minor), format };
  }),
  reader(/^win_(amd64|arm64|arm32|ia64)$/, (arch = '') => ({ kind: 'windows', arch })),
  reader(/^ios_(\d{1,4})_(\d{1,4})_([a-z]\w*)_(iphoneos|iphonesimulator)$/, (major, minor, arch = '', sdk = '') => {
    return { kind: 'ios', version: pair(major, minor), arch, sdk };
  }),
  reader(/^android_(\d{1,4})_([a-z]\w*)$/, (api, arch = '') => ({ kind: 'android', api: Number(api), arch })),
  reader(/^((?:py)?emscripten|pyodide)_\w+_wasm32$/, (runtime = '') => ({ kind: 'webassembly', runtime })),
];
