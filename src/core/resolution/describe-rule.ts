// What the search knows, in words: a package, some of its versions, a statement (the literature says term), a rule
// (incompatibility; Dart pub, doc/solver.md). Versions are named by what exists, and no text grows with the index.
import {
  containsVersion,
  formatVersion,
  formatVersionSet,
  isEmptySet,
  type Version,
  type VersionSet,
} from '@/core/python';
import type { IncompatibilityId, PackageId, PackageTerm } from './pubgrub/incompatibility';
import type { Term } from './pubgrub/term';
import type { Replay } from './replay';
import type { SearchPackage } from './uv/package';
import type { UnusableReason } from './uv/usability';

/** So many versions are listed; more are given by their ends. */
const MOST_LISTED = 3;
/** So many stretches of versions are told, and so many statements of a rule; the others are counted. */
const MOST_RUNS = 3;
const MOST_STATEMENTS = 5;
/** Characters of a range that no release is in. */
const LONGEST_RANGE = 60;

const YOU = 'your requirements';

/** What the words are taken from. */
export type Described = Pick<Replay, 'problem' | 'packages' | 'incompatibilities'>;

/** A package as people call it: `shop`, `shop[fast]`, `your requirements`. */
export function namePackage(of: SearchPackage | undefined): string {
  switch (of?.kind) {
    case undefined:
    case 'root':
    case 'own-project':
      return YOU;
    case 'python':
      return 'Python';
    case 'project':
      return named(of.name, of.extra, of.marker !== undefined);
    case 'extra-proxy':
      return named(of.name, of.extra, of.marker !== undefined);
    case 'marker-proxy':
      return named(of.name, undefined, true);
  }
}

function named(name: string, extra: string | undefined, hasMarker: boolean): string {
  return `${name}${extra === undefined ? '' : `[${extra}]`}${hasMarker ? ' (by marker)' : ''}`;
}

/** The releases of a package that the index has; undefined for what isn't in an index. */
function releasesOf({ packages, problem }: Described, id: PackageId): readonly Version[] | undefined {
  const of = packages[id];
  if (of === undefined || !('name' in of)) return undefined;
  return (problem.index.get(of.name) ?? []).map(({ version }) => version);
}

/** `shop 1.1.0`, `shared 1.0.0 or 1.4.0`, `any stock`, `shared >=3`. */
export function describeVersions(replay: Described, id: PackageId, versions: VersionSet): string {
  const of = replay.packages[id];
  const name = namePackage(of);
  if (of === undefined || of.kind === 'root' || of.kind === 'own-project') return name;
  const all = releasesOf(replay, id);
  if (all === undefined) return `${name} ${rangeIn(versions)}`;
  const within = all.filter((version) => containsVersion(versions, version));
  if (within.length === 0) return isEmptySet(versions) ? `no ${name}` : `${name} ${rangeIn(versions)}`;
  if (within.length === all.length && all.length > 1) return `any ${name}`;
  if (within.length <= MOST_LISTED) return `${name} ${within.map(formatVersion).join(' or ')}`;
  return `${name} ${runsOf(all, within)}`;
}

function rangeIn(versions: VersionSet): string {
  const text = formatVersionSet(versions);
  return text.length > LONGEST_RANGE ? `${text.slice(0, LONGEST_RANGE)} …` : text;
}

/** `1.0 to 1.9`, `1.0 or 2.0 to 2.4`, `1.0 or 1.2 or 1.4 or others`. */
function runsOf(all: readonly Version[], within: readonly Version[]): string {
  const wanted = new Set(within);
  const runs: { first: Version; last: Version }[] = [];
  let isOpen = false;
  for (const version of all) {
    const run = runs.at(-1);
    if (!wanted.has(version)) isOpen = false;
    else if (isOpen && run !== undefined) run.last = version;
    else {
      runs.push({ first: version, last: version });
      isOpen = true;
    }
  }
  const told = runs.slice(0, MOST_RUNS).map(({ first, last }) => {
    return first === last ? formatVersion(first) : `${formatVersion(first)} to ${formatVersion(last)}`;
  });
  return [...told, ...(runs.length > MOST_RUNS ? ['others'] : [])].join(' or ');
}

