/**
 * The wheel decoder's state as it stands in links, exercises and drafts. Everything may be left out, and is then as at first:
 *
 *     { machine: 'alpine' | { python: '3.14', freeThreaded: true, system: 'linux', libc: 'glibc', libcVersion: '2.28', arch: 'x86_64' },
 *       before: …,                              the machine before, from which the light moved
 *       name: 'kit-1.0-py3-none-any.whl',       the name in the decoder's field
 *       good: 'kit-1.0-py3-none-any.whl',       the last name of a wheel, while `name` is none
 *       files: ['kit-1.0.tar.gz ; python >=3.9'] the reader's own list, a line each
 *       sought: 'manylinux_2_28',               what is looked for in the list of tags
 *       refused: { what: 'files', characters: 1000000 } }
 *
 * A machine is a preset's id or settings; of settings `implementation` ('cp', 'pp' or 'graalpy'), `freeThreaded` and `debug` may be left
 * out. Phones, Pyodide and FreeBSD have no implementation: { python: '3.13', system: 'ios', osVersion: '18.0', sdk: 'iphoneos', arch: 'arm64' }.
 */
import { isObject, type Json } from '@/core/exercise';
import type { AnyMachine } from '@/core/python';
import machines from '~content/scenarios/machines/presets.json';
import { isSameMachine, readPresets, readSettings } from './presets';
import type { WheelScene } from './scenario';
import { isWheel, LARGEST_LIST, LONGEST_NAME, LONGEST_SOUGHT, type Refused, type WheelState } from './state';

const { common, more } = readPresets(machines);
const presets = [...common, ...more];

export function writeState({ settings, before, name, good, files, sought, refused }: WheelState): Json {
  return {
    machine: writeMachine(settings),
    ...(before === undefined ? {} : { before: writeMachine(before) }),
    ...(name === undefined ? {} : { name }),
    ...(good === undefined ? {} : { good }),
    ...(files === undefined ? {} : { files: files.split('\n') }),
    ...(sought === undefined ? {} : { sought }),
    ...(refused === undefined ? {} : { refused: { what: refused.what, characters: refused.characters } }),
  };
}

function writeMachine(settings: AnyMachine): Json {
  const preset = presets.find((one) => isSameMachine(one.settings, settings));
  return preset?.id ?? { ...settings };
}

/** A stranger's JSON → a state, or undefined when it is none. */
export function readState(scene: WheelScene, json: Json): WheelState | undefined {
  if (!isObject(json)) return undefined;
  const machine = readMachine(json['machine']);
  const before = readMachine(json['before']);
  const name = readText(json['name'], LONGEST_NAME);
  const good = readText(json['good'], LONGEST_NAME);
  const sought = readText(json['sought'], LONGEST_SOUGHT);
  const files = readFiles(scene, json['files']);
  const refused = readRefused(json['refused']);
  if (!machine || !before || !name || !good || !files || !sought || !refused) return undefined;
  // The last good name is one, and is kept only while the name in the field is none.
  const isHalf = name.value !== undefined && !isWheel(name.value);
  return {
    settings: machine.value ?? scene.settings,
    before: before.value,
    name: name.value,
    good: isHalf && good.value !== undefined && isWheel(good.value) ? good.value : undefined,
    files: files.value,
    sought: sought.value === '' ? undefined : sought.value,
    refused: refused.value,
  };
}

/** A member that reads, or isn't there; undefined is nonsense. */
type Read<T> = { readonly value: T | undefined } | undefined;

const absent = { value: undefined };

function readMachine(json: Json | undefined): Read<AnyMachine> {
  if (json === undefined) return absent;
  const settings = typeof json === 'string' ? presets.find(({ id }) => id === json)?.settings : readSettings(json);
  return settings && { value: settings };
}

function readText(json: Json | undefined, longest: number): Read<string> {
  if (json === undefined) return absent;
  return typeof json === 'string' && json.length <= longest ? { value: json } : undefined;
}

function readFiles(scene: WheelScene, json: Json | undefined): Read<string> {
  if (json === undefined) return absent;
  if (!Array.isArray(json)) return undefined;
  const lines = json.filter((line: Json): line is string => typeof line === 'string');
  const text = lines.join('\n');
  if (lines.length !== json.length || text.length > LARGEST_LIST) return undefined;
  return text === scene.text ? absent : { value: text };
}

function readRefused(json: Json | undefined): Read<Refused> {
  if (json === undefined) return absent;
  if (!isObject(json)) return undefined;
  const { what, characters } = json;
  if ((what !== 'name' && what !== 'files') || typeof characters !== 'number') return undefined;
  return Number.isSafeInteger(characters) && characters > 0 ? { value: { what, characters } } : undefined;
}
