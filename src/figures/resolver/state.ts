/** Which text, how it is looked at, which project, which step of the replay. What events do to it is update.ts. */
import type { Asker, Elsewhere } from '@/core/resolution';
import type { TextSetting } from './text-setting';

export const LENSES = ['ranges', 'steps', 'graph', 'race', 'elsewhere'] as const;
export type Lens = (typeof LENSES)[number];

/** Whose steps are played back. */
export const STRATEGIES = ['pubgrub', 'backtracking'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** The bays under “Elsewhere” that have a cover. */
export const BAYS = ['npm', 'cargo', 'go'] as const satisfies readonly Elsewhere[];
export type BayName = (typeof BAYS)[number];

export interface ResolverState {
  /** The reader's own text; undefined is the scenario's. */
  readonly text: string | undefined;
  /** While `text` can't be read: the last that could, undefined being the scenario's. */
  readonly good: string | undefined;
  readonly lens: Lens;
  /** The project that is looked at; undefined is the one where most is asked. */
  readonly focus: string | undefined;
  /** How many steps of the replay are taken, and whose. */
  readonly step: number;
  readonly strategy: Strategy;
  /** Which fork of the answer is drawn, counted from 0. */
  readonly fork: number;
  /** The bays under “Elsewhere” whose covers are lifted: until then a reader is to say what stands there. */
  readonly lifted: readonly BayName[];
  /** The characters of a text that was refused. */
  readonly refused: number | undefined;
}

/** Events that need no more than the state. */
export type LookEvent =
  | { readonly kind: 'lens-chosen'; readonly lens: Lens }
  | { readonly kind: 'project-chosen'; readonly project: string }
  | { readonly kind: 'walked'; readonly to: number }
  | { readonly kind: 'scrubbed'; readonly to: number }
  | { readonly kind: 'strategy-chosen'; readonly strategy: Strategy }
  | { readonly kind: 'fork-chosen'; readonly fork: number }
  | { readonly kind: 'bay-lifted'; readonly bay: BayName };

/** One of the settings of a scenario that have a control. */
export type SettingName = 'resolution' | 'prereleases' | 'python' | 'platform' | 'environments';

/** Events that write the text anew where it was read, so that comments and layout stay. */
export type RewriteEvent =
  /** One clause of what somebody asks for got another version; while it is dragged, one of many. */
  | {
      readonly kind: 'bound-moved';
      readonly by: Asker;
      readonly clause: number;
      readonly version: string;
      readonly dragged?: 'begins' | 'goes on';
    }
  /** The reader's requirements at these places become others, or are left out. */
  | {
      readonly kind: 'way-taken';
      readonly changes: readonly { readonly place: number; readonly to: string | undefined }[];
    }
  /** A requirement more. */
  | { readonly kind: 'requirement-put'; readonly text: string }
  /** All of the reader's requirements become these. */
  | { readonly kind: 'requirements-taken'; readonly texts: readonly string[] }
  | { readonly kind: 'setting-chosen'; readonly setting: SettingName; readonly value: string }
  /** A setting without a control, as what is written for it. */
  | { readonly kind: 'setting-written'; readonly change: TextSetting };

/** Events that change the text. */
export type TextEvent =
  | RewriteEvent
  | { readonly kind: 'text-typed'; readonly text: string }
  /** A text that the worker has rewritten, with the project that was looked at. */
  | { readonly kind: 'text-came'; readonly text: string; readonly focus: string | undefined }
  | { readonly kind: 'text-left' };

export type ResolverEvent = LookEvent | TextEvent;

/** Whether the text must be read to know what the event does. */
export function rewritesText(event: ResolverEvent): event is RewriteEvent {
  switch (event.kind) {
    case 'bound-moved':
    case 'way-taken':
    case 'requirement-put':
    case 'requirements-taken':
    case 'setting-chosen':
    case 'setting-written':
      return true;
    case 'lens-chosen':
    case 'project-chosen':
    case 'walked':
    case 'scrubbed':
    case 'strategy-chosen':
    case 'fork-chosen':
    case 'bay-lifted':
    case 'text-typed':
    case 'text-came':
    case 'text-left':
      return false;
  }
}

export function changesText(event: ResolverEvent): event is TextEvent {
  return rewritesText(event) || event.kind.startsWith('text-');
}

/** Characters of a text: more than a scenario of 100 projects has. */
export const LARGEST_TEXT = 200_000;

export function firstState(): ResolverState {
  return {
    text: undefined,
    good: undefined,
    lens: 'ranges',
    focus: undefined,
    step: 0,
    strategy: 'pubgrub',
    fork: 0,
    lifted: [],
    refused: undefined,
  };
}

export function isFirst({ text, lens, focus, step, strategy, fork, lifted, refused }: ResolverState): boolean {
  const isLooked = lens !== 'ranges' || focus !== undefined || step > 0 || strategy !== 'pubgrub' || fork > 0;
  return text === undefined && !isLooked && lifted.length === 0 && refused === undefined;
}

/** The state after an event that leaves the text as it is; the same state when nothing changes. */
export function lookAgain(state: ResolverState, event: LookEvent): ResolverState {
  switch (event.kind) {
    case 'lens-chosen':
      return event.lens === state.lens ? state : { ...state, lens: event.lens };
    case 'project-chosen':
      return event.project === state.focus ? state : { ...state, focus: event.project };
    case 'walked':
    case 'scrubbed':
      return event.to === state.step && state.lens === 'steps' ? state : { ...state, lens: 'steps', step: event.to };
    case 'strategy-chosen':
      return event.strategy === state.strategy ? state : { ...state, strategy: event.strategy, step: 0 };
    case 'fork-chosen':
      return event.fork === state.fork ? state : { ...state, fork: event.fork };
    case 'bay-lifted':
      if (state.lifted.includes(event.bay)) return state;
      return { ...state, lifted: BAYS.filter((bay) => bay === event.bay || state.lifted.includes(bay)) };
  }
}
