// The machines on which the real pip was asked for a choice, release by release: the wheel decoder's presets, the machines of
// content/index/machines.json, and a grid of interpreters on systems.

import { readFileSync } from 'node:fs';
import type { Environment, Machine } from './machine.ts';
import { root } from './versions.ts';

/** A machine and what the recording calls it: `cp313 on musl 1.2, x86_64`. */
export interface AskedMachine {
  readonly id: string;
  readonly environment: Omit<Environment, 'id'>;
}

type Platform = Environment['platform'];
type Interpreter = Pick<Environment, 'implementation' | 'python' | 'abis' | 'freeThreaded'>;

const cpython = (minor: number, freeThreaded = false): Interpreter => {
  return { implementation: 'cp', python: [3, minor], abis: null, freeThreaded };
};
const pypy = (minor: number, abi: string): Interpreter => {
  return { implementation: 'pp', python: [3, minor], abis: [`pypy3${minor}_${abi}`], freeThreaded: false };
};

const interpreters: readonly Interpreter[] = [
  ...[8, 9, 10, 11, 12, 13, 14, 15].map((minor) => cpython(minor)),
  ...[13, 14, 15].map((minor) => cpython(minor, true)),
  // PyPy 7.3 for 3.9 and 3.10, PyPy 8.0 for 3.11 and 3.12.
  ...[pypy(9, 'pp73'), pypy(10, 'pp73'), pypy(11, 'pp80'), pypy(12, 'pp80')],
];

const glibc = (minor: number, arch: string): Platform => {
  return { kind: 'linux', arch, libc: 'glibc', libcVersion: [2, minor] };
};
const musl = (minor: number, arch: string): Platform => {
  return { kind: 'musl', arch, libc: 'musl', libcVersion: [1, minor] };
};

const platforms: readonly Platform[] = [
  ...[41, 28, 17, 12].map((minor) => glibc(minor, 'x86_64')),
  ...[glibc(41, 'aarch64'), glibc(28, 'i686'), glibc(36, 'armv7l'), glibc(39, 'riscv64')],
  ...[musl(2, 'x86_64'), musl(1, 'x86_64'), musl(2, 'aarch64')],
  { kind: 'macos', version: [15, 0], arch: 'arm64' },
  { kind: 'macos', version: [26, 0], arch: 'arm64' },
  { kind: 'macos', version: [13, 0], arch: 'x86_64' },
  { kind: 'macos', version: [10, 12], arch: 'x86_64' },
  { kind: 'windows', arch: 'amd64' },
  { kind: 'windows', arch: 'arm64' },
  { kind: 'windows', arch: 'x86' },
];

function describe({ implementation, python, freeThreaded }: Interpreter, platform: Platform): string {
  const own = `${implementation}${python[0]}${python[1]}${freeThreaded ? 't' : ''}`;
  switch (platform.kind) {
    case 'linux':
    case 'musl':
      return `${own} on ${platform.libc} ${platform.libcVersion.join('.')}, ${platform.arch}`;
    case 'macos':
      return `${own} on macOS ${platform.version.join('.')}, ${platform.arch}`;
    case 'windows':
      return `${own} on Windows, ${platform.arch}`;
  }
}

interface Preset {
  readonly id: string;
  readonly settings: {
    readonly implementation: 'cp' | 'pp';
    readonly python: string;
    readonly freeThreaded: boolean;
    readonly system: 'linux' | 'macos' | 'windows';
    readonly libc?: 'glibc' | 'musl';
    readonly libcVersion?: string;
    readonly osVersion?: string;
    readonly arch: string;
  };
}

const pair = (version: string): readonly [number, number] => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return [major, minor];
};

function platformOf({ system, libc, libcVersion = '', osVersion = '', arch }: Preset['settings']): Platform {
  switch (system) {
    case 'linux':
      return libc === 'musl'
        ? { kind: 'musl', arch, libc, libcVersion: pair(libcVersion) }
        : { kind: 'linux', arch, libc: 'glibc', libcVersion: pair(libcVersion) };
    case 'macos':
      return { kind: 'macos', version: pair(osVersion), arch };
    case 'windows':
      return { kind: 'windows', arch: arch === 'x86' || arch === 'arm64' ? arch : 'amd64' };
  }
}

/** The presets of the wheel decoder, by their own ids. */
export function presetMachines(): readonly AskedMachine[] {
  const file = readFileSync(`${root}content/scenarios/machines/presets.json`, 'utf8');
  const { presets }: { presets: readonly Preset[] } = JSON.parse(file);
  return presets.map(({ id, settings }) => {
    const { implementation, python, freeThreaded } = settings;
    return {
      id,
      environment: { implementation, python: pair(python), abis: null, platform: platformOf(settings), freeThreaded },
    };
  });
}

/** Every machine once: the ten of machines.json first, then the grid. */
export function askedMachines(): readonly AskedMachine[] {
  const { machines }: { machines: readonly Machine[] } = JSON.parse(
    readFileSync(`${root}content/index/machines.json`, 'utf8'),
  );
  const asked = [
    ...machines.map(({ environment: { id: _, ...environment } }) => environment),
    ...interpreters.flatMap((interpreter) => platforms.map((platform) => ({ ...interpreter, platform }))),
  ];
  const unique = new Map(asked.map((environment) => [describe(environment, environment.platform), environment]));
  return [...unique].map(([id, environment]) => ({ id, environment }));
}
