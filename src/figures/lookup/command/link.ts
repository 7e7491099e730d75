/** The command figure's state as it stands in links, exercises and drafts: `{ word, environment, path?, walked? }`. */
import { isObject, type Json } from '@/core/exercise';
import { readWalked, writeWalked } from '../walked-json';
import { type CommandScene, pathIn } from './scene';
import { type CommandState, firstState } from './state';

export function writeState({ word, environment, path, walked }: CommandState): Json {
  return { word, environment, ...(path === undefined ? {} : { path }), ...writeWalked(walked) };
}

/** A stranger's JSON → a state of the scenario; what it leaves out is as at first. Undefined when it is none. */
export function readState(scene: CommandScene, json: Json): CommandState | undefined {
  if (!isObject(json)) return undefined;
  const { commands } = scene.scenario;
  const first = firstState({ commands });
  const word = commands.words.find((each) => each === (json['word'] ?? first.word));
  const environment = commands.environments.find(({ id }) => id === (json['environment'] ?? first.environment))?.id;
  const walked = readWalked(json['walked']);
  if (word === undefined || environment === undefined || walked === undefined) return undefined;
  const path = readPath(json['path'], pathIn(scene, environment));
  return path === undefined ? undefined : { word, environment, path: path.order, walked };
}

/** An order of the entries that PATH has in this environment; undefined for anything else. */
function readPath(
  json: Json | undefined,
  entries: readonly string[],
): { readonly order: readonly string[] | undefined } | undefined {
  if (json === undefined) return { order: undefined };
  if (!Array.isArray(json) || json.length !== entries.length) return undefined;
  const order = json.filter((entry) => typeof entry === 'string');
  const isSame = [...order].sort().join(':') === [...entries].sort().join(':') && order.length === entries.length;
  return isSame ? { order } : undefined;
}
