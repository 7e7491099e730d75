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
      'machine/arch',
      'arch',
      'GraalPy is built for 64-bit processors, and on Linux for glibc.',
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
    [{ ...DEBIAN, debug: true }, 'cp313-cp313d-linux_x86_64'],
    [{ ...DEBIAN, debug: true, freeThreaded: true }, 'cp313-cp313td-linux_x86_64'],
    [{ ...DEBIAN, implementation: 'graalpy', python: '3.11' }, 'graalpy311-graalpy242_311_native-linux_x86_64'],
  ] as const)('%j prefers %s', (settings, tag) => {
    const reading = readMachine(settings);
    if (reading.kind === 'faulty') throw new TypeError(reading.problems[0].message);
    expect(arrangeTags(reading.environment).tags.slice(0, 1).map(formatTag)).toEqual([tag]);
  });

  it.each([
    [DEBIAN, 'CPython 3.13 on Linux with glibc 2.41, x86-64'],
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
    [
      { ...DEBIAN, python: '3.14' },
      { kind: 'build', build: 'graalpy' },
      { implementation: 'graalpy', python: '3.13' },
      'There is no GraalPy for Python 3.14 yet: 3.13.',
    ],
    [
      { ...DEBIAN, implementation: 'graalpy', python: '3.13' },
      { kind: 'system', system: 'musl' },
      { libc: 'musl', implementation: 'cp' },
      '',
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
    fc.constantFrom('glibc', 'musl', 'macos', 'windows').map((system): MachineChange => ({ kind: 'system', system })),
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
