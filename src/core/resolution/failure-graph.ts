// What a failure rests on as a graph: who asks for which versions of what, and the projects of which no release is left.
import { containsVersion, type NormalizedName } from '@/core/python';
import { type Asks, overlapOf } from './asks';
import { nameAsker } from './describe-choice';
import { describeReason } from './describe-rule';
import { tidySpecifier } from './explain/written-requirement';
import type { ResolutionProblem } from './problem';
import type { Derivation } from './pubgrub/derivation';
import { projectOf, type SearchPackage } from './uv/package';
import type { UnusableReason } from './uv/usability';

export interface FailureNode {
  readonly name: NormalizedName;
  /** `every shop`, `shop 1.0`; the name alone where nothing is said of single releases. */
  readonly says: string;
  /** Why none of its releases is left: the ranges don’t meet, or what meets can’t be used. Undefined where some is. */
  readonly trouble: string | undefined;
}

export interface FailureGraph {
  readonly nodes: readonly FailureNode[];
  readonly edges: readonly {
    /** Undefined: the reader, or a constraint of theirs. */
    readonly from: NormalizedName | undefined;
    readonly to: NormalizedName;
    readonly asks: string;
  }[];
}

/** The graph of a failure: of the asks that its derivation is made of (asks.ts, `asksAtFault`). */
export function failureGraphOf(
  problem: ResolutionProblem,
  asks: Asks,
  { incompatibilities }: Derivation<UnusableReason>,
  packages: readonly SearchPackage[],
): FailureGraph {
  const unusable = new Map<NormalizedName, { readonly set: (place: number) => boolean; readonly why: string }[]>();
  for (const { cause } of incompatibilities.values()) {
    if (cause.kind !== 'unavailable') continue;
    const of = packages[cause.package];
    const name = of && projectOf(of);
    if (name === undefined) continue;
    const releases = problem.index.get(name) ?? [];
    const set = (place: number) => {
      const version = releases[place]?.version;
      return version !== undefined && containsVersion(cause.versions, version);
    };
    unusable.set(name, [...(unusable.get(name) ?? []), { set, why: describeReason(cause.reason) }]);
  }
  const spoken = new Map<NormalizedName, Set<string>>();
  const edges: FailureGraph['edges'][number][] = [];
  const note = (name: NormalizedName) => {
    const known = spoken.get(name) ?? new Set();
    spoken.set(name, known);
    return known;
  };
  for (const [to, of] of asks) {
    note(to);
    for (const { by, requirement } of of) {
      const from = by.kind === 'releases' ? by.name : undefined;
      if (by.kind === 'releases') note(by.name).add(nameAsker(by));
      edges.push({ from, to, asks: tidySpecifier(requirement.specifier) });
    }
  }
  const nodes = Array.from(spoken, ([name, says]): FailureNode => {
    const releases = problem.index.get(name);
    const within = overlapOf(asks.get(name) ?? [], releases?.length ?? 0);
    const bad = unusable.get(name) ?? [];
    const isLeft = within.some((isIn, place) => isIn && !bad.some(({ set }) => set(place)));
    return {
      name,
      says: says.size === 1 ? ([...says][0] ?? name) : name,
      trouble: isLeft
        ? undefined
        : releases === undefined
          ? 'the index has no such project'
          : within.includes(true)
            ? bad[0]?.why
            : 'no release is in all ranges',
    };
  });
  return {
    nodes,
    edges: [...new Map(edges.map((edge) => [`${edge.from ?? ''} ${edge.to} ${edge.asks}`, edge])).values()],
  };
}
