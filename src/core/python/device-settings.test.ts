import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrangeTags,
  DEVICE_ARCHITECTURES,
  type DeviceSettings,
  describeDevice,
  formatTag,
  PYODIDES,
  readDevice,
} from './index';

const own = { python: '3.13', freeThreaded: false } as const;
const PHONE: DeviceSettings = { ...own, system: 'ios', osVersion: '17.2', sdk: 'iphoneos', arch: 'arm64' };
const ANDROID: DeviceSettings = { ...own, system: 'android', osVersion: '24', arch: 'arm64_v8a' };
const BROWSER: DeviceSettings = { ...own, system: 'pyodide', arch: 'wasm32' };
const FREEBSD: DeviceSettings = { ...own, system: 'freebsd', osVersion: '14.3', arch: 'amd64' };

describe('a device as it is set', () => {
  it.each([
    [{ ...PHONE, python: '3.12' }, 'machine/python', 'python', 'Python 3.13 is the first for iOS.'],
    [{ ...FREEBSD, python: '2.7' }, 'machine/python', 'python', '“2.7” is no version of Python 3 such as 3.13.'],
    [{ ...PHONE, osVersion: '11.4' }, 'machine/os-version', 'osVersion', 'A version of iOS from 12.0 on is needed.'],
    [{ ...PHONE, arch: 'x86_64' }, 'machine/arch', 'arch', 'Devices with iOS are arm64; x86_64 is the simulator’s.'],
    [{ ...FREEBSD, sdk: 'iphoneos' }, 'machine/sdk', 'sdk', 'FreeBSD has no SDK: only iOS is told apart by it.'],
    [
      { ...own, system: 'ios', osVersion: '17.0', arch: 'arm64' },
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
      { ...ANDROID, arch: 'armv7l' },
      'machine/arch',
      'arch',
      'Android runs on arm64_v8a, x86_64, armeabi_v7a, x86, not on armv7l.',
    ],
    [
      { ...BROWSER, python: '3.11' },
      'machine/python',
      'python',
      'Pyodide comes with Python 3.12, 3.13, 3.14, not with 3.11.',
    ],
    [
      { ...BROWSER, freeThreaded: true },
      'machine/free-threaded',
      'freeThreaded',
      'Pyodide has no free-threaded build.',
    ],
    [
      { ...FREEBSD, python: '3.12', freeThreaded: true },
      'machine/free-threaded',
      'freeThreaded',
      'Python 3.12 has no free-threaded build: 3.13 is the first.',
    ],
  ] as const)('%j: %s', (settings, code, at, message) => {
    expect(readDevice(settings)).toEqual({ kind: 'faulty', problems: [{ code, at, message }] });
  });

  it.each([
    [PHONE, 'cp313-cp313-ios_17_2_arm64_iphoneos'],
    [{ ...PHONE, sdk: 'iphonesimulator', arch: 'x86_64' }, 'cp313-cp313-ios_17_2_x86_64_iphonesimulator'],
    [ANDROID, 'cp313-cp313-android_24_arm64_v8a'],
    [{ ...BROWSER, python: '3.14' }, 'cp314-cp314-pyemscripten_2026_0_wasm32'],
    [{ ...BROWSER, python: '3.12' }, 'cp312-cp312-emscripten_3_1_58_wasm32'],
    [{ ...FREEBSD, debug: true }, 'cp313-cp313d-freebsd_14_3_release_amd64'],
  ] as const)('%j prefers %s', (settings, tag) => {
    const reading = readDevice(settings);
    if (reading.kind === 'faulty') throw new TypeError(reading.problems[0].message);
    expect(arrangeTags(reading.environment).tags.slice(0, 1).map(formatTag)).toEqual([tag]);
  });

  it.each([
    [PHONE, 'CPython 3.13 on iOS 17.2, ARM 64-bit, device'],
    [ANDROID, 'CPython 3.13 on Android API level 24, ARM 64-bit'],
    [BROWSER, 'CPython 3.13 in Pyodide'],
    [{ ...FREEBSD, freeThreaded: true }, 'CPython 3.13, free-threaded, on FreeBSD 14.3, x86-64'],
  ])('%j in words: %s', (settings, says) => {
    expect(describeDevice(settings)).toBe(says);
  });
});

describe('laws', () => {
  const settings = fc.constantFrom('ios', 'android', 'pyodide', 'freebsd').chain((system) =>
    fc.record({
      python: fc.constantFrom(...PYODIDES.keys(), '3.15', '3.8', 'x'),
      freeThreaded: fc.boolean(),
      system: fc.constant(system),
      osVersion: fc.constantFrom('24', '17.2', '14.3', '', '999999'),
      arch: fc.constantFrom(...DEVICE_ARCHITECTURES[system], 'mips'),
    }),
  );

  it('settings make a machine with tags of their system, or have problems at settings that are there', () => {
    fc.assert(
      fc.property(settings, (given) => {
        const reading = readDevice(given);
        if (reading.kind === 'faulty') {
          for (const { at, message } of reading.problems)
            expect([at in given || at === 'sdk', message === '']).toEqual([true, false]);
          return;
        }
        expect(arrangeTags(reading.environment).platforms.size).toBeGreaterThan(1);
      }),
    );
  });
});
