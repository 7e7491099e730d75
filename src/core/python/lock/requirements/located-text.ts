// Text made of pieces of a document, each character with the place that it comes from: lines that are joined, comments and
// blanks taken out, variables replaced. So a problem in the result is shown where it was written.
import type { Span } from '../../problem';
import { skipWhiteSpace, skipWhiteSpaceBack } from '../../text';

/** `offsets` has the place of each unit of `text`, and one more for the end. */
export interface LocatedText {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** A stretch of a document. */
export function locatedSlice(document: string, start: number, end: number): LocatedText {
  return { text: document.slice(start, end), offsets: Array.from({ length: end - start + 1 }, (_, at) => start + at) };
}

export function slice({ text, offsets }: LocatedText, start: number, end: number): LocatedText {
  return { text: text.slice(start, end), offsets: offsets.slice(start, end + 1) };
}

/** The pieces one after the other. */
export function join(pieces: readonly LocatedText[]): LocatedText {
  const offsets = pieces.flatMap((piece, at) =>
    at === pieces.length - 1 ? piece.offsets : piece.offsets.slice(0, -1),
  );
  return { text: pieces.map(({ text }) => text).join(''), offsets };
}

/** Text that stands in no document, at the place of something that does. */
export function placed(text: string, at: number): LocatedText {
  return { text, offsets: Array.from({ length: text.length + 1 }, () => at) };
}

/** The place in the document of a stretch of the text. */
export function spanOf({ offsets }: LocatedText, start: number, end: number): Span {
  const from = offsets[start] ?? 0;
  // The end is after the last character, not before the next one, which may stand on another line.
  const last = end > start ? offsets[end - 1] : undefined;
  return { start: from, end: last === undefined ? from : Math.max(from, last + 1) };
}

/** The text without the white space around it, as Python's `str.strip` leaves it. */
export function trim(located: LocatedText): LocatedText {
  const start = skipWhiteSpace(located.text, 0);
  return slice(located, start, skipWhiteSpaceBack(located.text, located.text.length, start));
}
