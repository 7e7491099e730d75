/** What the core makes of a scenario's text: the answer, who asks for what, why there is none, and the ways out. */
import type { Problem, TomlTable } from '@/core/python';
import {
  type AnswersElsewhere,
  type Asks,
  asksAtFault,
  asksOfAnswer,
  type BacktrackingOutcome,
  type BacktrackingReplay,
  type Explanation,
  explain,
  type NotModelled,
  type Pin,
  parseScenario,
  type Replay,
  type RequirementPlaces,
  type Resolution,
  type ResolutionProblem,
  requirementPlaces,
  resolutionOf,
  resolve,
  type Scenario,
  startSearch,
  step,
  type WaysOut,
  waysOut,
} from '@/core/resolution';
import { lateParts } from './late-parts';
import type { Patience } from './patience';
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
  /** Whether more steps might find more of these. */
  readonly isCut: () => boolean;
  readonly file: TomlTable | undefined;
  readonly places: () => RequirementPlaces;
  /** These are there once the late parts have come. */
  readonly replay: () => Replay;
  readonly backtrackingReplay: () => BacktrackingReplay | NotModelled;
  readonly backtracking: () => BacktrackingOutcome;
  /** The same question to npm, Cargo and Go. */
  readonly elsewhere: () => AnswersElsewhere;
}

export type Reading =
  | { readonly kind: 'read'; readonly answer: Answer }
  | { readonly kind: 'unread'; readonly problems: readonly Problem[] }
  /** It takes longer than the page may be held up: the worker reads it. */
  | { readonly kind: 'awaited' };

/** Readings that are kept: a reader goes back and forth between a few texts. */
const KEPT = 24;

export function readingOf({ readings, patience }: TextScene, text: string): Reading {
  const known = readings.get(text);
  if (known !== undefined) return known;
  const reading = readText(text, patience);
  keep(readings, text, reading);
  return reading;
}

export function keep(readings: Map<string, Reading>, text: string, reading: Reading): void {
  if (readings.size >= KEPT) readings.clear();
  readings.set(text, reading);
}

/** The text that is shown: the reader's if it can be read, or else the last one that could. */
export function shownText(scene: TextScene, { text, good }: Pick<ResolverState, 'text' | 'good'>): string {
  const own = text ?? scene.scenario.text;
  if (readingOf(scene, own).kind !== 'unread') return own;
  return good !== undefined && readingOf(scene, good).kind !== 'unread' ? good : scene.scenario.text;
}

function readText(text: string, patience: Patience): Reading {
  if (text.length > patience.characters) return { kind: 'awaited' };
  const { value, problems, file } = parseScenario(text);
  if (value === undefined) return { kind: 'unread', problems };
  if (sizeOf(value.problem) > patience.size) return { kind: 'awaited' };
  const resolution = resolve(value.problem, { budget: patience.steps });
  return { kind: 'read', answer: answerOf(value, file, resolution, patience, () => false) };
}

/** Requirements and releases. */
function sizeOf({ requirements, index }: ResolutionProblem): number {
  let size = requirements.length;
  for (const releases of index.values()) size += releases.length;
  return size;
}

/** All that is made of a scenario and what its search came to. `isOver` says when there is no more time. */
export function answerOf(
  scenario: Scenario,
  file: TomlTable | undefined,
  resolution: Resolution,
  patience: Patience,
  isOver: () => boolean,
): Answer {
  const { problem } = scenario;
  const pins = resolution.kind === 'solved' ? resolution.forks.flatMap((fork) => fork.pins) : [];
  const asks =
    resolution.kind === 'unsolvable'
      ? asksAtFault(problem, resolution.derivation, resolution.packages)
      : asksOfAnswer(problem, pins);
  const purse = { steps: patience.stepsOfAll };
  const again = thriftyResolver(patience.stepsOfOne, purse, isOver);
  return {
    scenario,
    resolution,
    pins,
    asks,
    why: once(() => explain(problem, again)),
    waysOut: once(() => waysOut(problem, again)),
    isCut: () => purse.steps <= 0,
    file,
    places: once(() => requirementPlaces(file)),
    replay: once(() => late().replayOf(problem, patience.replay, patience.steps)),
    backtrackingReplay: once(() => late().backtrackingReplayOf(problem, patience.replay)),
    backtracking: once(() => late().solveByBacktracking(problem, { budget: patience.rounds })),
    elsewhere: once(() => late().elsewhereOf(scenario)),
  };
}

/** What a search costs before its first step, in steps, so that a thousand short ones are no cheaper than a long one. */
const STARTING = 4;

/** A resolver whose searches are paid from one purse: when it is empty, each stops where it begins. */
function thriftyResolver(most: number, purse: { steps: number }, isOver: () => boolean): typeof resolve {
  return (problem) => {
    const search = startSearch(problem);
    const { counts } = search.context;
    const limit = Math.min(most, purse.steps);
    while (search.status === 'running' && counts.steps < limit && !isOver()) step(search);
    purse.steps = isOver() ? 0 : purse.steps - counts.steps - STARTING;
    return resolutionOf(search);
  };
}

function late() {
  const parts = lateParts();
  if (parts === undefined) throw new Error('The late parts are asked for before they have loaded.');
  return parts;
}

/** A value that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
