/**
 * Where a reader has got to in an exercise: the figure's state as it writes itself, and the tasks that this attempt has done. It is
 * kept as the text of a draft, and read as a stranger's.
 */
import { isObject, isTooDeep, type Json, parseJson } from './json';
import { longestDraft } from './read-record';

export interface ExerciseDraft {
  readonly state: Json;
  readonly done: readonly string[];
}

/** A draft → its text, or undefined when it is longer than a draft may be. */
export function formatExerciseDraft({ state, done }: ExerciseDraft): string | undefined {
  const text = JSON.stringify({ state, done });
  return text.length <= longestDraft ? text : undefined;
}

/**
 * A kept text → the draft, or undefined when it is none. What the state means only the figure can say.
 *
 * @example readExerciseDraft('{"state":{"word":"pip"},"done":[]}') // { state: { word: 'pip' }, done: [] }
 */
export function readExerciseDraft(text: string): ExerciseDraft | undefined {
  const json = text.length <= longestDraft ? parseJson(text) : undefined;
  if (!isObject(json) || isTooDeep(json)) return undefined;
  const { state, done } = json;
  if (state === undefined || !Array.isArray(done)) return undefined;
  return { state, done: done.filter((id: Json): id is string => typeof id === 'string') };
}
