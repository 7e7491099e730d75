// Places in a text as people and editors count them. Problems hold offsets (problem.ts); what is shown holds lines.

/** A line and a column, both from 1; columns count UTF-16 units, as editors of the web do. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * An offset in a text → its place; one beyond the end is the end. Lines end with a line feed.
 *
 * @example placeOf('one\ntwo', 5) // → { line: 2, column: 2 }
 */
export function placeOf(text: string, offset: number): TextPlace {
  const before = text.slice(0, Math.max(0, offset));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}
