// What an incompatibility says about versions that exist: no explanation speaks of versions that nobody could choose, and
// what holds of none of them goes without saying.
import { compareVersions, containsVersion, type NormalizedName, type Version, type VersionSet } from '@/core/python';
import type { ResolutionProblem } from '../problem';
import type { Incompatibility, PackageTerm } from '../pubgrub/incompatibility';
import { readInstant } from '../scenario/instant';
import type { SearchPackage } from '../uv/package';

/** What is spoken about: a project, or a project with an extra. */
export interface Subject {
  readonly name: NormalizedName;
  readonly extra: NormalizedName | undefined;
}

/** Some of the versions of a project that exist. */
export interface Selection {
  readonly subject: Subject;
  /** Ascending. */
  readonly versions: readonly Version[];
  readonly isAll: boolean;
}

/** That these can't be chosen together without one of those; `ofRoot`: given what the root requires. */
export interface Statement {
  readonly chosen: readonly Selection[];
  readonly without: readonly Selection[];
  readonly ofRoot: boolean;
  /** It is about a Python that this is not resolved for. */
  readonly isNever: boolean;
}

/** The versions of each project that exist for a problem, ascending. */
export type Existing = (name: NormalizedName) => readonly Version[];

/** Reads what exists: releases that have a file and weren't uploaded too late. */
export function existingIn({ index, policy }: ResolutionProblem): Existing {
  const known = new Map<NormalizedName, readonly Version[]>();
  const excludeNewer = policy.excludeNewer === undefined ? undefined : readInstant(policy.excludeNewer, 'from');
  const isInTime = (uploaded: string | undefined) => {
    const instant = uploaded === undefined ? undefined : readInstant(uploaded, 'from');
    return excludeNewer === undefined || (instant !== undefined && instant < excludeNewer);
  };
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const versions = (index.get(name) ?? [])
      .filter(({ hasSdist, wheelTags }) => hasSdist || wheelTags.length > 0)
      .filter(({ uploaded }) => isInTime(uploaded))
      .map(({ version }) => version)
      .sort(compareVersions);
    known.set(name, versions);
    return versions;
  };
}

/** The versions of a subject that exist and are in the set. */
export function selectionOf(existing: Existing, subject: Subject, set: VersionSet): Selection {
  const all = existing(subject.name);
  const versions = all.filter((version) => containsVersion(set, version));
  return { subject, versions, isAll: versions.length === all.length };
}

/** The subject of a package of the search; the reader's own project and Python are none. */
export function subjectOf(of: SearchPackage | undefined): Subject | undefined {
  if (of === undefined || of.kind === 'root' || of.kind === 'own-project' || of.kind === 'python') return undefined;
  return { name: of.name, extra: of.kind === 'marker-proxy' ? undefined : of.extra };
}

interface Said {
  readonly subject: Subject;
  readonly positive: boolean;
  readonly versions: readonly Version[];
}

/** What an incompatibility says. Terms on the packages that stand for one project are one. */
export function statementOf<Reason>(
  { terms }: Incompatibility<Reason>,
  packages: readonly SearchPackage[],
  existing: Existing,
): Statement {
  const said = new Map<string, Said>();
  let ofRoot = false;
  let isNever = false;
  for (const term of terms) {
    const of = packages[term.package];
    if ((of?.kind === 'root' || of?.kind === 'own-project') && term.term.positive) ofRoot = true;
    // Python is spoken of only where the one that is resolved for is not in the range.
    if (of?.kind === 'python' && term.term.positive) isNever = true;
    const next = saidBy(term, of, existing);
    if (next === undefined) continue;
    const key = keyOf(next.subject);
    const before = said.get(key);
    said.set(key, before === undefined ? next : both(before, next));
  }
  joinBases(said);
  const all = (name: NormalizedName) => existing(name).length;
  const selection = ({ subject, versions }: Said): Selection => ({
    subject,
    versions,
    isAll: versions.length === all(subject.name),
  });
  const every = [...said.values()];
  return {
    chosen: every.filter(({ positive }) => positive).map(selection),
    without: every.filter(({ positive, versions }) => !positive && versions.length > 0).map(selection),
    ofRoot,
    isNever,
  };
}

function keyOf({ name, extra }: Subject): string {
  return `${name}[${extra ?? ''}]`;
}

function saidBy({ term }: PackageTerm, of: SearchPackage | undefined, existing: Existing): Said | undefined {
  const subject = subjectOf(of);
  if (subject !== undefined) {
    const { versions } = selectionOf(existing, subject, term.versions);
    return { subject, positive: term.positive, versions };
  }
  return undefined;
}

/** What two terms on one subject say together. */
function both(left: Said, right: Said): Said {
  const { subject } = left;
  if (left.positive && right.positive) return { subject, positive: true, versions: common(left, right) };
  if (!left.positive && !right.positive) {
    const versions = [...left.versions, ...without(right.versions, left.versions)].sort(compareVersions);
    return { subject, positive: false, versions };
  }
  const [yes, no] = left.positive ? [left, right] : [right, left];
  return { subject, positive: true, versions: without(yes.versions, no.versions) };
}

function common(left: Said, right: Said): readonly Version[] {
  return left.versions.filter((version) => right.versions.includes(version));
}

function without(versions: readonly Version[], others: readonly Version[]): readonly Version[] {
  return versions.filter((version) => !others.includes(version));
}

/** A project with an extra is that project: what is said of the project is said of both at once. */
function joinBases(said: Map<string, Said>): void {
  for (const [key, { subject, positive, versions }] of said) {
    if (subject.extra === undefined || !positive) continue;
    const baseKey = keyOf({ name: subject.name, extra: undefined });
    const base = said.get(baseKey);
    if (base === undefined) continue;
    said.delete(baseKey);
    said.set(key, { ...both({ subject, positive, versions }, base), subject });
  }
}

/** Whether it goes without saying, because it is about no version that exists. */
export function isVacuous({ chosen, isNever }: Statement): boolean {
  return isNever || chosen.some(({ versions }) => versions.length === 0);
}

/** Whether the first statement alone says as much as the second, or more. */
export function impliesStatement(first: Statement, second: Statement): boolean {
  if (first.ofRoot && !second.ofRoot) return false;
  const covers = (large: Selection, small: Selection) =>
    keyOf(large.subject) === keyOf(small.subject) && without(small.versions, large.versions).length === 0;
  return (
    first.chosen.every((mine) => second.chosen.some((other) => covers(mine, other))) &&
    first.without.every((mine) => second.without.some((other) => covers(other, mine)))
  );
}
