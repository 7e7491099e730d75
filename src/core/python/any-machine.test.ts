import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnyMachine,
  type AnyMachineChange,
  ARCHITECTURES,
  anyPythonVersions,
  CPYTHON_VERSIONS,
  changeAnyMachine,
  DEVICE_ARCHITECTURES,
  describeAnyFollowing,
  isDevice,
  readAnyMachine,
  stepAnyVersion,
} from './index';

const own = { python: '3.13', freeThreaded: false } as const;
const DEBIAN: AnyMachine = {
  ...own,
  implementation: 'cp',
  system: 'linux',
  libc: 'glibc',
  libcVersion: '2.41',
  arch: 'x86_64',
};
const PHONE: AnyMachine = { ...own, system: 'ios', osVersion: '18.0', sdk: 'iphoneos', arch: 'arm64' };
const ANDROID: AnyMachine = { ...own, system: 'android', osVersion: '35', arch: 'arm64_v8a' };
const BROWSER: AnyMachine = { ...own, system: 'pyodide', arch: 'wasm32' };
const FREEBSD: AnyMachine = { ...own, system: 'freebsd', osVersion: '14.3', arch: 'amd64' };

describe('a change of one setting', () => {
  it.each([
    [DEBIAN, { kind: 'system', system: 'ios' }, PHONE, ''],
    [{ ...DEBIAN, python: '3.12' }, { kind: 'system', system: 'ios' }, PHONE, 'Python 3.13 is the first for iOS.'],
    [
      { ...DEBIAN, implementation: 'pp', python: '3.11' },
      { kind: 'system', system: 'android' },
      ANDROID,
      'PyPy isn’t made for it: CPython. Python 3.13 is the first for Android.',
    ],
    [
      { ...DEBIAN, python: '3.15', freeThreaded: true },
      { kind: 'system', system: 'pyodide' },
      { ...BROWSER, python: '3.14' },
      'Pyodide comes with Python 3.12, 3.13, 3.14, not with 3.15.',
    ],
    [
      { ...DEBIAN, freeThreaded: true },
      { kind: 'system', system: 'pyodide' },
      BROWSER,
      'Pyodide has no free-threaded build.',
    ],
    [{ ...DEBIAN, debug: true }, { kind: 'system', system: 'freebsd' }, { ...FREEBSD, debug: true }, ''],
    [PHONE, { kind: 'system', system: 'glibc' }, { ...DEBIAN, arch: 'aarch64' }, ''],
    [
      PHONE,
      { kind: 'system', system: 'macos' },
      { ...own, implementation: 'cp', system: 'macos', osVersion: '15.0', arch: 'arm64' },
      '',
    ],
    [
      { ...BROWSER, python: '3.12' },
      { kind: 'system', system: 'windows' },
      { ...own, implementation: 'cp', python: '3.12', system: 'windows', arch: 'amd64' },
      '',
    ],
    [PHONE, { kind: 'system', system: 'ios' }, PHONE, ''],
    [
      PHONE,
      { kind: 'arch', arch: 'x86_64' },
      { ...PHONE, sdk: 'iphonesimulator', arch: 'x86_64' },
      'Devices with iOS are arm64; x86_64 is the simulator’s.',
    ],
    [
      { ...PHONE, sdk: 'iphonesimulator', arch: 'x86_64' },
      { kind: 'sdk', sdk: 'iphoneos' },
      PHONE,
      'Devices with iOS are arm64; x86_64 is the simulator’s.',
    ],
    [PHONE, { kind: 'python', python: '3.12' }, PHONE, ''],
    [PHONE, { kind: 'build', build: 'pypy' }, PHONE, ''],
    [DEBIAN, { kind: 'sdk', sdk: 'iphoneos' }, DEBIAN, ''],
    [BROWSER, { kind: 'build', build: 'free-threaded' }, BROWSER, ''],
    [
      { ...FREEBSD, python: '3.12' },
      { kind: 'build', build: 'free-threaded' },
      { ...FREEBSD, freeThreaded: true },
      'Python 3.12 has no free-threaded build: 3.13 is the first.',
    ],
    [
      { ...FREEBSD, freeThreaded: true },
      { kind: 'python', python: '3.12' },
      { ...FREEBSD, python: '3.12' },
      'Python 3.12 has no free-threaded build: 3.13 is the first.',
    ],
    [ANDROID, { kind: 'version', by: -1 }, { ...ANDROID, osVersion: '34' }, ''],
    [DEBIAN, { kind: 'version', by: -1 }, { ...DEBIAN, libcVersion: '2.39' }, ''],
  ] satisfies readonly (readonly [AnyMachine, AnyMachineChange, AnyMachine, string])[])(
    '%j, %j',
    (machine, change, expected, also) => {
      const changed = changeAnyMachine(machine, change);
      expect(changed).toEqual(expected);
      expect(describeAnyFollowing(machine, changed)).toBe(also);
    },
  );

  it('steps to the next version that is offered, and ends at the ends', () => {
    expect([
      stepAnyVersion({ ...PHONE, osVersion: '18.5' }, 1),
      stepAnyVersion({ ...PHONE, osVersion: '18.5' }, -1),
      stepAnyVersion({ ...ANDROID, osVersion: '16' }, -1),
      stepAnyVersion({ ...FREEBSD, osVersion: '15.0' }, 1),
      stepAnyVersion(BROWSER, 1),
    ]).toEqual(['26.0', '18.0', undefined, undefined, undefined]);
  });
});

describe('laws', () => {
  const change: fc.Arbitrary<AnyMachineChange> = fc.oneof(
    fc.constantFrom(...CPYTHON_VERSIONS).map((python): AnyMachineChange => ({ kind: 'python', python })),
    fc
      .constantFrom('cpython', 'free-threaded', 'pypy', 'graalpy', 'debug')
      .map((build): AnyMachineChange => ({ kind: 'build', build })),
    fc
      .constantFrom('glibc', 'musl', 'macos', 'windows', 'ios', 'android', 'pyodide', 'freebsd')
      .map((system): AnyMachineChange => ({ kind: 'system', system })),
    fc.constantFrom(1 as const, -1 as const).map((by): AnyMachineChange => ({ kind: 'version', by })),
    fc.constantFrom('iphoneos', 'iphonesimulator').map((sdk): AnyMachineChange => ({ kind: 'sdk', sdk })),
    fc
      .constantFrom(...Object.values(ARCHITECTURES).flat(), ...Object.values(DEVICE_ARCHITECTURES).flat())
      .map((arch): AnyMachineChange => ({ kind: 'arch', arch })),
  );

  it('every way through the changes passes machines that exist, and reaches every system from everywhere', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        let machine: AnyMachine = DEBIAN;
        for (const one of changes) {
          const before = machine;
          machine = changeAnyMachine(before, one);
          expect(readAnyMachine(machine)).toMatchObject({ kind: 'machine' });
          expect(anyPythonVersions(machine)).toContain(machine.python);
          if (one.kind !== 'system') continue;
          const system = isDevice(machine) || machine.system !== 'linux' ? machine.system : machine.libc;
          expect(system).toBe(one.system);
        }
      }),
    );
  });
});
