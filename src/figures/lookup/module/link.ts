/**
 * The module figure's state as it stands in links, exercises and drafts:
 * `{ name, start, folder, interpreter, options, pythonPath, walked? }`.
 */
import { isObject, type Json } from '@/core/exercise';
import type { ModuleScenario } from '../schema';
import { readWalked, writeWalked } from '../walked-json';
import { firstState, type ModuleState } from './state';

export function writeState({ walked, ...settings }: ModuleState): Json {
  return { ...settings, ...writeWalked(walked) };
}

/** A stranger's JSON → a state of the scenario; what it leaves out is as at first. Undefined when it is none. */
export function readState({ modules }: Pick<ModuleScenario, 'modules'>, json: Json): ModuleState | undefined {
  if (!isObject(json)) return undefined;
  const given = { ...firstState({ modules }), ...json };
  const name = modules.names.find((each) => each === given.name);
  const start = modules.starts.find(({ id }) => id === given.start)?.id;
  const folder = modules.folders.find((each) => each === given.folder);
  const interpreter = modules.interpreters.find(({ id }) => id === given.interpreter)?.id;
  const options = readOptions(modules, given.options);
  const { pythonPath } = given;
  const walked = readWalked(json['walked']);
  if (name === undefined || start === undefined || folder === undefined || interpreter === undefined) return undefined;
  if (options === undefined || typeof pythonPath !== 'boolean' || walked === undefined) return undefined;
  return { name, start, folder, interpreter, options, pythonPath, walked };
}

/** Some of the scenario's options, in its order. */
function readOptions({ options }: ModuleScenario['modules'], json: Json): ModuleState['options'] | undefined {
  if (!Array.isArray(json) || json.length > options.length) return undefined;
  const known = options.filter((option) => json.includes(option));
  return known.length === json.length ? known : undefined;
}
