// What an explanation rests on: facts that come from the reader's requirements, the index or the policy.
import {
  areEqualSets,
  comparisonsOf,
  evaluateMarker,
  formatSpecifierSet,
  isSameSet,
  type Marker,
  type MarkerSet,
  markerSet,
  normalizeName,
  type Requirement,
  type SpecifierSet,
  type VersionSet,
  versionSetOf,
} from '@/core/python';
import type { ResolutionProblem } from '../problem';
import type { Incompatibility } from '../pubgrub/incompatibility';
import { markerOfPackage, type SearchPackage } from '../uv/package';
import type { UnusableReason } from '../uv/usability';
import { type Shortfall, shortfallOf } from './shortfall';
import { type Existing, type Selection, type Statement, type Subject, selectionOf, subjectOf } from './statement';
import { nameOf, tidyRequirement, tidyWithoutMarker, withoutMarker, writtenRequirement } from './written-requirement';

/** Where a requirement comes from: the release that has it, or a constraint or override of the reader's. */
export type Source = 'release' | 'constraint' | 'override';

export type Fact =
  /** The reader's own requirement, by its place in the problem. */
  | {
      readonly kind: 'own-requirement';
      readonly place: number;
      readonly written: string;
      readonly requirement: Requirement;
      readonly wanted: Selection;
      readonly shortfall: Shortfall;
    }
  /** A requirement of the reader's, or what overrides it, that no version can meet, whatever exists. */
  | {
      readonly kind: 'own-impossible';
      readonly place: number | undefined;
      readonly written: string;
      /** The requirement at the place, and what of the reader's goes with it and can't be met, if it isn't that itself. */
      readonly own: string | undefined;
      readonly source: Source;
    }
  /** A constraint or override that goes with the reader's own requirement at the place, or counts instead of it. */
  | {
      readonly kind: 'own-policy';
      readonly source: Source;
      readonly place: number | undefined;
      /** The reader's requirement that it goes with. */
      readonly own: string | undefined;
      readonly written: string;
      readonly requirement: Requirement | undefined;
      readonly wanted: Selection;
      readonly shortfall: Shortfall;
    }
  | {
      readonly kind: 'dependency';
      readonly dependent: Selection;
      readonly written: string;
      /** What is written; undefined where an extra requires its own project. */
      readonly requirement: Requirement | undefined;
      readonly source: Source;
      readonly wanted: Selection;
      readonly shortfall: Shortfall;
    }
  | { readonly kind: 'requires-python'; readonly dependent: Selection; readonly wanted: readonly SpecifierSet[] }
  /** None of these may be chosen: they are pre-releases that the policy doesn't let in. */
  | { readonly kind: 'prereleases'; readonly versions: Selection }
  | { readonly kind: 'unusable'; readonly versions: Selection; readonly reason: UnusableReason };

/** A fact with what it says in the terms of the search. */
export interface KnownFact {
  readonly fact: Fact;
  readonly says: Statement;
}

/** What is needed to read facts out of incompatibilities. */
export interface FactContext {
  readonly problem: ResolutionProblem;
  readonly packages: readonly SearchPackage[];
  readonly existing: Existing;
}

/** The fact behind an incompatibility that comes from outside; undefined if it goes without saying. */
export function factOf(context: FactContext, { cause }: Incompatibility<UnusableReason>): Fact | undefined {
  const { packages, existing } = context;
  switch (cause.kind) {
    case 'root':
    case 'derived':
      return undefined;
    case 'dependency':
      return dependencyFact(context, cause);
    case 'no-versions': {
      const subject = subjectOf(packages[cause.package]);
      if (subject === undefined) return undefined;
      return { kind: 'prereleases', versions: selectionOf(existing, subject, cause.versions) };
    }
    case 'unavailable': {
      const subject = subjectOf(packages[cause.package]);
      if (subject === undefined) return impossibleFact(context, cause.reason);
      if (cause.reason.kind === 'no-such-project') return undefined;
      return { kind: 'unusable', versions: selectionOf(existing, subject, cause.versions), reason: cause.reason };
    }
  }
}

