// What a package requires, as dependencies on packages of the search (crates/uv-resolver, resolver/mod.rs, "get_dependencies").
import {
  isEmptySet,
  type MarkerSet,
  type NormalizedName,
  onlyVersion,
  type Version,
  type VersionSet,
} from '@/core/python';
import type { PackageId } from '../pubgrub/incompatibility';
import type { ForkEnvironment } from './environment';
import { type ActiveRequirement, expandRequirements } from './expand';
import type { KnownRequirement } from './known-requirement';
import { packageAt, packageId, type SearchPackage } from './package';
import { projectNamed, releaseOf, requirementsIn } from './project';
import type { SearchContext } from './search-context';
import type { UnusableReason } from './usability';

export interface SearchDependency {
  readonly package: PackageId;
  readonly versions: VersionSet;
  readonly isPin: boolean;
}

export type Dependencies =
  /** `mayFork`: requirements of a release or the root, rather than what ties a proxy to its project. */
  | { readonly kind: 'known'; readonly dependencies: readonly SearchDependency[]; readonly mayFork: boolean }
  | { readonly kind: 'unusable'; readonly reason: UnusableReason };

/** What a version of a package requires in a fork. */
export function dependenciesOf(
  context: SearchContext,
  id: PackageId,
  version: Version,
  environment: ForkEnvironment,
): Dependencies {
  const of = packageAt(context.table, id);
  switch (of.kind) {
    case 'root':
      if (context.problem.target.kind === 'environment') return ownRequirements(context, environment);
      return ties(context, version, [{ kind: 'own-project' }]);
    case 'own-project':
      return ownRequirements(context, environment);
    case 'python':
      return { kind: 'known', dependencies: [], mayFork: false };
    case 'marker-proxy':
      return ties(context, version, [
        withMarker(of.name, undefined, undefined),
        withMarker(of.name, undefined, of.marker),
      ]);
    case 'extra-proxy': {
      const markers = of.marker === undefined ? [undefined] : [undefined, of.marker];
      const tied = markers.flatMap((marker) =>
        [undefined, of.extra].map((extra) => withMarker(of.name, extra, marker)),
      );
      return ties(context, version, tied);
    }
    case 'project': {
      const requirements = requirementsOfVersion(context, of.name, version);
      return fromRequirements(context, expandRequirements(requirements, of, environment, context));
    }
  }
}

function ownRequirements(context: SearchContext, environment: ForkEnvironment): Dependencies {
  return fromRequirements(context, expandRequirements(context.root, undefined, environment, context));
}

function withMarker(
  name: NormalizedName,
  extra: NormalizedName | undefined,
  marker: MarkerSet | undefined,
): SearchPackage {
  return { kind: 'project', name, extra, marker };
}

/** A proxy requires what it ties together in its own version. */
function ties({ table }: SearchContext, version: Version, tied: readonly SearchPackage[]): Dependencies {
  const versions = onlyVersion(version);
  const dependencies = tied.map((of) => ({ package: packageId(table, of), versions, isPin: true }));
  return { kind: 'known', dependencies, mayFork: false };
}

function requirementsOfVersion(
  context: SearchContext,
  name: NormalizedName,
  version: Version,
): readonly KnownRequirement[] {
  const release = releaseOf(projectNamed(context, name), version);
  return release === undefined ? [] : requirementsIn(context, release);
}

function fromRequirements({ table }: SearchContext, active: readonly ActiveRequirement[]): Dependencies {
  const dependencies: SearchDependency[] = [];
  for (const { from, extras, marker } of active) {
    const { name, versions, isPin, requirement } = from;
    if (isEmptySet(versions)) return { kind: 'unusable', reason: { kind: 'impossible-requirement', requirement } };
    for (const of of packagesOf(name, extras, marker)) {
      dependencies.push({ package: packageId(table, of), versions, isPin });
    }
  }
  return { kind: 'known', dependencies, mayFork: true };
}

/** The packages that a requirement is on: one for each extra, or one for the project. */
function packagesOf(
  name: NormalizedName,
  extras: readonly NormalizedName[],
  marker: MarkerSet | undefined,
): readonly SearchPackage[] {
  if (extras.length > 0) return extras.map((extra) => ({ kind: 'extra-proxy', name, extra, marker }));
  if (marker !== undefined) return [{ kind: 'marker-proxy', name, marker }];
  return [{ kind: 'project', name, extra: undefined, marker: undefined }];
}
