/**
 * What `<shipshape-figure>` knows of its figure: a pure state and what changes it. The element draws it and sends messages.
 */
import { type FromFigure, isFragment, readFromFigure } from '../messages';

export type Phase =
  /** Not seen yet: nothing is loaded, the still stands there. */
  | 'waiting'
  /** The frame is on its way, the still stands there. */
  | 'loading'
  | 'live'
  /** It didn't come to life in time: the still stands there, with a sentence and the link. */
  | 'failed';

export interface Held {
  readonly phase: Phase;
  /** The fragment of the figure's state; empty for its first. */
  readonly state: string;
  /** What its content needs, in CSS pixels; undefined until it has said so. */
  readonly height: number | undefined;
}

export type HeldEvent =
  | { readonly kind: 'shown' }
  /** Whatever came over the channel. */
  | { readonly kind: 'heard'; readonly data: unknown }
  /** The frame loads anew: another figure, another setting, or the slide engine took it away and put it back. */
  | { readonly kind: 'reloads' }
  | { readonly kind: 'waited-too-long' }
  /** The author, or the framework that made the element, set the attribute. */
  | { readonly kind: 'state-set'; readonly state: string | null }
  /** Another figure or scenario is asked for: a state of this one is none of that one. */
  | { readonly kind: 'subject-set' };

/** The element as it is made. A state that is none is dropped: it would become part of an address. */
export const hold = (state: string | null): Held => ({
  phase: 'waiting',
  state: isFragment(state) ? state : '',
  height: undefined,
});

/**
 * What is known after an event.
 *
 * @example holdOn({ phase: 'loading', state: '', height: undefined }, { kind: 'heard', data: { kind: 'ready', figure: 'a' } }).phase // 'live'
 */
export function holdOn(held: Held, event: HeldEvent): Held {
  switch (event.kind) {
    case 'shown':
      return held.phase === 'waiting' ? { ...held, phase: 'loading' } : held;
    case 'heard': {
      const message = readFromFigure(event.data);
      return message === undefined ? held : heard(held, message);
    }
    case 'reloads':
      return { ...held, phase: 'waiting' };
    case 'waited-too-long':
      return held.phase === 'loading' ? { ...held, phase: 'failed' } : held;
    case 'state-set':
      return isFragment(event.state ?? '') ? { ...held, state: event.state ?? '' } : held;
    case 'subject-set':
      return { ...held, state: '' };
  }
}

function heard(held: Held, message: FromFigure): Held {
  switch (message.kind) {
    case 'ready':
      return held.phase === 'live' ? held : { ...held, phase: 'live' };
    case 'resize':
      return message.height === held.height ? held : { ...held, height: message.height };
    case 'change':
      return message.fragment === held.state ? held : { ...held, state: message.fragment };
    case 'solved':
    case 'leave':
    case 'key':
      return held;
  }
}
