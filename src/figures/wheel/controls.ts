/** What the reader can set about the machine, as chips and a stepper. */
import {
  ARCHITECTURES,
  CPYTHON_VERSIONS,
  describeArchitecture,
  type MachineChange,
  type MachineSettings,
  stepVersion,
} from '@/core/python';
import type { Choice } from '@/figures/frame/Choices';
import type { Step } from '@/figures/frame/Stepper';
import { isSameMachine, type Preset } from './presets';
import type { WheelEvent } from './state';

export interface Controls {
  readonly presets: readonly Choice<WheelEvent>[];
  readonly pythons: readonly Choice<WheelEvent>[];
  readonly builds: readonly Choice<WheelEvent>[];
  readonly systems: readonly Choice<WheelEvent>[];
  readonly architectures: readonly Choice<WheelEvent>[];
  /** The version of glibc, musl or macOS; Windows' tags have none. */
  readonly version:
    | {
        readonly legend: string;
        readonly value: string;
        readonly less: Step<WheelEvent>;
        readonly more: Step<WheelEvent>;
      }
    | undefined;
}

const BUILDS = [
  ['cpython', 'CPython'],
  ['free-threaded', 'free-threaded'],
  ['pypy', 'PyPy'],
] as const;

const SYSTEMS = [
  ['glibc', 'Linux, glibc'],
  ['musl', 'Linux, musl'],
  ['macos', 'macOS'],
  ['windows', 'Windows'],
] as const;

/** Those that a chip is worth; another one that a link brought has a chip while it is set. */
const COMMON: ReadonlySet<string> = new Set(['x86_64', 'aarch64', 'armv7l', 'i686', 'arm64', 'amd64', 'x86']);

const changed = (change: MachineChange): WheelEvent => ({ kind: 'machine-changed', change });

export function controlsOf(presets: readonly Preset[], settings: MachineSettings): Controls {
  const { implementation, python, freeThreaded, system, libc, arch } = settings;
  const build = implementation === 'pp' ? 'pypy' : freeThreaded ? 'free-threaded' : 'cpython';
  const own = system === 'linux' ? libc : system;
  const known = CPYTHON_VERSIONS.some((version) => version === python);
  // The newest first: where a line of chips is cut off, the old ones are.
  const versions = [...CPYTHON_VERSIONS.toReversed(), ...(known ? [] : [python])];
  return {
    presets: presets.map(({ id, label, settings: preset }) => {
      return { label, chosen: isSameMachine(preset, settings), event: { kind: 'preset-chosen', preset: id } };
    }),
    pythons: versions.map((version) => {
      return { label: version, chosen: version === python, event: changed({ kind: 'python', python: version }) };
    }),
    builds: BUILDS.map(([id, label]) => ({
      label,
      chosen: id === build,
      event: changed({ kind: 'build', build: id }),
    })),
    systems: SYSTEMS.map(([id, label]) => ({
      label,
      chosen: id === own,
      event: changed({ kind: 'system', system: id }),
    })),
    architectures: ARCHITECTURES[system]
      .filter((one) => COMMON.has(one) || one === arch)
      .map((one) => {
        return { label: describeArchitecture(one), chosen: one === arch, event: changed({ kind: 'arch', arch: one }) };
      }),
    version: versionOf(settings),
  };
}

function versionOf(settings: MachineSettings): Controls['version'] {
  const { system, libc, libcVersion, osVersion } = settings;
  if (system === 'windows') return undefined;
  const legend = system === 'macos' ? 'macOS' : (libc ?? '');
  const value = (system === 'macos' ? osVersion : libcVersion) ?? '';
  const step = (by: 1 | -1): Step<WheelEvent> => {
    const next = stepVersion(settings, by);
    const end = by === 1 ? 'newest' : 'oldest';
    if (next === undefined) {
      return {
        label: `${by === 1 ? 'newer' : 'older'} ${legend}`,
        event: undefined,
        disabledBecause: `This is the ${end} that is offered.`,
      };
    }
    return { label: `${legend} ${next}`, event: changed({ kind: 'version', by }) };
  };
  return { legend, value, less: step(-1), more: step(1) };
}
