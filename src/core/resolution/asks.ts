// What is asked of one project, by whom, and which of its releases each lets in: the stretches that a resolver has to bring
// together ("Version specifiers" says which versions a clause admits). For an answer it is what the chosen releases and the
// reader ask; where there is none, what the derivation of the failure rests on.
import {
  containsVersion,
  evaluateMarker,
  formatClause,
  formatRequirement,
  type NormalizedName,
  type Requirement,
  type VersionSet,
  versionSetOf,
} from '@/core/python';
import type { Pin } from './outcome';
import type { IndexedRelease, ResolutionProblem } from './problem';
import type { Derivation } from './pubgrub/derivation';
import { projectOf, type SearchPackage } from './uv/package';
import type { UnusableReason } from './uv/usability';

/** Who asks: the reader, by the place of the requirement among the root's, or releases of a project that ask for the same. */
export type Asker =
  | { readonly kind: 'root'; readonly place: number }
  | { readonly kind: 'constraint'; readonly place: number }
  | {
      readonly kind: 'releases';
      readonly name: NormalizedName;
      /** Ascending, as the index spells them. */
      readonly releases: readonly { readonly written: string; readonly place: number }[];
      /** Whether these are all that the index has. */
      readonly isAll: boolean;
    };

export interface Ask {
  readonly by: Asker;
  readonly requirement: Requirement;
  /** Of each release of the project, ascending: is it in range? */
  readonly admits: readonly boolean[];
}

/** Asks by the project that they are of. */
export type Asks = ReadonlyMap<NormalizedName, readonly Ask[]>;

/** A requirement that counts in the problem's environment; where there are several environments, one that may count. */
export function countsIn({ target }: ResolutionProblem, { marker }: Requirement): boolean {
  if (marker === undefined || target.kind === 'universal') return true;
  const result = evaluateMarker(marker, target.environment, { kind: 'metadata' });
  return result.kind === 'decided' && result.holds;
}

/** What a release requires by itself and for the extras that are asked for. */
export function requirementsOf(release: IndexedRelease, extras: readonly NormalizedName[]): readonly Requirement[] {
  return [...release.requires, ...extras.flatMap((extra) => release.extras.get(extra) ?? [])];
}

/** The release of an index that a pin is. */
export function releaseOfPin({ index }: ResolutionProblem, { name, version }: Pin): IndexedRelease | undefined {
  return index.get(name)?.find((release) => release.version === version);
}

/** What the root and the chosen releases ask of each project that was chosen or is asked for. */
export function asksOfAnswer(problem: ResolutionProblem, pins: readonly Pin[]): Asks {
  const asks = new Map<NormalizedName, Ask[]>();
  addOwn(problem, asks);
  for (const pin of pins) {
    const release = releaseOfPin(problem, pin);
    if (release !== undefined) addReleases(problem, asks, pin.name, [release], pin.extras);
  }
  addConstraints(problem, asks);
  return asks;
}

/** What the failure rests on: the requirements that the derivation is made of. */
export function asksAtFault(
  problem: ResolutionProblem,
  { incompatibilities }: Derivation<UnusableReason>,
  packages: readonly SearchPackage[],
): Asks {
  const asks = new Map<NormalizedName, Ask[]>();
  const wanted = new Set<NormalizedName>();
  const dependents = new Map<string, { name: NormalizedName; on: NormalizedName; releases: Set<IndexedRelease> }>();
  const add = (name: NormalizedName, on: NormalizedName, versions: VersionSet) => {
    const key = `${name} ${on}`;
    const known = dependents.get(key) ?? { name, on, releases: new Set() };
    for (const release of problem.index.get(name) ?? []) {
      if (containsVersion(versions, release.version)) known.releases.add(release);
    }
    dependents.set(key, known);
  };
  for (const { cause } of incompatibilities.values()) {
    if (cause.kind === 'unavailable' && cause.reason.kind === 'impossible-requirement') {
      // What no version can be is asked for all the same.
      const [asking, on] = [packages[cause.package], cause.reason.requirement.normalizedName];
      const name = asking && projectOf(asking);
      if (name !== undefined && name !== on) add(name, on, cause.versions);
    }
    if (cause.kind !== 'dependency') continue;
    const [from, to] = [packages[cause.dependent], packages[cause.dependency]];
    const name = from && projectOf(from);
    const on = to && projectOf(to);
    if (on === undefined || name === on) continue;
    if (name === undefined) {
      wanted.add(on);
      continue;
    }
    add(name, on, cause.dependentVersions);
  }
  addOwn(problem, asks, wanted);
  for (const { name, on, releases } of dependents.values()) {
    const ascending = (problem.index.get(name) ?? []).filter((release) => releases.has(release));
    addReleases(problem, asks, name, ascending, 'all', on);
  }
  addConstraints(problem, asks);
  return asks;
}

