// What else may stand at a place of pyproject.toml: the documented fields of its table that aren’t there yet, after the
// pyproject.toml specification; of the tables in `[tool]` those of the backend that builds, and of tools that don’t build.
import { fieldAt, pathOfField, tableAt } from './field-at';
import type { FieldDoc } from './field-doc';
import { fieldDocs } from './field-docs';
import { insertDoc, isSame, startsWith } from './insert-field';
import { type ScannedDocument, type ScannedField, scanFields } from './scan-fields';

export interface SuggestedField {
  /** For `insertField`. */
  readonly path: readonly string[];
  /** As a button is named: `requires-python`, `[project.scripts]`. */
  readonly label: string;
  /** The lines that are added. */
  readonly example: string;
  readonly doc: FieldDoc;
}

/** The tables that belong to a backend, by the module that `build-backend` names. */
const BACKENDS: readonly { readonly module: string; readonly table: readonly string[] }[] = [
  { module: 'hatchling', table: ['tool', 'hatch'] },
  { module: 'setuptools', table: ['tool', 'setuptools'] },
  { module: 'uv_build', table: ['tool', 'uv', 'build-backend'] },
];

/**
 * The fields that can be added to the table at an offset, in the order of the documentation, and `[build-system]` and `[project]`
 * where they are missing; above the first header, all tables that the document hasn’t got. Each of them can be given to
 * `insertField` (pyproject.toml specification, "Declaring project metadata").
 *
 * @example suggestKeys('[build-system]\nrequires = ["hatchling"]\n', 20).map((field) => field.label) // → ['build-backend', 'backend-path', '[project]']
 */
export function suggestKeys(text: string, offset: number): readonly SuggestedField[] {
  const document = scanFields(text);
  const table = tableOfPlace(text, document, offset);
  const backend = moduleOfBackend(text, document);
  return fieldDocs().flatMap((doc) => {
    if (!mayStandIn(doc, table) || !isOfBackend(doc, backend) || isExcluded(text, document, doc)) return [];
    return insertDoc(text, document, doc) === undefined ? [] : [suggestion(doc)];
  });
}

function suggestion(doc: FieldDoc): SuggestedField {
  const header = doc.example.startsWith('[') ? (doc.example.split('\n', 1)[0] ?? '') : undefined;
  const name = scanFields(doc.example).fields[0]?.keys.join('.') ?? '';
  return { path: doc.path, label: header ?? name, example: doc.example, doc };
}

/** The table that a place is in; that of the header above, also inside a value. */
function tableOfPlace(text: string, document: ScannedDocument, offset: number): readonly string[] {
  const place = fieldAt(text, offset);
  return place.on === 'table' ? place.path : (tableAt(document, offset)?.keys ?? []);
}

/** The tables without which nothing is built as it is meant: they are offered everywhere. */
const WANTED: readonly string[] = ['build-system', 'project'];

function mayStandIn(doc: FieldDoc, table: readonly string[]): boolean {
  const isTable = doc.example.startsWith('[');
  if (doc.path.length === 1 && WANTED.includes(doc.path[0] ?? '')) return true;
  if (table.length === 0) return isTable && (doc.path.length === 1) !== (doc.path[0] === 'tool');
  return (
    doc.path.length > table.length && startsWith(doc.path, table) && (isTable || doc.path.length === table.length + 1)
  );
}

function isOfBackend({ path }: FieldDoc, module: string | undefined): boolean {
  const owner = BACKENDS.find(({ table }) => startsWith(path, table));
  return owner === undefined || owner.module === module;
}

function fieldOfPath({ fields }: ScannedDocument, path: readonly string[]): ScannedField | undefined {
  return fields.find((field) => isSame(pathOfField(field), path));
}

/** The strings in a field’s value. */
function stringsOf(text: string, field: ScannedField | undefined): readonly string[] {
  const value = field?.valueAt === undefined ? '' : text.slice(field.valueAt.start, field.valueAt.end);
  return [...value.matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map((found) => found[1] ?? found[2] ?? '');
}

/** The backend’s first name; without a table that is setuptools. */
function moduleOfBackend(text: string, document: ScannedDocument): string | undefined {
  const [written] = stringsOf(text, fieldOfPath(document, ['build-system', 'build-backend']));
  return (written ?? 'setuptools').split(/[.:]/, 1)[0];
}

/** Whether a field would contradict what is there: a key that is dynamic, or one that it may not stand beside. */
function isExcluded(text: string, document: ScannedDocument, { path, notBeside }: FieldDoc): boolean {
  if (notBeside !== undefined && fieldOfPath(document, notBeside) !== undefined) return true;
  const [table, key, ...inner] = path;
  if (table !== 'project' || key === undefined || inner.length > 0) return false;
  return stringsOf(text, fieldOfPath(document, ['project', 'dynamic'])).includes(key);
}
