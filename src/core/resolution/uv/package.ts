// What uv's search calls a package (crates/uv-resolver, pubgrub/package.rs). Besides projects there are virtual ones: the
// root, Python, a project together with one of its extras, and proxies that tie these together.
//
// A requirement on `black[colorama]` is one on the proxy `black[colorama]`. Whichever version of the proxy is chosen, it
// requires the project `black` and the project with its extra in that very version. So the search never reads the extra's
// requirements of a version that the project itself can't have. A requirement with a marker goes through a proxy as well: the
// versions that it allows count only where the marker holds.
import type { MarkerSet, NormalizedName } from '@/core/python';
import type { PackageId } from '../pubgrub/incompatibility';

export type SearchPackage =
  | { readonly kind: 'root' }
  /** The reader's own project, which the root requires when all environments are resolved for, as `uv lock` does. */
  | { readonly kind: 'own-project' }
  | { readonly kind: 'python' }
  /** The project by itself, or what it requires besides for an extra; where a marker holds, or everywhere. */
  | {
      readonly kind: 'project';
      readonly name: NormalizedName;
      readonly extra: NormalizedName | undefined;
      readonly marker: MarkerSet | undefined;
    }
  | {
      readonly kind: 'extra-proxy';
      readonly name: NormalizedName;
      readonly extra: NormalizedName;
      readonly marker: MarkerSet | undefined;
    }
  | { readonly kind: 'marker-proxy'; readonly name: NormalizedName; readonly marker: MarkerSet };

/** The packages of one search by their numbers, in the order in which they came up. */
export interface PackageTable {
  readonly packages: SearchPackage[];
  readonly ids: Map<string, PackageId>;
}

/** The root has the number 0. */
export const ROOT: PackageId = 0;

export function packageTable(): PackageTable {
  const table: PackageTable = { packages: [], ids: new Map() };
  packageId(table, { kind: 'root' });
  return table;
}

/** The number of a package, which it keeps. All markers are of one arena. */
export function packageId(table: PackageTable, of: SearchPackage): PackageId {
  const key = keyOf(of);
  const known = table.ids.get(key);
  if (known !== undefined) return known;
  const id = table.packages.length;
  table.packages.push(of);
  table.ids.set(key, id);
  return id;
}

export function packageAt({ packages }: PackageTable, id: PackageId): SearchPackage {
  return packages[id] ?? { kind: 'root' };
}

/** The project that a package belongs to. */
export function projectOf(of: SearchPackage): NormalizedName | undefined {
  return 'name' in of ? of.name : undefined;
}

/** The marker that a package stands for; undefined: everywhere. */
export function markerOfPackage(of: SearchPackage): MarkerSet | undefined {
  return 'marker' in of ? of.marker : undefined;
}

/** The project by itself that a proxy is for. */
export function baseOfProxy(of: SearchPackage): SearchPackage | undefined {
  if (of.kind !== 'extra-proxy' && of.kind !== 'marker-proxy') return undefined;
  return { kind: 'project', name: of.name, extra: undefined, marker: undefined };
}

/** Names hold no blanks, so parts can't run together. A project by itself, which is what mostly comes up, has its name as key. */
function keyOf(of: SearchPackage): string {
  if (!('name' in of)) return ` ${of.kind}`;
  if (of.kind === 'project' && of.extra === undefined && of.marker === undefined) return of.name;
  const marker = of.marker === undefined ? '' : of.marker.root;
  const extra = of.kind === 'marker-proxy' ? '' : (of.extra ?? '');
  return `${of.kind} ${of.name} ${extra} ${marker}`;
}