/**
 * What the newest release of a requirer that is in everybody's range would ask for, where it isn't the chosen one and its ask
 * leaves the chosen release of the project out: why it was passed over.
 */
export function asksPassedOver(
  problem: ResolutionProblem,
  pins: readonly Pin[],
  asked: Asks,
  project: NormalizedName,
): readonly Ask[] {
  const chosen = pins.find(({ name }) => name === project);
  const place = problem.index.get(project)?.findIndex(({ version }) => version === chosen?.version) ?? -1;
  if (place === -1) return [];
  return pins.flatMap((pin): readonly Ask[] => {
    const releases = problem.index.get(pin.name) ?? [];
    const newest = releases[overlapOf(asked.get(pin.name) ?? [], releases.length).lastIndexOf(true)];
    if (pin.name === project || newest === undefined || newest.version === pin.version) return [];
    const asks = new Map<NormalizedName, Ask[]>();
    addReleases(problem, asks, pin.name, [newest], pin.extras, project);
    return (asks.get(project) ?? []).filter(({ admits }) => admits[place] === false);
  });
}

/** Which releases everybody lets in. */
export function overlapOf(asks: readonly Ask[], releases: number): readonly boolean[] {
  return Array.from({ length: releases }, (_, place) => asks.every(({ admits }) => admits[place] === true));
}

function addOwn(
  problem: ResolutionProblem,
  asks: Map<NormalizedName, Ask[]>,
  only?: ReadonlySet<NormalizedName>,
): void {
  for (const [place, { requirement }] of problem.requirements.entries()) {
    if (only?.has(requirement.normalizedName) === false || !countsIn(problem, requirement)) continue;
    add(problem, asks, requirement, { kind: 'root', place });
  }
}

function addConstraints(problem: ResolutionProblem, asks: Map<NormalizedName, Ask[]>): void {
  for (const [place, requirement] of problem.policy.constraints.entries()) {
    const isWanted = asks.has(requirement.normalizedName);
    if (isWanted && countsIn(problem, requirement)) add(problem, asks, requirement, { kind: 'constraint', place });
  }
}

/** Releases that ask for the same are one asker. */
function addReleases(
  problem: ResolutionProblem,
  asks: Map<NormalizedName, Ask[]>,
  name: NormalizedName,
  releases: readonly IndexedRelease[],
  extras: readonly NormalizedName[] | 'all',
  only?: NormalizedName,
): void {
  const all = problem.index.get(name)?.length ?? 0;
  const alike = new Map<string, { requirement: Requirement; releases: { written: string; place: number }[] }>();
  for (const release of releases) {
    const asked = extras === 'all' ? [...release.extras.keys()] : extras;
    for (const requirement of requirementsOf(release, asked)) {
      if (only !== undefined && requirement.normalizedName !== only) continue;
      if (requirement.normalizedName === name || !countsIn(problem, requirement)) continue;
      // In the order in which they are written, so that a clause has one place in all of them.
      const text = `${requirement.specifier.clauses.map(formatClause)} ${formatRequirement(requirement)}`;
      const known = alike.get(text) ?? { requirement, releases: [] };
      known.releases.push({ written: release.written, place: release.requires.indexOf(requirement) });
      alike.set(text, known);
    }
  }
  for (const { requirement, releases: askers } of alike.values()) {
    add(problem, asks, requirement, { kind: 'releases', name, releases: askers, isAll: askers.length === all });
  }
}

function add(problem: ResolutionProblem, asks: Map<NormalizedName, Ask[]>, asked: Requirement, by: Asker): void {
  const { normalizedName: project } = asked;
  // An override stands in the place of whatever is asked; a constraint holds besides.
  const { overrides } = problem.policy;
  const override =
    by.kind === 'constraint' ? undefined : overrides.find(({ normalizedName }) => normalizedName === project);
  const requirement = override === undefined ? asked : { ...override, extras: asked.extras };
  const versions = versionSetOf(requirement.specifier);
  const admits = (problem.index.get(project) ?? []).map(({ version }) => containsVersion(versions, version));
  const known = asks.get(project);
  if (known === undefined) asks.set(project, [{ by, requirement, admits }]);
  else known.push({ by, requirement, admits });
}
