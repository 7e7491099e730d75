/**
 * The order in which the parts of an item are shown, whatever order the author wrote them in: always the same for an item, since
 * it hangs on the ids alone and mending a text moves nothing.
 */

/** FNV-1a, 32 bits, then MurmurHash3's finaliser: without it, ids that differ in their last letter only would stay in order. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Takes an item's id and the ids of its options, returns them in the order to show: an author who always writes the right option
 * first gives nothing away.
 *
 * @example shownOrder('venv/copy', ['link', 'copy', 'nothing']) // ['link', 'nothing', 'copy']
 */
export const shownOrder = (item: string, ids: readonly string[]): readonly string[] =>
  [...ids].sort((a, b) => spread(`${item} ${a}`) - spread(`${item} ${b}`) || (a < b ? -1 : 1));

/**
 * Takes an item's id and its step ids in the right order, returns them in the order to show first, which is never the right one.
 * With fewer than two steps there is nothing to shuffle.
 *
 * @example startOrder('install/steps', ['find', 'choose', 'fetch', 'unpack']) // ['fetch', 'find', 'choose', 'unpack']
 */
export function startOrder(item: string, steps: readonly string[]): readonly string[] {
  const shown = shownOrder(item, steps);
  return shown.every((step, i) => step === steps[i]) ? [...shown.slice(1), ...shown.slice(0, 1)] : shown;
}
