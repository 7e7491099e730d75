// Forks: the environments, parted by which of several markers hold in them, as universal resolution parts them where one
// project is required differently in different environments (uv docs, "Universal resolution"). The variables are those of
// the dependency specifiers specification, "Environment Markers".
import { conjunction, haveCommon, negation, possibleMachines } from './decision-combine';
import { ALWAYS, markerArena, type NodeId } from './decision-diagram';
import { type MarkerSet, rootIn } from './marker-algebra';

/** Environments, and the sets that hold in all of them, by their places in the list; the other sets hold in none of them. */
export interface Fork {
  readonly environments: MarkerSet;
  readonly holding: readonly number[];
}

export type Forks = { readonly kind: 'forks'; readonly forks: readonly Fork[] } | { readonly kind: 'too-large' };

/** How many forks there may be: n markers that have nothing to do with one another make 2 to the power of n. */
const MAX_FORKS = 256;

/**
 * Parts environments, of themselves all, by the sets that hold in them ("Environment Markers"). The forks exclude one
 * another and are everything together; a fork comes before those in which fewer of the first sets hold.
 *
 * @example forksOf(["python_version < '3.9'", "python_version >= '3.12'"].map((text) => markerSet(parseMarker(text).value))).forks.map(({ holding }) => holding) // → [[0], [1], []]
 */
export function forksOf(sets: readonly MarkerSet[], within?: MarkerSet): Forks {
  const arena = within?.arena ?? sets[0]?.arena ?? markerArena();
  let forks: { root: NodeId; holding: readonly number[] }[] = [{ root: within?.root ?? ALWAYS, holding: [] }];
  for (const [place, set] of sets.entries()) {
    arena.work = 0;
    const root = rootIn(arena, set);
    const outside = negation(arena, root);
    const parted: typeof forks = [];
    for (const fork of forks) {
      for (const [half, holding] of [[root, [...fork.holding, place]] as const, [outside, fork.holding] as const]) {
        const both = conjunction(arena, fork.root, half);
        const isThere = haveCommon(arena, both, possibleMachines(arena));
        if (isThere === undefined) return { kind: 'too-large' };
        if (isThere) parted.push({ root: both, holding });
      }
    }
    if (parted.length > MAX_FORKS) return { kind: 'too-large' };
    forks = parted;
  }
  return { kind: 'forks', forks: forks.map(({ root, holding }) => ({ environments: { arena, root }, holding })) };
}
