// Keys by preference, the most preferred first: a binary heap. Entries are never taken out early; whoever takes one looks
// whether it still holds.
import type { Key } from './requirement';

export interface QueueEntry {
  readonly key: Key;
  readonly rank: number;
}

export interface Queue {
  readonly heap: QueueEntry[];
  /** The rank with which a key was added last, as long as that entry is in the heap: it need not be added again. */
  readonly queued: Map<Key, number>;
}

/** A queue without entries. */
export function emptyQueue(): Queue {
  return { heap: [], queued: new Map() };
}

/** The lower rank first, and of equal ranks the key that comes first as text. */
export function isBefore(left: QueueEntry, right: QueueEntry): boolean {
  return left.rank < right.rank || (left.rank === right.rank && left.key < right.key);
}

/** Adds an entry. */
export function push({ heap, queued }: Queue, entry: QueueEntry): void {
  if (queued.get(entry.key) === entry.rank) return;
  queued.set(entry.key, entry.rank);
  let at = heap.length;
  heap.push(entry);
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !isBefore(entry, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = entry;
}

/** The first entry, which stays. */
export function first({ heap }: Queue): QueueEntry | undefined {
  return heap[0];
}

/** Takes the first entry out. */
export function dropFirst({ heap, queued }: Queue): void {
  const gone = heap[0];
  if (gone !== undefined && queued.get(gone.key) === gone.rank) queued.delete(gone.key);
  const entry = heap.pop();
  if (entry === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    const left = heap[child];
    const right = heap[child + 1];
    if (left === undefined) break;
    let smaller = left;
    if (right !== undefined && isBefore(right, left)) {
      smaller = right;
      child++;
    }
    if (!isBefore(smaller, entry)) break;
    heap[at] = smaller;
    at = child;
  }
  heap[at] = entry;
}
