/** What the core makes of a scenario's text: the answer, who asks for what, why there is none, and the ways out. */
import type { Problem } from '@/core/python';
import {
  type AnswersElsewhere,
  type Asks,
  asksAtFault,
  asksOfAnswer,
  type BacktrackingOutcome,
  type BacktrackingReplay,
  backtrackingReplayOf,
  type Explanation,
  elsewhereOf,
  explain,
  type NotModelled,
  type Pin,
  parseScenario,
  type Replay,
  type RequirementPlaces,
  type Resolution,
  replayOf,
  requirementPlaces,
  resolve,
  type Scenario,
  solveByBacktracking,
  type WaysOut,
  waysOut,
} from '@/core/resolution';
import type { TextScene } from './scenario';
import type { ResolverState } from './state';

/** What a text that can be read comes to. */
export interface Answer {
  readonly scenario: Scenario;
  readonly resolution: Resolution;
  /** What is installed, of all forks; nothing where there is no answer. */
  readonly pins: readonly Pin[];
  /** What is asked of each project: by the answer, or by what the failure rests on. */
  readonly asks: Asks;
  /** Where there is no solution; made when they are asked for. */
  readonly why: () => Explanation | undefined;
  readonly waysOut: () => WaysOut;
  readonly places: () => RequirementPlaces;
  readonly replay: () => Replay;
  readonly backtrackingReplay: () => BacktrackingReplay | NotModelled;
  readonly backtracking: () => BacktrackingOutcome;
  /** The same question to npm, Cargo and Go. */
  readonly elsewhere: () => AnswersElsewhere;
}

export type Reading =
  | { readonly kind: 'read'; readonly answer: Answer }
  | { readonly kind: 'unread'; readonly problems: readonly Problem[] };

/** Steps that are taken at once, so that a page answers within a frame; the worker goes on. */
export const INLINE_STEPS = 4_000;
/** Steps that are recorded; a longer replay would be watched by nobody. */
const LONGEST_REPLAY = 1_500;
/** Rounds of backtracking that are run at once; the worker goes on. */
const RACE_ROUNDS = 1_000;
/** Steps of each search for a way out, of which there are many. */
const WAY_STEPS = 2_000;
/** Readings that are kept: a reader goes back and forth between a few texts. */
const KEPT = 24;

export function readingOf({ readings }: TextScene, text: string): Reading {
  const known = readings.get(text);
  if (known !== undefined) return known;
  if (readings.size >= KEPT) readings.clear();
  const reading = readText(text);
  readings.set(text, reading);
  return reading;
}

/** The text that is shown: the reader's if it can be read, or else the last one that could. */
export function shownText(scene: TextScene, { text, good }: Pick<ResolverState, 'text' | 'good'>): string {
  const own = text ?? scene.scenario.text;
  if (readingOf(scene, own).kind === 'read') return own;
  return good !== undefined && readingOf(scene, good).kind === 'read' ? good : scene.scenario.text;
}

function readText(text: string): Reading {
  const { value, problems } = parseScenario(text);
  if (value === undefined) return { kind: 'unread', problems };
  const { problem } = value;
  const resolution = resolve(problem, { budget: INLINE_STEPS });
  const pins = resolution.kind === 'solved' ? resolution.forks.flatMap((fork) => fork.pins) : [];
  const asks =
    resolution.kind === 'unsolvable'
      ? asksAtFault(problem, resolution.derivation, resolution.packages)
      : asksOfAnswer(problem, pins);
  const again: typeof resolve = (other) => resolve(other, { budget: WAY_STEPS });
  return {
    kind: 'read',
    answer: {
      scenario: value,
      resolution,
      pins,
      asks,
      why: once(() => explain(problem, again)),
      waysOut: once(() => waysOut(problem, again)),
      places: once(() => requirementPlaces(text)),
      replay: once(() => replayOf(problem, LONGEST_REPLAY, INLINE_STEPS)),
      backtrackingReplay: once(() => backtrackingReplayOf(problem, LONGEST_REPLAY)),
      backtracking: once(() => solveByBacktracking(problem, { budget: RACE_ROUNDS })),
      elsewhere: once(() => elsewhereOf(value)),
    },
  };
}

/** A value that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
