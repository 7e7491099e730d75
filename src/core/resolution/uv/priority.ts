// Which package uv decides on next (crates/uv-resolver, pubgrub/priority.rs): pinned projects first, then those that were in
// conflict too often, then in the order in which projects came up. All packages of one project come right after one another.
import type { NormalizedName } from '@/core/python';
import type { PackageId } from '../pubgrub/incompatibility';
import { type PackageTable, packageAt, projectOf, type SearchPackage } from './package';

/** The first is the lowest. A version of a `conflict-early` project was often rejected, one of `conflict-late` in the way. */
const RANKS = { other: 0, 'conflict-late': 1, 'conflict-early': 2, pinned: 3, direct: 4, fixed: 5 } as const;

export type PriorityRank = keyof typeof RANKS;

/** What a project's priority is: its rank, and of equals the one that came up first. */
interface ProjectPriority {
  readonly rank: Exclude<PriorityRank, 'fixed'>;
  readonly order: number;
}

/** Stands for the reader's own project, which has no name here. */
const OWN = '';

export interface Priorities {
  readonly projects: Map<NormalizedName | typeof OWN, ProjectPriority>;
  /** The order in which packages, virtual ones included, came up. */
  readonly packages: Map<PackageId, number>;
}

export function noPriorities(): Priorities {
  return { projects: new Map(), packages: new Map() };
}

export function copyPriorities({ projects, packages }: Priorities): Priorities {
  return { projects: new Map(projects), packages: new Map(packages) };
}

/** Notes that a package came up, as a requirement that pins one version or as another one. */
export function noteRequired(priorities: Priorities, table: PackageTable, id: PackageId, isPin: boolean): void {
  const { projects, packages } = priorities;
  if (!packages.has(id)) packages.set(id, packages.size);
  const of = packageAt(table, id);
  const name = ownerOf(of);
  if (name === undefined) return;
  const known = projects.get(name);
  const rank = of.kind === 'own-project' ? 'direct' : isPin ? 'pinned' : 'other';
  if (known === undefined) projects.set(name, { rank, order: projects.size });
  else if (RANKS[rank] > RANKS[known.rank]) projects.set(name, { rank, order: known.order });
}

/** Whose priority a package has. The root and Python have one of their own. */
function ownerOf(of: SearchPackage): NormalizedName | typeof OWN | undefined {
  return of.kind === 'own-project' ? OWN : projectOf(of);
}

/** Puts a project's packages before most others, as its versions were often rejected. A pin loses its first place to that. */
export function markConflictEarly(priorities: Priorities, table: PackageTable, id: PackageId): boolean {
  return markConflict(priorities, table, id, 'conflict-early', ['conflict-early']);
}

/** Puts a project's packages before those without a conflict, as its versions were often in the way of others. */
export function markConflictLate(priorities: Priorities, table: PackageTable, id: PackageId): boolean {
  return markConflict(priorities, table, id, 'conflict-late', ['conflict-late', 'conflict-early']);
}

function markConflict(
  { projects }: Priorities,
  table: PackageTable,
  id: PackageId,
  rank: 'conflict-early' | 'conflict-late',
  unless: readonly PriorityRank[],
): boolean {
  const name = ownerOf(packageAt(table, id));
  if (name === undefined) return false;
  const known = projects.get(name);
  if (known !== undefined && unless.includes(known.rank)) return false;
  projects.set(name, { rank, order: known?.order ?? projects.size });
  return true;
}

/** Room for the order of projects, and of packages; a higher rank outweighs both. */
const PROJECTS = 2 ** 22;
const PACKAGES = 2 ** 24;

/** The priority of a package as a number: the lower, the sooner. */
export function priorityOf(priorities: Priorities, table: PackageTable, id: PackageId): number {
  const name = ownerOf(packageAt(table, id));
  if (name === undefined) return id;
  const { rank, order } = priorities.projects.get(name) ?? { rank: 'other', order: PROJECTS - 1 };
  const place = priorities.packages.get(id) ?? PACKAGES - 1;
  return ((RANKS.fixed - RANKS[rank]) * PROJECTS + order) * PACKAGES + place;
}
