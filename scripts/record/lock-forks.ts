// What of a `uv.lock` is installed in each of its forks: everything that the project reaches along dependencies whose
// markers leave an environment of the fork.
import {
  andMarkers,
  complexifyMarker,
  isDisjoint,
  isNever,
  isSameSet,
  type MarkerSet,
  markerArena,
  markerSet,
  orMarkers,
  parseMarker,
  readSpecifierSet,
} from '@/core/python';

interface LockedDependency {
  readonly name: string;
  readonly version?: string;
  readonly marker?: string;
  readonly extra?: readonly string[];
}

interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly 'resolution-markers'?: readonly string[];
  readonly dependencies?: readonly LockedDependency[];
  readonly 'optional-dependencies'?: Readonly<Record<string, readonly LockedDependency[]>>;
}

/** What scripts/record/resolver.py hands on of a lock. */
export interface Lock {
  readonly 'requires-python': string;
  readonly 'resolution-markers': readonly string[];
  readonly package: readonly LockedPackage[];
}

export interface LockFork {
  readonly markers: string | undefined;
  readonly packages: Readonly<Record<string, string>>;
}

/** The forks in the order of the lock; one without markers where it doesn't fork. */
export function forksOfLock(lock: Lock): readonly LockFork[] {
  const arena = markerArena('uv');
  const read = (marker: string | undefined): MarkerSet =>
    markerSet(marker === undefined ? undefined : parseMarker(marker).value, arena);
  const requiresPython = readSpecifierSet(lock['requires-python']) ?? { clauses: [] };
  const everywhere = complexifyMarker(read(undefined), { requiresPython });
  const own = lock.package.map((locked) => {
    const markers = locked['resolution-markers'] ?? [];
    return { locked, at: markers.length === 0 ? everywhere : orMarkers(...markers.map(read)) };
  });
  const forks = lock['resolution-markers'].length === 0 ? [undefined] : lock['resolution-markers'];
  return forks.map((markers) => {
    const fork = andMarkers(everywhere, read(markers));
    return { markers, packages: reached(own, fork, read) };
  });
}

function reached(
  own: readonly { readonly locked: LockedPackage; readonly at: MarkerSet }[],
  fork: MarkerSet,
  read: (marker: string | undefined) => MarkerSet,
): Readonly<Record<string, string>> {
  const inFork = own.filter(({ at }) => isDisjoint(at, fork) !== true);
  const seen = new Map<string, MarkerSet>();
  const pins = new Map<string, string>();
  const open: { name: string; version: string | undefined; extras: readonly string[]; at: MarkerSet }[] = [
    { name: 'project', version: undefined, extras: [], at: fork },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { locked, at: lockedAt } of inFork) {
      if (locked.name !== next.name || (next.version ?? locked.version) !== locked.version) continue;
      const at = andMarkers(next.at, lockedAt);
      if (isNever(at) === true) continue;
      if (locked.name !== 'project') pins.set(locked.name, locked.version);
      for (const extra of [undefined, ...next.extras]) {
        const key = `${locked.name} ${locked.version} ${extra ?? ''}`;
        const before = seen.get(key);
        const all = before === undefined ? at : orMarkers(before, at);
        if (before !== undefined && isSameSet(before, all) === true) continue;
        seen.set(key, all);
        const needs = extra === undefined ? locked.dependencies : locked['optional-dependencies']?.[extra];
        for (const { name, version, marker, extra: extras = [] } of needs ?? []) {
          open.push({ name, version, extras, at: andMarkers(all, read(marker)) });
        }
      }
    }
  }
  return Object.fromEntries([...pins].sort(([left], [right]) => (left < right ? -1 : 1)));
}
