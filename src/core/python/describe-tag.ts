// Tags in words: the platform compatibility tags specification. The structure of a platform tag is platform-tag.ts's.
import { type PlatformTag, readPlatformTag } from './platform-tag';
import { STABLE_ABIS } from './tags';

const IMPLEMENTATIONS: ReadonlyMap<string, string> = new Map([
  ['cp', 'CPython'],
  ['pp', 'PyPy'],
  ['graalpy', 'GraalPy'],
  ['pyston', 'Pyston'],
  ['ip', 'IronPython'],
  ['ironpython', 'IronPython'],
  ['jy', 'Jython'],
  ['jython', 'Jython'],
]);

/** An implementation and a version: `cp313` → CPython, 3.13. */
function readPythonTag(text: string) {
  const [, implementation = '', major = '', minor = ''] =
    /^(cp|pp|py|ip|jy|graalpy|pyston|ironpython|jython)(\d)(\d{0,3})$/.exec(text) ?? [];
  return { implementation, version: minor === '' ? major : `${major}.${minor}`, major, minor };
}

/**
 * A Python tag in words (PEP 425, "Python Tag"). With a stable ABI among the wheel's ABI tags it means that version or a newer one.
 *
 * @example describePythonTag('cp39', ['abi3']) // → 'CPython 3.9 or newer'
 */
export function describePythonTag(text: string, abis: readonly string[] = []): string {
  const { implementation, version, major, minor } = readPythonTag(text);
  if (implementation === 'py') return minor === '' ? `any Python ${major}` : `any Python ${major}, from ${version} on`;
  const name = IMPLEMENTATIONS.get(implementation);
  if (name === undefined) return 'no Python that is known here';
  return `${name} ${version}${abis.some((abi) => STABLE_ABIS.has(abi)) ? ' or newer' : ''}`;
}

/**
 * An ABI tag in words (PEP 425, "ABI Tag"): which binary interface of the interpreter the compiled modules were made for.
 *
 * @example describeAbiTag('cp313t') // → 'the ABI of CPython 3.13, free-threaded build'
 */
export function describeAbiTag(text: string): string {
  if (text === 'none') return 'no Python ABI is needed';
  if (text === 'abi3') return 'the stable ABI of CPython, from the version in the Python tag on';
  if (text === 'abi3t') return 'the stable ABI of free-threaded CPython, from 3.15 on';
  const pypy = /^pypy(\d)(\d{1,3})_pp(\d)(\d)$/.exec(text);
  if (pypy !== null) return `the ABI of PyPy ${pypy[3]}.${pypy[4]} for Python ${pypy[1]}.${pypy[2]}`;
  const graalpy = /^graalpy(\d\d)(\d{1,2})_(\d)(\d{1,3})_native$/.exec(text);
  if (graalpy !== null) return `the ABI of GraalPy ${graalpy[1]}.${graalpy[2]} for Python ${graalpy[3]}.${graalpy[4]}`;
  const [, major, minor, flags = ''] = /^cp(\d)(\d{1,3})([dmtu]{0,3})$/.exec(text) ?? [];
  if (major === undefined) return 'no ABI that is known here';
  const words = [...flags].map((flag) => FLAGS[flag] ?? '');
  return [`the ABI of CPython ${major}.${minor}`, ...words].join(', ');
}

const FLAGS: Readonly<Record<string, string>> = {
  t: 'free-threaded build',
  d: 'debug build',
  m: 'with pymalloc',
  u: 'with wide unicode',
};

/**
 * A platform tag in words (PEP 425, "Platform Tag"): the system, the oldest version of it, the processor.
 *
 * @example describePlatformTag('manylinux_2_28_x86_64') // → 'Linux with glibc 2.28 or newer, x86-64'
 * @example describePlatformTag('manylinux1_i686') // → 'Linux with glibc 2.5 or newer, 32-bit x86; an older name of manylinux_2_5'
 */
