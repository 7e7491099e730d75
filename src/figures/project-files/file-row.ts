/** The files of a project as they are drawn, and what is done to them by hand: types alone. */

export type FileMark = 'plain' | 'changed' | 'gone' | 'left-out';

export interface FileRow<Event> {
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  readonly mark: FileMark;
  /** What was done to it, or what becomes of it; empty: nothing to say. */
  readonly word: string;
  /** What a tap does, in words: `Edit app.py`. */
  readonly label: string;
  readonly isPressed: boolean;
  /** Undefined where a tap does nothing to it: a folder, a file that can only be opened. */
  readonly event: Event | undefined;
  /** Left out where there is nothing to open. */
  readonly opens?: { readonly isOpen: boolean; readonly event: FileEvent };
}

/** The file that is open. */
export interface OpenFilePicture {
  readonly path: string;
  /** What of it counts. */
  readonly hint: string;
  /** Undefined where only its size is known. */
  readonly text: string | undefined;
  readonly largest: number;
  readonly problems: readonly TextProblem[];
  /** As what it would be taken back, where that isn’t “as it was built last”. */
  readonly was?: string;
  /** Undefined when it is so already. */
  readonly takeBack: FileEvent | undefined;
  /** Can it be renamed and deleted? */
  readonly isFree: boolean;
}

/** What is wrong with a place of a text, as the editor takes it. */
export interface TextProblem {
  readonly at: { readonly start: number; readonly end: number };
  readonly message: string;
}

/** What a reader does to files by hand. */
export type FileEvent =
  /** A file is opened, the one that was open is closed; undefined: only that. */
  | { readonly kind: 'opened'; readonly path: string | undefined }
  | { readonly kind: 'typed'; readonly path: string; readonly text: string }
  | { readonly kind: 'added'; readonly path: string }
  | { readonly kind: 'renamed'; readonly path: string; readonly to: string }
  | { readonly kind: 'deleted'; readonly path: string }
  /** A file is to be as it was built last. */
  | { readonly kind: 'taken-back'; readonly path: string };
