// Which table and key stand at a place of pyproject.toml, for an editor that explains the field under the cursor: TOML 1.0.0,
// "Keys" and "Table".
import type { Span } from '../../problem';
import { type ScannedDocument, type ScannedField, type ScannedTable, scanFields } from './scan-fields';

/** A key and where it stands. */
export interface PlacedField {
  /** From the document’s root on: `['project', 'requires-python']`. Items of arrays aren’t counted. */
  readonly path: readonly string[];
  readonly keyAt: Span;
  /** Where its value stands; empty while there is none, `undefined` while there is no “=”. */
  readonly valueAt: Span | undefined;
}

/** What stands at a place. */
export interface FieldPlace {
  /** The field’s path; of a header its table’s; between the lines that of the table that one is in, empty above the first. */
  readonly path: readonly string[];
  readonly on: 'table' | 'key' | 'value' | 'between';
  /** The header, key or value; where there is none, the place itself. */
  readonly at: Span;
}

/** The path of a field; those of inline tables are inside the key that they are the value of. */
export function pathOfField(field: ScannedField): readonly string[] {
  const steps: (readonly string[])[] = [];
  for (let here: ScannedField | undefined = field; here !== undefined; here = here.within) steps.unshift(here.keys);
  return [...(field.table?.keys ?? []), ...steps.flat()];
}

/** The header whose table a place is in. */
export function tableAt({ tables }: ScannedDocument, offset: number): ScannedTable | undefined {
  return tables.findLast(({ at }) => at.start <= offset);
}

/**
 * Every key of a document in its order, those of inline tables too, however far it is typed (TOML 1.0.0, "Keys").
 *
 * @example listFields('[project]\nname = "kit"\nver').map((field) => field.path.join('.')) // → ['project.name', 'project.ver']
 */
export function listFields(text: string): readonly PlacedField[] {
  return scanFields(text).fields.map((field) => ({
    path: pathOfField(field),
    keyAt: field.keyAt,
    valueAt: field.valueAt,
  }));
}

/**
 * The field at an offset (UTF-16 units) of a document that may be half-typed: `[project.scr`, a key without a value, an array
 * that isn’t closed. Nothing is checked and nothing refused (TOML 1.0.0, "Keys").
 *
 * @example fieldAt('[project]\nname = "kit"', 20).path // → ['project', 'name']
 */
export function fieldAt(text: string, offset: number): FieldPlace {
  const document = scanFields(text);
  const table = tableAt(document, offset);
  if (table !== undefined && offset <= table.at.end) return { path: table.keys, on: 'table', at: table.at };
  const field = document.fields.findLast(({ keyAt, until }) => keyAt.start <= offset && offset <= until);
  if (field === undefined) return { path: table?.keys ?? [], on: 'between', at: { start: offset, end: offset } };
  const { keyAt, valueAt } = field;
  const path = pathOfField(field);
  return valueAt === undefined || offset < valueAt.start
    ? { path, on: 'key', at: keyAt }
    : { path, on: 'value', at: valueAt };
}
