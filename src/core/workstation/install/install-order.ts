// The order in which pip installs what it has chosen: what others require comes first, so that a project is never there
// without what it needs. Each project weighs as much as its longest way from what was asked for; the heavier come first, and
// of those that weigh the same the later name, which is pip's order too.
import type { NormalizedName } from '@/core/python';

interface Ordered {
  readonly project: NormalizedName;
  readonly requires: readonly NormalizedName[];
}

/** Sorts projects into the order of installation. Where projects require each other in a circle, the circle is cut. */
export function installOrder<Item extends Ordered>(
  items: readonly Item[],
  roots: readonly NormalizedName[],
): readonly Item[] {
  const byName = new Map(items.map((item) => [item.project, item]));
  const weights = new Map<NormalizedName, number>();
  // A way without circles has no more steps than there are projects.
  const limit = items.length;
  let frontier = new Set(roots);
  for (let weight = 0; frontier.size > 0 && weight <= limit; weight++) {
    const next = new Set<NormalizedName>();
    for (const name of frontier) {
      weights.set(name, weight);
      for (const required of byName.get(name)?.requires ?? []) if (required !== name) next.add(required);
    }
    frontier = next;
  }
  const weightOf = (item: Item) => weights.get(item.project) ?? 0;
  return [...items].sort(
    (left, right) =>
      weightOf(right) - weightOf(left) || (left.project < right.project ? 1 : left.project > right.project ? -1 : 0),
  );
}
