// What stays the same throughout a search: the problem made ready, and what was read of the index so far.
import {
  isInSet,
  type MarkerArena,
  type MarkerSet,
  markerArena,
  type NormalizedName,
  namesPrerelease,
  type Requirement,
  type Version,
} from '@/core/python';
import type { ResolutionProblem } from '../problem';
import type { Incompatibility } from '../pubgrub/incompatibility';
import type { Trace } from '../pubgrub/trace';
import { readInstant } from '../scenario/instant';
import { type ForkEnvironment, markerOfPython } from './environment';
import { type KnownRequirement, knownRequirement } from './known-requirement';
import { type PackageTable, packageTable } from './package';
import type { Project } from './project';
import { pythonFrom, pythonRangeOf } from './python-range';
import { fitsTags, onceEach, type UnusableReason, type WheelFilter } from './usability';
import { fitsPython } from './wheel-coverage';

export interface SearchContext {
  readonly problem: ResolutionProblem;
  readonly arena: MarkerArena;
  readonly table: PackageTable;
  /** Every incompatibility of all forks. */
  readonly incompatibilities: Incompatibility<UnusableReason>[];
  readonly trace: Trace | undefined;
  readonly projects: Map<NormalizedName, Project>;
  readonly counts: { decisions: number; conflicts: number; releasesRead: number; steps: number };
  readonly root: readonly KnownRequirement[];
  readonly constraints: ReadonlyMap<NormalizedName, readonly KnownRequirement[]>;
  readonly overrides: ReadonlyMap<NormalizedName, readonly KnownRequirement[]>;
  /** The projects that the root requires itself, with the markers of these requirements. */
  readonly direct: ByProject<MarkerSet | undefined>;
  /** The projects of which a requirement of the root's own names a pre-release, likewise. */
  readonly explicitPrereleases: ByProject<MarkerSet | undefined>;
  /** The versions that a requirement of the root's own pins, or an existing lock has. */
  readonly allowedYanks: ByProject<Version>;
  readonly fitsWheel: WheelFilter;
  /** An instant in UTC: releases uploaded then or later don't count. */
  readonly newestBefore: string | undefined;
}

type ByProject<T> = ReadonlyMap<NormalizedName, readonly T[]>;

/** Makes a problem ready. */
export function searchContext(problem: ResolutionProblem, trace: Trace | undefined): SearchContext {
  const arena = markerArena('uv');
  const python = pythonRangeOf(problem.requiresPython);
  const { policy, target } = problem;
  const known = (requirement: Requirement): KnownRequirement => knownRequirement(requirement, arena);
  const root = problem.requirements.map(({ requirement }) => known(requirement));
  // Without clauses a constraint says nothing.
  const constraints = policy.constraints.filter(({ specifier }) => specifier.clauses.length > 0).map(known);
  const overrides = grouped(policy.overrides.map(known), ({ name }) => name);
  const direct = root.flatMap((each) => overrides.get(each.name) ?? [each]).filter((each) => counts(each, problem));
  const own = [
    ...direct,
    ...[...constraints, ...[...overrides.values()].flat()].filter((each) => counts(each, problem)),
  ];
  const prereleases = own.filter(({ requirement }) => namesPrerelease(requirement.specifier));
  return {
    problem,
    arena,
    table: packageTable(),
    incompatibilities: [],
    trace,
    projects: new Map(),
    counts: { decisions: 0, conflicts: 0, releasesRead: 0, steps: 0 },
    root,
    constraints: grouped(constraints, ({ name }) => name),
    overrides,
    direct: markersOf(direct),
    explicitPrereleases: markersOf(prereleases),
    allowedYanks: allowedYanks(own, policy.preferences),
    fitsWheel: target.kind === 'environment' ? fitsTags(target.tags) : onceEach((tags) => fitsPython(tags, python)),
    newestBefore: policy.excludeNewer === undefined ? undefined : readInstant(policy.excludeNewer, 'from'),
  };
}

/** The environments that the whole search is for. */
export function wholeEnvironment({ problem, arena }: SearchContext): ForkEnvironment {
  const { target, requiresPython } = problem;
  if (target.kind === 'environment') {
    const python = pythonFrom(problem.python);
    return { arena, machine: target.environment, markers: undefined, python, pythonMarker: undefined };
  }
  const python = pythonRangeOf(requiresPython);
  return { arena, machine: undefined, markers: undefined, python, pythonMarker: markerOfPython(arena, python) };
}

/** Whether a requirement of the root's own counts on the machine that is resolved for. In universal mode all do. */
function counts({ marker }: KnownRequirement, { target }: ResolutionProblem): boolean {
  if (marker === undefined || target.kind === 'universal') return true;
  return isInSet(marker, target.environment, { kind: 'metadata' }) === true;
}

function markersOf(requirements: readonly KnownRequirement[]): ByProject<MarkerSet | undefined> {
  const byName = grouped(requirements, ({ name }) => name);
  return new Map(Array.from(byName, ([name, own]) => [name, own.map(({ marker }) => marker)]));
}

/** A requirement with one clause only, `==` or `===`, takes a version that was yanked, as does a lock that has it already. */
function allowedYanks(
  own: readonly KnownRequirement[],
  preferences: ReadonlyMap<NormalizedName, readonly Version[]>,
): ByProject<Version> {
  const allowed = new Map<NormalizedName, readonly Version[]>(preferences);
  for (const { name, requirement } of own) {
    const [clause, ...others] = requirement.specifier.clauses;
    if (clause === undefined || others.length > 0 || clause.kind === 'prefix') continue;
    if (clause.operator !== '==' && clause.operator !== '===') continue;
    if (clause.version !== undefined) allowed.set(name, [...(allowed.get(name) ?? []), clause.version]);
  }
  return allowed;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => NormalizedName): Map<NormalizedName, T[]> {
  const groups = new Map<NormalizedName, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
