// An answer as a graph: the chosen releases, and which of them requires which. What `uv tree` shows.
import { formatClause, type NormalizedName, type Requirement, type Version } from '@/core/python';
import { countsIn, releaseOfPin, requirementsOf } from './asks';
import type { Pin } from './outcome';
import type { ResolutionProblem } from './problem';

export interface GraphEdge {
  /** Undefined: the root. */
  readonly from: NormalizedName | undefined;
  readonly to: NormalizedName;
  /** The versions that are asked for, as written: `>=1,<2`. */
  readonly asks: string;
}

export interface DependencyGraph {
  readonly nodes: readonly {
    readonly name: NormalizedName;
    readonly version: Version;
    /** How many requirements from the root at least. */
    readonly depth: number;
  }[];
  readonly edges: readonly GraphEdge[];
}

/** The graph of an answer. Of an answer in forks it is that of all forks together, each project in its first version. */
export function graphOf(problem: ResolutionProblem, pins: readonly Pin[]): DependencyGraph {
  const chosen = new Map<NormalizedName, Pin>();
  for (const pin of pins) if (!chosen.has(pin.name)) chosen.set(pin.name, pin);
  const edges: GraphEdge[] = [];
  const add = (from: NormalizedName | undefined, requirements: readonly Requirement[]) => {
    const known = new Set<string>();
    for (const requirement of requirements) {
      const { normalizedName: to, specifier } = requirement;
      const asks = specifier.clauses.map(formatClause).join(',');
      if (to === from || !chosen.has(to) || known.has(`${to} ${asks}`) || !countsIn(problem, requirement)) continue;
      known.add(`${to} ${asks}`);
      edges.push({ from, to, asks });
    }
  };
  add(
    undefined,
    problem.requirements.map(({ requirement }) => requirement),
  );
  for (const pin of chosen.values()) {
    const release = releaseOfPin(problem, pin);
    if (release !== undefined) add(pin.name, requirementsOf(release, pin.extras));
  }
  const depths = depthsOf(edges);
  return {
    nodes: Array.from(chosen.values(), ({ name, version }) => ({ name, version, depth: depths.get(name) ?? 1 })),
    edges,
  };
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
