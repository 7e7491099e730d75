/** The order in which the steps of an `order` item are first shown: always the same for an item, and never the right one. */

/** FNV-1a, 32 bits: spreads ids that look alike. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/**
 * Takes an item's id and its step ids in the right order, returns them in the order to show first. It hangs on the ids alone, so
 * that mending a text moves nothing. With fewer than two steps there is nothing to shuffle.
 *
 * @example startOrder('install/steps', ['find', 'choose', 'unpack']) // another order of the three
 */
export function startOrder(item: string, steps: readonly string[]): readonly string[] {
  const shuffled = [...steps].sort((a, b) => spread(`${item} ${a}`) - spread(`${item} ${b}`) || (a < b ? -1 : 1));
  return shuffled.every((step, i) => step === steps[i]) ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
}