/** Of the root itself it is said only that it requires what can't be. */
function impossibleFact({ problem }: FactContext, reason: UnusableReason): Fact | undefined {
  if (reason.kind !== 'impossible-requirement') return undefined;
  const { requirement } = reason;
  const at = problem.requirements.findIndex((own) => own.requirement === requirement);
  if (at !== -1) {
    const written = writtenOwn(problem, requirement);
    return { kind: 'own-impossible', place: at, written, own: undefined, source: 'release' };
  }
  const source = problem.policy.overrides.includes(requirement) ? 'override' : 'constraint';
  const going = goingWith(problem, { name: requirement.normalizedName, extra: undefined }, undefined);
  return { kind: 'own-impossible', ...going, written: withoutMarker(requirement), source };
}

type DependencyCause = Extract<Incompatibility<UnusableReason>['cause'], { kind: 'dependency' }>;

function dependencyFact(context: FactContext, cause: DependencyCause): Fact | undefined {
  const { packages, existing, problem } = context;
  const dependent = packages[cause.dependent];
  const dependency = packages[cause.dependency];
  const subject = subjectOf(dependent);
  const wantedSubject = subjectOf(dependency);
  if (dependency?.kind === 'python' && subject !== undefined) {
    const selection = selectionOf(existing, subject, cause.dependentVersions);
    return { kind: 'requires-python', dependent: selection, wanted: pythonOf(problem, selection) };
  }
  if (wantedSubject === undefined) return undefined;
  const wanted = selectionOf(existing, wantedSubject, cause.dependencyVersions);
  if (dependent?.kind === 'root' || dependent?.kind === 'own-project') {
    return ownFact(context, wanted, cause.dependencyVersions, dependency && markerOfPackage(dependency));
  }
  if (subject === undefined) return undefined;
  const selection = selectionOf(existing, subject, cause.dependentVersions);
  const marker = dependency && markerOfPackage(dependency);
  const found = writtenIn(context, selection, wantedSubject, cause.dependencyVersions, marker);
  const shortfall = shortfallOf(context, wanted.subject, cause.dependencyVersions);
  return { kind: 'dependency', dependent: selection, ...found, wanted, shortfall };
}

/** The reader's own requirement on a subject. */
function ownFact(context: FactContext, wanted: Selection, set: VersionSet, marker: MarkerSet | undefined): Fact {
  const { problem } = context;
  const shortfall = shortfallOf(context, wanted.subject, set);
  const fitting = problem.requirements.flatMap(({ requirement }, place) =>
    counts(problem, requirement) && isOn(requirement, wanted.subject, set) ? [place] : [],
  );
  const own = fitting.find((place) => isWhere(problem.requirements[place]?.requirement, marker)) ?? fitting[0] ?? -1;
  const found = problem.requirements[own]?.requirement;
  if (found !== undefined) {
    const written = writtenOwn(problem, found);
    return { kind: 'own-requirement', place: own, written, requirement: found, wanted, shortfall };
  }
  const policy = inPolicy(problem, wanted.subject, set);
  return { kind: 'own-policy', ...goingWith(problem, wanted.subject, marker), ...policy, wanted, shortfall };
}

/** The reader's requirement on the subject that a constraint or an override goes with. */
function goingWith(
  problem: ResolutionProblem,
  { name }: Subject,
  marker: MarkerSet | undefined,
): { readonly place: number | undefined; readonly own: string | undefined } {
  const places = problem.requirements.flatMap(({ requirement }, place) =>
    requirement.normalizedName === name ? [place] : [],
  );
  // An override counts even where what it stands for doesn't: then that is told with its marker.
  const counting = places.filter((each) => doesCount(problem, problem.requirements[each]?.requirement));
  const known = counting.find((each) => isWhere(problem.requirements[each]?.requirement, marker));
  const place = known ?? counting[0] ?? places[0];
  const requirement = place === undefined ? undefined : problem.requirements[place]?.requirement;
  const isHere = doesCount(problem, requirement);
  return { place, own: requirement && (isHere ? writtenOwn(problem, requirement) : writtenRequirement(requirement)) };
}

