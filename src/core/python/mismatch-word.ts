// Why a wheel doesn't fit, in a word or two: what stands on its crate. The sentence is describe-mismatch.ts's.
import { readPlatformTag } from './platform-tag';
import type { Mismatch } from './wheel-choice';

/**
 * One mismatch in at most two short words: what the wheel is for and this machine is not (PEP 425, "Python Tag", "ABI Tag",
 * "Platform Tag").
 *
 * @example mismatchWord({ kind: 'python', wants: ['cp311'], has: 'cp312' }) // → 'Python 3.11'
 * @example mismatchWord({ kind: 'platform', wants: ['musllinux_1_2_x86_64'], has: 'linux_x86_64', differs: 'libc' }) // → 'musl'
 */
export function mismatchWord(mismatch: Mismatch): string {
  const [wanted = ''] = mismatch.wants;
  switch (mismatch.kind) {
    case 'python':
      return pythonWord(wanted, mismatch.has);
    case 'abi':
      // cp314t against cp314, in either direction.
      if (wanted.endsWith('t')) return 'free-threaded';
      return mismatch.has.some((abi) => abi === `${wanted}t`) ? 'not free-threaded' : `ABI ${wanted}`;
    case 'platform':
      return platformWord(mismatch.differs, wanted);
  }
}

/** `cp312` is Python 3.12, `py3` Python 3, `pp310` PyPy 3.10; to a PyPy, `cp312` is CPython's, whatever its version. */
function pythonWord(tag: string, has: string): string {
  const [, implementation = '', major = '', minor = ''] = /^(cp|py|pp)(\d)(\d*)$/.exec(tag) ?? [];
  if (implementation === '') return tag;
  if (implementation === 'cp' && !has.startsWith('cp')) return 'CPython';
  return `${implementation === 'pp' ? 'PyPy' : 'Python'} ${major}${minor === '' ? '' : `.${minor}`}`;
}

function platformWord(differs: Extract<Mismatch, { kind: 'platform' }>['differs'], wanted: string): string {
  const tag = readPlatformTag(wanted);
  switch (tag.kind) {
    case 'manylinux':
      return byDifference(differs, 'Linux', 'glibc', tag.arch);
    case 'musllinux':
      return byDifference(differs, 'Linux', 'musl', tag.arch);
    case 'linux':
      return byDifference(differs, 'Linux', 'Linux', tag.arch);
    case 'macos':
      return byDifference(differs, 'macOS', 'macOS', tag.format);
    case 'windows':
      return byDifference(differs, 'Windows', 'Windows', tag.arch);
    case 'ios':
      return byDifference(differs, 'iOS', 'iOS', tag.arch);
    case 'android':
      return byDifference(differs, 'Android', 'Android', tag.arch);
    case 'webassembly':
      return 'WebAssembly';
    case 'any':
      return 'any';
    case 'unknown':
      return 'unknown platform';
  }
}

function byDifference(
  differs: 'system' | 'libc' | 'architecture' | 'version',
  system: string,
  libc: string,
  arch: string,
) {
  switch (differs) {
    case 'system':
      return system;
    case 'libc':
      return libc;
    case 'architecture':
      return architectureWord(arch);
    case 'version':
      return `newer ${libc}`;
  }
}

const ARCHITECTURE_WORDS: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'x86-64'],
  ['amd64', 'x86-64'],
  ['i686', '32-bit'],
  ['x86', '32-bit'],
  ['aarch64', 'ARM'],
  ['arm64', 'ARM'],
  ['armv7l', '32-bit ARM'],
]);

function architectureWord(arch: string): string {
  return ARCHITECTURE_WORDS.get(arch) ?? arch;
}
