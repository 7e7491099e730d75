/** What events do to the state of the playground, and to the text: only what was changed is written anew. */
import { parseRequirement, type TomlString } from '@/core/python';
import {
  type Asker,
  leaveOut,
  type RequirementPlaces,
  type Rewrite,
  rewriteBound,
  rewriteRequirement,
  rewriteText,
} from '@/core/resolution';
import { focusOf } from './ranges';
import { readingOf, shownText } from './reading';
import type { TextScene } from './scenario';
import { LARGEST_TEXT, lookAgain, type ResolverEvent, type ResolverState } from './state';

/** The state after an event; the same state when nothing changes, for then there is nothing to undo. */
export function update(scene: TextScene, state: ResolverState, event: ResolverEvent): ResolverState {
  switch (event.kind) {
    case 'lens-chosen':
    case 'project-chosen':
    case 'walked':
    case 'scrubbed':
    case 'strategy-chosen':
    case 'fork-chosen':
      return lookAgain(state, event);
    case 'text-typed':
      return withText(scene, state, event.text);
    case 'text-left':
      return withText(scene, state, scene.scenario.text);
    case 'bound-moved':
    case 'way-taken': {
      const text = shownText(scene, state);
      const reading = readingOf(scene, text);
      if (reading.kind === 'unread') return state;
      const { answer } = reading;
      const rewrites =
        event.kind === 'bound-moved'
          ? stringsOf(answer.places(), event.by).flatMap((string) => {
              return rewriteBound(text, string, event.clause, event.version) ?? [];
            })
          : event.changes.flatMap((change) => rewriteOwn(answer.places(), change) ?? []);
      // What was looked at stays in view, whatever else the change brings.
      const focus = state.focus ?? focusOf(answer, undefined);
      return rewrites.length === 0 ? state : withText(scene, { ...state, focus }, rewriteText(text, rewrites));
    }
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

function rewriteOwn(
  { root }: RequirementPlaces,
  { place, to }: { readonly place: number; readonly to: string | undefined },
): Rewrite | undefined {
  const string = root[place];
  if (to === undefined) return leaveOut(root, place);
  const requirement = parseRequirement(to).value;
  return string && requirement && rewriteRequirement(string, requirement);
}

function withText(scene: TextScene, state: ResolverState, text: string): ResolverState {
  if (text.length > LARGEST_TEXT) return { ...state, refused: text.length };
  const after = settled(scene, { ...state, text, good: shownText(scene, state), refused: undefined });
  if (after.text !== state.text) return { ...after, step: 0, fork: 0 };
  return after.good === state.good && state.refused === undefined ? state : after;
}

/** A state in its one form: the scenario's own text isn't repeated, and the last good one is kept only while it is needed. */
export function settled(scene: TextScene, state: ResolverState): ResolverState {
  const { text: own } = scene.scenario;
  const text = state.text === own ? undefined : state.text;
  const { good } = state;
  const isNeeded = good !== undefined && good !== own && readingOf(scene, text ?? own).kind === 'unread';
  return { ...state, text, good: isNeeded && readingOf(scene, good).kind === 'read' ? good : undefined };
}
