/**
 * The signs that somebody will work with a figure, at which it fetches its parts: a pointer over it, the focus in it, a key, a
 * command of the slide around it. On a slide that stands there for a while they come without a sign, so that the first tap doesn't
 * wait for the network of a lecture hall; a page that is merely opened fetches nothing more.
 */
import type { Host } from './use-figure';
import './wire';

/** Milliseconds that a slide stands until its figure gets ready. */
const STANDING = 4_000;
const TICK = 500;

interface Interest {
  /** What answers the first tap is wanted. */
  readonly soon: () => void;
  /** All is: a slide is walked through, or stands there. */
  readonly all: () => void;
}

/** Watches a figure. @returns ends it */
export function watchInterest(id: string, host: Host, { soon, all }: Interest): () => void {
  const isEmbed = host === 'embed';
  const watched = isEmbed ? document : document.getElementById(id);
  const over = new AbortController();
  const { signal } = over;
  for (const sign of ['pointerover', 'pointerdown', 'focusin', 'keydown'] as const) {
    watched?.addEventListener(sign, soon, { once: true, passive: true, signal });
  }
  if (isEmbed) {
    addEventListener(
      'shipshape:figure-command',
      ({ detail }) => {
        if (detail.kind === 'step' || detail.kind === 'goto' || detail.kind === 'play') all();
      },
      { signal },
    );
    whenStanding(all, signal);
  }
  return () => over.abort();
}

/** Calls when a slide has been seen for a while. A page in a window of its own isn't one. */
function whenStanding(then: () => void, signal: AbortSignal): void {
  const { dataset } = document.documentElement;
  if (parent === window || dataset['density'] !== 'stage') return;
  let stood = 0;
  const timer = setInterval(() => {
    stood = document.hidden || dataset['offStage'] !== undefined ? 0 : stood + TICK;
    if (stood < STANDING) return;
    clearInterval(timer);
    then();
  }, TICK);
  signal.addEventListener('abort', () => clearInterval(timer));
}
