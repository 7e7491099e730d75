// Comma-separated values as Python's `csv` module reads them by default: the dialect that RECORD is written in. A quote is one
// only at the beginning of a field, what follows its end belongs to the field, and a quoted field may span lines. Follows the
// recording of installed projects, "The RECORD file".
import type { Span } from '../problem';

/** A field of a row. `at` is the place of it in the text, quotes included; `text` is what it says. */
export interface CsvField {
  readonly text: string;
  readonly at: Span;
}

/**
 * Goes through the rows of a text; an empty line is a row without fields (Recording installed projects, "The RECORD file").
 *
 * @example [...readCsv('kit.py,"a,b"\n')][0].map(({ text }) => text) // → ['kit.py', 'a,b']
 */
export function* readCsv(text: string): Generator<readonly CsvField[]> {
  let at = 0;
  while (at < text.length) {
    const row: CsvField[] = [];
    for (;;) {
      if (row.length === 0 && isLineEnd(text, at)) break;
      const field = readField(text, at);
      row.push(field);
      at = field.at.end;
      if (text[at] !== ',') break;
      at++;
    }
    yield row;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === '\n' || text[at] === '\r';
}

/** Reads up to the comma or line end after the field. */
function readField(text: string, start: number): CsvField {
  let at = start;
  let read = '';
  if (text[at] === '"') {
    at++;
    for (;;) {
      const quote = text.indexOf('"', at);
      // A quote that is never closed takes the rest of the text.
      const end = quote === -1 ? text.length : quote;
      read += text.slice(at, end);
      at = Math.min(end + 1, text.length);
      if (text[at] !== '"' || quote === -1) break;
      read += '"';
      at++;
    }
  }
  const from = at;
  while (!isLineEnd(text, at) && text[at] !== ',') at++;
  return { text: read + text.slice(from, at), at: { start, end: at } };
}

/** Writes a row as Python does with `lineterminator="\n"`: quotes only where they must be. */
export function formatCsvRow(fields: readonly string[]): string {
  return `${fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\n`;
}
