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
  | {
      readonly kind: 'derived';
      readonly package: PackageId;
      readonly level: number;
      /** All that is known of the package with it, and the incompatibility that it follows from. */
      readonly term: Term;
      readonly cause: IncompatibilityId;
    };

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

/** What is known before the first step. */
export const NOTHING_KNOWN: ReplayMoment = { standing: [], known: [], level: 0 };

/** What is known after the first `steps` steps: the same as if they were taken one by one. */
export function momentOf({ events }: Replay, steps: number): ReplayMoment {
  const growing = growingFrom(NOTHING_KNOWN);
  for (const event of events.slice(0, steps)) take(growing, event);
  return momentIn(growing);
}

/** What is known after one step more. */
export function advance(moment: ReplayMoment, event: TraceEvent): ReplayMoment {
  const growing = growingFrom(moment);
  take(growing, event);
  return momentIn(growing);
}

/** A moment while steps are taken, so that many of them take linear time. */
interface GrowingMoment {
  /** In the order of levels, so what goes when the search goes back is at the end. */
  readonly standing: Standing[];
  readonly known: Set<IncompatibilityId>;
  level: number;
}

function growingFrom({ standing, known, level }: ReplayMoment): GrowingMoment {
  return { standing: [...standing], known: new Set(known), level };
}

function momentIn({ standing, known, level }: GrowingMoment): ReplayMoment {
  return { standing, known: [...known], level };
}

function take(moment: GrowingMoment, event: TraceEvent): void {
  const { standing, known } = moment;
  switch (event.kind) {
    case 'incompatibility':
      if (event.merged !== undefined) known.delete(event.merged);
      learn(known, event.incompatibility);
      break;
    case 'resolution':
      learn(known, event.learned);
      break;
    case 'propagation': {
      const { package: of, level, accumulated: term, cause } = event;
      // A fork that takes up where another began is at a lower level than the last step was.
      forgetAbove(moment, level);
      standing.push({ kind: 'derived', package: of, level, term, cause });
      break;
    }
    case 'decision': {
      const { package: of, level, version } = event;
      forgetAbove(moment, level - 1);
      standing.push({ kind: 'decided', package: of, level, version });
      moment.level = level;
      break;
    }
    case 'backjump':
    case 'reorder':
      forgetAbove(moment, event.to);
      break;
    case 'rejection':
    case 'conflict':
      break;
  }
}

/** The newest is last. */
function learn(known: Set<IncompatibilityId>, id: IncompatibilityId): void {
  known.delete(id);
  known.add(id);
}

function forgetAbove(moment: GrowingMoment, level: number): void {
  const { standing } = moment;
  for (let last = standing.at(-1); last !== undefined && last.level > level; last = standing.at(-1)) standing.pop();
  moment.level = level;
}

/** What the last of the first `steps` steps took back, by going to a lower level. */
export function takenBack(replay: Replay, steps: number): readonly Standing[] {
  const event = replay.events[steps - 1];
  if (event?.kind !== 'backjump' && event?.kind !== 'reorder') return [];
  return momentOf(replay, steps - 1).standing.filter(({ level }) => level > event.to);
}

/** The first conflict after the first `steps` steps, as the number of steps up to and with it. */
export function nextConflict({ events }: Pick<Replay, 'events'>, steps: number): number | undefined {
  const at = events.findIndex((event, place) => place >= steps && event.kind === 'conflict');
  return at === -1 ? undefined : at + 1;
}

/** The incompatibilities that a step speaks of. */
export function incompatibilitiesOf(event: TraceEvent): readonly IncompatibilityId[] {
  switch (event.kind) {
    case 'propagation':
      return [event.cause];
    case 'resolution':
      return [event.learned, event.incompatibility, event.cause];
    case 'incompatibility':
    case 'rejection':
    case 'conflict':
    case 'backjump':
      return [event.incompatibility];
    case 'decision':
    case 'reorder':
      return [];
  }
}
