// Names that a misspelt one may have meant.
import type { NormalizedName } from '@/core/python';

/** The most names that are offered for a misspelt one, and how much they may differ. */
const MAX_ALIKE = 3;
const MAX_DISTANCE = 2;

/** Names longer than this are not compared: comparing costs the product of their lengths. */
const MAX_COMPARED = 64;

/** The names among these that are like the name, the most alike first. */
export function alikeNames(name: NormalizedName, among: Iterable<NormalizedName>): readonly NormalizedName[] {
  return [...among]
    .map((other) => ({ other, distance: distanceOf(name, other) }))
    .filter(({ distance }) => distance <= MAX_DISTANCE && distance < name.length)
    .sort((left, right) => left.distance - right.distance || (left.other < right.other ? -1 : 1))
    .slice(0, MAX_ALIKE)
    .map(({ other }) => other);
}

/** How many letters must be put in, taken out or replaced to make one name of the other; more than enough if too long. */
function distanceOf(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > MAX_DISTANCE || left.length > MAX_COMPARED) return MAX_DISTANCE + 1;
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
