/**
 * What a figure in a frame and the slide around it say to each other, version 1 (docs/embedding.md). Two messages go from window to
 * window: the figure says that it is there, the slide answers with one end of a channel. All else goes over the channel. Both sides
 * read with the functions below: what has another shape, another version or other bounds is undefined, and ignored.
 */

/** The version that both sides must name. A message of this version keeps its meaning for good; new kinds may be added. */
export const protocolVersion = 1;

/** Window to window: the figure has loaded and listens. Holds nothing, because any page may be the parent. */
export interface FigureIsHere {
  readonly shipshape: 'figure';
  readonly version: typeof protocolVersion;
  readonly kind: 'here';
}

/** Window to window, with one port of a MessageChannel: the slide takes the figure up. */
export interface SlideConnects {
  readonly shipshape: 'slide';
  readonly version: typeof protocolVersion;
  readonly kind: 'connect';
}

/** The keys that a presenter's clicker sends. They reach the deck even while the figure has the focus. */
export type DeckKey = 'PageUp' | 'PageDown';

/** Over the channel, from the figure. */
export type FromFigure =
  /** It is alive and shows its first state, or the one that it was opened with. */
  | { readonly kind: 'ready'; readonly figure: string }
  /** The height of its content in CSS pixels, at the width that it has. */
  | { readonly kind: 'resize'; readonly height: number }
  /** Its state is another; the fragment, with its `#`, opens it. */
  | { readonly kind: 'change'; readonly fragment: string }
  /** The reader solved an exercise on it. */
  | { readonly kind: 'solved'; readonly exercise: string }
  /** The reader left it by Escape: the focus is the slide's again. */
  | { readonly kind: 'leave' }
  /** The clicker was pressed while it had the focus. */
  | { readonly kind: 'key'; readonly key: DeckKey };

export const themes = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof themes)[number];

/** Over the channel, from the slide. */
export type FromSlide =
  /** Show the state of a fragment, or with an empty one the first state. */
  | { readonly kind: 'open'; readonly fragment: string }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'goto'; readonly step: number }
  | { readonly kind: 'play'; readonly playing: boolean }
  | { readonly kind: 'theme'; readonly theme: Theme }
  /** The reader entered it by keyboard: its first control takes the focus. */
  | { readonly kind: 'enter' }
  /** Is the slide shown? A figure off stage rests. */
  | { readonly kind: 'stage'; readonly shown: boolean };

/** Characters of a fragment with its `#`, as in src/figures/frame/link.ts. */
const longestFragment = 8192;
/** Names of figures and exercises: ours are far shorter, and no message may fill a memory. */
const longestName = 120;
/** CSS pixels; a frame higher than this is a mistake of somebody’s. */
const highest = 20_000;
const mostSteps = 100_000;

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (data: unknown): data is Fields => typeof data === 'object' && data !== null && !Array.isArray(data);

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longestName && /^[a-z0-9][a-z0-9/-]*$/.test(value);

/** A fragment is empty, or `#` and the characters that need no escape in an address. */
export const isFragment = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longestFragment && /^(#[\w.-]*)?$/.test(value);

const isWithin = (value: unknown, most: number): value is number =>
  typeof value === 'number' && value >= 0 && value <= most;

export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

const isDeckKey = (value: unknown): value is DeckKey => value === 'PageUp' || value === 'PageDown';

const isHandshake = (data: unknown, from: 'figure' | 'slide', kind: string): boolean =>
  isRecord(data) && data['shipshape'] === from && data['version'] === protocolVersion && data['kind'] === kind;

export const figureIsHere: FigureIsHere = { shipshape: 'figure', version: protocolVersion, kind: 'here' };
export const slideConnects: SlideConnects = { shipshape: 'slide', version: protocolVersion, kind: 'connect' };

/** Is this the message with which a figure of our version says that it is there? Who sent it, the listener checks. */
export const isFigureIsHere = (data: unknown): data is FigureIsHere => isHandshake(data, 'figure', 'here');

/** Is this the message with which a slide of our version takes a figure up? */
export const isSlideConnects = (data: unknown): data is SlideConnects => isHandshake(data, 'slide', 'connect');

/**
 * Whatever came over the channel from a figure → the message, with its own fields only, or undefined.
 *
 * @example readFromFigure({ kind: 'resize', height: 420, more: 1 }) // { kind: 'resize', height: 420 }
 * @example readFromFigure({ kind: 'resize', height: 'tall' }) // undefined
 */
export function readFromFigure(data: unknown): FromFigure | undefined {
  if (!isRecord(data)) return undefined;
  const { kind, figure, height, fragment, exercise, key } = data;
  switch (kind) {
    case 'ready':
      return isName(figure) ? { kind, figure } : undefined;
    case 'resize':
      return isWithin(height, highest) ? { kind, height } : undefined;
    case 'change':
      return isFragment(fragment) ? { kind, fragment } : undefined;
    case 'solved':
      return isName(exercise) ? { kind, exercise } : undefined;
    case 'leave':
      return { kind };
    case 'key':
      return isDeckKey(key) ? { kind, key } : undefined;
  }
  return undefined;
}

/**
 * Whatever came over the channel from a slide → the message, with its own fields only, or undefined.
 *
 * @example readFromSlide({ kind: 'step', by: -1 }) // { kind: 'step', by: -1 }
 * @example readFromSlide({ kind: 'step', by: 2 }) // undefined
 */
export function readFromSlide(data: unknown): FromSlide | undefined {
  if (!isRecord(data)) return undefined;
  const { kind, fragment, by, step, playing, theme, shown } = data;
  switch (kind) {
    case 'open':
      return isFragment(fragment) ? { kind, fragment } : undefined;
    case 'step':
      return by === 1 || by === -1 ? { kind, by } : undefined;
    case 'goto':
      return isWithin(step, mostSteps) && Number.isInteger(step) ? { kind, step } : undefined;
    case 'play':
      return typeof playing === 'boolean' ? { kind, playing } : undefined;
    case 'theme':
      return isTheme(theme) ? { kind, theme } : undefined;
    case 'enter':
      return { kind };
    case 'stage':
      return typeof shown === 'boolean' ? { kind, shown } : undefined;
  }
  return undefined;
}
