// Adding a field to a document that somebody wrote: a line in its table, or a table of its own. Everything else stays as it is,
// byte for byte, and the document may be half-typed elsewhere. What may be defined where is TOML 1.0.0, "Table".
import type { Span } from '../../problem';
import { endOfLine } from '../../toml/nesting';
import { pathOfField } from './field-at';
import type { FieldDoc } from './field-doc';
import { fieldDocs } from './field-docs';
import { type ScannedDocument, type ScannedField, type ScannedTable, scanFields } from './scan-fields';

export interface InsertedField {
  readonly text: string;
  /** The lines that were added. */
  readonly at: Span;
}

/**
 * Adds the example of a documented field, by its path as `fieldDocs` has it, where it belongs. `undefined` if no such field is
 * documented, if it is there already, or if its table is written in a form to which nothing can be added (TOML 1.0.0, "Table").
 *
 * @example insertField('[project]\nname = "kit"\n', ['project', 'version']).text // → '[project]\nname = "kit"\nversion = "0.1.0"\n'
 */
export function insertField(text: string, path: readonly string[]): InsertedField | undefined {
  const doc = fieldDocs().find((known) => isSame(known.path, path));
  return doc && insertDoc(text, scanFields(text), doc);
}

/** The same, for a document that is scanned already. */
export function insertDoc(text: string, document: ScannedDocument, doc: FieldDoc): InsertedField | undefined {
  if (isThere(document, doc)) return undefined;
  return doc.example.startsWith('[') ? insertTable(text, document, doc) : insertLine(text, document, doc);
}

/** Whether a header or a key of the example is there, or something deeper that a key of it would have to hold. */
function isThere(document: ScannedDocument, doc: FieldDoc): boolean {
  const added = scanFields(doc.example);
  const above = added.tables.length > 0 ? [] : parentOf(doc);
  return (
    added.tables.some(
      ({ keys }) =>
        document.tables.some((table) => isSame(table.keys, keys)) ||
        // What stands in a table of its own below this one doesn’t make it be there.
        document.fields.some(
          (field) => startsWith(pathOfField(field), keys) && (field.table?.keys.length ?? 0) <= keys.length,
        ),
    ) ||
    added.fields.some((field) => {
      const path = [...above, ...pathOfField(field)];
      return (
        document.fields.some((other) => startsWith(pathOfField(other), path)) ||
        document.tables.some(({ keys }) => startsWith(keys, path))
      );
    })
  );
}

function parentOf({ path }: FieldDoc): readonly string[] {
  return path.slice(0, -1);
}

function insertTable(text: string, document: ScannedDocument, doc: FieldDoc): InsertedField | undefined {
  const header = scanFields(doc.example).tables[0]?.keys ?? doc.path;
  if (isClosed(document, header)) return undefined;
  const inner = document.tables.find(({ keys }) => startsWith(keys, header));
  if (inner !== undefined) return addBefore(text, inner.at.start, doc.example);
  const related = relatedTable(document, header);
  if (related !== undefined) return addBlock(text, endOfTable(text, document, related), doc.example);
  const isFirst = header[0] === 'build-system' && document.fields.every(({ table }) => table !== undefined);
  return isFirst ? addFirst(text, doc.example) : addBlock(text, endOfText(text, document), doc.example);
}

function insertLine(text: string, document: ScannedDocument, doc: FieldDoc): InsertedField | undefined {
  const parent = parentOf(doc);
  const table = document.tables.find(({ keys }) => isSame(keys, parent));
  if (table?.isOneOfSeveral) return undefined;
  if (table !== undefined) return addLine(text, endOfTable(text, document, table), doc.example);
  const dotted = document.fields.findLast(
    (field) => startsWith(pathOfField(field), parent) && pathOfField(field).length > parent.length,
  );
  if (dotted !== undefined && !document.tables.some(({ keys }) => startsWith(keys, parent))) {
    const above = dotted.table?.keys.length ?? 0;
    if (dotted.within !== undefined || above >= parent.length) return undefined;
    const line = `${parent.slice(above).join('.')}.${doc.example}`;
    return addLine(text, endOfField(text, dotted), line);
  }
  if (isClosed(document, parent)) return undefined;
  const block = `[${parent.join('.')}]\n${doc.example}`;
  const inner = document.tables.find(({ keys }) => startsWith(keys, parent));
  if (inner !== undefined) return addBefore(text, inner.at.start, block);
  const related = relatedTable(document, parent);
  return addBlock(text, related ? endOfTable(text, document, related) : endOfText(text, document), block);
}

