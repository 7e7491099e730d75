// A change to a scenario's text as what is written instead of some stretches of it, so that all else stays as it is written.

/** What is written instead of a stretch of the text. */
export interface Rewrite {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all that is to be rewritten. The stretches don't overlap. */
export function rewriteText(text: string, rewrites: readonly Rewrite[]): string {
  const ascending = [...rewrites].sort((left, right) => left.start - right.start || left.end - right.end);
  let written = '';
  let at = 0;
  for (const { start, end, text: instead } of ascending) {
    written += text.slice(at, start) + instead;
    at = end;
  }
  return written + text.slice(at);
}

/** A TOML string: a literal one where that is easier to read, as markers have double quotes. */
export function quoted(text: string): string {
  if (!text.includes("'") && text.includes('"')) return `'${text}'`;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Where the line of a place begins. */
export function lineStart(text: string, place: number): number {
  return text.lastIndexOf('\n', place - 1) + 1;
}

/** Where the line of a place ends, before its line feed. */
export function lineEnd(text: string, place: number): number {
  const end = text.indexOf('\n', place);
  const before = end === -1 ? text.length : end;
  return text.charAt(before - 1) === '\r' && before > place ? before - 1 : before;
}
