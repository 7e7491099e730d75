/** pyproject.toml, field by field: what stands there, what is wrong with it, what a field means, and what can be added. */
import { docOfField, type FieldDoc, fieldAt, listFields, suggestKeys } from '@/core/python';
import type { BuildProblem } from '@/core/wheel';
import type { FieldRow } from '@/figures/inspector/picture';
import { MANIFEST } from './files';
import type { FieldPicture, ManifestPicture, ManifestRow, ManifestTable, Tap } from './picture';
import type { BuilderState } from './state';

/** Characters of a value that a row shows. */
const LONGEST_VALUE = 64;
/** Fields that are listed; a manifest with more is edited as text. */
const MOST_ROWS = 60;
/** Fields that are offered. */
const MOST_ADDS = 12;

export function manifestPicture(
  { now, open, field }: BuilderState,
  problems: readonly BuildProblem[],
): ManifestPicture | undefined {
  const text = open === MANIFEST ? now.get(MANIFEST) : undefined;
  if (text === undefined) return undefined;
  return {
    tables: tablesOf(text, field, problems),
    doc: field === undefined ? undefined : fieldPicture(field.split('.')),
    adds: addsOf(text, field),
  };
}

function tablesOf(text: string, open: string | undefined, problems: readonly BuildProblem[]): readonly ManifestTable[] {
  const tables = new Map<string, ManifestRow[]>();
  const fields = listFields(text).slice(0, MOST_ROWS);
  for (const [at, { path, keyAt, valueAt }] of fields.entries()) {
    const outer = fields.slice(0, at).some((other) => isAround(other.valueAt, keyAt));
    if (outer) continue;
    const written = text.slice(keyAt.start, keyAt.end);
    const table = path.slice(0, path.length - dotsIn(written) - 1).join('.');
    const header = table === '' ? 'before any table' : `[${table}]`;
    const rows = tables.get(header) ?? [];
    tables.set(header, rows);
    const joined = path.join('.');
    const [problem] = problems.filter(
      ({ at: place }) =>
        place?.file === MANIFEST && place.from >= keyAt.start && place.from <= (valueAt?.end ?? keyAt.end),
    );
    rows.push({
      key: `${at}`,
      name: written,
      value: valueAt === undefined ? '' : shown(text.slice(valueAt.start, valueAt.end)),
      problem: problem?.message,
      isOpen: joined === open,
      event: { kind: 'field-asked', field: joined === open ? undefined : joined },
    });
  }
  return [...tables].map(([header, rows]) => ({ key: header, header, rows }));
}

function isAround(outer: { start: number; end: number } | undefined, inner: { start: number }): boolean {
  return outer !== undefined && outer.start <= inner.start && inner.start < outer.end;
}

/** Dots that divide keys: `version.path` is two. */
function dotsIn(written: string): number {
  return written.replace(/"[^"]*"|'[^']*'/g, '').split('.').length - 1;
}

function shown(value: string): string {
  const line = value
    .replace(/\s+/g, ' ')
    .replace(/^\[ /, '[')
    .replace(/,? \]$/, ']');
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE)} …` : line;
}

/** What a field is; undefined where nobody knows it. */
export function fieldPicture(path: readonly string[]): FieldPicture | undefined {
  const doc = docOfField(path);
  return doc === undefined ? undefined : drawnDoc(doc);
}

function drawnDoc({ path, what, form, example, without, metadata, section }: FieldDoc): FieldPicture {
  const goes: readonly FieldRow[] =
    metadata.length === 0 ? [] : [{ label: 'Goes into METADATA as', values: [metadata.join(', ')] }];
  return {
    title: path.join('.'),
    what,
    facts: [
      { label: 'Form', values: [form] },
      { label: 'For example', values: [example] },
      { label: 'Without it', values: [without] },
      ...goes,
    ],
    section,
  };
}

/** The field at a place of the text, explained: for the cursor of an editor. */
export function fieldPictureAt(text: string, offset: number): FieldPicture | undefined {
  return fieldPicture(fieldAt(text, offset).path);
}

/** What can be added to the table of the field that is explained, or to `[project]`. */
function addsOf(text: string, field: string | undefined): readonly Tap[] {
  const near = listFields(text).find(({ path }) =>
    field === undefined ? path[0] === 'project' : path.join('.') === field,
  );
  return suggestKeys(text, near?.keyAt.start ?? 0)
    .slice(0, MOST_ADDS)
    .map(({ label, path }) => ({ label, event: { kind: 'edited', edit: { do: 'insert', path } } }));
}
