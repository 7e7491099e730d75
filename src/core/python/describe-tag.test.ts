import { describe, expect, it } from 'vitest';
import {
  describeAbiTag,
  describeArchitecture,
  describePlatformTag,
  describePythonTag,
  explainWheel,
  readPlatformTag,
} from './index';

describe('platform tags in words', () => {
  it.each([
    ['any', 'any platform'],
    ['manylinux_2_28_x86_64', 'Linux with glibc 2.28 or newer, x86-64'],
    ['manylinux_2_17_aarch64', 'Linux with glibc 2.17 or newer, ARM 64-bit'],
    ['manylinux2014_x86_64', 'Linux with glibc 2.17 or newer, x86-64; an older name of manylinux_2_17'],
    ['manylinux2010_i686', 'Linux with glibc 2.12 or newer, 32-bit x86; an older name of manylinux_2_12'],
    ['manylinux1_x86_64', 'Linux with glibc 2.5 or newer, x86-64; an older name of manylinux_2_5'],
    ['musllinux_1_2_armv7l', 'Linux with musl 1.2 or newer, ARM 32-bit'],
    ['linux_x86_64', 'Linux like the builder’s own, x86-64: public indexes refuse it'],
    ['macosx_11_0_arm64', 'macOS 11.0 or newer, ARM 64-bit'],
    ['macosx_10_9_universal2', 'macOS 10.9 or newer, x86-64 and ARM 64-bit in one'],
    ['win_amd64', 'Windows, x86-64'],
    ['win32', 'Windows, 32-bit x86'],
    ['ios_13_0_arm64_iphoneos', 'iOS 13.0 or newer, ARM 64-bit, devices'],
    ['android_24_x86_64', 'Android from API level 24 on, x86-64'],
    ['ios_13_0_arm64_iphonesimulator', 'iOS 13.0 or newer, ARM 64-bit, simulator'],
    ['ios_13_0_x86_64_iphonesimulator', 'iOS 13.0 or newer, x86-64, simulator'],
    ['android_24_arm64_v8a', 'Android from API level 24 on, ARM 64-bit'],
    ['android_21_armeabi_v7a', 'Android from API level 21 on, ARM 32-bit'],
    ['android_24_x86', 'Android from API level 24 on, 32-bit x86'],
    ['manylinux_2_39_riscv64', 'Linux with glibc 2.39 or newer, RISC-V'],
    ['manylinux_2_36_loongarch64', 'Linux with glibc 2.36 or newer, LoongArch'],
    ['manylinux2014_ppc64', 'Linux with glibc 2.17 or newer, POWER, big-endian; an older name of manylinux_2_17'],
    ['linux_armv6l', 'Linux like the builder’s own, ARM 32-bit: public indexes refuse it'],
    ['macosx_11_0_universal2', 'macOS 11.0 or newer, x86-64 and ARM 64-bit in one'],
    ['macosx_10_6_intel', 'macOS 10.6 or newer, x86-64 and 32-bit x86 in one'],
    ['macosx_10_6_fat3', 'macOS 10.6 or newer, x86-64, 32-bit x86 and PowerPC in one'],
    ['macosx_10_4_ppc', 'macOS 10.4 or newer, PowerPC'],
    ['win_arm64', 'Windows, ARM 64-bit'],
    ['freebsd_14_1_release_amd64', 'FreeBSD 14.1-release, x86-64'],
    ['pyemscripten_2026_0_wasm32', 'a browser or another host of WebAssembly'],
    ['pyodide_2024_0_wasm32', 'a browser or another host of WebAssembly'],
    ['emscripten_3_1_58_wasm32', 'a browser or another host of WebAssembly'],
    ['manylinux_x86_64', 'no platform that is known here: the form is manylinux_2_28_x86_64, with a version of glibc'],
    [
      'manylinux2020_x86_64',
      'no platform that is known here: the form is manylinux_2_28_x86_64, with a version of glibc',
    ],
    ['musllinux_x86_64', 'no platform that is known here: the form is musllinux_1_2_x86_64, with a version of musl'],
    ['macos_arm64', 'no platform that is known here: the form is macosx_11_0_arm64, with a version of macOS'],
    ['windows', 'no platform that is known here: the form is win_amd64, win_arm64 or win32'],
    ['beos', 'no platform that is known here'],
  ])('%s: %s', (tag, says) => {
    expect(describePlatformTag(tag)).toBe(says);
  });

  it('a number beyond any version makes a tag unknown', () => {
    expect(readPlatformTag(`manylinux_2_${'9'.repeat(30)}_x86_64`).kind).toBe('unknown');
  });

  it('a processor without a known name keeps its own', () => {
    expect(describeArchitecture('mips64')).toBe('mips64');
  });
});

