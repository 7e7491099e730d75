/**
 * What the reader can set about the machine, as chips and a stepper: what most look for in lines that are always there, the rest in
 * lines behind a fold. What is set stands in the first lines whatever it is, so that these tell the machine.
 */
import {
  type AnyMachine,
  type AnyMachineChange,
  type AnySystem,
  ARCHITECTURES,
  anyPythonVersions,
  CPYTHON_VERSIONS,
  changeAnyMachine,
  DEVICE_ARCHITECTURES,
  describeArchitecture,
  isDevice,
  type MachineBuild,
  stepAnyVersion,
} from '@/core/python';
import type { Choice } from '@/figures/frame/Choices';
import type { Step } from '@/figures/frame/Stepper';
import { isSameMachine, type Preset } from './presets';
import type { WheelScene } from './scenario';
import type { WheelEvent } from './state';

/** A line of chips. */
export interface ControlLine {
  readonly legend: string;
  readonly choices: readonly Choice<WheelEvent>[];
}

export interface Controls {
  readonly lines: readonly ControlLine[];
  /** Behind the fold. */
  readonly more: readonly ControlLine[];
  /** The version of glibc, musl, macOS, iOS or FreeBSD, or Android's API level; the tags of Windows and Pyodide have none to step. */
  readonly version:
    | {
        readonly legend: string;
        readonly value: string;
        readonly less: Step<WheelEvent>;
        readonly more: Step<WheelEvent>;
      }
    | undefined;
}

/** A chip, and whether it is one that most look for. */
interface Chip extends Choice<WheelEvent> {
  readonly isCommon: boolean;
}

const BUILDS: readonly (readonly [MachineBuild, string, isCommon: boolean])[] = [
  ['cpython', 'CPython', true],
  ['free-threaded', 'free-threaded', true],
  ['pypy', 'PyPy', true],
  ['debug', 'debug build', false],
  ['graalpy', 'GraalPy', false],
];

const SYSTEMS: readonly (readonly [AnySystem, string, isCommon: boolean])[] = [
  ['glibc', 'Linux, glibc', true],
  ['musl', 'Linux, musl', true],
  ['macos', 'macOS', true],
  ['windows', 'Windows', true],
  ['ios', 'iOS', false],
  ['android', 'Android', false],
  ['pyodide', 'Pyodide', false],
  ['freebsd', 'FreeBSD', false],
];

const SDKS = [
  ['iphoneos', 'device'],
  ['iphonesimulator', 'simulator'],
] as const;

/** Processors of servers and desktops that most have. */
const COMMON: ReadonlySet<string> = new Set(['x86_64', 'aarch64', 'armv7l', 'i686', 'arm64', 'amd64', 'x86']);

const changed = (change: AnyMachineChange): WheelEvent => ({ kind: 'machine-changed', change });

export function controlsOf({ presets, more }: Pick<WheelScene, 'presets' | 'more'>, machine: AnyMachine): Controls {
  const all: readonly (readonly [legend: string, others: string, chips: readonly Chip[]])[] = [
    ['Machine', 'Other machines', [...presetChips(presets, true, machine), ...presetChips(more, false, machine)]],
    ['Python', '', pythonChips(machine)],
    ['Interpreter', 'Other interpreters', buildChips(machine)],
    ['System', 'Other systems', systemChips(machine)],
    ['Made for', '', sdkChips(machine)],
    ['Processor', 'Other processors', architectureChips(machine)],
  ];
  const line = (legend: string, chips: readonly Chip[]): ControlLine[] => {
    return chips.length === 0 ? [] : [{ legend, choices: chips.map(({ isCommon: _, ...choice }) => choice) }];
  };
  return {
    lines: all.flatMap(([legend, _, chips]) => {
      return line(
        legend,
        chips.filter(({ isCommon, chosen }) => isCommon || chosen),
      );
    }),
    more: all.flatMap(([_, others, chips]) => {
      return line(
        others,
        chips.filter(({ isCommon }) => !isCommon),
      );
    }),
    version: versionOf(machine),
  };
}

function presetChips(presets: readonly Preset[], isCommon: boolean, machine: AnyMachine): readonly Chip[] {
  return presets.map(({ id, label, settings }) => {
    return { label, chosen: isSameMachine(settings, machine), event: { kind: 'preset-chosen', preset: id }, isCommon };
  });
}

/** The newest first: where a line of chips is cut off, the old ones are. */
function pythonChips(machine: AnyMachine): readonly Chip[] {
  const { python } = machine;
  const offered = isDevice(machine) ? anyPythonVersions(machine) : CPYTHON_VERSIONS;
  const isOffered = offered.some((version) => version === python);
  return [...offered.toReversed(), ...(isOffered ? [] : [python])].map((version) => {
    return {
      label: version,
      chosen: version === python,
      event: changed({ kind: 'python', python: version }),
      isCommon: true,
    };
  });
}

function buildChips(machine: AnyMachine): readonly Chip[] {
  const own = buildOf(machine);
  return BUILDS.flatMap(([build, label, isCommon]): Chip[] => {
    const chip = { label, chosen: build === own, event: changed({ kind: 'build', build }), isCommon };
    // To a device most of the others don't come.
    const isThere = !isDevice(machine) || buildOf(changeAnyMachine(machine, { kind: 'build', build })) === build;
    return isThere ? [chip] : [];
  });
}

function buildOf(machine: AnyMachine): MachineBuild {
  if (!isDevice(machine) && machine.implementation !== 'cp')
    return machine.implementation === 'pp' ? 'pypy' : 'graalpy';
  if (machine.debug === true) return 'debug';
  return machine.freeThreaded ? 'free-threaded' : 'cpython';
}

function systemChips(machine: AnyMachine): readonly Chip[] {
  const own = isDevice(machine) || machine.system !== 'linux' ? machine.system : machine.libc;
  return SYSTEMS.map(([system, label, isCommon]) => {
    return { label, chosen: system === own, event: changed({ kind: 'system', system }), isCommon };
  });
}

function sdkChips(machine: AnyMachine): readonly Chip[] {
  if (machine.system !== 'ios') return [];
  return SDKS.map(([sdk, label]) => {
    return { label, chosen: sdk === machine.sdk, event: changed({ kind: 'sdk', sdk }), isCommon: true };
  });
}

function architectureChips(machine: AnyMachine): readonly Chip[] {
  const known: readonly string[] = isDevice(machine)
    ? DEVICE_ARCHITECTURES[machine.system]
    : ARCHITECTURES[machine.system];
  return known.map((arch) => {
    return {
      label: describeArchitecture(arch),
      chosen: arch === machine.arch,
      event: changed({ kind: 'arch', arch }),
      isCommon: isDevice(machine) || COMMON.has(arch),
    };
  });
}

/** What the version of each system is called. */
const VERSIONS = { macos: 'macOS', ios: 'iOS', android: 'API level', freebsd: 'FreeBSD' } as const;

function versionOf(machine: AnyMachine): Controls['version'] {
  const { system } = machine;
  if (system === 'windows' || system === 'pyodide') return undefined;
  const legend = system === 'linux' ? (machine.libc ?? '') : VERSIONS[system];
  const value = (system === 'linux' ? machine.libcVersion : machine.osVersion) ?? '';
  const step = (by: 1 | -1): Step<WheelEvent> => {
    const next = stepAnyVersion(machine, by);
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
