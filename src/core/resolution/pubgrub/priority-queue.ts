// The packages that wait for a decision, by priority: a binary heap. An entry whose package got another priority since, or
// left, stays in the heap and is passed over when it comes up.
import type { PackageId } from './incompatibility';

export interface PriorityQueue {
  /** Children of the entry at n stand at 2n + 1 and 2n + 2, none before its parent. */
  readonly heap: Entry[];
  readonly priorities: Map<PackageId, number>;
}

interface Entry {
  readonly package: PackageId;
  readonly priority: number;
}

export function emptyQueue(): PriorityQueue {
  return { heap: [], priorities: new Map() };
}

export function copyQueue({ heap, priorities }: PriorityQueue): PriorityQueue {
  return { heap: [...heap], priorities: new Map(priorities) };
}

export function isQueued({ priorities }: PriorityQueue, of: PackageId): boolean {
  return priorities.has(of);
}

/** Puts a package in, or gives it another priority. Lower numbers come first, and no two packages have the same. */
export function enqueue(queue: PriorityQueue, of: PackageId, priority: number): void {
  if (queue.priorities.get(of) === priority) return;
  queue.priorities.set(of, priority);
  const { heap } = queue;
  const entry = { package: of, priority };
  let at = heap.length;
  heap.push(entry);
  while (at > 0) {
    const up = (at - 1) >>> 1;
    const parent = heap[up];
    if (parent === undefined || parent.priority <= priority) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = entry;
}

export function unqueue({ priorities }: PriorityQueue, of: PackageId): void {
  priorities.delete(of);
}

/** Takes the first package out. */
export function dequeue(queue: PriorityQueue): PackageId | undefined {
  for (;;) {
    const first = takeFirst(queue.heap);
    if (first === undefined) return undefined;
    if (queue.priorities.get(first.package) !== first.priority) continue;
    queue.priorities.delete(first.package);
    return first.package;
  }
}

function takeFirst(heap: Entry[]): Entry | undefined {
  const [first] = heap;
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const right = left + 1;
    const child = isBefore(heap[right], heap[left]) ? right : left;
    const entry = heap[child];
    if (entry === undefined || entry.priority >= last.priority) break;
    heap[at] = entry;
    at = child;
  }
  heap[at] = last;
  return first;
}

function isBefore(left: Entry | undefined, right: Entry | undefined): boolean {
  return left !== undefined && right !== undefined && left.priority < right.priority;
}
