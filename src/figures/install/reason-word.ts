/** Why a file is passed over, in a word or two, for the end of its line. The sentence is the core's `describePassOver`. */
import type { Mismatch } from '@/core/python';
import type { PassOverReason } from '@/core/workstation';

/**
 * The reasons, short: one, or for tags one for each part that doesn't fit.
 * @example reasonWords({ kind: 'sdist-while-wheel-fits', wheel: 'a-1-py3-none-any.whl' }) // ['only if no wheel fits']
 */
export function reasonWords(reason: PassOverReason): readonly string[] {
  return reason.kind === 'tags' ? reason.mismatches.map(mismatchWord) : [otherWord(reason)];
}

function otherWord(reason: Exclude<PassOverReason, { kind: 'tags' }>): string {
  switch (reason.kind) {
    case 'specifier':
      return 'not asked for';
    case 'requires-python':
      return `Python ${reason.requires}`;
    case 'pre-release':
      return 'pre-release';
    case 'yanked':
      return 'yanked';
    case 'sdist-while-wheel-fits':
      return 'only if no wheel fits';
    case 'better-wheel':
      return 'fits, but lower';
    case 'wheels-only':
      return 'source';
  }
}

function mismatchWord(mismatch: Mismatch): string {
  const [wanted = ''] = mismatch.wants;
  switch (mismatch.kind) {
    case 'python':
      return pythonWord(wanted);
    case 'abi':
      // cp314t against cp314, in either direction.
      if (wanted.endsWith('t')) return 'free-threaded';
      return mismatch.has.some((abi) => abi === `${wanted}t`) ? 'not free-threaded' : `ABI ${wanted}`;
    case 'platform':
      return platformWord(mismatch, wanted);
  }
}

/** `cp312` is Python 3.12, `py3` Python 3, `pp310` PyPy 3.10. */
function pythonWord(tag: string): string {
  const [, implementation = '', major = '', minor = ''] = /^(cp|py|pp)(\d)(\d*)$/.exec(tag) ?? [];
  if (implementation === '') return tag;
  return `${implementation === 'pp' ? 'PyPy' : 'Python'} ${major}${minor === '' ? '' : `.${minor}`}`;
}

function platformWord(mismatch: Extract<Mismatch, { kind: 'platform' }>, wanted: string): string {
  switch (mismatch.differs) {
    case 'system':
      return systemWord(wanted);
    case 'libc':
      return wanted.startsWith('musllinux') ? 'musl' : 'glibc';
    case 'architecture':
      return architectureWord(wanted);
    case 'version':
      return `newer ${systemWord(wanted)}`;
  }
}

const systems = [
  [/^win/, 'Windows'],
  [/^macosx/, 'macOS'],
  [/linux/, 'Linux'],
  [/^android/, 'Android'],
  [/^ios/, 'iOS'],
  [/wasm32$/, 'WebAssembly'],
] as const;

function systemWord(platform: string): string {
  return systems.find(([pattern]) => pattern.test(platform))?.[1] ?? platform;
}

/** `manylinux_2_17_aarch64` is for aarch64, `win32` for 32-bit Windows. */
function architectureWord(platform: string): string {
  if (platform === 'win32') return '32-bit';
  const known = /(x86_64|amd64|i686|aarch64|arm64|armv7l|ppc64le|s390x|riscv64|universal2)$/.exec(platform)?.[1];
  return known?.replace('_', '-') ?? platform;
}
