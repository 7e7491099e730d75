// Places in a Dockerfile, as the builder and editors count them. A stretch of text may go over several lines: an instruction
// with continuations and heredocs begins at its keyword and ends with its last line.

/** A place in the text: `offset` in UTF-16 units from 0; `line` and `column` from 1, as the builder prints lines. */
export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A stretch of the text from `start` up to, not including, `end`. */
export interface Stretch {
  readonly start: Place;
  readonly end: Place;
}
