// Which keys stand where in a TOML document, also while it is half-typed: a reader of TOML stops at the first problem, and an
// editor has one at nearly every keystroke. Follows TOML 1.0.0, "Key/Value Pair", "Table", "Array" and "Inline Table"; a string
// ends at its line, an inline table too, and an array that isn’t closed ends where a header or a key begins a line.
import type { Span } from '../../problem';
import { endOfLine, endOfString, MAX_TOML_DEPTH } from '../../toml/nesting';
import { afterBlanks, readKeys } from './scan-keys';

/** A table’s header: `[project.scripts]`, or as far as it is typed. */
export interface ScannedTable {
  readonly keys: readonly string[];
  readonly at: Span;
  /** Of an array of tables: `[[…]]`. */
  readonly isOneOfSeveral: boolean;
}

/** A key, dotted perhaps, and its value. */
export interface ScannedField {
  /** The header above it; `undefined` before the first. */
  readonly table: ScannedTable | undefined;
  /** The field in whose inline table this stands. */
  readonly within: ScannedField | undefined;
  readonly keys: readonly string[];
  readonly keyAt: Span;
  /** From the first to the last character of the value; empty while there is none; `undefined` without “=”. */
  readonly valueAt: Span | undefined;
  /** Where what belongs to this field ends: at a comment, the line’s end, or a comma of an inline table. */
  readonly until: number;
}

/** Both in the order of the document; a field of an inline table comes after the field that it stands in. */
export interface ScannedDocument {
  readonly tables: readonly ScannedTable[];
  readonly fields: readonly ScannedField[];
}

type OpenField = { -readonly [Key in keyof ScannedField]: ScannedField[Key] };

/** The tables and fields of a document, however far it is typed, in time linear in its length. */
export function scanFields(text: string): ScannedDocument {
  const tables: ScannedTable[] = [];
  const fields: OpenField[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/\s/.test(character)) at++;
    else if (character === '#') at = endOfLine(text, at);
    else if (character === '[') {
      const table = readHeader(text, at);
      tables.push(table);
      at = endOfLine(text, table.at.end);
    } else {
      const field = readField(text, at, { table: tables.at(-1), within: undefined }, 0, fields);
      field.until = endOfStatement(text, field);
      at = endOfLine(text, field.until);
    }
  }
  return { tables, fields };
}

function readHeader(text: string, start: number): ScannedTable {
  const isOneOfSeveral = text.charAt(start + 1) === '[';
  const { keys, end } = readKeys(text, start + (isOneOfSeveral ? 2 : 1));
  let at = afterBlanks(text, end);
  while (text.charAt(at) === ']') at++;
  return { keys, at: { start, end: text.charAt(at - 1) === ']' ? at : end }, isOneOfSeveral };
}

/** Reads a key and its value, which may go over several lines. */
function readField(
  text: string,
  start: number,
  where: Pick<ScannedField, 'table' | 'within'>,
  depth: number,
  fields: OpenField[],
): OpenField {
  const { keys, end } = readKeys(text, start);
  const field: OpenField = { ...where, keys, keyAt: { start, end }, valueAt: undefined, until: end };
  fields.push(field);
  const equals = afterBlanks(text, end);
  if (text.charAt(equals) !== '=') return field;
  const from = afterBlanks(text, equals + 1);
  field.valueAt = { start: from, end: readValue(text, from, field, depth + keys.length, fields) };
  return field;
}

/** The end of a line’s field; what comes after its value by mistake is counted to the value. */
function endOfStatement(text: string, field: OpenField): number {
  let at = field.valueAt?.end ?? field.keyAt.end;
  let end = at;
  for (;;) {
    at = afterBlanks(text, at);
    const character = text.charAt(at);
    if (character === '' || character === '\n' || character === '#') break;
    at = character === '"' || character === "'" ? endOfString(text, at) : at + 1;
    end = at;
  }
  if (field.valueAt !== undefined) field.valueAt = { start: field.valueAt.start, end };
  return at;
}

/** Reads one value from its first character on, and gives the place after its last. */
function readValue(text: string, start: number, owner: OpenField, depth: number, fields: OpenField[]): number {
  const character = text.charAt(start);
  if (character === '[' && depth < MAX_TOML_DEPTH) return readArray(text, start + 1, owner, depth + 1, fields);
  if (character === '{' && depth < MAX_TOML_DEPTH) return readInlineTable(text, start + 1, owner, depth + 1, fields);
  if (character === '"' || character === "'") return endOfString(text, start);
  const word = /[^\s,[\]{}#"']+/y;
  word.lastIndex = start;
  return word.test(text) ? word.lastIndex : start;
}

function readArray(text: string, from: number, owner: OpenField, depth: number, fields: OpenField[]): number {
  let end = from;
  let at = from;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '\n' && beginsStatement(text, at + 1)) return end;
    if (/\s/.test(character)) at++;
    else if (character === '#') at = endOfLine(text, at);
    else if (character === ']') return at + 1;
    else if (character === '}') return end;
    else {
      const after = character === ',' ? at + 1 : readValue(text, at, owner, depth, fields);
      end = Math.max(after, at + 1);
      at = end;
    }
  }
  return end;
}

function readInlineTable(text: string, from: number, owner: OpenField, depth: number, fields: OpenField[]): number {
  let end = from;
  let at = afterBlanks(text, from);
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '}') return at + 1;
    if (character === '\n' || character === '#' || character === ']') return end;
    if (character === ',') end = at + 1;
    else {
      const field = readField(text, at, { table: owner.table, within: owner }, depth, fields);
      end = Math.max(endOfPair(text, field), at + 1);
      field.until = afterBlanks(text, end);
    }
    at = afterBlanks(text, end);
  }
  return end;
}

/** The end of a pair in an inline table, with what comes after its value by mistake. */
function endOfPair(text: string, field: OpenField): number {
  let end = field.valueAt?.end ?? field.keyAt.end;
  for (let at = afterBlanks(text, end); !/^[\n,}\]#]?$/.test(text.charAt(at)); at = afterBlanks(text, end)) {
    const character = text.charAt(at);
    end = character === '"' || character === "'" ? endOfString(text, at) : at + 1;
  }
  if (field.valueAt !== undefined) field.valueAt = { start: field.valueAt.start, end };
  return end;
}

const HEADER =
  /[ \t]*\[\[?[ \t]*(?!(?:true|false|inf|nan)\b)[A-Za-z_][\w-]*(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*\.?[ \t]*\]{0,2}[ \t]*\r?(?:#.*)?$/my;
const KEY = /[ \t]*[A-Za-z_][\w-]*(?:[ \t]*\.[ \t]*[\w-]+)*[ \t]*=/y;

/** Whether a line that stands inside an array begins a table or a key, which no array holds: then the array was never closed. */
function beginsStatement(text: string, at: number): boolean {
  HEADER.lastIndex = at;
  KEY.lastIndex = at;
  return HEADER.test(text) || KEY.test(text);
}
