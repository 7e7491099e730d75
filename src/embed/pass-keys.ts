/** Listens to the keyboard of an embed's page and passes on what belongs to the deck (keys.ts decides). */
import { type Passage, passageOf } from './keys';

/** What Escape belongs to first while it has the focus, or is open. */
const editor = 'textarea, [contenteditable]:not([contenteditable="false"])';
const popups = ['dialog[open]', ':popover-open', 'select:open'];

const isThere = (selector: string): boolean => {
  try {
    return document.querySelector(selector) !== null;
  } catch {
    // A browser that doesn't know this state yet.
    return false;
  }
};

const isClaimed = (): boolean =>
  document.fullscreenElement !== null || popups.some(isThere) || document.activeElement?.closest(editor) != null;

/** @param pass takes what doesn't stay, and says whether anybody takes it there; a key that nobody takes stays the figure's */
export function passKeys(pass: (passage: Exclude<Passage, { kind: 'stays' }>) => boolean): void {
  let escaped = false;
  let claimed = false;
  // Before the figure: a popup that closes on this very press was open when it went down.
  addEventListener(
    'keydown',
    () => {
      claimed = isClaimed();
    },
    { capture: true },
  );
  const decide = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey, shiftKey, isComposing, defaultPrevented } = event;
    const modified = ctrlKey || altKey || metaKey || shiftKey;
    const said = passageOf({ key, modified, composing: isComposing, used: defaultPrevented, claimed }, escaped);
    escaped = said.escaped;
    if (said.passage.kind !== 'stays' && pass(said.passage)) event.preventDefault();
  };
  addEventListener('keydown', decide);
  addEventListener('pointerdown', () => {
    escaped = false;
  });
}
