/** Which text, how it is looked at, which project, which step of the replay. */
import type { ResolverScene } from './scenario';

export const LENSES = ['ranges', 'steps', 'graph', 'race'] as const;
export type Lens = (typeof LENSES)[number];

export interface ResolverState {
  /** The reader's own text; undefined is the scenario's. */
  readonly text: string | undefined;
  /** While `text` can't be read: the last that could, undefined being the scenario's. */
  readonly good: string | undefined;
  readonly lens: Lens;
  /** The project that is looked at; undefined is the one where most is asked. */
  readonly focus: string | undefined;
  /** How many steps of the replay are taken. */
  readonly step: number;
  /** The characters of a text that was refused. */
  readonly refused: number | undefined;
}

export type ResolverEvent =
  | { readonly kind: 'lens-chosen'; readonly lens: Lens }
  | { readonly kind: 'project-chosen'; readonly project: string }
  | { readonly kind: 'text-typed'; readonly text: string }
  /** A bound was moved, or a way out taken, while a project was looked at. */
  | { readonly kind: 'rewritten'; readonly text: string; readonly focus: string | undefined }
  | { readonly kind: 'text-left' }
  | { readonly kind: 'walked'; readonly to: number }
  | { readonly kind: 'scrubbed'; readonly to: number };

/** Characters of a text: more than a scenario of 100 projects has. */
export const LARGEST_TEXT = 200_000;

export function firstState(): ResolverState {
  return { text: undefined, good: undefined, lens: 'ranges', focus: undefined, step: 0, refused: undefined };
}

/** The text that is shown: the reader's if it can be read, or else the last one that could. */
export function shownText({ scenario, readingOf }: ResolverScene, { text, good }: ResolverState): string {
  const own = text ?? scenario.text;
  return readingOf(own).kind === 'read' ? own : (good ?? scenario.text);
}

/** The state after an event; the same state when nothing changes, for then there is nothing to undo. */
export function update(scene: ResolverScene, state: ResolverState, event: ResolverEvent): ResolverState {
  const after = afterEvent(scene, state, event);
  const keys = ['text', 'good', 'lens', 'focus', 'step', 'refused'] as const;
  return keys.every((key) => after[key] === state[key]) ? state : after;
}

function afterEvent(scene: ResolverScene, state: ResolverState, event: ResolverEvent): ResolverState {
  switch (event.kind) {
    case 'lens-chosen':
      return { ...state, lens: event.lens };
    case 'project-chosen':
      return { ...state, focus: event.project };
    case 'text-typed':
      return withText(scene, state, event.text);
    case 'rewritten':
      return withText(scene, { ...state, focus: event.focus }, event.text);
    case 'text-left':
      return { ...state, text: undefined, good: undefined, step: 0, refused: undefined };
    case 'walked':
    case 'scrubbed':
      return { ...state, lens: 'steps', step: event.to };
  }
}

function withText(scene: ResolverScene, state: ResolverState, text: string): ResolverState {
  if (text.length > LARGEST_TEXT) return { ...state, refused: text.length };
  const isRead = scene.readingOf(text).kind === 'read';
  const last = shownText(scene, state);
  const { text: own } = scene.scenario;
  return {
    ...state,
    text: text === own ? undefined : text,
    good: isRead || last === own ? undefined : last,
    step: text === state.text ? state.step : 0,
    refused: undefined,
  };
}