describe('Python and ABI tags in words', () => {
  it.each([
    ['py3', [], 'any Python 3'],
    ['py310', [], 'any Python 3, from 3.10 on'],
    ['cp313', ['cp313'], 'CPython 3.13'],
    ['cp39', ['abi3'], 'CPython 3.9 or newer'],
    ['pp311', [], 'PyPy 3.11'],
    ['graalpy312', [], 'GraalPy 3.12'],
    ['cp315', ['abi3t'], 'CPython 3.15 or newer'],
    ['cp320', [], 'CPython 3.20'],
    ['py2', [], 'any Python 2'],
    ['ip34', [], 'IronPython 3.4'],
    ['jython27', [], 'Jython 2.7'],
    ['pyston38', [], 'Pyston 3.8'],
    ['perl5', [], 'no Python that is known here'],
  ])('%s with %j: %s', (tag, abis, says) => {
    expect(describePythonTag(tag, abis)).toBe(says);
  });

  it.each([
    ['none', 'no Python ABI is needed'],
    ['abi3', 'the stable ABI of CPython, from the version in the Python tag on'],
    ['abi3t', 'the stable ABI of free-threaded CPython, from 3.15 on'],
    ['cp314t', 'the ABI of CPython 3.14, free-threaded build'],
    ['cp313td', 'the ABI of CPython 3.13, free-threaded build, debug build'],
    ['cp37m', 'the ABI of CPython 3.7, with pymalloc'],
    ['pypy311_pp80', 'the ABI of PyPy 8.0 for Python 3.11'],
    ['pypy310_pp73', 'the ABI of PyPy 7.3 for Python 3.10'],
    ['graalpy242_311_native', 'the ABI of GraalPy 24.2 for Python 3.11'],
    ['cp27mu', 'the ABI of CPython 2.7, with pymalloc, with wide unicode'],
    ['x86_64', 'no ABI that is known here'],
  ])('%s: %s', (tag, says) => {
    expect(describeAbiTag(tag)).toBe(says);
  });
});

describe('a name explained part by part', () => {
  it('every part says what it is, a set with its tags', () => {
    const { parts, expands, problems } = explainWheel('Kit-1.0.0-2b-cp39.cp310-abi3-manylinux2014_x86_64.win32.whl');
    expect(parts.map(({ kind, text, says, tagCount }) => [kind, text, says, tagCount])).toEqual([
      ['name', 'Kit', 'the project kit, written for a file name', 0],
      ['version', '1.0.0', 'version 1.0.0', 0],
      ['build', '2b', 'the build tag: of two wheels with equal tags, the higher build is taken', 0],
      ['python', 'cp39.cp310', 'CPython 3.9 or newer, or CPython 3.10 or newer', 2],
      ['abi', 'abi3', 'the stable ABI of CPython, from the version in the Python tag on', 1],
      [
        'platform',
        'manylinux2014_x86_64.win32',
        'Linux with glibc 2.17 or newer, x86-64; an older name of manylinux_2_17, or Windows, 32-bit x86',
        2,
      ],
      ['extension', '.whl', 'a wheel: a zip archive', 0],
    ]);
    expect([expands, problems]).toEqual([4, []]);
  });

  it('problems stand at their parts, and what did parse stays', () => {
    const { parts, problems, value } = explainWheel('kit-one-py3..py2-none-any.whl');
    expect(value).toBeUndefined();
    expect(problems).toEqual([]);
    expect(parts.map(({ kind, says, problems: own }) => [kind, says, own.map(({ code }) => code)])).toEqual([
      ['name', 'the project kit', []],
      ['version', 'the version', ['wheel-name/version']],
      ['python', 'any Python 3, or nothing yet, or any Python 2', ['wheel-name/tag-empty']],
      ['abi', 'no Python ABI is needed', []],
      ['platform', 'any platform', []],
      ['extension', 'a wheel: a zip archive', []],
    ]);
  });

  it('what is wrong with the whole name stands beside its parts', () => {
    const { parts, problems } = explainWheel('kit-1.0-py3');
    expect(parts.map(({ kind }) => kind)).toEqual(['name', 'version', 'python']);
    expect(problems.map(({ code }) => code)).toEqual(['wheel-name/extension', 'wheel-name/part-count']);
  });

  it('every problem of a name is told exactly once', () => {
    for (const name of [
      '',
      '-',
      '--',
      '----.whl',
      'a-1---.whl',
      'a-1-py3-none-.whl',
      'a-1-py3.-none-any.whl',
      '.whl',
    ]) {
      const { parts, problems } = explainWheel(name);
      const told = [...parts.flatMap((part) => part.problems), ...problems].map(
        ({ code, at }) => `${code} ${at.start}`,
      );
      expect(new Set(told).size).toBe(told.length);
      expect(told.length).toBeGreaterThan(0);
    }
  });

  it('a set of a million tags is counted, not made', () => {
    const set = (tag: string) => Array.from({ length: 1000 }, (_, index) => `${tag}${index}`).join('.');
    const { expands, parts } = explainWheel(`a-1-${set('py')}-${set('a')}-${set('p')}.whl`);
    expect(expands).toBe(1_000_000_000);
    expect(parts.map(({ tags }) => tags.length)).toEqual([0, 0, 8, 8, 8, 0]);
  });
});
