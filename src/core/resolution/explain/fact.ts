// What an explanation rests on: facts that come from the reader's requirements, the index or the policy.
import {
  areEqualSets,
  evaluateMarker,
  formatRequirement,
  formatSpecifierSet,
  type NormalizedName,
  normalizeName,
  type Requirement,
  type SpecifierSet,
  type Version,
  type VersionSet,
  versionSetOf,
} from '@/core/python';
import type { ResolutionProblem } from '../problem';
import type { Incompatibility } from '../pubgrub/incompatibility';
import type { SearchPackage } from '../uv/package';
import type { UnusableReason } from '../uv/usability';
import { type Existing, type Selection, type Statement, type Subject, selectionOf, subjectOf } from './statement';

/** Where a requirement comes from: the release that has it, or a constraint or override of the reader's. */
export type Source = 'release' | 'constraint' | 'override';

export type Fact =
  /** The reader's own requirement, by its place in the problem. */
  | {
      readonly kind: 'own-requirement';
      readonly place: number;
      readonly written: string;
      readonly wanted: Selection;
    }
  /** A constraint or override that takes the place of the reader's own requirement, or goes with it. */
  | { readonly kind: 'own-policy'; readonly source: Source; readonly written: string; readonly wanted: Selection }
  | {
      readonly kind: 'dependency';
      readonly dependent: Selection;
      readonly written: string;
      readonly source: Source;
      readonly wanted: Selection;
    }
  | { readonly kind: 'requires-python'; readonly dependent: Selection; readonly written: string }
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
      if (subject === undefined || cause.reason.kind === 'no-such-project') return undefined;
      return { kind: 'unusable', versions: selectionOf(existing, subject, cause.versions), reason: cause.reason };
    }
  }
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
    return { kind: 'requires-python', dependent: selection, written: pythonOf(problem, selection) };
  }
  if (wantedSubject === undefined) return undefined;
  const wanted = selectionOf(existing, wantedSubject, cause.dependencyVersions);
  if (dependent?.kind === 'root') return ownFact(context, wanted, cause.dependencyVersions);
  if (subject === undefined) return undefined;
  const selection = selectionOf(existing, subject, cause.dependentVersions);
  const found = writtenIn(context, selection, wantedSubject, cause.dependencyVersions);
  return { kind: 'dependency', dependent: selection, ...found, wanted };
}

/** The reader's own requirement on a subject. */
function ownFact({ problem }: FactContext, wanted: Selection, set: VersionSet): Fact {
  const own = problem.requirements.findIndex(
    ({ requirement }) => counts(problem, requirement) && isOn(requirement, wanted.subject, set),
  );
  const found = problem.requirements[own];
  if (found !== undefined) {
    return { kind: 'own-requirement', place: own, written: withoutMarker(found.requirement), wanted };
  }
  return { kind: 'own-policy', ...inPolicy(problem, wanted.subject, set), wanted };
}

/** The requirement of a release as it is written; what a constraint or override adds is told as such. */
function writtenIn(
  { problem }: FactContext,
  { subject, versions }: Selection,
  wanted: Subject,
  set: VersionSet,
): { readonly written: string; readonly source: Source } {
  const [first] = versions;
  const release = problem.index.get(subject.name)?.find(({ version }) => version === first);
  for (const requirement of [...(release?.requires ?? []), ...[...(release?.extras.values() ?? [])].flat()]) {
    if (counts(problem, requirement) && isOn(requirement, wanted, set)) {
      return { written: withoutMarker(requirement), source: 'release' };
    }
  }
  return inPolicy(problem, wanted, set);
}

function inPolicy(
  { policy }: ResolutionProblem,
  wanted: Subject,
  set: VersionSet,
): { readonly written: string; readonly source: Source } {
  const override = policy.overrides.find((requirement) => isOn(requirement, wanted, set));
  if (override !== undefined) return { written: withoutMarker(override), source: 'override' };
  const constraint = policy.constraints.find((requirement) => isOn(requirement, wanted, set));
  if (constraint !== undefined) return { written: withoutMarker(constraint), source: 'constraint' };
  return { written: nameOf(wanted), source: 'release' };
}

function isOn(requirement: Requirement, { name, extra }: Subject, set: VersionSet): boolean {
  if (requirement.normalizedName !== name || !areEqualSets(versionSetOf(requirement.specifier), set)) return false;
  return extra === undefined || requirement.extras.some((each) => normalizeName(each) === extra);
}

/** Whether the requirement's marker can hold: an extra may have been asked for. */
function counts({ target }: ResolutionProblem, { marker }: Requirement): boolean {
  if (marker === undefined || target.kind === 'universal') return true;
  const result = evaluateMarker(marker, target.environment, { kind: 'metadata' });
  return result.kind === 'undefined' || result.holds || formatRequirementMentionsExtra(marker);
}

function formatRequirementMentionsExtra(marker: NonNullable<Requirement['marker']>): boolean {
  return JSON.stringify(marker).includes('"extra');
}

function withoutMarker(requirement: Requirement): string {
  return formatRequirement({ ...requirement, marker: undefined });
}

function pythonOf({ index }: ResolutionProblem, { subject, versions }: Selection): string {
  const wanted = new Set<string>();
  for (const { version, requiresPython } of index.get(subject.name) ?? []) {
    if (requiresPython !== undefined && versions.includes(version)) wanted.add(specifierText(requiresPython));
  }
  return [...wanted].join(' or ');
}

function specifierText(set: SpecifierSet): string {
  return formatSpecifierSet(set);
}

/** A subject as a requirement names it. */
export function nameOf({ name, extra }: Subject): string {
  return extra === undefined ? name : `${name}[${extra}]`;
}

/** The project names that a fact speaks of. */
export function namesIn(fact: Fact): readonly NormalizedName[] {
  switch (fact.kind) {
    case 'own-requirement':
    case 'own-policy':
      return [fact.wanted.subject.name];
    case 'dependency':
      return [fact.dependent.subject.name, fact.wanted.subject.name];
    case 'requires-python':
      return [fact.dependent.subject.name];
    case 'prereleases':
    case 'unusable':
      return [fact.versions.subject.name];
  }
}

/** Versions that a fact says can't be used. */
export function ruledOut(fact: Fact): readonly Version[] {
  return fact.kind === 'unusable' || fact.kind === 'prereleases' ? fact.versions.versions : [];
}
