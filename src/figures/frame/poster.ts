/**
 * The still of a figure, as data: what its picture as SVG and PNG shows. draw-poster.ts draws it.
 */
import type { PosterTheme } from './poster-colours';
import type { Words } from './Words';

/** How a row stands. Each is drawn by a shape and a colour, and the row says it in a word. */
export type PosterMark = 'chosen' | 'fits' | 'passed' | 'refused' | 'ahead' | 'plain';

export interface PosterRow {
  readonly mark: PosterMark;
  /** A file, a folder, a project: set in the mono. */
  readonly name: string;
  /** The reason, in a word or a few. */
  readonly word: string;
}

export interface Poster {
  /** What is set, in words. */
  readonly settings: Words;
  readonly groups: readonly { readonly label: string; readonly rows: readonly PosterRow[] }[];
  readonly happened: Words;
  /** What is drawn in place of the rows, where a page can: its code comes then. The rows say the same. */
  readonly drawing?: (theme: PosterTheme) => Promise<PosterDrawing>;
}

/** A drawing as what stands in an `svg` of its size. */
export interface PosterDrawing {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}
