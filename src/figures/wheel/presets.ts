/** The machines of the chips: content/scenarios/machines/presets.json, and machines as strangers write them. */
import { isObject, type Json } from '@/core/exercise';
import { type AnyMachine, type DeviceSettings, isDevice, readAnyMachine } from '@/core/python';

export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly settings: AnyMachine;
}

/** The presets of the page: the ones whose chips are always there, and more. */
export interface Presets {
  readonly common: readonly [Preset, ...Preset[]];
  readonly more: readonly Preset[];
}

/** Reads the presets. They are ours: one that can't be is a mistake of the site. */
export function readPresets(json: Json): Presets {
  const { presets, more }: { readonly [key: string]: Json | undefined } = isObject(json) ? json : {};
  const [first, ...others] = readList(presets);
  if (first === undefined) throw new RangeError('There are no presets.');
  return { common: [first, ...others], more: readList(more) };
}

function readList(json: Json | undefined): readonly Preset[] {
  return (Array.isArray(json) ? json : []).map((preset: Json): Preset => {
    const { id, label, settings }: { readonly [key: string]: Json | undefined } = isObject(preset) ? preset : {};
    const read = readSettings(settings);
    if (typeof id !== 'string' || typeof label !== 'string' || read === undefined) {
      throw new RangeError(`No preset: ${JSON.stringify(preset)}`);
    }
    return { id, label, settings: read };
  });
}

/** The longest text of a setting: `loongarch64`, `10.15`. */
const LONGEST = 16;

/** A machine out of anybody's JSON; undefined when it is none that can be. What is no setting is left out. */
export function readSettings(json: Json | undefined): AnyMachine | undefined {
  if (!isObject(json)) return undefined;
  const text = (key: string): string | undefined => {
    const value = json[key];
    return typeof value === 'string' && value.length <= LONGEST ? value : undefined;
  };
  const [python, arch, libcVersion, osVersion] = ['python', 'arch', 'libcVersion', 'osVersion'].map(text);
  const { freeThreaded = false, debug = false } = json;
  if (python === undefined || arch === undefined) return undefined;
  if (typeof freeThreaded !== 'boolean' || typeof debug !== 'boolean') return undefined;
  const common = {
    python,
    freeThreaded,
    ...(debug ? { debug } : {}),
    ...(osVersion === undefined ? {} : { osVersion }),
    arch,
  };
  const device = pick(text('system'), ['ios', 'android', 'pyodide', 'freebsd']);
  if (device !== undefined) return possible(deviceOf(device, common, pick(text('sdk'), SDKS)));
  const implementation = pick(text('implementation') ?? 'cp', ['cp', 'pp', 'graalpy']);
  const system = pick(text('system'), ['linux', 'macos', 'windows']);
  const libc = pick(text('libc'), ['glibc', 'musl']);
  if (implementation === undefined || system === undefined) return undefined;
  const { osVersion: _, ...others } = common;
  return possible({
    implementation,
    ...others,
    system,
    ...(libc === undefined ? {} : { libc }),
    ...(libcVersion === undefined || system !== 'linux' ? {} : { libcVersion }),
    ...(osVersion === undefined || system !== 'macos' ? {} : { osVersion }),
  });
}

const SDKS = ['iphoneos', 'iphonesimulator'] as const;

function deviceOf(
  system: DeviceSettings['system'],
  { osVersion, ...common }: Omit<DeviceSettings, 'system' | 'sdk'>,
  sdk: DeviceSettings['sdk'],
): DeviceSettings {
  return {
    ...common,
    system,
    ...(osVersion === undefined || system === 'pyodide' ? {} : { osVersion }),
    ...(sdk === undefined ? {} : { sdk }),
  };
}

function possible(machine: AnyMachine): AnyMachine | undefined {
  return readAnyMachine(machine).kind === 'machine' ? machine : undefined;
}

function pick<Word extends string>(text: string | undefined, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === text);
}

/** Whether two machines are the same. */
export function isSameMachine(left: AnyMachine, right: AnyMachine): boolean {
  return left === right || SETTINGS.every((setting) => setting(left) === setting(right));
}

/** Every setting that a machine or a device may have. */
const SETTINGS: readonly ((machine: AnyMachine) => string | boolean | undefined)[] = [
  ({ system }) => system,
  ({ python }) => python,
  ({ arch }) => arch,
  ({ osVersion }) => osVersion,
  ({ freeThreaded }) => freeThreaded,
  ({ debug = false }) => debug,
  (machine) => (isDevice(machine) ? machine.sdk : machine.implementation),
  (machine) => (isDevice(machine) ? undefined : machine.libc),
  (machine) => (isDevice(machine) ? undefined : machine.libcVersion),
];
