/** What a reader has chosen: which file, how it is seen, what stands open, what is marked, and what it is compared with. */
import { comparisonKey, keptReport } from './kept';
import type { InspectorScene } from './scenario';

export const LENSES = ['files', 'metadata', 'record', 'places', 'checks', 'compared'] as const;
export type Lens = (typeof LENSES)[number];

/** A file of the reader’s own: the file itself stays in the page, and out of every link. */
export interface OwnFile {
  readonly name: string;
  readonly size: number;
  /** In hexadecimal: by which it is known again. */
  readonly sha256: string;
}

/** What the file is compared with: the scenario’s first choice if it has one, another of its choices, a file of the reader’s, nothing. */
export type Beside =
  | { readonly kind: 'first' }
  | { readonly kind: 'none' }
  | { readonly kind: 'library'; readonly id: string }
  | { readonly kind: 'own'; readonly file: OwnFile };

export interface InspectorState {
  /** Undefined: the scenario’s. */
  readonly own: OwnFile | undefined;
  readonly lens: Lens;
  /** The path that stands open; undefined: the metadata. */
  readonly open: string | undefined;
  /** Paths that the reader has marked as suspect, sorted. */
  readonly marked: readonly string[];
  readonly beside: Beside;
}

export type InspectorEvent =
  | { readonly kind: 'lens-chosen'; readonly lens: Lens }
  | { readonly kind: 'opened'; readonly path: string }
  | { readonly kind: 'marked'; readonly path: string; readonly isMarked: boolean }
  | { readonly kind: 'own-came'; readonly file: OwnFile }
  | { readonly kind: 'own-left' }
  | { readonly kind: 'beside-chosen'; readonly id: string | undefined }
  | { readonly kind: 'beside-came'; readonly file: OwnFile }
  | { readonly kind: 'walked'; readonly lens: Lens };

/** So many files can be marked. */
export const MOST_MARKED = 20;

export function firstState(_: InspectorScene, before?: InspectorState): InspectorState {
  return { own: undefined, lens: before?.lens ?? 'files', open: undefined, marked: [], beside: { kind: 'first' } };
}

export function update(scene: InspectorScene, state: InspectorState, event: InspectorEvent): InspectorState {
  switch (event.kind) {
    case 'lens-chosen':
    case 'walked':
      return event.lens === state.lens ? state : { ...state, lens: event.lens };
    case 'opened':
      return event.path === state.open ? state : { ...state, open: event.path };
    case 'marked':
      return withMark(state, event.path, event.isMarked);
    case 'own-came':
      return ownCame(scene, state, event.file);
    case 'own-left':
      return state.own === undefined ? state : { ...firstState(scene, state) };
    case 'beside-chosen': {
      const { id } = event;
      const place = scene.beside.findIndex((each) => each.id === id);
      if (place === -1) return id === undefined ? { ...state, beside: { kind: 'none' } } : state;
      return { ...state, beside: place === 0 || id === undefined ? { kind: 'first' } : { kind: 'library', id } };
    }
    case 'beside-came':
      return { ...state, lens: 'compared', beside: { kind: 'own', file: event.file } };
  }
}

function withMark(state: InspectorState, path: string, isMarked: boolean): InspectorState {
  if (state.marked.includes(path) === isMarked) return state;
  if (!isMarked) return { ...state, marked: state.marked.filter((each) => each !== path) };
  return state.marked.length >= MOST_MARKED ? state : { ...state, marked: [...state.marked, path].sort() };
}

/** The file that a link speaks of stands as the link has it; another one begins anew, seen as the last one was. */
function ownCame(scene: InspectorScene, state: InspectorState, file: OwnFile): InspectorState {
  if (state.own?.sha256 === file.sha256) return { ...state, own: file };
  const lens = state.lens === 'record' && keptReport(file.sha256)?.kind === 'sdist' ? 'files' : state.lens;
  const beside: Beside = state.beside.kind === 'own' ? state.beside : { kind: 'none' };
  return { ...firstState(scene), own: file, lens, beside };
}

/** What was compared, by both files. */
export function comparisonOf(scene: InspectorScene, { own, beside }: InspectorState): string | undefined {
  if (beside.kind !== 'own') return undefined;
  return comparisonKey(own?.sha256 ?? scene.report.sha256, beside.file.sha256);
}
