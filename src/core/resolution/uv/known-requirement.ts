// Requirements made ready for the search: their versions as a set, their markers as sets of environments.
import {
  areEqualSets,
  comparisonsOf,
  type MarkerArena,
  type MarkerSet,
  markerSet,
  type NormalizedName,
  normalizeName,
  type Requirement,
  type VersionSet,
  versionSetOf,
} from '@/core/python';
import { plainMarker } from './environment';
import { withoutVersionLists } from './version-list';

export interface KnownRequirement {
  readonly requirement: Requirement;
  readonly name: NormalizedName;
  readonly extras: readonly NormalizedName[];
  readonly versions: VersionSet;
  /** Whether it names one version, as `==1.0` does. */
  readonly isPin: boolean;
  /** Where it counts; undefined: everywhere. */
  readonly marker: MarkerSet | undefined;
  /** Whether the marker asks for extras. */
  readonly asksForExtras: boolean;
  /** The extra that a release lists it under. */
  readonly underExtra: NormalizedName | undefined;
  /** The requirement that it overrides. */
  readonly replaces: KnownRequirement | undefined;
}

/** Makes a requirement ready. All of one search share an arena for markers. */
export function knownRequirement(
  requirement: Requirement,
  arena: MarkerArena,
  underExtra?: NormalizedName,
): KnownRequirement {
  const { marker } = requirement;
  const versions = versionSetOf(requirement.specifier);
  return {
    requirement,
    name: requirement.normalizedName,
    extras: requirement.extras.map(normalizeName),
    versions,
    isPin: isPin(requirement, versions),
    marker: marker && plainMarker(markerSet(withoutVersionLists(marker), arena)),
    asksForExtras: marker !== undefined && comparisonsOf(marker).some(asksForExtra),
    underExtra,
    replaces: undefined,
  };
}

function asksForExtra({ left, right }: ReturnType<typeof comparisonsOf>[number]): boolean {
  return [left, right].some(
    (side) => side.kind === 'variable' && (side.variable === 'extra' || side.variable === 'extras'),
  );
}

/**
 * Whether a requirement's clauses come down to one that names a version (crates/uv-resolver, pubgrub/range.rs,
 * "is_singleton_constraint"). `>=1.0,<=1.0` is none, though it admits no other version.
 */
function isPin({ specifier }: Requirement, all: VersionSet): boolean {
  return specifier.clauses.some((clause) => {
    if (clause.kind === 'prefix' || (clause.operator !== '==' && clause.operator !== '===')) return false;
    return areEqualSets(clause.versions, all);
  });
}
