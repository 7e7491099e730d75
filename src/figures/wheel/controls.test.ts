import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type AnyMachine,
  CPYTHON_VERSIONS,
  formatTag,
  isDevice,
  readAnyMachine,
  type TagEnvironment,
} from '@/core/python';
import { controlsOf } from './controls';
import { model } from './model';
import type { WheelEvent } from './state';
import { wheelScenario } from './wheel.fixture';

const scene = model.open(wheelScenario('pyerfa'));
const first = model.first(scene);
const lines = (given: ReturnType<typeof controlsOf>['lines']) =>
  given.map(({ legend, choices }) => {
    return `${legend}: ${choices.map(({ label, chosen }) => (chosen ? `[${label}]` : label)).join(', ')}`;
  });
const on = (machine: AnyMachine) => controlsOf(scene, machine);
const PHONE: AnyMachine = {
  python: '3.13',
  freeThreaded: false,
  system: 'ios',
  osVersion: '18.0',
  sdk: 'iphoneos',
  arch: 'arm64',
};

describe('the chips', () => {
  it('are at first those that most look for; the others stand behind a fold', () => {
    const { lines: shown, more } = on(scene.settings);
    expect(lines(shown)).toEqual([
      'Machine: [Debian 13], Alpine, MacBook, Windows 11, Raspberry Pi',
      'Python: 3.15, 3.14, [3.13], 3.12, 3.11, 3.10, 3.9, 3.8',
      'Interpreter: [CPython], free-threaded, PyPy',
      'System: [Linux, glibc], Linux, musl, macOS, Windows',
      'Processor: [x86-64], ARM 64-bit, ARM 32-bit, 32-bit x86',
    ]);
    expect(lines(more)).toEqual([
      'Other machines: iPhone, Android phone, Pyodide in a browser, FreeBSD',
      'Other interpreters: debug build, GraalPy',
      'Other systems: iOS, Android, Pyodide, FreeBSD',
      'Other processors: RISC-V, POWER, IBM Z, LoongArch',
    ]);
  });

  it('on a phone offer what there is for phones, and the first lines tell the machine', () => {
    const { lines: shown, more, version } = on(PHONE);
    expect(lines(shown)).toEqual([
      'Machine: Debian 13, Alpine, MacBook, Windows 11, Raspberry Pi, [iPhone]',
      'Python: 3.15, 3.14, [3.13]',
      'Interpreter: [CPython], free-threaded',
      'System: Linux, glibc, Linux, musl, macOS, Windows, [iOS]',
      'Made for: [device], simulator',
      'Processor: [ARM 64-bit], x86-64',
    ]);
    expect(lines(more)).toContain('Other interpreters: debug build');
    expect(version).toMatchObject({ legend: 'iOS', value: '18.0', more: { label: 'iOS 26.0' } });
  });

  it('have no version to step through on Windows and in Pyodide', () => {
    const browser: AnyMachine = { python: '3.14', freeThreaded: false, system: 'pyodide', arch: 'wasm32' };
    expect([on(browser).version, on(browser).lines[2]?.choices.length]).toEqual([undefined, 1]);
  });

  it('reach every kind of machine that the core knows, and none that can’t be', () => {
    const seen = new Map<string, AnyMachine>();
    const queue = [first];
    const key = (machine: AnyMachine) =>
      JSON.stringify(
        Object.entries(machine)
          .filter(([name]) => !/Version$/.test(name))
          .sort(),
      );
    for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
      const { lines: shown, more } = on(state.settings);
      for (const { choices } of [...shown, ...more]) {
        for (const { event } of choices) {
          const next = model.update(scene, state, event as WheelEvent);
          if (seen.has(key(next.settings))) continue;
          expect(readAnyMachine(next.settings).kind).toBe('machine');
          seen.set(key(next.settings), next.settings);
          queue.push({ ...first, settings: next.settings });
        }
      }
    }
    const kinds = new Set(
      [...seen.values()].map((machine) => {
        return isDevice(machine)
          ? `${machine.system} ${machine.sdk ?? ''} ${machine.arch}`
          : `${machine.implementation}${machine.debug ? 'd' : ''}${machine.freeThreaded ? 't' : ''} ${machine.libc ?? machine.system} ${machine.arch}`;
      }),
    );
    // Devices: 3 of iOS, 4 of Android, Pyodide, 3 of FreeBSD. CPython in three builds on 8 + 8 + 2 + 3; PyPy on as many; GraalPy on
    // 2 with glibc, 2 of macOS, 1 of Windows.
    expect(kinds.size).toBe(11 + 3 * 21 + 21 + 5);
  });
});

interface Recorded {
  readonly packaging: string;
  readonly cases: readonly { readonly environment: TagEnvironment; readonly count: number; readonly sha256: string }[];
}
const place = new URL('../../../content/index/installers/tag-lists.json', import.meta.url);
const { packaging, cases }: Recorded = JSON.parse(readFileSync(place, 'utf8'));

/** The machine of the figure that a recorded environment is, where it is one. */
function machineOf({ implementation, python, abis, platform, freeThreaded, debug }: TagEnvironment) {
  if (implementation !== 'cp' || abis !== null) return undefined;
  const version = (pair: readonly [number, number]) => pair.join('.');
  const own = { python: version(python), freeThreaded, ...(debug === true ? { debug } : {}) };
  const cpython = { ...own, implementation: 'cp' } as const;
  switch (platform.kind) {
    case 'linux':
    case 'musl': {
      const { arch, libc, libcVersion } = platform;
      return { ...cpython, system: 'linux', libc, libcVersion: version(libcVersion), arch } as const;
    }
    case 'macos':
      return { ...cpython, system: 'macos', osVersion: version(platform.version), arch: platform.arch } as const;
    case 'windows':
      return { ...cpython, system: 'windows', arch: platform.arch } as const;
    case 'ios': {
      const sdk = platform.sdk === 'iphoneos' ? 'iphoneos' : 'iphonesimulator';
      return { ...own, system: 'ios', osVersion: version(platform.version), sdk, arch: platform.arch } as const;
    }
    case 'android':
      return { ...own, system: 'android', osVersion: `${platform.api}`, arch: platform.arch } as const;
    case 'emscripten':
    case 'freebsd':
      return undefined;
  }
}

describe('the list of tags', () => {
  const known = cases.flatMap((one) => {
    const machine = machineOf(one.environment);
    return machine !== undefined && readAnyMachine(machine).kind === 'machine' ? [{ ...one, machine }] : [];
  });

  it(`is that of packaging ${packaging} on every recorded machine that can be set here`, () => {
    const systems = new Set(known.map(({ machine }) => machine.system));
    expect([...systems].sort()).toEqual(['android', 'ios', 'linux', 'macos', 'windows']);
    const different = known.filter(({ machine, count, sha256 }) => {
      const { tags } = scene.tagsOf(machine);
      return (
        tags.length !== count || createHash('sha256').update(tags.map(formatTag).join('\n')).digest('hex') !== sha256
      );
    });
    expect(different.map(({ machine }) => machine)).toEqual([]);
    expect(known.length).toBeGreaterThan(CPYTHON_VERSIONS.length);
  });
});
