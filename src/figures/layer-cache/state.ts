/** The state of the figure: the project now, and the builds so far. The first build is done before the reader comes. */
import type { Weight } from '@/figures/frame/model';
import type { FileEvent } from '@/figures/project-files/file-row';
import { addFile, changeFile, LARGEST_TEXT, renameFile, type Tap, takeBack, tapFile, typeInto } from './edit-files';
import { DOCKERFILE } from './file-path';
import type { Files } from './files-now';
import { dockerfileOf, type ProjectScene, type Setup } from './scenario';
import { giveArgument, sameDockerfile, sameSetup } from './setup';
import { stopsOf } from './walk';

/** As what building now is seen. */
export const LENSES = ['steps', 'log', 'graph', 'image', 'builds', 'checks'] as const;
export type Lens = (typeof LENSES)[number];

export interface LayerState {
  /** The project as the scenario has it; what is written into links is the difference. */
  readonly first: Setup;
  /** The builds so far, in order; at least one. */
  readonly builds: readonly Setup[];
  readonly now: Setup;
  /** While the builder refuses `now`: what it took last, which stays in view. */
  readonly good: Setup | undefined;
  readonly tap: Tap;
  /** The file that is open in the editor, or the Dockerfile. */
  readonly open: string | undefined;
  readonly lens: Lens;
}

export type LayerEvent =
  | { readonly kind: 'tap-chosen'; readonly tap: Tap }
  | { readonly kind: 'lens-chosen'; readonly lens: Lens }
  | { readonly kind: 'tapped'; readonly path: string }
  /** The Dockerfile is opened, typed into and taken back as a file is. */
  | FileEvent
  /** The whole story again with another arrangement of the Dockerfile: as if it had been so from the beginning. */
  | { readonly kind: 'arranged'; readonly id: string }
  /** A build argument is given, or no longer. */
  | { readonly kind: 'argument-chosen' | 'argument-typed'; readonly name: string; readonly value: string | undefined }
  | { readonly kind: 'targeted'; readonly stage: string | undefined }
  | { readonly kind: 'cache-switched' }
  | { readonly kind: 'built' }
  /** To a stop of the walk that a slide steps through. */
  | { readonly kind: 'walked'; readonly to: number };

/** Builds that are kept; further ones would make links too long. */
export const MOST_BUILDS = 12;

/** Takes an opened project; returns it as it was built, with nothing done to it since. */
export function firstState({ first }: ProjectScene): LayerState {
  return { first, builds: [first], now: first, good: undefined, tap: 'edit', open: undefined, lens: 'steps' };
}

/** The setup that was built last. */
export function lastBuilt({ builds, now }: LayerState): Setup {
  return builds.at(-1) ?? now;
}

/** The state after an event; the very same one where nothing changes, for then there is nothing to undo. */
export function update(scene: ProjectScene, state: LayerState, event: LayerEvent): LayerState {
  const { now, open, tap } = state;
  const built = lastBuilt(state);
  switch (event.kind) {
    case 'tap-chosen':
      return event.tap === tap ? state : { ...state, tap: event.tap };
    case 'lens-chosen':
      return event.lens === state.lens ? state : { ...state, lens: event.lens };
    case 'tapped':
      return withFiles(state, tapFile(built.files, now.files, event.path, tap));
    case 'opened':
      return event.path === open || !canOpen(now, event.path) ? state : { ...state, open: event.path };
    case 'typed':
      if (event.path === DOCKERFILE) return withDockerfile(state, dockerfileFrom(scene, now, event.text));
      return withFiles(state, typeInto(built.files, now.files, event.path, event.text));
    case 'added': {
      const added = withFiles(state, addFile(now.files, event.path));
      return added === state ? state : { ...added, open: event.path };
    }
    case 'renamed': {
      const renamed = withFiles(state, renameFile(now.files, event.path, event.to));
      return renamed !== state && open === event.path ? { ...renamed, open: event.to } : renamed;
    }
    case 'deleted':
      return withFiles(state, changeFile(now.files, event.path, 'delete'));
    case 'taken-back':
      if (event.path === DOCKERFILE) return withDockerfile(state, built.dockerfile);
      return withFiles(state, takeBack(built.files, now.files, event.path));
    case 'arranged':
      return arranged(scene, state, event.id);
    case 'argument-chosen':
    case 'argument-typed':
      return withNow(state, giveArgument(now, event.name, event.value));
    case 'targeted':
      return event.stage === now.target ? state : withNow(state, { ...now, target: event.stage });
    case 'cache-switched':
      return withNow(state, { ...now, ignoresCache: !now.ignoresCache });
    case 'built':
      if (state.builds.length >= MOST_BUILDS) return state;
      return { ...state, builds: [...state.builds, now] };
    case 'walked': {
      const stop = stopsOf(scene)[event.to];
      return stop === undefined ? state : { ...state, ...stop, good: undefined, open: undefined };
    }
  }
}

const withNow = (state: LayerState, now: Setup): LayerState => (now === state.now ? state : { ...state, now });

/** What isn’t there any more isn’t open either. */
function withFiles(state: LayerState, files: Files): LayerState {
  if (files === state.now.files) return state;
  const now = { ...state.now, files };
  return { ...state, now, open: canOpen(now, state.open) ? state.open : undefined };
}

function canOpen({ files }: Setup, path: string | undefined): boolean {
  return path === undefined || path === DOCKERFILE || files.has(path);
}

function withDockerfile(state: LayerState, dockerfile: Setup['dockerfile']): LayerState {
  const now = { ...state.now, dockerfile };
  return sameDockerfile(now, state.now) ? state : withNow(state, now);
}

/** A typed Dockerfile; one that the scenario has is that arrangement. */
function dockerfileFrom({ scenario }: ProjectScene, now: Setup, text: string): Setup['dockerfile'] {
  const before = dockerfileOf(scenario, now);
  if (text === before || text.length > Math.max(LARGEST_TEXT, before.length)) return now.dockerfile;
  const known = scenario.dockerfiles.find((one) => one.text === text);
  return known === undefined ? { text } : { id: known.id };
}

function arranged({ scenario }: ProjectScene, state: LayerState, id: string): LayerState {
  if (!scenario.dockerfiles.some((one) => one.id === id)) return state;
  const setups = [...state.builds, state.now];
  if (setups.every(({ dockerfile }) => 'id' in dockerfile && dockerfile.id === id)) return state;
  const again = (setup: Setup): Setup => ({ ...setup, dockerfile: { id } });
  return { ...state, builds: state.builds.map(again), now: again(state.now) };
}

/** Nothing has been done yet. */
export function isFirstState({ first, builds, now, tap, open, lens }: LayerState): boolean {
  return (
    tap === 'edit' &&
    open === undefined &&
    lens === 'steps' &&
    builds.length === 1 &&
    [...builds, now].every((one) => sameSetup(one, first))
  );
}

/** Letters are strokes: a run of them is one step of undo. */
export function weigh({ kind }: LayerEvent): Weight {
  return kind === 'typed' || kind === 'argument-typed' ? 'stroke' : 'step';
}
