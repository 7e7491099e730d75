/** The state of the figure: the project now, and the builds so far. The first build is done before the reader comes. */
import type { Weight } from '@/figures/frame/model';
import { type FileNow, PLAIN_MODE, type ProjectScene, type Setup } from './scenario';

/** What a tap on a file does to it. */
export const TAPS = ['edit', 'touch', 'mode', 'delete'] as const;
export type Tap = (typeof TAPS)[number];

/** As what building now is seen. */
export const LENSES = ['steps', 'builds', 'checks'] as const;
export type Lens = (typeof LENSES)[number];

export interface LayerState {
  /** The project as the scenario has it; what is written into links is the difference. */
  readonly first: Setup;
  /** The builds so far, in order; at least one. */
  readonly builds: readonly Setup[];
  readonly now: Setup;
  readonly tap: Tap;
  readonly lens: Lens;
}

export type LayerEvent =
  | { readonly kind: 'tap-chosen'; readonly tap: Tap }
  | { readonly kind: 'lens-chosen'; readonly lens: Lens }
  | { readonly kind: 'tapped'; readonly path: string }
  /** The whole story again with another arrangement of the Dockerfile: as if it had been so from the beginning. */
  | { readonly kind: 'arranged'; readonly id: string }
  | { readonly kind: 'built' };

/** Builds that are kept; further ones would make links too long. */
export const MOST_BUILDS = 12;
/** A file that is changed more often than this is changed enough. */
export const MOST_CHANGES = 99;

export function firstState({ first }: ProjectScene): LayerState {
  return { first, builds: [first], now: first, tap: 'edit', lens: 'steps' };
}

/** The setup that was built last. */
export function lastBuilt({ builds, now }: LayerState): Setup {
  return builds.at(-1) ?? now;
}

export function update(scene: ProjectScene, state: LayerState, event: LayerEvent): LayerState {
  switch (event.kind) {
    case 'tap-chosen':
      return event.tap === state.tap ? state : { ...state, tap: event.tap };
    case 'lens-chosen':
      return event.lens === state.lens ? state : { ...state, lens: event.lens };
    case 'tapped':
      return tapped(state, event.path);
    case 'arranged':
      return arranged(scene, state, event.id);
    case 'built':
      if (state.builds.length >= MOST_BUILDS) return state;
      return { ...state, builds: [...state.builds, state.now] };
  }
}

/** A tap changes a file; a tap on a changed one takes the changes since the last build back. */
function tapped(state: LayerState, path: string): LayerState {
  const built = lastBuilt(state).files.get(path);
  const now = state.now.files.get(path);
  if (built === undefined && now === undefined) return state;
  const files = new Map(state.now.files);
  if (now !== undefined && (built === undefined || sameFile(built, now))) {
    const changed = changedBy(now, state.tap);
    if (changed === now) return state;
    if (changed === undefined) files.delete(path);
    else files.set(path, changed);
  } else if (built === undefined) files.delete(path);
  else files.set(path, built);
  return { ...state, now: { ...state.now, files: sorted(files) } };
}

function changedBy(file: FileNow, tap: Tap): FileNow | undefined {
  const { lines, touched, mode } = file;
  switch (tap) {
    case 'edit':
      return lines < MOST_CHANGES ? { ...file, lines: lines + 1 } : file;
    case 'touch':
      return touched < MOST_CHANGES ? { ...file, touched: touched + 1 } : file;
    case 'mode':
      return { ...file, mode: mode === PLAIN_MODE ? '0755' : PLAIN_MODE };
    case 'delete':
      return undefined;
  }
}

export function sameFile(left: FileNow | undefined, right: FileNow | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  const keys = ['text', 'size', 'lines', 'touched', 'mode'] as const;
  return keys.every((key) => left[key] === right[key]);
}

/** By path, so that the same files are the same table, whatever was done in between. */
export function sorted(files: ReadonlyMap<string, FileNow>): ReadonlyMap<string, FileNow> {
  return new Map([...files].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function arranged({ scenario }: ProjectScene, state: LayerState, id: string): LayerState {
  if (!scenario.dockerfiles.some((one) => one.id === id)) return state;
  const setups = [...state.builds, state.now];
  if (setups.every(({ dockerfile }) => 'id' in dockerfile && dockerfile.id === id)) return state;
  const again = (setup: Setup): Setup => ({ ...setup, dockerfile: { id } });
  return { ...state, builds: state.builds.map(again), now: again(state.now) };
}

/** Nothing has been done yet. */
export function isFirstState({ first, builds, now, tap, lens }: LayerState): boolean {
  return (
    tap === 'edit' && lens === 'steps' && builds.length === 1 && [...builds, now].every((one) => sameSetup(one, first))
  );
}

export function sameSetup(left: Setup, right: Setup): boolean {
  if (JSON.stringify(left.dockerfile) !== JSON.stringify(right.dockerfile)) return false;
  if (left.target !== right.target || left.ignoresCache !== right.ignoresCache) return false;
  if (left.files.size !== right.files.size || left.arguments.size !== right.arguments.size) return false;
  return (
    [...left.files].every(([path, file]) => sameFile(file, right.files.get(path))) &&
    [...left.arguments].every(([name, value]) => right.arguments.get(name) === value)
  );
}

export function weigh({ kind }: LayerEvent): Weight {
  return kind === 'built' ? 'step' : 'step';
}
