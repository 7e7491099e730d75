/**
 * Work that takes longer than a page may be held up, done in a worker: it gives way between its steps so that it can be cancelled, says
 * where it stands, and stops at a stated bound. What it answers is plain data.
 */
import { formatVersion } from '@/core/python';
import {
  backtrackingOutcome,
  type EffortCounts,
  PIP_MAX_ROUNDS,
  type Pin,
  parseScenario,
  type ResolutionProblem,
  resolutionOf,
  startBacktracking,
  startSearch,
  step,
  stepBacktracking,
} from '@/core/resolution';
import type { Awaited, Heard } from './heard';
import { model } from './model';
import { IN_WORKER } from './patience';
import { wholePicture } from './present';
import { answerOf, keep, readingOf, shownText } from './reading';
import type { ResolverScene, TextScene } from './scenario';
import { type ResolverState, type RewriteEvent, rewritesText } from './state';

export type LongQuestion =
  /** The other strategy on a scenario. */
  | { readonly strategy: 'backtracking'; readonly text: string }
  /** A state that is too much for the page; with an event, the state after it. */
  | { readonly strategy: 'whole'; readonly awaited: Awaited; readonly event: RewriteEvent | undefined };

/** What backtracking came to. */
export interface LongAnswer {
  readonly kind: 'solved' | 'unsolvable' | 'stopped';
  readonly counts: EffortCounts;
  /** `name==version`, of all forks. */
  readonly pins: readonly string[];
  /** Why there is none. */
  readonly why: readonly string[];
}

export interface WholeAnswer {
  readonly heard: Heard;
  /** The state that it is of: another than was asked about after an event. */
  readonly state: ResolverState;
}

/** Where a search stands. */
export interface LongProgress {
  readonly steps: number;
  readonly conflicts: number;
  readonly learned: number;
}

/** What the clock must say: milliseconds. */
export type Clock = () => number;

/** Milliseconds after which a search is stopped, and those that its explanation and the ways out may take then. */
const LONGEST_SEARCH = 6_000;
const LONGEST_EXPLANATION = 1_500;
/** Milliseconds between two looks at whether anybody still wants the answer. */
const STRIDE = 40;

type Report = (progress: LongProgress) => void;

export type LongAnswerer = (
  question: LongQuestion,
  signal: AbortSignal,
  report: Report,
) => Promise<LongAnswer | WholeAnswer | undefined>;

/** Answers questions one after another. The scenario of the last one is kept: a reader mostly goes on with it. */
export function openLongSearch(clock: Clock): LongAnswerer {
  let scene: TextScene | undefined;
  let lastRead: string | undefined;
  return async (question, signal, report) => {
    if (question.strategy === 'backtracking') {
      const problem = parseScenario(question.text).value?.problem;
      return problem && byBacktracking(problem, signal, clock);
    }
    const { scenario, state: asked } = question.awaited;
    if (scene?.scenario.text !== scenario.text) {
      scene = { scenario, readings: new Map(), patience: IN_WORKER };
      lastRead = undefined;
    }
    const here = scene;
    const read = (text: string) => readLong(here, text, signal, report, clock);
    // The page can't tell whether a long text could be read: what could be read last, it was here.
    const good = [lastRead, asked.good].find((text) => text !== undefined && here.readings.has(text));
    const before = { ...asked, good };
    if (!(await read(ownText(before, here)))) return undefined;
    const state = settledHere(here, before, question.event);
    if (!(await read(ownText(state, here))) || !(await read(shownText(here, state)))) return undefined;
    lastRead = shownText(here, state);
    const whole = here as ResolverScene;
    const heard: Heard = {
      picture: wholePicture(whole, state),
      facts: [...model.facts(whole, state)],
      realCheck: model.realCheck(whole, state),
    };
    return { heard, state };
  };
}

const ownText = ({ text }: ResolverState, { scenario }: TextScene): string => text ?? scenario.text;

function settledHere(scene: TextScene, state: ResolverState, event: RewriteEvent | undefined): ResolverState {
  return event !== undefined && rewritesText(event) ? model.update(scene as ResolverScene, state, event) : state;
}

/** Reads a text and searches to its end, or to a bound; false when nobody wants it any more. */
async function readLong(
  scene: TextScene,
  text: string,
  signal: AbortSignal,
  report: Report,
  clock: Clock,
): Promise<boolean> {
  if (scene.readings.has(text)) return true;
  const { value, file } = parseScenario(text);
  if (value === undefined) {
    // The reading itself tells the problems.
    readingOf(scene, text);
    return true;
  }
  const search = startSearch(value.problem);
  const { counts } = search.context;
  const end = clock() + LONGEST_SEARCH;
  while (search.status === 'running' && counts.steps < IN_WORKER.steps && clock() < end) {
    const pause = clock() + STRIDE;
    while (search.status === 'running' && counts.steps < IN_WORKER.steps && clock() < pause) step(search);
    report({ steps: counts.steps, conflicts: counts.conflicts, learned: learnedIn(search) });
    await giveWay();
    if (signal.aborted) return false;
  }
  const explained = clock() + LONGEST_EXPLANATION;
  const inPieces = { ...IN_WORKER, isAtOnce: false };
  const answer = answerOf(value, file, resolutionOf(search), inPieces, () => clock() > explained);
  while (answer.isThinking()) {
    const pause = clock() + STRIDE;
    answer.think(() => clock() > pause);
    await giveWay();
    if (signal.aborted) return false;
  }
  keep(scene.readings, text, { kind: 'read', answer, isPartial: false });
  return true;
}

function learnedIn({ context }: ReturnType<typeof startSearch>): number {
  let learned = 0;
  for (const { cause } of context.incompatibilities) if (cause.kind === 'derived') learned += 1;
  return learned;
}

async function byBacktracking(
  problem: ResolutionProblem,
  signal: AbortSignal,
  clock: Clock,
): Promise<LongAnswer | undefined> {
  const search = startBacktracking(problem);
  if ('kind' in search) return undefined;
  const end = clock() + LONGEST_SEARCH;
  while (search.status === 'searching' && search.rounds < PIP_MAX_ROUNDS && clock() < end && !signal.aborted) {
    const pause = clock() + STRIDE;
    while (search.status === 'searching' && search.rounds < PIP_MAX_ROUNDS && clock() < pause) stepBacktracking(search);
    await giveWay();
  }
  const outcome = backtrackingOutcome(search);
  if (outcome.kind === 'not-modelled') return undefined;
  const pins = outcome.kind === 'solved' ? outcome.forks.flatMap((fork) => fork.pins.map(formatPin)) : [];
  return { kind: outcome.kind, counts: outcome.counts, pins, why: [] };
}

const formatPin = ({ name, version }: Pin): string => `${name}==${formatVersion(version)}`;

/** Lets messages in. */
const giveWay = (): Promise<void> => new Promise((done) => setTimeout(done));
