/**
 * What slide engines themselves say and understand from window to window, for a plain `<iframe>` without embed.js.
 *
 * reveal.js 6.0.2 (js/reveal.js, `onPostMessage`; js/controllers/slidecontent.js): takes JSON text `{"method":"next","args":[]}` while
 * its option `postMessage` is on, which it is unless an author turns it off; tells a frame `slide:start` and `slide:stop`.
 * Slidev 52.20.1 (client/composables/useEmbeddedCtrl.ts): takes `{ target: 'slidev', type: 'navigate', operation: 'next' }`, while it
 * runs as `slidev` and not as a built deck.
 */
import type { DeckKey } from './messages';
import type { Settings } from './parameters';

type Host = Settings['host'];

const inReveal = (method: 'next' | 'prev'): unknown => JSON.stringify({ method, args: [] });
const inSlidev = (operation: 'next' | 'prev'): unknown => ({ target: 'slidev', type: 'navigate', operation, args: [] });

/**
 * The messages that turn the page of a deck. Where the engine isn't named, each engine's own: the others ignore it.
 *
 * @example turnPage('reveal', 'PageDown') // ['{"method":"next","args":[]}']
 */
export function turnPage(host: Host, key: DeckKey): readonly unknown[] {
  const way = key === 'PageDown' ? 'next' : 'prev';
  switch (host) {
    case 'reveal':
      return [inReveal(way)];
    case 'slidev':
      return [inSlidev(way)];
    case 'page':
      return [inReveal(way), inSlidev(way)];
  }
}

/** reveal's word to a frame: is its slide shown? Undefined for everything else. */
export function slideShown(data: unknown): boolean | undefined {
  if (data === 'slide:start') return true;
  if (data === 'slide:stop') return false;
  return undefined;
}
