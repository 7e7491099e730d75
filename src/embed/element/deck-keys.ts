/** A key that was pressed in a frame, pressed again in the deck: every engine hears it as if it had the focus. */
import type { DeckKey } from '../messages';

/** reveal.js reads the old numbers; Slidev waits for the key to come up. */
const codes: Readonly<Record<DeckKey, number>> = { PageUp: 33, PageDown: 34 };

export function pressInDeck(from: Element, key: DeckKey): void {
  const keyCode = codes[key];
  const press = { key, code: key, keyCode, which: keyCode, bubbles: true, cancelable: true, composed: true };
  from.dispatchEvent(new KeyboardEvent('keydown', press));
  from.dispatchEvent(new KeyboardEvent('keyup', press));
}
