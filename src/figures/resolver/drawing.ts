/** A graph as it is to be drawn: boxes with a name and a line, and arrows with what is asked. Where they stand is layout.ts. */

/** How a box stands. Each has a shape and a word beside its colour. */
export type BoxLook = 'you' | 'chosen' | 'wanted' | 'excluded' | 'open' | 'unseen' | 'passed' | 'conflict';

export interface Box {
  readonly id: string;
  readonly name: string;
  /** What is stencilled on: a version, or what is held of it. */
  readonly line: string;
  readonly look: BoxLook;
  readonly word: string;
}

export type ArrowLook = 'plain' | 'from-focus' | 'to-focus' | 'dim' | 'ghost' | 'conflict';

export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** What is asked. */
  readonly label: string;
  readonly look: ArrowLook;
}

export interface Drawing {
  /** Whether it stays in its place while what is stencilled on changes. */
  readonly isSteady?: boolean;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/** The box of the reader. No project has such a name. */
export const YOU = '<you>';
