/**
 * What a figure is, to everything around it: the frame, links, exercises, slides, tests. A figure is `state × event → state` and a
 * picture of the state, over a scenario that an author wrote; nothing here draws or remembers.
 */
import type { Facts, Json } from '@/core/exercise';
import type { Poster } from './poster';
import type { Words } from './Words';

/** The figures by their permanent names: in addresses, links and exercises. */
export const figureNames = [
  'specifier-explorer',
  'bump-adviser',
  'wheel-decoder',
  'wheel-inspector',
  'package-builder',
  'manifest-clinic',
  'command-lookup',
  'module-lookup',
  'install-steps',
  'resolver',
  'layer-cache',
] as const;
export type FigureName = (typeof figureNames)[number];

/** How an event counts for undo and for what is said aloud. */
export type Weight =
  /** An action of its own: one step of undo, one announcement. */
  | 'step'
  /** One of many, such as a letter typed or a scrubber dragged: joins the strokes before it, and says nothing. */
  | 'stroke'
  /** The first of many: what came before it is a step of undo by itself. */
  | 'first-stroke';

/** The state of the whole figure, said above the result. A figure that simply works says nothing. */
export type Status =
  | { readonly kind: 'ready' }
  | { readonly kind: 'empty' | 'loading' | 'stale' | 'error' | 'too-large' | 'done'; readonly says: Words };

/** What every picture has; a figure's own adds what it draws. */
export interface FigurePicture {
  readonly status: Status;
  /** What happened, in a sentence or two. */
  readonly happened: Words;
  /** What the controls say, in words, for paper. */
  readonly settings: Words;
  /** What is said aloud when a step led here: at most eighteen words (the frame adds “Undone:”). */
  readonly announcement: string;
  /** Why there is nothing to start again; undefined when there is. */
  readonly resetDisabledBecause: string | undefined;
}

/** How a picture is wanted: with its answer, or without, for an audience that is to predict it. */
export interface Look {
  readonly answer: 'shown' | 'hidden';
}

/** The same with the real tool: a script to copy. */
export interface RealCheck {
  /** What it needs and what it changes: “In an environment of your own; it changes nothing.” */
  readonly says: Words;
  readonly script: string;
}

/** A walk that a slide may step through. */
export interface ModelWalk<Scene, State, Event> {
  /** The event of one step on or back; undefined at the ends. */
  step(scene: Scene, state: State, by: 1 | -1): Event | undefined;
  /** The event that goes to a step, counted from 0. */
  goTo(scene: Scene, state: State, step: number): Event | undefined;
}

/**
 * A figure without its drawing. `Scenario` is an author's file as read (JSON); `Scene` is what the figure makes of it once.
 */
export interface FigureModel<Scenario, Scene, State, Event, Picture extends FigurePicture> {
  readonly name: FigureName;
  readonly title: string;
  /** Of the form that `write` gives. Rises when `read` could no longer take an older one; it then still reads the older ones. */
  readonly revision: number;
  open(scenario: Scenario): Scene;
  /** The first state of a scene; `before` is the state in another scenario, of which settings may be kept. */
  first(scene: Scene, before?: State): State;
  update(scene: Scene, state: State, event: Event): State;
  weigh(event: Event): Weight;
  present(scene: Scene, state: State, look: Look): Picture;
  /** What of the state goes into a link, an exercise, a draft: small JSON, only what the reader set. */
  write(state: State): Json;
  /** A stranger's JSON → a state of this scene, or undefined when it is none. Bounds everything; never throws. */
  read(scene: Scene, json: Json): State | undefined;
  /** What an exercise may ask about, by names that docs/add-an-exercise.md lists. */
  facts(scene: Scene, state: State): Facts;
  /** The present state as a still picture. */
  poster(picture: Picture): Poster;
  /** The same with the real tool. */
  realCheck(scene: Scene, state: State): RealCheck;
  /** `coming` while the code for it is on its way: what a slide asks for waits for it. */
  readonly walk?: ModelWalk<Scene, State, Event> | 'coming';
}
