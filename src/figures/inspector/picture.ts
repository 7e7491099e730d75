/** What the inspector draws: every word and mark on the screen, and what a tap on it means. */
import type { FigurePicture } from '@/figures/frame/model';
import type { Words } from '@/figures/frame/Words';
import type { Beside, InspectorEvent, Lens } from './state';

/** How something stands. Each is drawn by a shape and a colour, and said in a word. */
export type Mark = 'well' | 'note' | 'wrong' | 'danger' | 'plain';

export interface Row<Event = InspectorEvent> {
  readonly mark: Mark;
  /** A path, a code, a name: set in the mono. */
  readonly name: string;
  /** In a word or a few. */
  readonly word: string;
  /** A sentence more. */
  readonly says?: string;
  /** What a tap opens; none of a row that leads nowhere. */
  readonly event?: Event;
  readonly isOpen?: boolean;
}

export interface FieldRow {
  readonly label: string;
  readonly values: readonly string[];
}

/** Rows under a title, or a sentence that stands for them. */
export interface Group<Event = InspectorEvent> {
  readonly title: string;
  readonly says?: Words;
  readonly rows?: readonly Row<Event>[];
  readonly fields?: readonly FieldRow[];
  /** What isn’t listed. */
  readonly more?: string;
}

export interface TreeRow {
  readonly kind: 'folder' | 'file';
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  readonly mark: Mark;
  /** What its mark means, empty where it says nothing. */
  readonly word: string;
  readonly size: string;
  readonly isOpen: boolean;
  readonly isMarked: boolean;
  /** None of a folder that is open anyway. */
  readonly event?: InspectorEvent;
}

/** The file that stands open. */
export interface OpenPicture {
  readonly path: string;
  /** What such a file is for. */
  readonly role: string;
  /** Size, RECORD, where it goes. */
  readonly facts: readonly FieldRow[];
  readonly findings: readonly Row[];
  readonly groups: readonly Group[];
  readonly text: string | undefined;
  /** What is said in place of a text, or behind its end. */
  readonly textNote: string | undefined;
  readonly suspect: { readonly isMarked: boolean; readonly event: InspectorEvent } | undefined;
}

/** What may be chosen to compare with. */
export interface BesideChoice {
  readonly label: string;
  readonly chosen: boolean;
  readonly event: InspectorEvent;
}

export interface InspectorPicture extends FigurePicture {
  /** The file’s name and what is known of it in a line; whether it is the reader’s own. */
  readonly file: { readonly name: string; readonly note: string; readonly isOwn: boolean; readonly sha256: string };
  /** In one sentence; covered, there is none. */
  readonly verdict: { readonly mark: Mark; readonly says: string } | undefined;
  readonly lens: Lens;
  readonly lenses: readonly BesideChoice[];
  /** The list on the left; empty under a lens that needs the room. */
  readonly tree: readonly TreeRow[];
  /** What the tree leaves out. */
  readonly treeMore: string | undefined;
  readonly open: OpenPicture | undefined;
  readonly groups: readonly Group[];
  readonly compared: { readonly choices: readonly BesideChoice[]; readonly beside: Beside } | undefined;
}
