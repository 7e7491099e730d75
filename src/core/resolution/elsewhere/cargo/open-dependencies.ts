// The dependencies that are yet to be met, crate version by crate version: Cargo takes up first whoever's next dependency has the
// fewest candidates, and of equals who came first. A leftist heap, which is never changed: going back is keeping the older one.
import type { CargoDependency, CrateVersion } from './cargo-problem';

/** A dependency with the versions that meet it, newest first. */
export interface OpenDependency {
  readonly dependency: CargoDependency;
  readonly candidates: readonly CrateVersion[];
}

/** What one crate version depends on, those with the fewest candidates first, from `next` on. */
export interface Frame {
  /** Undefined for the package itself. */
  readonly parent: CrateVersion | undefined;
  readonly dependencies: readonly OpenDependency[];
  readonly next: number;
  /** When it was opened, counted from 0. */
  readonly opened: number;
}

export interface Heap {
  readonly frame: Frame;
  readonly left: Heap | undefined;
  readonly right: Heap | undefined;
  /** Steps to the nearest end, always to the right: no longer than the logarithm of the size. */
  readonly rank: number;
}

function comesBefore(left: Frame, right: Frame): boolean {
  const [few, many] = [left, right].map(({ dependencies, next }) => dependencies[next]?.candidates.length ?? 0);
  return few === many ? left.opened < right.opened : (few ?? 0) < (many ?? 0);
}

function merged(one: Heap | undefined, other: Heap | undefined): Heap | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const [top, below] = comesBefore(one.frame, other.frame) ? [one, other] : [other, one];
  const rest = merged(top.right, below);
  const isRestDeeper = (rest?.rank ?? 0) > (top.left?.rank ?? 0);
  const [left, right] = isRestDeeper ? [rest, top.left] : [top.left, rest];
  return { frame: top.frame, left, right, rank: (right?.rank ?? 0) + 1 };
}

/** The heap with a frame more; a frame with nothing left to do is left out. */
export function withFrame(heap: Heap | undefined, frame: Frame): Heap | undefined {
  if (frame.next >= frame.dependencies.length) return heap;
  return merged(heap, { frame, left: undefined, right: undefined, rank: 1 });
}

/** The dependency whose turn it is, and the heap without it. */
export function takeNext(
  heap: Heap,
): { readonly parent: Frame['parent']; readonly open: OpenDependency; readonly rest: Heap | undefined } | undefined {
  const { frame } = heap;
  const open = frame.dependencies[frame.next];
  if (open === undefined) return undefined;
  const rest = withFrame(merged(heap.left, heap.right), { ...frame, next: frame.next + 1 });
  return { parent: frame.parent, open, rest };
}
