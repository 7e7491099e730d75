/**
 * Which key goes where while the figure has the focus. The clicker's keys go to the deck. Escape leaves the figure, unless something in
 * it needs the key first: then the second Escape in a row leaves. Every other key, Tab among them, is the figure's and the browser's.
 */
import type { DeckKey } from './messages';

/** A key as it went down, and what stood in its way. */
export interface Press {
  readonly key: string;
  /** With Ctrl, Alt, Meta or Shift: another command. */
  readonly modified: boolean;
  /** Part of writing a character in an input method. */
  readonly composing: boolean;
  /** Something in the figure has used the key: a popup closed, an editor dropped its selection. */
  readonly used: boolean;
  /** Something that Escape belongs to has the focus or is open: an editor of several lines, a dialog, a popover, full screen. */
  readonly claimed: boolean;
}

export type Passage =
  | { readonly kind: 'stays' }
  | { readonly kind: 'leaves' }
  | { readonly kind: 'to-deck'; readonly key: DeckKey };

/**
 * Where a press goes, and whether the next Escape leaves whatever stands in its way.
 *
 * @param escaped whether the press before this one was an Escape that stayed
 * @example passageOf({ key: 'Escape', modified: false, composing: false, used: false, claimed: false }, false) // { passage: { kind: 'leaves' }, escaped: false }
 */
export function passageOf(press: Press, escaped: boolean): { readonly passage: Passage; readonly escaped: boolean } {
  const { key, modified, composing, used, claimed } = press;
  if (modified || composing) return { passage: { kind: 'stays' }, escaped: false };
  if (key === 'PageUp' || key === 'PageDown') return { passage: { kind: 'to-deck', key }, escaped: false };
  if (key !== 'Escape') return { passage: { kind: 'stays' }, escaped: false };
  return (used || claimed) && !escaped
    ? { passage: { kind: 'stays' }, escaped: true }
    : { passage: { kind: 'leaves' }, escaped: false };
}
