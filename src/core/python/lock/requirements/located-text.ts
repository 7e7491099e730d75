// Text made of pieces of a document, each character with the place that it comes from: lines that are joined, comments and
// blanks taken out, variables replaced. So a problem in the result is shown where it was written.
import type { Span } from '../../problem';
import { skipWhiteSpace, skipWhiteSpaceBack } from '../../text';

/** `offsets` has the place of each unit of `text`, and one more for the end; without it, the text stands at `start`. */
export interface LocatedText {
  readonly text: string;
  readonly start: number;
  readonly offsets: Int32Array | undefined;
}

/** A stretch of a document. */
export function locatedSlice(document: string, start: number, end: number): LocatedText {
  return { text: document.slice(start, end), start, offsets: undefined };
}

/** A stretch of the text; it shares the offsets. */
export function slice({ text, start: from, offsets }: LocatedText, start: number, end: number): LocatedText {
  return { text: text.slice(start, end), start: from + start, offsets: offsets?.subarray(start, end + 1) };
}

/** The place in the document of a place in the text. */
export function offsetAt({ start, offsets }: LocatedText, at: number): number {
  return offsets === undefined ? start + at : (offsets[at] ?? start);
}

/** The pieces one after the other; there is one at least. */
export function join(pieces: readonly LocatedText[]): LocatedText {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const text = pieces.map((piece) => piece.text).join('');
  const offsets = new Int32Array(text.length + 1);
  let filled = 0;
  for (const piece of pieces) {
    for (let at = 0; at <= piece.text.length; at++) offsets[filled + at] = offsetAt(piece, at);
    filled += piece.text.length;
  }
  return { text, start: offsets[0] ?? 0, offsets };
}

/** Text that stands in no document, at the place of something that does. */
export function placed(text: string, at: number): LocatedText {
  return { text, start: at, offsets: new Int32Array(text.length + 1).fill(at) };
}

/** The place in the document of a stretch of the text. */
export function spanOf(located: LocatedText, start: number, end: number): Span {
  const from = offsetAt(located, start);
  // The end is after the last character, not before the next one, which may stand on another line.
  return { start: from, end: end > start ? Math.max(from, offsetAt(located, end - 1) + 1) : from };
}

/** The text without the white space around it, as Python's `str.strip` leaves it. */
export function trim(located: LocatedText): LocatedText {
  const start = skipWhiteSpace(located.text, 0);
  return slice(located, start, skipWhiteSpaceBack(located.text, located.text.length, start));
}