/** Whether a path leads through a value, such as an inline table, or through one of several tables: no header reaches into it. */
function isClosed({ tables, fields }: ScannedDocument, header: readonly string[]): boolean {
  return (
    fields.some((field) => {
      const path = pathOfField(field);
      const isDotted = path.length > (field.table?.keys.length ?? 0) + 1;
      return startsWith(header, path) || (isDotted && startsWith(header, path.slice(0, -1)));
    }) || tables.some(({ keys, isOneOfSeveral }) => isOneOfSeveral && startsWith(header, keys))
  );
}

/** The last of the tables that share most of a header’s beginning. */
function relatedTable({ tables }: ScannedDocument, header: readonly string[]): ScannedTable | undefined {
  let best: ScannedTable | undefined;
  let shared = 1;
  for (const table of tables) {
    let length = 0;
    while (length < header.length && table.keys[length] === header[length]) length++;
    if (length < shared) continue;
    shared = length;
    best = table;
  }
  return best;
}

/** The end of the last line that belongs to a table. */
function endOfTable(text: string, { fields }: ScannedDocument, table: ScannedTable): number {
  const last = fields.findLast((field) => field.table === table && field.within === undefined);
  return last === undefined ? endOfThisLine(text, table.at.end) : endOfField(text, last);
}

function endOfField(text: string, field: ScannedField): number {
  return endOfThisLine(text, field.until);
}

/** The end of the last line that says something; the document’s end if that is a comment’s. */
function endOfText(text: string, document: ScannedDocument): number {
  const last = document.tables.at(-1);
  if (last !== undefined) return endOfTable(text, document, last);
  const field = document.fields.findLast(({ within }) => within === undefined);
  return field === undefined ? text.length : endOfField(text, field);
}

function endOfThisLine(text: string, from: number): number {
  const end = endOfLine(text, from);
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Puts lines between what stands before and after a place. */
function splice(text: string, place: number, before: string, lines: string, after: string): InsertedField {
  const end = lineEndOf(text);
  const written = lines.replaceAll('\n', end);
  const start = place + before.replaceAll('\n', end).length;
  return {
    text: `${text.slice(0, place)}${before.replaceAll('\n', end)}${written}${after.replaceAll('\n', end)}${text.slice(place)}`,
    at: { start, end: start + written.length },
  };
}

/** A line after the one that ends at a place. */
function addLine(text: string, place: number, line: string): InsertedField {
  return splice(text, place, '\n', line, place === text.length ? '\n' : '');
}

/** Lines with an empty one before them, after the line that ends at a place. */
function addBlock(text: string, place: number, block: string): InsertedField {
  const isEmpty = text.trim() === '';
  if (isEmpty) return splice(text, text.length, '', block, '\n');
  const isOnOwnLine = place === text.length && text.endsWith('\n');
  return splice(text, place, isOnOwnLine ? '\n' : '\n\n', block, place === text.length ? '\n' : '');
}

function addFirst(text: string, block: string): InsertedField {
  return splice(text, 0, '', block, text.trim() === '' ? '\n' : '\n\n');
}

function addBefore(text: string, place: number, block: string): InsertedField {
  return splice(text, place, '', block, '\n\n');
}

export function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && startsWith(one, other);
}

export function startsWith(path: readonly string[], beginning: readonly string[]): boolean {
  return beginning.length <= path.length && beginning.every((step, index) => step === path[index]);
}
