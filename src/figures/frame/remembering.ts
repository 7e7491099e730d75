/** Results that are kept: a reader goes back and forth between a few states. */
const kept = 24;

/** A function that remembers its last results. */
export function remembering<Asked, Result>(
  keyOf: (asked: Asked) => string,
  make: (asked: Asked) => Result,
): (asked: Asked) => Result {
  const results = new Map<string, Result>();
  return (asked) => {
    const key = keyOf(asked);
    const known = results.get(key);
    if (known !== undefined) return known;
    if (results.size >= kept) results.clear();
    const result = make(asked);
    results.set(key, result);
    return result;
  };
}
