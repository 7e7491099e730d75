// A search played back: its steps as they were recorded, and what was known after each. The partial solution is what the
// decisions and derivations so far leave standing, by decision level (Dart pub, doc/solver.md, "Partial Solution").
import type { Version } from '@/core/python';
import type { ResolutionProblem } from './problem';
import type { Incompatibility, IncompatibilityId, PackageId } from './pubgrub/incompatibility';
import type { Term } from './pubgrub/term';
import { openTrace, type TraceEvent } from './pubgrub/trace';
import type { SearchPackage } from './uv/package';
import { startSearch, step } from './uv/search';
import type { UnusableReason } from './uv/usability';

export interface Replay {
  readonly problem: ResolutionProblem;
  readonly events: readonly TraceEvent[];
  readonly packages: readonly SearchPackage[];
  readonly incompatibilities: readonly Incompatibility<UnusableReason>[];
  /** Whether there was no room for all steps. */
  readonly isCut: boolean;
}

/** What stands of one package. */
export type Standing =
  | { readonly kind: 'decided'; readonly package: PackageId; readonly level: number; readonly version: Version }
  | { readonly kind: 'derived'; readonly package: PackageId; readonly level: number; readonly term: Term };

/** What is known after so many steps. */
export interface ReplayMoment {
  /** In the order in which it came to be known. */
  readonly standing: readonly Standing[];
  /** The incompatibilities that are known, the newest last; those that others took the place of are left out. */
  readonly known: readonly IncompatibilityId[];
  readonly level: number;
}

/** Searches and writes down up to `room` steps; the search ends after `budget` of its own. */
export function replayOf(problem: ResolutionProblem, room: number, budget: number): Replay {
  const trace = openTrace(room);
  const search = startSearch(problem, trace);
  const { context } = search;
  while (search.status === 'running' && context.counts.steps < budget && !trace.isCut) step(search);
  return {
    problem,
    events: trace.events,
    packages: context.table.packages,
    incompatibilities: context.incompatibilities,
    isCut: trace.isCut || search.status === 'running',
  };
}

/** What is known after the first `steps` steps. */
export function momentOf({ events }: Replay, steps: number): ReplayMoment {
  // In the order of levels, so what goes when the search goes back is at the end.
  const standing: Standing[] = [];
  const forgetAbove = (level: number) => {
    for (let last = standing.at(-1); last !== undefined && last.level > level; last = standing.at(-1)) standing.pop();
  };
  const known = new Set<IncompatibilityId>();
  let level = 0;
  for (const event of events.slice(0, steps)) {
    switch (event.kind) {
      case 'incompatibility':
        if (event.merged !== undefined) known.delete(event.merged);
        known.add(event.incompatibility);
        break;
      case 'propagation':
        // A fork that takes up where another began is at a lower level than the last step was.
        forgetAbove(event.level);
        standing.push({ kind: 'derived', package: event.package, level: event.level, term: event.accumulated });
        level = event.level;
        break;
      case 'decision':
        forgetAbove(event.level - 1);
        standing.push({ kind: 'decided', package: event.package, level: event.level, version: event.version });
        level = event.level;
        break;
      case 'resolution':
        known.add(event.learned);
        break;
      case 'backjump':
      case 'reorder':
        forgetAbove(event.to);
        level = event.to;
        break;
      case 'rejection':
        known.add(event.incompatibility);
        break;
      case 'conflict':
        break;
    }
  }
  return { standing, known: [...known], level };
}