export function describePlatformTag(text: string): string {
  const tag = readPlatformTag(text);
  switch (tag.kind) {
    case 'any':
      return 'any platform';
    case 'manylinux':
      return `Linux with glibc ${tag.glibc.join('.')} or newer, ${describeArchitecture(tag.arch)}${olderName(tag)}`;
    case 'musllinux':
      return `Linux with musl ${tag.musl.join('.')} or newer, ${describeArchitecture(tag.arch)}`;
    case 'linux':
      return `Linux like the builder’s own, ${describeArchitecture(tag.arch)}: public indexes refuse it`;
    case 'macos':
      return `macOS ${tag.version.join('.')} or newer, ${describeArchitecture(tag.format)}`;
    case 'windows':
      return `Windows, ${describeArchitecture(tag.arch)}`;
    case 'ios':
      return `iOS ${tag.version.join('.')} or newer, ${describeArchitecture(tag.arch)}, ${tag.sdk === 'iphoneos' ? 'devices' : 'simulator'}`;
    case 'android':
      return `Android from API level ${tag.api} on, ${describeArchitecture(tag.arch)}`;
    case 'freebsd':
      return `FreeBSD ${tag.release.replace('_', '.').replace('_', '-')}, ${describeArchitecture(tag.arch)}`;
    case 'webassembly':
      return 'a browser or another host of WebAssembly';
    case 'unknown':
      return unknownPlatform(tag);
  }
}

/** The names before PEP 600 don't tell which glibc they mean. */
function olderName({ legacy, glibc }: Extract<PlatformTag, { kind: 'manylinux' }>): string {
  return legacy === undefined ? '' : `; an older name of manylinux_${glibc.join('_')}`;
}

/** The forms that a mistaken tag most likely meant. */
const FORMS: readonly (readonly [start: RegExp, form: string])[] = [
  [/^many/, 'manylinux_2_28_x86_64, with a version of glibc'],
  [/^musl/, 'musllinux_1_2_x86_64, with a version of musl'],
  [/^mac/, 'macosx_11_0_arm64, with a version of macOS'],
  [/^win/, 'win_amd64, win_arm64 or win32'],
];

function unknownPlatform({ text }: Extract<PlatformTag, { kind: 'unknown' }>): string {
  const form = FORMS.find(([start]) => start.test(text))?.[1];
  return `no platform that is known here${form === undefined ? '' : `: the form is ${form}`}`;
}

const ARCHITECTURES: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'x86-64'],
  ['amd64', 'x86-64'],
  ['i686', '32-bit x86'],
  ['x86', '32-bit x86'],
  ['i386', '32-bit x86'],
  ['aarch64', 'ARM 64-bit'],
  ['arm64', 'ARM 64-bit'],
  ['arm64_v8a', 'ARM 64-bit'],
  ['armv7l', 'ARM 32-bit'],
  ['armv8l', 'ARM 32-bit'],
  ['armeabi_v7a', 'ARM 32-bit'],
  ['armv6l', 'ARM 32-bit'],
  ['ppc64le', 'POWER'],
  ['ppc64', 'POWER, big-endian'],
  ['ppc', 'PowerPC'],
  ['s390x', 'IBM Z'],
  ['riscv64', 'RISC-V'],
  ['loongarch64', 'LoongArch'],
  ['universal2', 'x86-64 and ARM 64-bit in one'],
  ['intel', 'x86-64 and 32-bit x86 in one'],
  ['fat', '32-bit x86 and PowerPC in one'],
  ['fat3', 'x86-64, 32-bit x86 and PowerPC in one'],
  ['fat64', 'x86-64 and 64-bit PowerPC in one'],
  ['universal', 'x86-64, 32-bit x86 and PowerPC, both widths, in one'],
]);

/**
 * A processor by its name in platform tags, in words (PEP 425, "Platform Tag"). What is not known here keeps its name.
 *
 * @example describeArchitecture('aarch64') // → 'ARM 64-bit'
 */
export function describeArchitecture(arch: string): string {
  return ARCHITECTURES.get(arch) ?? arch;
}
