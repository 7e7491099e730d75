import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isNever, markerEnvironment, markerSet, parseMarker, type TagEnvironment } from './index';

const at = (implementation: string, platform: TagEnvironment['platform'], abis: readonly string[] | null = null) =>
  markerEnvironment({ implementation, python: [3, 13], abis, platform, freeThreaded: false });

const glibc = (arch: string) => ({ kind: 'linux', arch, libc: 'glibc', libcVersion: [2, 41] }) as const;

describe('environment markers', () => {
  it.each([
    ['CPython on Linux with glibc', at('cp', glibc('x86_64')), 'cpython CPython posix linux Linux x86_64'],
    [
      'CPython on Linux with musl, which no variable tells apart',
      at('cp', { kind: 'musl', arch: 'aarch64', libc: 'musl', libcVersion: [1, 2] }),
      'cpython CPython posix linux Linux aarch64',
    ],
    ['PyPy on Linux', at('pp', glibc('aarch64')), 'pypy PyPy posix linux Linux aarch64'],
    ['GraalPy on Linux', at('graalpy', glibc('x86_64')), 'graalpy GraalVM posix linux Linux x86_64'],
    [
      'macOS',
      at('cp', { kind: 'macos', version: [15, 0], arch: 'arm64' }),
      'cpython CPython posix darwin Darwin arm64',
    ],
    ['Windows', at('cp', { kind: 'windows', arch: 'amd64' }), 'cpython CPython nt win32 Windows AMD64'],
    ['Windows on ARM', at('cp', { kind: 'windows', arch: 'arm64' }), 'cpython CPython nt win32 Windows ARM64'],
    ['Windows of 32 bits', at('cp', { kind: 'windows', arch: 'x86' }), 'cpython CPython nt win32 Windows x86'],
    [
      'the simulator of iOS',
      at('cp', { kind: 'ios', version: [17, 4], arch: 'arm64', sdk: 'iphonesimulator' }),
      'cpython CPython posix ios iOS arm64',
    ],
    [
      'Android',
      at('cp', { kind: 'android', api: 24, arch: 'arm64_v8a' }),
      'cpython CPython posix android Android aarch64',
    ],
    [
      'Pyodide',
      at('cp', { kind: 'emscripten', emscripten: '4.0.9', arch: 'wasm32' }),
      'cpython CPython posix emscripten Emscripten wasm32',
    ],
    [
      'FreeBSD',
      at('cp', { kind: 'freebsd', release: '14.1-RELEASE', arch: 'amd64' }),
      'cpython CPython posix freebsd14 FreeBSD amd64',
    ],
  ])('are these on %s', (_, environment, expected) => {
    const { implementation_name, platform_python_implementation, os_name, ...more } = environment;
    const { sys_platform, platform_system, platform_machine } = more;
    const shown = [implementation_name, platform_python_implementation, os_name, sys_platform, platform_system];
    expect([...shown, platform_machine].join(' ')).toBe(expected);
    // What real machines have together, the relations of marker algebra must not exclude.
    const machine = `os_name == "${os_name}" and sys_platform == "${sys_platform}" and platform_system == "${platform_system}"`;
    const marker = parseMarker(machine).value;
    expect(marker && isNever(markerSet(marker))).toBe(false);
  });

  it('take the version of an implementation from its ABI where it is not told', () => {
    expect([
      at('pp', glibc('x86_64'), ['pypy310_pp73']).implementation_version,
      at('graalpy', glibc('x86_64'), ['graalpy242_311_native']).implementation_version,
      at('cp', glibc('x86_64')).implementation_version,
      at('other', glibc('x86_64')).implementation_version,
    ]).toEqual(['7.3.0', '24.2.0', '3.13.0', '0']);
  });

  it('are those that were recorded for the machines of the course', () => {
    const file = new URL('../../../content/index/machines.json', import.meta.url);
    const { machines } = JSON.parse(readFileSync(file, 'utf8'));
    for (const { environment, markers } of machines) {
      const details = {
        pythonFullVersion: markers.python_full_version,
        implementationVersion: markers.implementation_version,
        platformRelease: markers.platform_release,
        platformVersion: markers.platform_version,
      };
      expect(markerEnvironment(environment, details)).toEqual(markers);
    }
    expect(machines.length).toBeGreaterThan(3);
  });
});
