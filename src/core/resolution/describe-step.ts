// The one writer of a replay: a step of the search, an incompatibility, what is known of a package, each in a sentence or less.
// Versions are named by what exists.
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
import type { TraceEvent } from './pubgrub/trace';
import type { Replay } from './replay';
import type { SearchPackage } from './uv/package';
import type { UnusableReason } from './uv/usability';

/** So many versions are listed; more are given by their ends. */
const MOST_LISTED = 3;

/** A package as people call it: `shop`, `shop[fast]`, `your requirements`. */
export function namePackage(of: SearchPackage | undefined): string {
  switch (of?.kind) {
    case undefined:
    case 'root':
    case 'own-project':
      return 'your requirements';
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

/** `shop 1.1.0`, `shared 1.0.0 or 1.4.0`, `any stock`, `shared >=3`. */
export function describeVersions(replay: Replay, id: PackageId, versions: VersionSet): string {
  const of = replay.packages[id];
  const name = namePackage(of);
  if (of === undefined || of.kind === 'root' || of.kind === 'own-project') return name;
  if (of.kind === 'python') return `${name} ${formatVersionSet(versions)}`;
  const all = (replay.problem.index.get(of.name) ?? []).map(({ version }) => version);
  const within = all.filter((version) => containsVersion(versions, version));
  if (within.length === 0) return isEmptySet(versions) ? `no ${name}` : `${name} ${formatVersionSet(versions)}`;
  if (within.length === all.length && all.length > 1) return `any ${name}`;
  if (within.length <= MOST_LISTED) return `${name} ${within.map(formatVersion).join(' or ')}`;
  return `${name} ${runsOf(all, within)}`;
}

/** `1.0 to 1.9`, `1.0 or 2.0 to 2.4`. */
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
  return runs
    .map(({ first, last }) =>
      first === last ? formatVersion(first) : `${formatVersion(first)} to ${formatVersion(last)}`,
    )
    .join(' or ');
}

/** What is known of a package: `shared 2.0.0`, or `not shop 1.1.0`. */
export function describeTerm(replay: Replay, id: PackageId, { positive, versions }: Term): string {
  const text = describeVersions(replay, id, versions);
  return positive ? text : `not ${text}`;
}

/** An incompatibility in words. */
export function describeIncompatibility(replay: Replay, id: IncompatibilityId): string {
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

function isOwn({ packages }: Replay, id: PackageId): boolean {
  const kind = packages[id]?.kind;
  return kind === 'root' || kind === 'own-project';
}

/** Of terms that don't go together: what the positive ones need of the negative ones, or that they exclude each other. */
function describeLearned(replay: Replay, all: readonly PackageTerm[]): string {
  const terms = all.filter((each) => !isOwn(replay, each.package));
  if (terms.length === 0) return 'your requirements can’t be met';
  const word = ({ package: id, term }: PackageTerm) => describeVersions(replay, id, term.versions);
  const must = terms.filter(({ term }) => term.positive).map(word);
  const need = terms.filter(({ term }) => !term.positive).map(word);
  if (must.length === 0) return `you require ${need.join(' or ')}`;
  if (need.length > 0) return `${must.join(' with ')} needs ${need.join(' or ')}`;
  if (must.length === 1) return `${must[0]} can’t be chosen`;
  return `${must.join(' and ')} don’t go together`;
}

function describeReason(reason: UnusableReason): string {
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

/** A step in a sentence. */
export function describeStep(replay: Replay, event: TraceEvent): string {
  const about = (id: IncompatibilityId) => describeIncompatibility(replay, id);
  switch (event.kind) {
    case 'incompatibility':
      return `Read: ${about(event.incompatibility)}.`;
    case 'propagation':
      return `It follows: ${describeTerm(replay, event.package, event.accumulated)}, because ${about(event.cause)}.`;
    case 'decision':
      return isOwn(replay, event.package)
        ? 'Begin with your requirements.'
        : `Decide: ${namePackage(replay.packages[event.package])} ${formatVersion(event.version)}, at level ${event.level}.`;
    case 'rejection':
      return `Not taken: ${namePackage(replay.packages[event.package])} ${formatVersion(event.version)}, because ${about(event.incompatibility)}.`;
    case 'conflict':
      return `Conflict: ${about(event.incompatibility)}, and what is decided says otherwise.`;
    case 'resolution':
      return `Learn: ${about(event.learned)}, because ${about(event.incompatibility)}, and ${about(event.cause)}.`;
    case 'backjump':
      return `Back from level ${event.from} to level ${event.to}, because ${about(event.incompatibility)}.`;
    case 'reorder':
      return `Back from level ${event.from} to level ${event.to}: ${namePackage(replay.packages[event.package])} stood in the way too often, and is decided on later.`;
  }
}
