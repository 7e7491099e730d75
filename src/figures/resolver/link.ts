/**
 * The resolver playground's state as it stands in links, exercises and drafts. Everything may be left out, and is then as at first:
 *
 *     { text: '[root]\n…',    the reader's own scenario, as TOML
 *       good: '[root]\n…',    while `text` can't be read: the last one that could
 *       lens: 'ranges' | 'steps' | 'graph' | 'race' | 'elsewhere',
 *       focus: 'urllib3',     the project that is looked at
 *       step: 12,             of the replay
 *       strategy: 'pubgrub' | 'backtracking',   whose steps these are
 *       fork: 1,              of the answer, counted from 0
 *       lifted: ['go'],       the bays under “Elsewhere” that aren’t covered any more, of npm, cargo and go
 *       refused: 1000000 }    characters of a text that was too large
 */
import { isObject, type Json } from '@/core/exercise';
import { BAYS, type BayName, LARGEST_TEXT, LENSES, type ResolverState, STRATEGIES } from './state';

/** No project's name is longer by far. */
const LONGEST_NAME = 200;

export function writeState({ text, good, lens, focus, step, strategy, fork, lifted, refused }: ResolverState): Json {
  return {
    ...(text === undefined ? {} : { text }),
    ...(good === undefined ? {} : { good }),
    ...(lens === 'ranges' ? {} : { lens }),
    ...(focus === undefined ? {} : { focus }),
    ...(step === 0 ? {} : { step }),
    ...(strategy === 'pubgrub' ? {} : { strategy }),
    ...(fork === 0 ? {} : { fork }),
    ...(lifted.length === 0 ? {} : { lifted: [...lifted] }),
    ...(refused === undefined ? {} : { refused }),
  };
}

/** A stranger's JSON → a state, or undefined when it is none. Its texts are yet to be read: `settled` does. */
export function readState(json: Json): ResolverState | undefined {
  if (!isObject(json)) return undefined;
  const text = readText(json['text'], LARGEST_TEXT);
  const good = readText(json['good'], LARGEST_TEXT);
  const focus = readText(json['focus'], LONGEST_NAME);
  const step = readCount(json['step']);
  const fork = readCount(json['fork']);
  const refused = readCount(json['refused']);
  const lifted = readLifted(json['lifted']);
  const lens = LENSES.find((each) => each === (json['lens'] ?? 'ranges'));
  const strategy = STRATEGIES.find((each) => each === (json['strategy'] ?? 'pubgrub'));
  if (!text || !good || !focus || !step || !fork || !lifted || !refused) return undefined;
  if (lens === undefined || strategy === undefined) return undefined;
  return {
    text: text.value,
    good: good.value,
    lens,
    focus: focus.value,
    step: step.value ?? 0,
    strategy,
    fork: fork.value ?? 0,
    lifted,
    refused: refused.value,
  };
}

/** A member that reads, or isn't there; undefined is nonsense. */
type Read<T> = { readonly value: T | undefined } | undefined;

function readText(json: Json | undefined, longest: number): Read<string> {
  if (json === undefined) return { value: undefined };
  return typeof json === 'string' && json.length <= longest ? { value: json } : undefined;
}

function readCount(json: Json | undefined): Read<number> {
  if (json === undefined) return { value: undefined };
  return typeof json === 'number' && Number.isSafeInteger(json) && json >= 0 ? { value: json } : undefined;
}

/** In one order, each once. */
function readLifted(json: Json | undefined): readonly BayName[] | undefined {
  if (json === undefined) return [];
  if (!Array.isArray(json) || json.some((each) => !BAYS.some((bay) => bay === each))) return undefined;
  return BAYS.filter((bay) => json.includes(bay));
}
