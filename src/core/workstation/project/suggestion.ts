// “Did you mean: 'greet'?”: the name that Python proposes in place of one that isn’t there. Follows CPython 3.13, Lib/traceback.py and
// Python/suggestions.c: the name at the least distance, when no more than a third of the characters would have to change.

/** Changing the case of a letter costs 1, any other change 2. */
const CASE_COST = 1;
const MOVE_COST = 2;
/** What is left of two names without their common beginning and end; longer ones aren’t compared. */
const LONGEST_NAME = 40;
const MOST_NAMES = 750;

/**
 * The name closest to `wrong`; the first of those equally close.
 * @example suggestionFor('mian', ['main', 'sys']) // → 'main'
 */
export function suggestionFor(wrong: string, names: readonly string[]): string | undefined {
  if (names.length >= MOST_NAMES) return undefined;
  let best: string | undefined;
  let bestDistance = Number.MAX_SAFE_INTEGER;
  for (const name of names) {
    if (name === wrong) continue;
    const third = Math.floor(((name.length + wrong.length + 3) * MOVE_COST) / 6);
    const limit = Math.min(third, bestDistance - 1);
    const distance = distanceOf(wrong, name, limit);
    if (distance > limit) continue;
    best = name;
    bestDistance = distance;
  }
  return best;
}

/** The names of a module or class in the order of `dir()`, without private ones unless a private one is sought. */
export function candidatesFor(wrong: string, names: Iterable<string>): readonly string[] {
  const sorted = [...names].sort();
  return wrong.startsWith('_') ? sorted : sorted.filter((name) => !name.startsWith('_'));
}

/** Levenshtein’s distance; some number above `limit` when it is above. */
function distanceOf(first: string, second: string, limit: number): number {
  let [a, b] = [first, second];
  let before = 0;
  while (before < a.length && before < b.length && a[before] === b[before]) before += 1;
  let after = 0;
  while (after < Math.min(a.length, b.length) - before && a[a.length - 1 - after] === b[b.length - 1 - after])
    after += 1;
  a = a.slice(before, a.length - after);
  b = b.slice(before, b.length - after);
  if (a === '' || b === '') return MOVE_COST * (a.length + b.length);
  if (a.length > LONGEST_NAME || b.length > LONGEST_NAME) return limit + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE_COST > limit) return limit + 1;
  const row = Array.from(a, (_, index) => (index + 1) * MOVE_COST);
  let result = 0;
  for (let column = 0; column < b.length; column += 1) {
    let distance = column * MOVE_COST;
    result = distance;
    let minimum = Number.MAX_SAFE_INTEGER;
    for (let index = 0; index < a.length; index += 1) {
      const substitute = distance + substitutionCost(b[column] ?? '', a[index] ?? '');
      distance = row[index] ?? 0;
      result = Math.min(Math.min(result, distance) + MOVE_COST, substitute);
      row[index] = result;
      minimum = Math.min(minimum, result);
    }
    if (minimum > limit) return limit + 1;
  }
  return result;
}

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}
