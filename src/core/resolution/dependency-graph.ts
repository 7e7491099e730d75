// An answer as a graph: the chosen releases, and which of them requires which, in one fork of the answer. What `uv tree` shows.
import {
  formatMarker,
  isDisjoint,
  type Marker,
  markerArena,
  markerSet,
  type NormalizedName,
  normalizeName,
  parseMarker,
  type Requirement,
  type Version,
} from '@/core/python';
import { countsIn, releaseOfPin } from './asks';
import { tidySpecifier } from './explain/written-requirement';
import type { Pin } from './outcome';
import type { IndexedRelease, ResolutionProblem } from './problem';

export interface GraphEdge {
  /** Undefined: the root. */
  readonly from: NormalizedName | undefined;
  readonly to: NormalizedName;
  /** The versions that are asked for, from the lower bound to the upper one: `>=1,<2`. */
  readonly asks: string;
  /** The extras that are asked for, sorted. */
  readonly extras: readonly NormalizedName[];
  /** The extra of the requiring release that it is for. */
  readonly extra: NormalizedName | undefined;
  /** Where it counts, as written. */
  readonly marker: string | undefined;
}

export interface GraphNode {
  readonly name: NormalizedName;
  readonly version: Version;
  /** How many requirements from the root at least. */
  readonly depth: number;
}

export interface DependencyGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/**
 * The graph of an answer, or of one fork of it: then `markers` are the fork's, and a requirement that counts in none of its
 * environments is left out.
 */
export function graphOf(problem: ResolutionProblem, pins: readonly Pin[], markers?: string): DependencyGraph {
  const chosen = new Map<NormalizedName, Pin>();
  for (const pin of pins) if (!chosen.has(pin.name)) chosen.set(pin.name, pin);
  const isHere = environmentsOf(markers);
  const hasExtra = (name: NormalizedName, extra: NormalizedName) => {
    const pin = chosen.get(name);
    return pin !== undefined && releaseOfPin(problem, pin)?.extras.has(extra) === true;
  };
  const edges: GraphEdge[] = [];
  const add = (
    from: NormalizedName | undefined,
    requirements: readonly Requirement[],
    extra: NormalizedName | undefined,
  ) => {
    const known = new Set<string>();
    for (const { normalizedName: to, specifier, extras, marker } of requirements.filter((each) =>
      countsIn(problem, each),
    )) {
      const asks = tidySpecifier(specifier);
      const key = `${to} ${asks} ${extras.join()}`;
      if (to === from || !chosen.has(to) || known.has(key) || !isHere(marker)) continue;
      known.add(key);
      const asked = extras
        .map(normalizeName)
        .filter((each) => hasExtra(to, each))
        .sort();
      edges.push({ from, to, asks, extras: asked, extra, marker: marker && formatMarker(marker) });
    }
  };
  add(
    undefined,
    problem.requirements.map(({ requirement }) => requirement),
    undefined,
  );
  for (const pin of chosen.values()) {
    const release = releaseOfPin(problem, pin);
    if (release === undefined) continue;
    add(pin.name, release.requires, undefined);
    for (const extra of pin.extras) add(pin.name, requiredForExtra(release, pin.name, extra), extra);
  }
  const depths = depthsOf(edges);
  return {
    nodes: Array.from(chosen.values(), ({ name, version }) => ({ name, version, depth: depths.get(name) ?? 1 })),
    edges,
  };
}

/** What a release requires for an extra; where that is the release itself with more extras, what it requires for those. */
function requiredForExtra(
  release: IndexedRelease,
  name: NormalizedName,
  extra: NormalizedName,
): readonly Requirement[] {
  const requirements: Requirement[] = [];
  const extras = new Set([extra]);
  // A set hands out what is added to it meanwhile.
  for (const each of extras) {
    for (const requirement of release.extras.get(each) ?? []) {
      if (requirement.normalizedName !== name) requirements.push(requirement);
      else for (const more of requirement.extras) extras.add(normalizeName(more));
    }
  }
  return requirements;
}

/** Whether a marker may hold in a fork's environments. */
function environmentsOf(markers: string | undefined): (marker: Marker | undefined) => boolean {
  const fork = markers === undefined ? undefined : parseMarker(markers).value;
  if (fork === undefined) return () => true;
  const arena = markerArena();
  const set = markerSet(fork, arena);
  return (marker) => marker === undefined || isDisjoint(set, markerSet(marker, arena)) !== true;
}

/** Breadth first, so that a circle ends. */
function depthsOf(edges: readonly GraphEdge[]): ReadonlyMap<NormalizedName, number> {
  const next = new Map<NormalizedName | undefined, NormalizedName[]>();
  for (const { from, to } of edges) {
    const known = next.get(from);
    if (known === undefined) next.set(from, [to]);
    else known.push(to);
  }
  const depths = new Map<NormalizedName, number>();
  for (const to of next.get(undefined) ?? []) depths.set(to, 1);
  // A map hands out what is added to it meanwhile.
  for (const [name, depth] of depths) {
    for (const to of next.get(name) ?? []) if (!depths.has(to)) depths.set(to, depth + 1);
  }
  return depths;
}
