// The lines of a file as the builder’s scanner hands them out: split at line feeds, a byte order mark at the beginning left
// out, none longer than 65,535 bytes.
import { utf8Length } from './utf8';

/** Bytes of a line that the scanner doesn’t take any more. */
export const LINE_LIMIT = 65_535;

/** `start` to `end` without carriage return and line feed; `next` is where the next line begins. */
export interface PhysicalLine {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

export interface PhysicalLines {
  readonly lines: readonly PhysicalLine[];
  /** The line that is too long; the builder sees nothing from there on. */
  readonly tooLong: PhysicalLine | undefined;
}

/** The lines of `text`, up to one that is too long. */
export function physicalLines(text: string): PhysicalLines {
  const lines: PhysicalLine[] = [];
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed + 1;
    const ending = feed < 0 ? text.length : feed;
    let end = ending;
    while (end > start && text[end - 1] === '\r') end--;
    const first = start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
    const line = { start: first, end: Math.max(first, end), next };
    if (ending - start > LINE_LIMIT / 3 && utf8Length(text.slice(start, ending)) > LINE_LIMIT) {
      return { lines, tooLong: line };
    }
    lines.push(line);
    start = next;
  }
  return { lines, tooLong: undefined };
}
