// The files that a RUN sees: those of the image, and what is mounted over them.
import { draftOf, putNode, removeNode } from '../files/draft';
import { finishLayer, startLayer } from '../files/layer';
import { type Directory, EMPTY_DIRECTORY } from '../files/node';
import { namesOf } from '../files/path';
import { nodeAt } from '../files/tree';
import type { ExecMount, Operation, PlannedOperation } from '../plan/operation';
import { applyEffect, type RunEffect } from './run-effect';

type Exec = Extract<Operation, { readonly kind: 'exec' }>;
type CacheMount = Extract<ExecMount, { readonly kind: 'cache' }>;

/** The contents of cache mounts, by what tells them apart. They outlive builds and are part of no image. */
export type MountedCaches = ReadonlyMap<string, Directory>;

/**
 * The cache mounts that a build finds. Those of a RUN that may not come from the cache are emptied before it begins (buildkit
 * solver/llbsolver/bridge.go, `PruneCacheMounts`).
 */
export function cachesFound(caches: MountedCaches, operations: readonly PlannedOperation[]): Map<string, Directory> {
  const found = new Map(caches);
  for (const { operation, ignoresCache } of operations) {
    if (operation.kind !== 'exec' || !ignoresCache) continue;
    for (const mount of operation.mounts) if (mount.kind === 'cache') found.delete(mount.id);
  }
  return found;
}

/** The image’s files with bind and cache mounts laid over them. */
export function withMounts(
  before: Directory,
  { mounts }: Exec,
  inputs: readonly { readonly root: Directory }[],
  caches: MountedCaches,
): Directory {
  if (!mounts.some(({ kind }) => kind === 'bind' || kind === 'cache')) return before;
  const draft = draftOf(before);
  for (const mount of mounts) {
    if (mount.kind !== 'bind' && mount.kind !== 'cache') continue;
    const from = mount.kind === 'cache' ? caches.get(mount.id) : inputs[mount.input]?.root;
    const source = mount.kind === 'cache' ? [] : namesOf(mount.source);
    const node = from === undefined ? undefined : nodeAt(from, source);
    removeNode(draft, namesOf(mount.target));
    putNode(draft, namesOf(mount.target), node ?? EMPTY_DIRECTORY);
  }
  return draft.root;
}

/** Writes into the cache mounts what an effect has for them. */
export function fillCaches(caches: Map<string, Directory>, { mounts }: Exec, { cacheWrites }: RunEffect): void {
  for (const [target, writes] of cacheWrites ?? []) {
    const mount = mounts.find((one): one is CacheMount => one.kind === 'cache' && one.target === target);
    if (mount === undefined || writes.size === 0) continue;
    const draft = startLayer(caches.get(mount.id) ?? EMPTY_DIRECTORY);
    const inside = new Map([...writes].map(([path, fact]) => [path.slice(target.length) || '/', fact]));
    applyEffect(draft, { writes: inside, deletes: [], exitCode: 0 }, 0);
    caches.set(mount.id, finishLayer(draft).root);
  }
}
