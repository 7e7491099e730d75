// The graph that Cargo locks: each crate version with the ones that it gets, what stands there twice (`cargo tree --duplicates`),
// and a cycle if there is one, which Cargo refuses.
import { compareSemVer } from '../semver';
import { type CrateVersion, formatCrateVersion } from './cargo-problem';
import type { CrateEdge } from './resolve-crates';

export interface LockedCrate {
  readonly crate: CrateVersion;
  readonly dependencies: readonly CrateVersion[];
}

export interface CrateGraph {
  /** By name, then by version, as in Cargo.lock. */
  readonly locked: readonly LockedCrate[];
  /** What the package itself depends on. */
  readonly direct: readonly CrateVersion[];
  /** Each crate of which there is more than one version. */
  readonly duplicates: readonly (readonly CrateVersion[])[];
}

export function graphOfCrates(
  active: readonly CrateVersion[],
  edges: readonly CrateEdge[],
): CrateGraph & { readonly cycle: readonly CrateVersion[] } {
  const gets = new Map<CrateVersion | undefined, Set<CrateVersion>>([[undefined, new Set()]]);
  for (const crate of active) gets.set(crate, new Set());
  for (const { from, to } of edges) gets.get(from)?.add(to);
  const inOrder = (crates: Iterable<CrateVersion>) => [...crates].sort(compareCrates);
  const locked = inOrder(active).map((crate) => ({ crate, dependencies: inOrder(gets.get(crate) ?? []) }));
  const byName = new Map<string, CrateVersion[]>();
  for (const { crate } of locked) byName.set(crate.crate, [...(byName.get(crate.crate) ?? []), crate]);
  return {
    locked,
    direct: inOrder(gets.get(undefined) ?? []),
    duplicates: [...byName.values()].filter((versions) => versions.length > 1),
    cycle: cycleIn(locked),
  };
}

function compareCrates(left: CrateVersion, right: CrateVersion): number {
  if (left.crate !== right.crate) return left.crate < right.crate ? -1 : 1;
  return compareSemVer(left.version, right.version);
}

/** The crate versions of one cycle, in its order, or none. */
function cycleIn(locked: readonly LockedCrate[]): readonly CrateVersion[] {
  const dependencies = new Map(locked.map((one) => [one.crate, one.dependencies]));
  const done = new Set<CrateVersion>();
  for (const { crate } of locked) {
    // The way to where the walk stands, each with the place of its next dependency.
    const way = done.has(crate) ? [] : [{ crate, next: 0 }];
    const onWay = new Set(way.map((one) => one.crate));
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const to = dependencies.get(here.crate)?.[here.next++];
      if (to === undefined) {
        done.add(here.crate);
        onWay.delete(here.crate);
        way.pop();
      } else if (onWay.has(to)) {
        return way.slice(way.findIndex((one) => one.crate === to)).map((one) => one.crate);
      } else if (!done.has(to)) {
        way.push({ crate: to, next: 0 });
        onWay.add(to);
      }
    }
  }
  return [];
}

/** The graph as lines, one a crate version with what it gets: what Cargo.lock says. The package itself is `app`. */
export function formatCrateGraph({ locked, direct }: CrateGraph): readonly string[] {
  const line = (name: string, gets: readonly CrateVersion[]) =>
    gets.length === 0 ? name : `${name}: ${gets.map(formatCrateVersion).join(', ')}`;
  return [
    line('app', direct),
    ...locked.map(({ crate, dependencies }) => line(formatCrateVersion(crate), dependencies)),
  ];
}
