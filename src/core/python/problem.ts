// What every parser of the core gives back: the value if the whole text follows the standard, the parts that could be
// read in any case, and what is wrong, each with its place in the text. Problems are values; nothing here throws.

/** A stretch of the text that was given: from `start` up to, not including, `end`, in UTF-16 units as strings count. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is wrong, where, and, in one sentence, what to write instead. `code` is stable: tests and pages name it. */
export interface Problem {
  readonly code: string;
  readonly at: Span;
  readonly message: string;
}

/** A piece of the text whose meaning is known, such as the release segment of a version. */
export interface Part<Kind extends string = string> {
  readonly kind: Kind;
  readonly at: Span;
  readonly text: string;
}

/** An answer of a parser. `value` is there exactly when `problems` is empty; `parts` hold what was understood. */
export interface Parsed<T, Kind extends string = string> {
  readonly value: T | undefined;
  readonly parts: readonly Part<Kind>[];
  readonly problems: readonly Problem[];
}

/**
 * The problem of `code` at the places from `start` up to `end`.
 *
 * @example problemAt('name/empty', 0, 0, 'A name is needed here.').at // → { start: 0, end: 0 }
 */
export function problemAt(code: string, start: number, end: number, message: string): Problem {
  return { code, at: { start, end }, message };
}

/**
 * The part of `kind` that is written in `text` from `start` up to `end`.
 *
 * @example partAt('name', 'greeting-1.0', 0, 8).text // → 'greeting'
 */
export function partAt<Kind extends string>(kind: Kind, text: string, start: number, end: number): Part<Kind> {
  return { kind, at: { start, end }, text: text.slice(start, end) };
}

/** Where a reader puts the parts that it finds; an array of parts is one. */
export interface PartSink<Kind extends string> {
  readonly push: (part: Part<Kind>) => unknown;
}
