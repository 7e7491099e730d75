// Preferences (crates/uv-resolver, preferences.rs): versions of an existing lock, and those that other forks of the same
// search came to, which a fork takes again where they fit.
import type { MarkerSet, NormalizedName, Version } from '@/core/python';

export interface Preference {
  readonly version: Version;
  /** The environments of the fork that it comes from; undefined: all. */
  readonly markers: MarkerSet | undefined;
  /** From an existing lock, rather than another fork. */
  readonly isFromLock: boolean;
}

export type Preferences = ReadonlyMap<NormalizedName, readonly Preference[]>;

/** The preferences that a problem brings along. */
export function preferencesOfLock(lock: ReadonlyMap<NormalizedName, readonly Version[]>): Preferences {
  const preferences = Array.from(lock, ([name, versions]) => {
    return [name, versions.map((version) => ({ version, markers: undefined, isFromLock: true }))] as const;
  });
  return new Map(preferences);
}

/** The preferences together with the versions that a fork came to. */
export function withFork(
  preferences: Preferences,
  versions: Iterable<readonly [NormalizedName, Version]>,
  markers: MarkerSet | undefined,
): Preferences {
  const joined = new Map(preferences);
  for (const [name, version] of versions) {
    joined.set(name, [...(joined.get(name) ?? []), { version, markers, isFromLock: false }]);
  }
  return joined;
}
