/** The machines of the chips: content/scenarios/machines/presets.json, and machines as strangers write them. */
import { isObject, type Json } from '@/core/exercise';
import { type MachineSettings, readMachine } from '@/core/python';

export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly settings: MachineSettings;
}

/** Reads the presets. They are ours: one that can't be is a mistake of the site. */
export function readPresets(json: Json): readonly [Preset, ...Preset[]] {
  const listed = isObject(json) ? json['presets'] : undefined;
  const presets = (Array.isArray(listed) ? listed : []).map((preset: Json): Preset => {
    const { id, label, settings }: { readonly [key: string]: Json | undefined } = isObject(preset) ? preset : {};
    const read = readSettings(settings);
    if (typeof id !== 'string' || typeof label !== 'string' || read === undefined) {
      throw new RangeError(`No preset: ${JSON.stringify(preset)}`);
    }
    return { id, label, settings: read };
  });
  const [first, ...more] = presets;
  if (first === undefined) throw new RangeError('There are no presets.');
  return [first, ...more];
}

/** The longest text of a setting: `loongarch64`, `10.15`. */
const LONGEST = 16;

/** A machine out of anybody's JSON; undefined when it is none that can be. What is no setting is left out. */
export function readSettings(json: Json | undefined): MachineSettings | undefined {
  if (!isObject(json)) return undefined;
  const text = (key: string): string | undefined => {
    const value = json[key];
    return typeof value === 'string' && value.length <= LONGEST ? value : undefined;
  };
  const implementation = pick(text('implementation') ?? 'cp', ['cp', 'pp']);
  const system = pick(text('system'), ['linux', 'macos', 'windows']);
  const libc = pick(text('libc'), ['glibc', 'musl']);
  const [python, arch, libcVersion, osVersion] = ['python', 'arch', 'libcVersion', 'osVersion'].map(text);
  const freeThreaded = json['freeThreaded'] ?? false;
  if (implementation === undefined || system === undefined || python === undefined || arch === undefined) {
    return undefined;
  }
  if (typeof freeThreaded !== 'boolean') return undefined;
  const settings: MachineSettings = {
    implementation,
    python,
    freeThreaded,
    system,
    ...(libc === undefined ? {} : { libc }),
    ...(libcVersion === undefined || system !== 'linux' ? {} : { libcVersion }),
    ...(osVersion === undefined || system !== 'macos' ? {} : { osVersion }),
    arch,
  };
  return readMachine(settings).kind === 'machine' ? settings : undefined;
}

function pick<Word extends string>(text: string | undefined, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === text);
}

/** Whether two machines are the same. */
export function isSameMachine(left: MachineSettings, right: MachineSettings): boolean {
  const keys = [
    'implementation',
    'python',
    'freeThreaded',
    'system',
    'libc',
    'libcVersion',
    'osVersion',
    'arch',
  ] as const;
  return keys.every((key) => left[key] === right[key]);
}
