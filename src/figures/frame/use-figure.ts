/**
 * Runs a figure: its session in React, its links in the page's address, its scenarios from the site, and what it tells the page
 * around it. A view gets its picture and draws.
 */
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useMemo, useReducer } from 'react';
import type { Facts, Json } from '@/core/exercise';
import type { FigureModel, FigureName, FigurePicture, RealCheck } from './model';
import type { Poster } from './poster';
import { announcementOf, beginSession, type Notice, reduceSession, type Session, type SessionEvent } from './session';
import { useFragment } from './use-fragment';
import { useHiddenAnswer } from './use-host';
import { useOpening } from './use-opening';
import { usePlay } from './use-play';
import { tell } from './wire';

/** A scenario of the library: what a reader may choose. */
export interface LibraryEntry {
  readonly id: string;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly says: string;
}

/** Where a figure stands. In a lab its state is in the page's address; in an exercise the panel around it speaks. */
export type Host = 'page' | 'lab' | 'embed' | 'exercise';

/** What the page around a figure may do with it. */
export interface FigureHandle {
  /**
   * Puts the figure into a written state; the reader can undo it. Answers with the state as it will be told; undefined when it is
   * none of this scenario.
   */
  show(written: Json): Json | undefined;
  /** The same before the reader has done anything, and not to be undone: a draft that is taken up again. */
  begin(written: Json): Json | undefined;
  reset(): void;
}

/** The properties of every figure's view. */
export interface FigureProps<Scenario> {
  /** The figure's permanent id in its page: `finding-a-command`. */
  readonly id: string;
  /** Its number in a lecture: `1.3`. */
  readonly number?: string;
  readonly scenario: { readonly id: string; readonly data: Scenario };
  readonly library?: readonly LibraryEntry[];
  readonly host?: Host;
  /** A written state to begin with. */
  readonly start?: Json;
  /** Told of every state, the first included; of the same one again when more is known about it. */
  readonly onState?: (now: { readonly facts: Facts; readonly written: Json }) => void;
  /**
   * What is said aloud in place of the figure's own announcement, for a panel around it that has more to say of the same action:
   * one live region speaks, once. Asked once for each change.
   */
  readonly announce?: (said: string, facts: Facts) => string;
  readonly handle?: Ref<FigureHandle>;
}

/** What the frame needs of a running figure; `<Frame {...frame}>`. */
export interface FrameOfFigure {
  readonly id: string;
  readonly number: string | undefined;
  readonly title: string;
  readonly level: 1 | 2 | 3;
  readonly host: Host;
  readonly figure: FigureName;
  readonly scenario: string;
  readonly library: readonly LibraryEntry[];
  readonly picture: FigurePicture;
  readonly announcement: string;
  readonly notice: Notice | undefined;
  /** The title of the scenario that is on its way. */
  readonly awaited: string | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly covered: boolean;
  readonly send: (event: FrameEvent) => void;
  /** The fragment of the present state; it may be on its way still. Undefined when the state is too large for a link. */
  readonly fragment: () => Promise<string | undefined>;
  readonly poster: () => Poster;
  readonly realCheck: RealCheck;
}

/** What the frame's own buttons mean. */
export type FrameEvent =
  | { readonly kind: 'undo' | 'redo' | 'reset' | 'uncover' | 'notice-closed' }
  | { readonly kind: 'scenario-asked'; readonly scenario: string };

export interface RunningFigure<Event, Picture> {
  readonly picture: Picture;
  readonly send: (event: Event) => void;
  readonly frame: FrameOfFigure;
}

/** Runs a figure in its view. The scenario that the page gave is opened once. */
export function useFigure<Scenario, Scene, State, Event, Picture extends FigurePicture>(
  model: FigureModel<Scenario, Scene, State, Event, Picture>,
  props: FigureProps<Scenario>,
): RunningFigure<Event, Picture> {
  const { id, number, scenario, library = [], host = 'page', start, onState, announce, handle } = props;
  // Starting again leads to where this figure began.
  const first = (scene: Scene, before?: State) =>
    (start === undefined ? undefined : model.read(scene, start)) ?? model.first(scene, before);
  const reduce = (session: Session<Scene, State>, event: SessionEvent<Scene, State, Event>) =>
    reduceSession({ first, update: model.update, weigh: model.weigh }, session, event);
  const [session, dispatch] = useReducer(reduce, undefined, () => {
    const scene = model.open(scenario.data);
    return beginSession({ scenario: scenario.id, scene, state: first(scene) });
  });
  const { now, done, past, future } = session;
  const { scene, state } = now;
  const covered = useHiddenAnswer() && !session.uncovered;
  const picture = useMemo(
    () => model.present(scene, state, { answer: covered ? 'hidden' : 'shown' }),
    [model, scene, state, covered],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each change of the session, whatever is drawn again
  const announcement = useMemo(() => {
    const said = announcementOf(done, picture.announcement);
    return announce === undefined ? said : announce(said, model.facts(scene, state));
  }, [session]);
  const fragment = useFragment(model, now, done, { id, host });
  const { isOpening } = useOpening(model, { scenario, host, awaited: session.awaited, now }, dispatch);
  usePlay(model, { host, id, now, isOpening }, dispatch);

  const report = useEffectEvent(() => onState?.({ facts: model.facts(scene, state), written: model.write(state) }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each state is reported, and only the event of the effect reads it
  useEffect(() => report(), [model, scene, state]);
  useEffect(() => {
    tell({ kind: 'ready', figure: model.name, id });
  }, [model, id]);
  useImperativeHandle(handle, (): FigureHandle => {
    const open = (kind: 'shown' | 'opened', written: Json): Json | undefined => {
      const read = model.read(scene, written);
      if (read === undefined) return undefined;
      dispatch({ kind, moment: { ...now, state: read } });
      return model.write(read);
    };
    return {
      show: (written) => open('shown', written),
      begin: (written) => open('opened', written),
      reset: () => dispatch({ kind: 'reset' }),
    };
  }, [model, scene, now]);

  return {
    picture,
    send: (event) => dispatch({ kind: 'figure', event }),
    frame: {
      id,
      number,
      title: model.title,
      level: host === 'page' ? 3 : host === 'exercise' ? 2 : 1,
      host,
      figure: model.name,
      scenario: now.scenario,
      library,
      picture,
      announcement,
      notice: session.notice,
      awaited: library.find((entry) => entry.id === session.awaited)?.title ?? session.awaited,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      covered,
      send: dispatch,
      fragment,
      poster: () => model.poster(picture),
      realCheck: model.realCheck(scene, state),
    },
  };
}

export type Dispatch<Scene, State, Event> = (event: SessionEvent<Scene, State, Event>) => void;
