/**
 * The adviser's state as it stands in links, exercises and drafts. Everything may be left out, and is then as at first; but where
 * something was released, no change is chosen:
 *
 *     { changes: ['farewell', 'default'], answers: { default: 'yes' }, form: 'candidate', year: 27, released: ['1.5.0rc1'] }
 */
import { isObject, type Json } from '@/core/exercise';
import { compareVersions, formatVersion, type Version } from '@/core/python';
import { FORMS, readSchemeVersion, type YesOrNo } from '@/core/versioning';
import type { BumpScene } from './scenario';
import { type BumpState, currentVersion, firstState, formsOf, MOST_RELEASED, yearsOf } from './state';

export function writeState({ chosen, answers, form, year, released }: BumpState): Json {
  return {
    changes: [...chosen],
    ...(answers.size === 0 ? {} : { answers: Object.fromEntries(answers) }),
    ...(form === 'final' ? {} : { form }),
    ...(year === 0 ? {} : { year }),
    ...(released.length === 0 ? {} : { released: [...released] }),
  };
}

/** A stranger's JSON → a state of the scenario, or undefined when it is none. */
export function readState(scene: BumpScene, json: Json): BumpState | undefined {
  if (!isObject(json)) return undefined;
  const first = firstState(scene);
  const released = readReleased(scene, json['released']);
  if (released === undefined) return undefined;
  const chosen = readChosen(scene, json['changes'], released.length === 0 ? first.chosen : []);
  if (chosen === undefined) return undefined;
  const answers = readAnswers(json['answers'], chosen);
  const form = FORMS.find((one) => one === (json['form'] ?? 'final'));
  const year = json['year'] ?? first.year;
  if (answers === undefined || form === undefined || typeof year !== 'number') return undefined;
  const state: BumpState = { chosen, answers, form, year, released };
  const current = currentVersion(scene, state);
  const isYear = year === first.year || yearsOf(scene, current).includes(year);
  return formsOf(scene, current).includes(form) && isYear ? state : undefined;
}

/** Versions of the scheme in normal form, each newer than the one before it. */
function readReleased({ scenario, current }: BumpScene, json: Json | undefined): readonly string[] | undefined {
  if (json === undefined) return [];
  if (!Array.isArray(json) || json.length > MOST_RELEASED) return undefined;
  const texts: string[] = [];
  let newest: Version = current;
  for (const text of json) {
    const version = typeof text === 'string' ? readSchemeVersion(scenario.scheme, text) : undefined;
    if (version === undefined || compareVersions(newest, version) >= 0) return undefined;
    texts.push(formatVersion(version));
    newest = version;
  }
  return texts;
}

function readChosen(
  { scenario }: BumpScene,
  json: Json | undefined,
  first: readonly string[],
): readonly string[] | undefined {
  if (json === undefined) return first;
  if (!Array.isArray(json) || json.length > scenario.changes.length) return undefined;
  const ids = scenario.changes.map(({ id }) => id);
  if (!json.every((id) => typeof id === 'string' && ids.includes(id))) return undefined;
  return ids.filter((id) => json.includes(id));
}

function readAnswers(json: Json | undefined, chosen: readonly string[]): ReadonlyMap<string, YesOrNo> | undefined {
  if (json === undefined) return new Map();
  if (!isObject(json)) return undefined;
  const answers = new Map<string, YesOrNo>();
  for (const [id, answer] of Object.entries(json)) {
    if ((answer !== 'yes' && answer !== 'no') || !chosen.includes(id)) return undefined;
    answers.set(id, answer);
  }
  return answers;
}
