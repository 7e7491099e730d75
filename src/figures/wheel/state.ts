/** Which machine, which name is decoded, which files. */
import { type AnyMachine, type AnyMachineChange, changeAnyMachine, readWheelFilename } from '@/core/python';
import { isSameMachine } from './presets';
import { decodedName, type WheelScene } from './scenario';

export interface WheelState {
  readonly settings: AnyMachine;
  /** The machine before the last change, from which the light has moved. */
  readonly before: AnyMachine | undefined;
  /** The name in the decoder's field; undefined while it follows the light. */
  readonly name: string | undefined;
  /** While `name` is no name of a wheel: the last one that was. */
  readonly good: string | undefined;
  /** The reader's own list as text; undefined is the release's. */
  readonly files: string | undefined;
  /** What is looked for in the list of tags: a part of a tag, or a whole one; undefined is nothing. */
  readonly sought: string | undefined;
  /** What was refused because it was too large, and how many characters it had. */
  readonly refused: Refused | undefined;
}

export interface Refused {
  readonly what: 'name' | 'files';
  readonly characters: number;
}

export type WheelEvent =
  | { readonly kind: 'preset-chosen'; readonly preset: string }
  /** A slide went to a preset: nothing is compared with before. */
  | { readonly kind: 'walked'; readonly preset: string }
  | { readonly kind: 'machine-changed'; readonly change: AnyMachineChange }
  | { readonly kind: 'name-typed'; readonly name: string }
  /** A crate was tapped. */
  | { readonly kind: 'name-taken'; readonly name: string }
  /** The decoder follows the light again. */
  | { readonly kind: 'name-left' }
  | { readonly kind: 'files-typed'; readonly text: string }
  /** Back to the release's own files. */
  | { readonly kind: 'files-left' }
  | { readonly kind: 'tag-sought'; readonly text: string }
  /** A tag of the list was pressed. */
  | { readonly kind: 'tag-taken'; readonly tag: string };

/** File systems end at 255; what is longer by far is no name that anybody typed. */
export const LONGEST_NAME = 1_000;
/** Characters of a list: more than any release has. */
export const LARGEST_LIST = 100_000;

/** Characters of what is looked for among the tags; no tag has half as many. */
export const LONGEST_SOUGHT = 120;

export function firstState({ settings }: WheelScene): WheelState {
  return {
    settings,
    before: undefined,
    name: undefined,
    good: undefined,
    files: undefined,
    sought: undefined,
    refused: undefined,
  };
}

/** The state after an event; the same state when nothing changes, for then there is nothing to undo. */
export function update(scene: WheelScene, state: WheelState, event: WheelEvent): WheelState {
  const after = afterEvent(scene, state, event);
  return isSame(state, after) ? state : after;
}

function isSame(left: WheelState, right: WheelState): boolean {
  const { settings, before, refused, ...rest } = left;
  const isMachine =
    isSameMachine(settings, right.settings) &&
    (before === undefined || right.before === undefined
      ? before === right.before
      : isSameMachine(before, right.before));
  const { what, characters } = right.refused ?? {};
  const isText =
    rest.name === right.name && rest.good === right.good && rest.files === right.files && rest.sought === right.sought;
  return isMachine && isText && refused?.what === what && refused?.characters === characters;
}

function afterEvent(scene: WheelScene, state: WheelState, event: WheelEvent): WheelState {
  switch (event.kind) {
    case 'preset-chosen':
    case 'walked': {
      const preset = [...scene.presets, ...scene.more].find(({ id }) => id === event.preset);
      if (preset === undefined) return state;
      return withMachine(state, preset.settings, event.kind === 'walked' ? undefined : state.settings);
    }
    case 'machine-changed':
      return withMachine(state, changeAnyMachine(state.settings, event.change), state.settings);
    case 'name-typed': {
      const { name } = event;
      if (name.length > LONGEST_NAME) return { ...state, refused: { what: 'name', characters: name.length } };
      return { ...state, name, good: isWheel(name) ? undefined : lastGood(scene, state), refused: undefined };
    }
    case 'name-taken':
      return { ...state, name: event.name, good: undefined, refused: undefined };
    case 'name-left':
      return { ...state, name: undefined, good: undefined, refused: undefined };
    case 'files-typed': {
      const { text } = event;
      if (text.length > LARGEST_LIST) return { ...state, refused: { what: 'files', characters: text.length } };
      return { ...state, files: text === scene.text ? undefined : text, refused: undefined };
    }
    case 'files-left':
      return { ...state, files: undefined, refused: undefined };
    case 'tag-sought':
      return event.text.length > LONGEST_SOUGHT
        ? state
        : { ...state, sought: event.text === '' ? undefined : event.text };
    case 'tag-taken':
      return { ...state, sought: event.tag };
  }
}

/** The same machine again leaves what the light is compared with. */
function withMachine(state: WheelState, settings: AnyMachine, before: AnyMachine | undefined): WheelState {
  const isOther = !isSameMachine(settings, state.settings);
  return { ...state, settings, before: isOther || before === undefined ? before : state.before, refused: undefined };
}

export function isWheel(name: string): boolean {
  return readWheelFilename(name) !== undefined;
}

/** The last name of a wheel that the decoder showed. */
function lastGood(scene: WheelScene, { settings, name, good, files }: WheelState): string | undefined {
  const shown = name ?? decodedName(scene.choiceOn(settings, files), undefined);
  return isWheel(shown) ? shown : good;
}
