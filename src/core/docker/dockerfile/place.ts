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

/** Where each line of a text begins, so that an offset’s place is found quickly. */
export interface LineStarts {
  readonly starts: readonly number[];
  readonly length: number;
}

/** The beginnings of the lines of `text`; lines end with a line feed. */
export function lineStartsOf(text: string): LineStarts {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { starts, length: text.length };
}

/** The place of an offset; one beyond the end is the end. */
export function placeAt(lines: LineStarts, offset: number): Place {
  const at = Math.min(Math.max(0, offset), lines.length);
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { offset: at, line: low + 1, column: at - (lines.starts[low] ?? 0) + 1 };
}

/** The stretch between two offsets. */
export function stretchOf(lines: LineStarts, start: number, end: number): Stretch {
  return { start: placeAt(lines, start), end: placeAt(lines, end) };
}

/** What stands on a line of a text, counted from 1, without the blanks around it. */
export function stretchOfLine(text: string, line: number): Stretch {
  const lines = lineStartsOf(text);
  const start = lines.starts[line - 1] ?? text.length;
  const whole = text.slice(start, lines.starts[line] ?? text.length);
  const blanks = whole.length - whole.trimStart().length;
  return stretchOf(lines, start + blanks, start + blanks + whole.trim().length);
}
