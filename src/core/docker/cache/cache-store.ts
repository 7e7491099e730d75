// The cache between builds (buildkit solver/cachemanager.go). A key isn’t computed from a step’s inputs; it is found through links: “this
// input, in this place of that definition, was part of key K”. One input may have several keys (its definition’s and its content’s),
// and all lead to K. So a step hits again when its parent has changed but what it takes is the same, and what comes after it hits as well.
import type { Snapshot } from '../files/layer';

/** A key, by a name that means nothing. */
export type KeyId = string;

/** A result that is kept under a key. `order` grows with every result: of several the newest is taken. */
export interface CacheRecord {
  readonly key: KeyId;
  readonly order: number;
  readonly result: Snapshot;
}

/** A key of an input, with the part of the input that is meant. */
export interface InputKey {
  readonly key: KeyId;
  readonly selector: string;
}

/** All that earlier builds left. It is a value: a build gives back another one and leaves this as it was. */
export interface BuildCache {
  readonly links: ReadonlyMap<string, ReadonlySet<KeyId>>;
  readonly records: ReadonlyMap<KeyId, CacheRecord>;
  /** How many keys and results there have been. */
  readonly count: number;
}

export const EMPTY_CACHE: BuildCache = { links: new Map(), records: new Map(), count: 0 };

/** A cache that a build is writing to: what is new lies over what was there. */
export interface OpenCache {
  readonly links: Map<string, ReadonlySet<KeyId>>;
  readonly records: Map<KeyId, CacheRecord>;
  count: number;
}

/** Opens a copy of the cache to write to. */
export function openCache({ links, records, count }: BuildCache): OpenCache {
  return { links: new Map(links), records: new Map(records), count };
}

/** The key of an operation without inputs. */
export function rootKey(digest: string): KeyId {
  return `root ${digest}`;
}

/** The key that stands for content. */
export function contentKey(digest: string): KeyId {
  return `content ${digest}`;
}

const linkName = ({ key, selector }: InputKey, input: number, digest: string): string =>
  JSON.stringify([key, input, digest, selector]);

/** The keys that an input leads to, in a place of a definition; `keys` are all names of the same input, so what one leads to they all do. */
export function keysThrough(cache: OpenCache, keys: readonly InputKey[], input: number, digest: string): Set<KeyId> {
  const found = new Set<KeyId>();
  for (const key of keys) for (const id of cache.links.get(linkName(key, input, digest)) ?? []) found.add(id);
  return found;
}

/** Links every name of an input with a key. */
export function linkKeys(
  cache: OpenCache,
  keys: readonly InputKey[],
  input: number,
  digest: string,
  target: KeyId,
): void {
  for (const key of keys) {
    const name = linkName(key, input, digest);
    const linked = cache.links.get(name);
    if (linked?.has(target) !== true) cache.links.set(name, new Set([...(linked ?? []), target]));
  }
}

/** A key that has not been there. */
export function freshKey(cache: OpenCache): KeyId {
  cache.count++;
  return `key ${cache.count}`;
}

/** Keeps a result under a key, over what was kept there. */
export function keepResult(cache: OpenCache, record: Omit<CacheRecord, 'order'>): CacheRecord {
  cache.count++;
  const kept = { ...record, order: cache.count };
  cache.records.set(record.key, kept);
  return kept;
}
