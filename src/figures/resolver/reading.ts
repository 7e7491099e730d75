/** What the core makes of a scenario's text: the answer, who asks for what, why there is none, and the ways out. */
import { formatVersion, type Problem, parseToml, type TomlTable } from '@/core/python';
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
  type ParsedScenario,
  type Pin,
  parseScenarioWith,
  type Replay,
  type RequirementPlaces,
  type Resolution,
  type ResolutionProblem,
  type ResolvedFork,
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
import { type Thought, thinker } from './piecewise';
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
  /** Where there is no solution; nothing while they are yet to be made. */
  readonly why: () => Explanation | undefined;
  readonly waysOut: () => WaysOut | undefined;
  /** Whether these are yet to be made. */
  readonly isThinking: () => boolean;
  /** Makes a piece of them. */
  readonly think: (isOver: () => boolean) => void;
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
  | { readonly kind: 'read'; readonly answer: Answer; readonly isPartial: boolean }
  | { readonly kind: 'unread'; readonly problems: readonly Problem[]; readonly isPartial: boolean }
  /** It takes longer than the page may be held up: the worker reads it. */
  | { readonly kind: 'awaited' };

/** Readings that are kept: a reader goes back and forth between a few texts. */
const KEPT = 24;

export function readingOf({ readings, patience }: TextScene, text: string): Reading {
  const known = readings.get(text);
  // What stands in it of other ecosystems can be read once the late parts have come.
  const isOld = known !== undefined && known.kind !== 'awaited' && known.isPartial && lateParts() !== undefined;
  if (known !== undefined && !isOld) return known;
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
  const { value, problems, file, isPartial } = parsed(text);
  if (value === undefined) return { kind: 'unread', problems, isPartial };
  if (sizeOf(value.problem) > patience.size) return { kind: 'awaited' };
  const resolution = resolve(value.problem, { budget: patience.steps });
  return { kind: 'read', answer: answerOf(value, file, resolution, patience, () => false), isPartial };
}

let lastToml: { readonly text: string; readonly toml: ReturnType<typeof parseToml> } | undefined;
let last: { readonly text: string; readonly isWhole: boolean; readonly parsed: ParsedScenario } | undefined;

/** A text as TOML, the last one kept: the first reading is made in pieces, for its code is cold. */
export function tomlOf(text: string): ReturnType<typeof parseToml> {
  if (lastToml?.text !== text) lastToml = { text, toml: parseToml(text) };
  return lastToml.toml;
}

/** A text as a scenario, the last one kept. */
export function parsed(text: string): ParsedScenario {
  const elsewhere = lateParts()?.readElsewhere;
  const isWhole = elsewhere !== undefined;
  if (last?.text !== text || last.isWhole !== isWhole) {
    last = { text, isWhole, parsed: parseScenarioWith(text, elsewhere, tomlOf(text)) };
  }
  return last.parsed;
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
  const pins = resolution.kind === 'solved' ? everyPin(resolution.forks) : [];
  const asks =
    resolution.kind === 'unsolvable'
      ? asksAtFault(problem, resolution.derivation, resolution.packages)
      : asksOfAnswer(problem, pins);
  const purse = { steps: patience.stepsOfAll };
  const about = thinker(problem, thriftyResolver(patience.stepsOfOne, purse, isOver));
  const isTorn = resolution.kind === 'unsolvable';
  const why = about((again) => (isTorn ? explain(problem, again) : undefined));
  const ways = about((again) => waysOut(problem, again));
  const made = <T>(thought: Thought<T>): T | undefined => {
    if (patience.isAtOnce) thought.goOn(() => false);
    return thought.made()?.value;
  };
  return {
    scenario,
    resolution,
    pins,
    asks,
    why: () => made(why),
    waysOut: () => made(ways),
    isThinking: () => isTorn && !patience.isAtOnce && ways.made() === undefined,
    think: (isEnough) => (why.made() === undefined ? why : ways).goOn(isEnough),
    isCut: () => purse.steps <= 0,
    file,
    places: once(() => requirementPlaces(file)),
    replay: once(() => late().replayOf(problem, patience.replay, patience.steps)),
    backtrackingReplay: once(() => late().backtrackingReplayOf(problem, patience.replay)),
    backtracking: once(() => late().solveByBacktracking(problem, { budget: patience.rounds })),
    elsewhere: once(() => late().elsewhereOf(scenario)),
  };
}

/** What is installed in any fork, each release once, with the extras that any of them has of it. */
function everyPin(forks: readonly ResolvedFork[]): readonly Pin[] {
  const pins = new Map<string, Pin>();
  for (const pin of forks.flatMap((fork) => fork.pins)) {
    const key = `${pin.name} ${formatVersion(pin.version)}`;
    const extras = new Set([...(pins.get(key)?.extras ?? []), ...pin.extras]);
    pins.set(key, { ...pin, extras: [...extras].sort() });
  }
  return [...pins.values()];
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