/** A statement: `shared 2.0.0`, or `not shop 1.1.0`. */
export function describeTerm(replay: Described, id: PackageId, { positive, versions }: Term): string {
  const text = describeVersions(replay, id, versions);
  return positive ? text : `not ${text}`;
}

/**
 * A rule in the notation of sets: statements that must not all be true. Where all versions are meant, the name alone stands:
 * `{banner 1.1, not fonts}`.
 */
export function formatRule(replay: Described, id: IncompatibilityId): string {
  const terms = replay.incompatibilities[id]?.terms ?? [];
  const texts = terms.slice(0, MOST_STATEMENTS).map(({ package: of, term }) => formatStatement(replay, of, term));
  return `{${[...texts, ...moreThan(terms.length, MOST_STATEMENTS)].join(', ')}}`;
}

/** A statement in the notation of sets: `banner 1.1`, `not fonts`. */
export function formatStatement(replay: Described, id: PackageId, { positive, versions }: Term): string {
  const all = releasesOf(replay, id);
  const isAny = all === undefined || all.every((version) => containsVersion(versions, version));
  const text = isAny ? namePackage(replay.packages[id]) : describeVersions(replay, id, versions);
  return positive ? text : `not ${text}`;
}

function moreThan(count: number, most: number): readonly string[] {
  return count > most ? [`and ${count - most} more`] : [];
}

/** A rule in words. */
export function describeIncompatibility(replay: Described, id: IncompatibilityId): string {
  const incompatibility = replay.incompatibilities[id];
  if (incompatibility === undefined) return 'nothing';
  const { cause, terms } = incompatibility;
  switch (cause.kind) {
    case 'root':
      return 'your requirements must be met';
    case 'dependency': {
      const from = describeVersions(replay, cause.dependent, cause.dependentVersions);
      const to = describeVersions(replay, cause.dependency, cause.dependencyVersions);
      return isOwn(replay, cause.dependent) ? `you require ${to}` : `${from} requires ${to}`;
    }
    case 'no-versions':
      return `there is no ${describeVersions(replay, cause.package, cause.versions).replace(/^(any|no) /, '')} to choose`;
    case 'unavailable':
      return `${describeVersions(replay, cause.package, cause.versions)} can’t be used: ${describeReason(cause.reason)}`;
    case 'derived':
      return describeLearned(replay, terms);
  }
}

/** Whether a package is the reader’s own side of it. */
export function isOwn({ packages }: Described, id: PackageId): boolean {
  const kind = packages[id]?.kind;
  return kind === 'root' || kind === 'own-project';
}

/** Of terms that don't go together: what the positive ones need of the negative ones, or that they exclude each other. */
function describeLearned(replay: Described, learned: readonly PackageTerm[]): string {
  const terms = learned.filter((each) => !isOwn(replay, each.package));
  if (terms.length === 0) return `${YOU} can’t be met`;
  const word = ({ package: id, term }: PackageTerm) => describeVersions(replay, id, term.versions);
  const must = terms.filter(({ term }) => term.positive);
  const need = terms.filter(({ term }) => !term.positive);
  const all = (of: readonly PackageTerm[], last: string) =>
    [...of.slice(0, MOST_STATEMENTS).map(word), ...moreThan(of.length, MOST_STATEMENTS)].join(` ${last} `);
  if (must.length === 0) return `you require ${all(need, 'or')}`;
  if (need.length > 0) return `${all(must, 'with')} ${must.length === 1 ? 'needs' : 'need'} ${all(need, 'or')}`;
  if (must.length === 1) return `${all(must, '')} can’t be chosen`;
  return `${all(must, 'and')} don’t go together`;
}

/** Why a version can’t be used, as the second half of a sentence. */
export function describeReason(reason: UnusableReason): string {
  switch (reason.kind) {
    case 'no-such-project':
      return 'the index has no such project';
    case 'yanked':
      return 'it was yanked';
    case 'no-build':
      return 'it may not be built, and no wheel fits';
    case 'no-binary':
      return 'its wheels may not be used';
    case 'no-fitting-wheel':
      return 'no wheel fits, and there is no source distribution';
    case 'missing-environment':
      return `it has no wheel for ${reason.written}`;
    case 'requires-python':
      return 'it wants another Python';
    case 'impossible-requirement':
      return 'it requires what no version can be';
  }
}
