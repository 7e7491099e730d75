import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ARCHITECTURES,
  arrangeTags,
  CPYTHON_VERSIONS,
  changeMachine,
  describeFollowing,
  describeMachine,
  formatTag,
  type MachineChange,
  type MachineSettings,
  pythonVersions,
  readMachine,
  stepVersion,
  tagRuns,
} from './index';

const DEBIAN: MachineSettings = {
  implementation: 'cp',
  python: '3.13',
  freeThreaded: false,
  system: 'linux',
  libc: 'glibc',
  libcVersion: '2.41',
  arch: 'x86_64',
};
const { libc: _, libcVersion: __, ...without } = DEBIAN;
const WINDOWS: MachineSettings = { ...without, system: 'windows', arch: 'amd64' };
const PHONE: MachineSettings = { ...without, system: 'ios', osVersion: '17.2', sdk: 'iphoneos', arch: 'arm64' };
const ANDROID: MachineSettings = { ...without, system: 'android', osVersion: '24', arch: 'arm64_v8a' };
const MAC: MachineSettings = { ...without, system: 'macos', osVersion: '15.0', arch: 'arm64' };

describe('a machine as it is set', () => {
  it.each([
    [
      { ...WINDOWS, libc: 'musl' },
      'machine/libc',
      'libc',
      'Windows has no musl: only Linux is told apart by its C library.',
    ],
    [
      { ...DEBIAN, python: '3.12', freeThreaded: true },
      'machine/free-threaded',
      'freeThreaded',
      'Python 3.12 has no free-threaded build: 3.13 is the first.',
    ],
    [
      { ...DEBIAN, implementation: 'pp', python: '3.11', freeThreaded: true },
      'machine/free-threaded',
      'freeThreaded',
      'PyPy has no free-threaded build.',
    ],
    [
      { ...DEBIAN, implementation: 'pp' },
      'machine/python',
      'python',
      'PyPy comes for Python 3.9 to 3.12, not for 3.13.',
    ],
    [{ ...DEBIAN, python: '2.7' }, 'machine/python', 'python', '“2.7” is no version of Python 3 such as 3.13.'],
    [{ ...MAC, arch: 'amd64' }, 'machine/arch', 'arch', 'macOS runs on arm64, x86_64, not on amd64.'],
    [{ ...MAC, osVersion: '10.15' }, 'machine/os-version', 'osVersion', 'A version of macOS from 11.0 on is needed.'],
    [{ ...without }, 'machine/libc', 'libc', 'Linux has glibc or musl as its C library.'],
    [
      { ...DEBIAN, libcVersion: '3.0' },
      'machine/libc-version',
      'libcVersion',
      'A version of glibc from 2.5 to 2.99 is needed.',
    ],
    [
      { ...DEBIAN, implementation: 'pp', python: '3.11', debug: true },
      'machine/debug',
      'debug',
      'Debug builds are CPython’s: PyPy has none.',
    ],
    [
      { ...DEBIAN, implementation: 'graalpy', python: '3.14' },
      'machine/python',
      'python',
      'GraalPy comes for Python 3.10 to 3.13, not for 3.14.',
    ],
    [
      { ...DEBIAN, implementation: 'graalpy', python: '3.12', libc: 'musl', libcVersion: '1.2' },
      'machine/system',
      'system',
      'There is no GraalPy for this Linux.',
    ],
    [{ ...PHONE, implementation: 'pp', python: '3.12' }, 'machine/system', 'system', 'There is no PyPy for this iOS.'],
    [{ ...PHONE, python: '3.12' }, 'machine/python', 'python', 'Python 3.13 is the first for iOS.'],
    [{ ...PHONE, osVersion: '11.4' }, 'machine/os-version', 'osVersion', 'A version of iOS from 12.0 on is needed.'],
    [{ ...PHONE, arch: 'x86_64' }, 'machine/arch', 'arch', 'Devices with iOS are arm64; x86_64 is the simulator’s.'],
    [{ ...WINDOWS, sdk: 'iphoneos' }, 'machine/sdk', 'sdk', 'Windows has no SDK: only iOS is told apart by it.'],
    [
      { ...without, system: 'ios', osVersion: '17.0', arch: 'arm64' },
      'machine/sdk',
      'sdk',
      'iOS is of a device, iphoneos, or of the iphonesimulator.',
    ],
    [
      { ...ANDROID, osVersion: '24.0' },
      'machine/os-version',
      'osVersion',
      'An API level of Android from 16 to 99 is needed.',
    ],
    [
      { ...without, system: 'pyodide', python: '3.11', arch: 'wasm32' },
      'machine/python',
      'python',
      'Pyodide comes with Python 3.12, 3.13, 3.14, not with 3.11.',
    ],
    [
      { ...without, system: 'pyodide', python: '3.14', freeThreaded: true, arch: 'wasm32' },
      'machine/free-threaded',
      'freeThreaded',
      'Pyodide has no free-threaded build.',
    ],
  ] as const)('%j: %s', (settings, code, at, message) => {
    expect(readMachine(settings)).toEqual({ kind: 'faulty', problems: [{ code, at, message }] });
  });

  it('becomes the environment that tags are made of', () => {
    expect(readMachine({ ...DEBIAN, implementation: 'pp', python: '3.11' })).toEqual({
      kind: 'machine',
      environment: {
        implementation: 'pp',
        python: [3, 11],
        abis: ['pypy311_pp80'],
        platform: { kind: 'linux', arch: 'x86_64', libc: 'glibc', libcVersion: [2, 41] },
        freeThreaded: false,
      },
    });
  });

  it.each([
    [PHONE, 'cp313-cp313-ios_17_2_arm64_iphoneos'],
    [{ ...PHONE, sdk: 'iphonesimulator' }, 'cp313-cp313-ios_17_2_arm64_iphonesimulator'],
    [ANDROID, 'cp313-cp313-android_24_arm64_v8a'],
    [{ ...without, system: 'pyodide', python: '3.14', arch: 'wasm32' }, 'cp314-cp314-pyemscripten_2026_0_wasm32'],
    [{ ...without, system: 'pyodide', python: '3.12', arch: 'wasm32' }, 'cp312-cp312-emscripten_3_1_58_wasm32'],
    [{ ...without, system: 'freebsd', osVersion: '14.3', arch: 'amd64' }, 'cp313-cp313-freebsd_14_3_release_amd64'],
    [{ ...DEBIAN, debug: true }, 'cp313-cp313d-linux_x86_64'],
    [{ ...DEBIAN, debug: true, freeThreaded: true }, 'cp313-cp313td-linux_x86_64'],
    [{ ...DEBIAN, implementation: 'graalpy', python: '3.11' }, 'graalpy311-graalpy242_311_native-linux_x86_64'],
  ] as const)('%j prefers %s', (settings, tag) => {
    const reading = readMachine(settings);
    if (reading.kind === 'faulty') throw new TypeError(reading.problems[0].message);
    expect(formatTag(arrangeTags(reading.environment).tags[0] ?? { python: '', abi: '', platform: '' })).toBe(tag);
  });

  it.each([
    [DEBIAN, 'CPython 3.13 on Linux with glibc 2.41, x86-64'],
    [PHONE, 'CPython 3.13 on iOS 17.2, ARM 64-bit, device'],
    [ANDROID, 'CPython 3.13 on Android API level 24, ARM 64-bit'],
    [{ ...without, system: 'pyodide', arch: 'wasm32' }, 'CPython 3.13 in Pyodide'],
    [{ ...without, system: 'freebsd', osVersion: '14.3', arch: 'amd64' }, 'CPython 3.13 on FreeBSD 14.3, x86-64'],
    [
      { ...DEBIAN, debug: true, freeThreaded: true },
      'CPython 3.13, free-threaded, debug build, on Linux with glibc 2.41, x86-64',
    ],
    [{ ...DEBIAN, implementation: 'graalpy', python: '3.12' }, 'GraalPy 3.12 on Linux with glibc 2.41, x86-64'],
    [{ ...MAC, python: '3.14', freeThreaded: true }, 'CPython 3.14, free-threaded, on macOS 15.0, ARM 64-bit'],
    [{ ...WINDOWS, implementation: 'pp', python: '3.11' }, 'PyPy 3.11 on Windows, x86-64'],
  ] as const)('%j in words: %s', (settings, says) => {
    expect(describeMachine(settings)).toBe(says);
  });
});

