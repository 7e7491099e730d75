/**
 * What a figure and the page around it say to each other, by events on the window: an embed's plain script and an exercise listen
 * to the first kind and send the second.
 */
import type { FigureName } from './model';

/** From the figure to its page. */
export type FigureNews =
  | { readonly kind: 'ready'; readonly figure: FigureName; readonly id: string }
  /** The state has changed; `fragment` opens it again. */
  | { readonly kind: 'change'; readonly figure: FigureName; readonly id: string; readonly fragment: string }
  | { readonly kind: 'solved'; readonly exercise: string };

/** From the page to its figure. */
export type FigureCommand =
  | { readonly kind: 'open'; readonly fragment: string }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  /** Counted from 0. */
  | { readonly kind: 'goto'; readonly step: number }
  | { readonly kind: 'play'; readonly playing: boolean }
  | { readonly kind: 'reset' };

declare global {
  interface WindowEventMap {
    'shipshape:figure': CustomEvent<FigureNews>;
    'shipshape:figure-command': CustomEvent<FigureCommand>;
  }
}

export const tell = (news: FigureNews): boolean => dispatchEvent(new CustomEvent('shipshape:figure', { detail: news }));
export const command = (detail: FigureCommand): boolean =>
  dispatchEvent(new CustomEvent('shipshape:figure-command', { detail }));
