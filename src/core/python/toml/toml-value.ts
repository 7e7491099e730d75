// What a TOML document holds, every value and key with its place: the TOML specification, version 1.0.0, which is the
// version that Python's own reader takes. Keys are the reader's, so tables are maps, never plain objects.
import type { Numeral } from '../numeral';
import type { Span } from '../problem';

/** The four kinds of dates and times ("Offset Date-Time" to "Local Time"), kept as they are written. */
export type TomlDateKind = 'offset-date-time' | 'local-date-time' | 'local-date' | 'local-time';

export interface TomlString {
  readonly kind: 'string';
  readonly value: string;
  readonly at: Span;
}

export interface TomlArray {
  readonly kind: 'array';
  readonly items: readonly TomlValue[];
  readonly at: Span;
}

/** A key of a table where it is first written, and its value. */
export interface TomlEntry {
  readonly key: string;
  readonly keyAt: Span;
  readonly value: TomlValue;
}

/** A table, its entries in the order of the document. `at` is the braces, the header, or the first dotted key. */
export interface TomlTable {
  readonly kind: 'table';
  readonly entries: ReadonlyMap<string, TomlEntry>;
  readonly at: Span;
}

export type TomlValue =
  | TomlString
  | { readonly kind: 'integer'; readonly value: Numeral; readonly at: Span }
  | { readonly kind: 'float'; readonly value: number; readonly at: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly at: Span }
  | { readonly kind: TomlDateKind; readonly text: string; readonly at: Span }
  | TomlArray
  | TomlTable;

const KIND_NAMES: Readonly<Record<TomlValue['kind'], string>> = {
  string: 'a string',
  integer: 'an integer',
  float: 'a float',
  boolean: 'a boolean',
  'offset-date-time': 'a date and time',
  'local-date-time': 'a date and time',
  'local-date': 'a date',
  'local-time': 'a time',
  array: 'an array',
  table: 'a table',
};

/**
 * Names the kind of a value for a sentence (TOML 1.0.0, "Key/Value Pair").
 *
 * @example describeTomlKind('array') // → 'an array'
 */
export function describeTomlKind(kind: TomlValue['kind']): string {
  return KIND_NAMES[kind];
}