function doesCount(problem: ResolutionProblem, requirement: Requirement | undefined): boolean {
  return requirement !== undefined && counts(problem, requirement);
}

/** Whether a requirement counts just where the marker says. */
function isWhere(requirement: Requirement | undefined, marker: MarkerSet | undefined): boolean {
  if (marker === undefined) return true;
  return requirement?.marker !== undefined && isSameSet(markerSet(requirement.marker, marker.arena), marker) === true;
}

/** For all environments the marker is part of what the reader asks for; for one it is known to hold. */
function writtenOwn({ target }: ResolutionProblem, requirement: Requirement): string {
  return target.kind === 'environment' ? withoutMarker(requirement) : writtenRequirement(requirement);
}

interface Written {
  readonly written: string;
  readonly requirement: Requirement | undefined;
  readonly source: Source;
}

/** The requirement of a release as it is written; what a constraint or override adds is told as such. */
function writtenIn(
  { problem }: FactContext,
  { subject, versions }: Selection,
  wanted: Subject,
  set: VersionSet,
  marker: MarkerSet | undefined,
): Written {
  const [first] = versions;
  const release = problem.index.get(subject.name)?.find(({ version }) => version === first);
  const more = subject.extra === undefined ? undefined : release?.extras.get(subject.extra);
  // A release that requires itself with an extra has that extra's requirements as well.
  const others = [...(release?.extras.values() ?? [])].flat();
  const fitting = [...(more ?? []), ...(release?.requires ?? []), ...others].filter(
    (requirement) => counts(problem, requirement) && isOn(requirement, wanted, set),
  );
  const found = fitting.find((requirement) => isWhere(requirement, marker)) ?? fitting[0];
  if (found === undefined) return inPolicy(problem, wanted, set);
  const written = problem.target.kind === 'environment' ? tidyWithoutMarker(found) : tidyRequirement(found);
  return { written, requirement: found, source: 'release' };
}

function inPolicy({ policy }: ResolutionProblem, wanted: Subject, set: VersionSet): Written {
  const override = policy.overrides.find((requirement) => isOn(requirement, wanted, set));
  if (override !== undefined) return { written: withoutMarker(override), requirement: override, source: 'override' };
  const constraint = policy.constraints.find((requirement) => isOn(requirement, wanted, set));
  if (constraint === undefined) return { written: nameOf(wanted), requirement: undefined, source: 'release' };
  return { written: withoutMarker(constraint), requirement: constraint, source: 'constraint' };
}

function isOn(requirement: Requirement, { name, extra }: Subject, set: VersionSet): boolean {
  if (requirement.normalizedName !== name || !areEqualSets(versionSetOf(requirement.specifier), set)) return false;
  return extra === undefined || requirement.extras.some((each) => normalizeName(each) === extra);
}

/** Whether the requirement's marker can hold: an extra may have been asked for. */
function counts({ target }: ResolutionProblem, { marker }: Requirement): boolean {
  if (marker === undefined || target.kind === 'universal') return true;
  const result = evaluateMarker(marker, target.environment, { kind: 'metadata' });
  return result.kind === 'undefined' || result.holds || asksForExtra(marker);
}

function asksForExtra(marker: Marker): boolean {
  return comparisonsOf(marker).some(({ left, right }) =>
    [left, right].some((side) => side.kind === 'variable' && side.variable.startsWith('extra')),
  );
}

/** What the versions want of Python, each specifier set once. */
function pythonOf({ index }: ResolutionProblem, { subject, versions }: Selection): readonly SpecifierSet[] {
  const wanted = new Map<string, SpecifierSet>();
  for (const { version, requiresPython } of index.get(subject.name) ?? []) {
    if (requiresPython === undefined || !versions.includes(version)) continue;
    wanted.set(formatSpecifierSet(requiresPython), requiresPython);
  }
  return [...wanted.values()];
}
