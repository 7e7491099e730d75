/** What events do to the state of the playground, and to the text: only what was changed is written anew. */
import type { TomlString } from '@/core/python';
import {
  type Asker,
  leaveOut,
  putIn,
  quoted,
  type RequirementPlaces,
  type Rewrite,
  rewriteBound,
  rewriteText,
  setKey,
} from '@/core/resolution';
import { refusalOf } from './own-requirement';
import { focusOf } from './ranges';
import { type Answer, readingOf, shownText } from './reading';
import type { TextScene } from './scenario';
import { rewriteSetting } from './settings';
import { LARGEST_TEXT, lookAgain, type ResolverEvent, type ResolverState, type RewriteEvent } from './state';
import { rewriteTextSetting } from './text-setting';

/** The state after an event; the same state when nothing changes, for then there is nothing to undo. */
export function update(scene: TextScene, state: ResolverState, event: ResolverEvent): ResolverState {
  switch (event.kind) {
    case 'lens-chosen':
    case 'project-chosen':
    case 'walked':
    case 'scrubbed':
    case 'strategy-chosen':
    case 'fork-chosen':
    case 'bay-lifted':
      return lookAgain(state, event);
    case 'text-typed':
      return withText(scene, state, event.text);
    case 'text-came':
      return withText(scene, { ...state, focus: event.focus }, event.text);
    case 'text-left':
      return withText(scene, state, scene.scenario.text);
    case 'bound-moved':
    case 'way-taken':
    case 'requirement-put':
    case 'requirements-taken':
    case 'setting-chosen':
    case 'setting-written': {
      const text = shownText(scene, state);
      const reading = readingOf(scene, text);
      if (reading.kind !== 'read') return state;
      const rewrites = rewritesOf(text, reading.answer, event);
      // What was looked at stays in view, whatever else the change brings.
      const focus = state.focus ?? focusOf(reading.answer, undefined);
      return rewrites.length === 0 ? state : withText(scene, { ...state, focus }, rewriteText(text, rewrites));
    }
  }
}

function rewritesOf(text: string, answer: Answer, event: RewriteEvent): readonly Rewrite[] {
  const places = answer.places();
  switch (event.kind) {
    case 'bound-moved':
      return stringsOf(places, event.by).flatMap((string) => {
        return rewriteBound(text, string, event.clause, event.version) ?? [];
      });
    case 'way-taken':
      return [
        ...event.changes.flatMap(({ place, to }) => (to === undefined ? [] : rewriteOwn(places, place, to))),
        ...leaveOutOwn(
          text,
          places,
          event.changes.flatMap(({ place, to }) => (to === undefined ? [place] : [])),
        ),
      ];
    case 'requirement-put':
      return isRequirement(event.text) ? putOwn(text, answer, [event.text]) : [];
    case 'requirements-taken': {
      const texts = event.texts.filter(isRequirement);
      if (texts.length === 0) return [];
      const kept = places.root.slice(0, texts.length);
      return [
        ...kept.flatMap((_, place) => rewriteOwn(places, place, texts[place] ?? '')),
        ...(texts.length > kept.length
          ? putOwn(text, answer, texts.slice(kept.length))
          : leaveOutOwn(
              text,
              places,
              places.root.flatMap((_, place) => (place < kept.length ? [] : [place])),
            )),
      ];
    }
    case 'setting-chosen':
      return answer.file === undefined ? [] : rewriteSetting(text, answer.file, event.setting, event.value);
    case 'setting-written':
      return answer.file === undefined ? [] : rewriteTextSetting(text, answer.file, event.change);
  }
}

/** The strings of the text that an ask stands in: one, or that of each release which asks for the same. */
export function stringsOf({ root, releases }: RequirementPlaces, by: Asker): readonly TomlString[] {
  switch (by.kind) {
    case 'root': {
      const string = root[by.place];
      return string === undefined ? [] : [string];
    }
    case 'constraint':
      return [];
    case 'releases': {
      const own = releases.get(by.name);
      const strings = by.releases.flatMap(({ written, place }) => own?.get(written)?.[place] ?? []);
      return strings.length === by.releases.length ? strings : [];
    }
  }
}

const isRequirement = (text: string): boolean => refusalOf(text) === undefined;

/** The reader's own words, where they differ. */
function rewriteOwn({ root }: RequirementPlaces, place: number, to: string): readonly Rewrite[] {
  const string = root[place];
  if (string === undefined || string.value === to || !isRequirement(to)) return [];
  return [{ ...string.at, text: quoted(to) }];
}

function leaveOutOwn(text: string, { rootArray }: RequirementPlaces, places: readonly number[]): readonly Rewrite[] {
  return rootArray === undefined || places.length === 0 ? [] : leaveOut(text, rootArray, places);
}

function putOwn(text: string, { places, file }: Answer, texts: readonly string[]): readonly Rewrite[] {
  const { rootArray } = places();
  const items = texts.map(quoted);
  if (rootArray !== undefined) return putIn(text, rootArray, items.join(', '));
  return (file && setKey(text, file, 'root', 'requires', `[${items.join(', ')}]`)) ?? [];
}

function withText(scene: TextScene, state: ResolverState, text: string): ResolverState {
  if (text.length > LARGEST_TEXT) return { ...state, refused: text.length };
  const after = settled(scene, { ...state, text, good: shownText(scene, state), refused: undefined });
  if (after.text !== state.text) return { ...after, step: 0, fork: 0 };
  return after.good === state.good && state.refused === undefined ? state : after;
}

/**
 * A state in its one form: the scenario's own text isn't repeated, and the last good one is kept only while it is needed, or may be.
 */
export function settled(scene: TextScene, state: ResolverState): ResolverState {
  const { text: own } = scene.scenario;
  const text = state.text === own ? undefined : state.text;
  const { good } = state;
  const isNeeded = good !== undefined && good !== own && readingOf(scene, text ?? own).kind !== 'read';
  return { ...state, text, good: isNeeded && readingOf(scene, good).kind !== 'unread' ? good : undefined };
}
