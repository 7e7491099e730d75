/** The command figure's state as it stands in links, exercises and drafts: `{ word, environment, walked? }`. */
import { isObject, type Json } from '@/core/exercise';
import type { CommandScenario } from '../schema';
import { readWalked, writeWalked } from '../walked-json';
import { type CommandState, firstState } from './state';

export function writeState({ word, environment, walked }: CommandState): Json {
  return { word, environment, ...writeWalked(walked) };
}

/** A stranger's JSON → a state of the scenario; what it leaves out is as at first. Undefined when it is none. */
export function readState({ commands }: Pick<CommandScenario, 'commands'>, json: Json): CommandState | undefined {
  if (!isObject(json)) return undefined;
  const first = firstState({ commands });
  const word = commands.words.find((each) => each === (json['word'] ?? first.word));
  const environment = commands.environments.find(({ id }) => id === (json['environment'] ?? first.environment))?.id;
  const walked = readWalked(json['walked']);
  if (word === undefined || environment === undefined || walked === undefined) return undefined;
  return { word, environment, walked };
}
