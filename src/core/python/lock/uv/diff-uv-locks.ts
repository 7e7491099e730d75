// What is different between two locks of uv, as data: packages that came, went, or are others than before.
import { formatMarker } from '../../marker';
import type { NormalizedName } from '../../name';
import { compareText } from '../../text';
import { formatVersion } from '../../version';
import { uvSourceKey } from './read-uv-source';
import type { UvDependency, UvLock, UvPackage } from './uv-lock';

/** In what a package changed: its version, where it comes from, where it counts, what it needs, or its files. */
export type UvChange = 'version' | 'source' | 'markers' | 'dependencies' | 'files';

export interface ChangedUvPackage {
  readonly before: UvPackage;
  readonly after: UvPackage;
  /** One at least, in the order of the type. */
  readonly changes: readonly UvChange[];
}

/** Each list is in the order of names, and for one name in the order of its lock. */
export interface UvLockDifference {
  readonly added: readonly UvPackage[];
  readonly removed: readonly UvPackage[];
  readonly changed: readonly ChangedUvPackage[];
}

/**
 * Compares two locks ("Locking and syncing"). Of several packages with one name, those with equal version and source are
 * compared, and then the first of the others with each other; what is left over came or went.
 *
 * @example diffUvLocks(parseUvLock('version = 1').value, parseUvLock('version = 1\n[[package]]\nname = "kit"\nsource = { virtual = "." }').value).added.length // → 1
 */
export function diffUvLocks(before: UvLock, after: UvLock): UvLockDifference {
  const old = byName(before);
  const current = byName(after);
  const names = [...new Set([...old.keys(), ...current.keys()])].sort(compareText);
  const added: UvPackage[] = [];
  const removed: UvPackage[] = [];
  const changed: ChangedUvPackage[] = [];
  for (const name of names) {
    const pairs = pair(old.get(name) ?? [], current.get(name) ?? []);
    added.push(...pairs.added);
    removed.push(...pairs.removed);
    for (const [one, other] of pairs.matched) {
      const changes = changesBetween(one, before, other, after);
      if (changes.length > 0) changed.push({ before: one, after: other, changes });
    }
  }
  return { added, removed, changed };
}

function byName({ packages }: UvLock): ReadonlyMap<NormalizedName, readonly UvPackage[]> {
  const named = new Map<NormalizedName, UvPackage[]>();
  for (const one of packages) {
    const others = named.get(one.name);
    if (others === undefined) named.set(one.name, [one]);
    else others.push(one);
  }
  return named;
}

interface Pairs {
  readonly matched: readonly (readonly [UvPackage, UvPackage])[];
  readonly added: readonly UvPackage[];
  readonly removed: readonly UvPackage[];
}

function pair(old: readonly UvPackage[], current: readonly UvPackage[]): Pairs {
  const waiting = new Map<string, UvPackage[]>();
  // From the last to the first, so that the first is taken first from the end.
  for (const one of [...current].reverse()) {
    const others = waiting.get(identity(one));
    if (others === undefined) waiting.set(identity(one), [one]);
    else others.push(one);
  }
  const matched: [UvPackage, UvPackage][] = [];
  const left: UvPackage[] = [];
  const taken = new Set<UvPackage>();
  for (const one of old) {
    const same = waiting.get(identity(one))?.pop();
    if (same === undefined) left.push(one);
    else {
      matched.push([one, same]);
      taken.add(same);
    }
  }
  const fresh = current.filter((one) => !taken.has(one));
  const shared = Math.min(left.length, fresh.length);
  for (const [index, one] of left.slice(0, shared).entries()) {
    const other = fresh[index];
    if (other !== undefined) matched.push([one, other]);
  }
  return { matched, added: fresh.slice(shared), removed: left.slice(shared) };
}

function versionText({ version }: UvPackage): string {
  return version === undefined ? '' : formatVersion(version);
}

function identity(one: UvPackage): string {
  return `${versionText(one)} ${uvSourceKey(one.source)}`;
}

function changesBetween(one: UvPackage, before: UvLock, other: UvPackage, after: UvLock): readonly UvChange[] {
  const differs: Readonly<Record<UvChange, boolean>> = {
    version: versionText(one) !== versionText(other),
    source: uvSourceKey(one.source) !== uvSourceKey(other.source),
    markers: markersText(one) !== markersText(other),
    dependencies: dependenciesText(one, before) !== dependenciesText(other, after),
    files: filesText(one) !== filesText(other),
  };
  return (['version', 'source', 'markers', 'dependencies', 'files'] as const).filter((change) => differs[change]);
}

function markersText({ resolutionMarkers }: UvPackage): string {
  return JSON.stringify(resolutionMarkers.map(formatMarker));
}

function filesText({ sdist, wheels }: UvPackage): string {
  return JSON.stringify([sdist, ...wheels].map((file) => file && [file.filename, file.hash?.digest]));
}

/** What a package needs. Of a name that the lock has once, the version is left out: that is the other package's change. */
function dependenciesText({ dependencies, extras, groups }: UvPackage, { packages }: UvLock): string {
  const written = ({ name, extras: asked, marker, index }: UvDependency) => {
    const target = packages[index];
    const isForked = target !== undefined && target.resolutionMarkers.length > 0;
    return [name, asked, marker === undefined ? '' : formatMarker(marker), isForked ? identity(target) : ''];
  };
  const named = (map: UvPackage['extras']) => [...map].map(([name, all]) => [name, all.map(written)]);
  return JSON.stringify([dependencies.map(written), named(extras), named(groups)]);
}
