/**
 * A reader's time with one figure: the present moment, the ones before it for undo and after it for redo, and what was done last.
 * Pure: the hook use-figure.ts runs it.
 */
import type { FigureModel, FigurePicture, Weight } from './model';

/** A state with the scenario that it belongs to. */
export interface Moment<Scene, State> {
  /** The scenario's id. */
  readonly scenario: string;
  readonly scene: Scene;
  readonly state: State;
}

/** What was done last; it decides what is said aloud. */
export type Done = 'nothing' | 'step' | 'stroke' | 'undo' | 'redo' | 'reset' | 'opened';

/** What the frame has to say that no figure knows of. */
export type Notice =
  | { readonly kind: 'link'; readonly why: LinkFault }
  /** A scenario of the library couldn't be loaded. */
  | { readonly kind: 'scenario'; readonly scenario: string };

/** Why a link doesn't open what it promised. */
export type LinkFault = 'damaged' | 'too-large' | 'newer' | 'other-figure' | 'unfit';

export interface Session<Scene, State> {
  readonly past: readonly Moment<Scene, State>[];
  readonly now: Moment<Scene, State>;
  readonly future: readonly Moment<Scene, State>[];
  readonly done: Done;
  readonly notice: Notice | undefined;
  /** The id of a scenario that is on its way. */
  readonly awaited: string | undefined;
  /** Has the reader lifted the cover from the answer? Only a slide lays one on. */
  readonly uncovered: boolean;
}

export type SessionEvent<Scene, State, Event> =
  | { readonly kind: 'figure'; readonly event: Event }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'uncover' }
  | { readonly kind: 'scenario-asked'; readonly scenario: string }
  | { readonly kind: 'scenario-came'; readonly scenario: string; readonly scene: Scene }
  | { readonly kind: 'scenario-failed'; readonly scenario: string }
  /** A link, an exercise's draft or a slide put the figure into a state. */
  | { readonly kind: 'opened'; readonly moment: Moment<Scene, State> }
  /** A solution was put into the figure, which the reader may want to undo even when nothing was done before. */
  | { readonly kind: 'shown'; readonly moment: Moment<Scene, State> }
  | { readonly kind: 'link-refused'; readonly why: LinkFault }
  | { readonly kind: 'notice-closed' };

/** Steps that can be undone; more would hold many scenes' worth of states for nothing that anybody goes back to. */
export const mostPast = 100;

/** What of a model the session needs. */
type Rules<Scene, State, Event> = Pick<
  FigureModel<never, Scene, State, Event, FigurePicture>,
  'first' | 'update' | 'weigh'
>;

/** The session's beginning: nothing done, nothing to undo. */
export function beginSession<Scene, State>(now: Moment<Scene, State>): Session<Scene, State> {
  return { past: [], now, future: [], done: 'nothing', notice: undefined, awaited: undefined, uncovered: false };
}

/**
 * The session after an event. Strokes in a row are one step of undo; an event that leaves the state as it is changes nothing.
 *
 * @example reduceSession(model, session, { kind: 'undo' }).now // the moment before the last step
 */
export function reduceSession<Scene, State, Event>(
  model: Rules<Scene, State, Event>,
  session: Session<Scene, State>,
  event: SessionEvent<Scene, State, Event>,
): Session<Scene, State> {
  const { past, now, future } = session;
  switch (event.kind) {
    case 'figure': {
      const state = model.update(now.scene, now.state, event.event);
      if (state === now.state) return session;
      return advance(session, { ...now, state }, model.weigh(event.event));
    }
    case 'undo': {
      const before = past.at(-1);
      if (before === undefined) return session;
      return { ...session, past: past.slice(0, -1), now: before, future: [now, ...future], done: 'undo' };
    }
    case 'redo': {
      const after = future[0];
      if (after === undefined) return session;
      return { ...session, past: [...past, now], now: after, future: future.slice(1), done: 'redo' };
    }
    case 'reset': {
      const moment = { ...now, state: model.first(now.scene) };
      return { ...advance(session, moment, 'step'), done: 'reset', uncovered: false };
    }
    case 'uncover':
      return { ...session, uncovered: true, done: 'step' };
    case 'scenario-asked':
      return { ...session, awaited: event.scenario };
    case 'scenario-came': {
      // Another one was asked for in the meantime: this one is stale.
      if (session.awaited !== event.scenario) return session;
      const { scenario, scene } = event;
      const moment = { scenario, scene, state: model.first(scene, now.state) };
      return { ...advance(session, moment, 'step'), awaited: undefined };
    }
    case 'scenario-failed':
      if (session.awaited !== event.scenario) return session;
      return { ...session, awaited: undefined, notice: { kind: 'scenario', scenario: event.scenario } };
    case 'opened': {
      // Opened at the start: there is nothing that the reader could want back.
      if (session.done === 'nothing') return { ...session, now: event.moment, notice: undefined };
      return { ...advance(session, event.moment, 'step'), done: 'opened' };
    }
    case 'shown':
      return { ...advance(session, event.moment, 'step'), done: 'opened' };
    case 'link-refused':
      return { ...session, notice: { kind: 'link', why: event.why } };
    case 'notice-closed':
      return { ...session, notice: undefined };
  }
}

function advance<Scene, State>(
  session: Session<Scene, State>,
  now: Moment<Scene, State>,
  weight: Weight,
): Session<Scene, State> {
  const joins = weight === 'stroke' && session.done === 'stroke';
  const past = joins ? session.past : [...session.past, session.now].slice(-mostPast);
  const done = weight === 'step' ? 'step' : 'stroke';
  return { ...session, past, now, future: [], done, notice: undefined };
}

/**
 * What is said aloud for what was done last: once for an action, at most twenty words, nothing while typing.
 * @param announcement the picture's own, of at most eighteen words
 */
export function announcementOf(done: Done, announcement: string): string {
  switch (done) {
    case 'nothing':
    case 'stroke':
    case 'opened':
      return '';
    case 'step':
      return announcement;
    case 'undo':
      return `Undone: ${announcement}`;
    case 'redo':
      return `Redone: ${announcement}`;
    case 'reset':
      return `Started again: ${announcement}`;
  }
}
