// A document of email headers and a body, the shape of METADATA, PKG-INFO and WHEEL. The core metadata specification leaves
// the details to Python's `email.parser` with the policy `compat32`, so lines that no header begins with end the headers,
// continuation lines keep their line ends, and values keep blanks at their end. Follows "Core metadata specifications".
import type { Span } from '../problem';

/** One header as it stands in the text. */
export interface Header {
  /** As written. */
  readonly name: string;
  /** The name in lower case: names of headers are compared without case. */
  readonly key: string;
  /** A stretch of the text, so a place in the value is a place in the text: continuation lines are in it as they stand. */
  readonly value: string;
  /** The whole header, without the line end after it. */
  readonly at: Span;
  readonly valueAt: Span;
}

/** The headers in the order of the text, and what comes after them. */
export interface HeaderDocument {
  readonly headers: readonly Header[];
  /** Lines among the headers that belong to none: `From …` of mailboxes, continuations of nothing, a colon without a name. */
  readonly ignored: readonly Span[];
  readonly body: string;
  /** Where the body begins; where the headers end, if there is none. */
  readonly bodyStart: number;
}

/** A line: `end` is before its line end, `next` after it. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/**
 * Takes a text apart into headers and body ("Core metadata specifications"). Every text is such a document, if need be
 * without headers.
 *
 * @example readHeaderDocument('Name: kit\n\nA text.').body // → 'A text.'
 */
export function readHeaderDocument(text: string): HeaderDocument {
  const lines: Line[] = [];
  let at = 0;
  let bodyStart = text.length;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (!isHeaderLine(text, line)) {
      // An empty line is thrown away; any other line that is no header is the first of the body.
      bodyStart = line.start === line.end ? line.next : line.start;
      break;
    }
    lines.push(line);
    at = line.next;
  }
  const mailboxLine = lines.length > 1 ? lines.at(-1) : undefined;
  if (mailboxLine === undefined || !isMailboxLine(text, mailboxLine)) {
    return { ...groupLines(text, lines), body: text.slice(bodyStart), bodyStart };
  }
  // A last line like `From here on …` is taken as prose: it goes back to the body.
  const prose = text.slice(mailboxLine.start, mailboxLine.next);
  const grouped = groupLines(text, lines.slice(0, -1));
  return { ...grouped, body: prose + text.slice(bodyStart), bodyStart: mailboxLine.start };
}

/** Lines end with a line feed, a carriage return, or both. */
function lineAt(text: string, start: number): Line {
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return { start, end, next: text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length) };
}

function isMailboxLine(text: string, line: Line): boolean {
  return text.startsWith('From ', line.start);
}

function isContinuation(text: string, line: Line): boolean {
  const first = text.charCodeAt(line.start);
  return line.start < line.end && (first === 32 || first === 9);
}

function isHeaderLine(text: string, line: Line): boolean {
  return isContinuation(text, line) || isMailboxLine(text, line) || colonOf(text, line) !== undefined;
}

/** The colon after a header's name, which is printable ASCII without blanks. */
function colonOf(text: string, line: Line): number | undefined {
  for (let at = line.start; at < line.end; at++) {
    const code = text.charCodeAt(at);
    if (code === 58) return at;
    if (code < 33 || code > 126) return undefined;
  }
  return undefined;
}

function groupLines(text: string, lines: readonly Line[]): Pick<HeaderDocument, 'headers' | 'ignored'> {
  const headers: Header[] = [];
  const ignored: Span[] = [];
  let first: Line | undefined;
  let last: Line | undefined;
  const close = () => {
    if (first !== undefined && last !== undefined) headers.push(headerOf(text, first, last));
    first = undefined;
  };
  for (const line of lines) {
    if (isContinuation(text, line)) {
      if (first === undefined) ignored.push({ start: line.start, end: line.end });
      else last = line;
      continue;
    }
    close();
    if (isMailboxLine(text, line) || text[line.start] === ':') {
      ignored.push({ start: line.start, end: line.end });
      continue;
    }
    first = line;
    last = line;
  }
  close();
  return { headers, ignored };
}

function headerOf(text: string, first: Line, last: Line): Header {
  const colon = colonOf(text, first) ?? first.end;
  let start = colon + 1;
  while (start < last.end && (text[start] === ' ' || text[start] === '\t')) start++;
  let end = last.end;
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  const name = text.slice(first.start, colon);
  return {
    name,
    key: name.toLowerCase(),
    value: text.slice(start, end),
    at: { start: first.start, end: Math.max(colon + 1, end) },
    valueAt: { start, end },
  };
}