describe('a change of one setting', () => {
  it.each([
    [
      DEBIAN,
      { kind: 'build', build: 'pypy' },
      { implementation: 'pp', python: '3.12' },
      'There is no PyPy for Python 3.13 yet: 3.12.',
    ],
    [
      { ...DEBIAN, python: '3.8' },
      { kind: 'build', build: 'pypy' },
      { python: '3.9' },
      'There is no PyPy for Python 3.8 any more: 3.9.',
    ],
    [
      { ...DEBIAN, python: '3.9' },
      { kind: 'build', build: 'free-threaded' },
      { python: '3.13', freeThreaded: true },
      'Free-threaded builds begin with Python 3.13.',
    ],
    [
      { ...DEBIAN, freeThreaded: true },
      { kind: 'python', python: '3.12' },
      { python: '3.12', freeThreaded: false },
      'Python 3.12 has no free-threaded build: the ordinary one.',
    ],
    [
      { ...DEBIAN, implementation: 'pp', python: '3.12' },
      { kind: 'python', python: '3.14' },
      { python: '3.14', implementation: 'cp' },
      'There is no PyPy for Python 3.14: CPython.',
    ],
    [DEBIAN, { kind: 'system', system: 'musl' }, { libc: 'musl', libcVersion: '1.2', arch: 'x86_64' }, ''],
    [{ ...DEBIAN, arch: 'aarch64' }, { kind: 'system', system: 'windows' }, { system: 'windows', arch: 'arm64' }, ''],
    [DEBIAN, { kind: 'version', by: -1 }, { libcVersion: '2.39' }, ''],
    [ANDROID, { kind: 'version', by: 1 }, { osVersion: '27' }, ''],
    [PHONE, { kind: 'arch', arch: 'x86_64' }, { arch: 'x86_64', sdk: 'iphonesimulator' }, ''],
    [
      { ...DEBIAN, python: '3.11' },
      { kind: 'system', system: 'ios' },
      { system: 'ios', python: '3.13' },
      'Python 3.13 is the first for iOS.',
    ],
    [
      { ...DEBIAN, python: '3.15' },
      { kind: 'system', system: 'pyodide' },
      { system: 'pyodide', python: '3.14' },
      'Pyodide comes with Python 3.12, 3.13, 3.14, not with 3.15.',
    ],
    [
      { ...DEBIAN, python: '3.14' },
      { kind: 'build', build: 'graalpy' },
      { implementation: 'graalpy', python: '3.13' },
      'There is no GraalPy for Python 3.14 yet: 3.13.',
    ],
    [DEBIAN, { kind: 'build', build: 'debug' }, { debug: true }, ''],
    [
      { ...MAC, arch: 'x86_64', osVersion: '10.15' },
      { kind: 'arch', arch: 'arm64' },
      { osVersion: '11.0', arch: 'arm64' },
      'Macs with ARM processors begin with macOS 11.0.',
    ],
  ] as const)('%j, %j', (settings, change, expected, also) => {
    const changed = changeMachine(settings, change);
    expect(changed).toMatchObject(expected);
    expect(describeFollowing(settings, changed)).toBe(also);
  });

  it('a step to an older macOS ends where the processor begins', () => {
    expect([stepVersion({ ...MAC, osVersion: '11.0' }, -1), stepVersion(WINDOWS, 1)]).toEqual([undefined, undefined]);
    expect(stepVersion({ ...MAC, osVersion: '11.0', arch: 'x86_64' }, -1)).toBe('10.15');
  });

  const change: fc.Arbitrary<MachineChange> = fc.oneof(
    fc.constantFrom(...CPYTHON_VERSIONS).map((python): MachineChange => ({ kind: 'python', python })),
    fc
      .constantFrom('cpython', 'free-threaded', 'pypy', 'graalpy', 'debug')
      .map((build): MachineChange => ({ kind: 'build', build })),
    fc
      .constantFrom('glibc', 'musl', 'macos', 'windows', 'ios', 'android', 'pyodide', 'freebsd')
      .map((system): MachineChange => ({ kind: 'system', system })),
    fc.constantFrom(1 as const, -1 as const).map((by): MachineChange => ({ kind: 'version', by })),
    fc.nat(9).map((arch): MachineChange => ({ kind: 'arch', arch: `${arch}` })),
  );

  it('every way through the changes passes machines that exist, and only such', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        let settings = DEBIAN;
        for (const one of changes) {
          const known = ARCHITECTURES[settings.system];
          const real = one.kind === 'arch' ? { ...one, arch: known[Number(one.arch) % known.length] ?? '' } : one;
          settings = changeMachine(settings, real);
          expect(readMachine(settings)).toMatchObject({ kind: 'machine' });
          expect(pythonVersions(settings)).toContain(settings.python);
        }
      }),
    );
  });
});

describe('the list of tags as runs', () => {
  it('is the same list', () => {
    for (const settings of [DEBIAN, MAC, WINDOWS, { ...DEBIAN, freeThreaded: true }]) {
      const reading = readMachine(settings);
      if (reading.kind === 'faulty') throw new TypeError('faulty');
      const supported = arrangeTags(reading.environment);
      const runs = tagRuns(supported);
      const again = runs.flatMap(({ python, abi, platforms }) =>
        platforms.map((platform) => formatTag({ python, abi, platform })),
      );
      expect(again).toEqual(supported.tags.map(formatTag));
      let place = 0;
      for (const run of runs) {
        expect(run.from).toBe(place);
        place += run.platforms.length;
      }
    }
  });
});
