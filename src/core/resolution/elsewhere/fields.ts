// Reading the tables under `[shipshape.npm]`, `[shipshape.cargo]` and `[shipshape.go]`: keys that don't belong there, keys that the author
// chooses, strings with a form of their own.
import { type TomlEntry, TomlFields, type TomlString } from '@/core/python';

/** Tells every key that isn't one of these. */
export function only(fields: TomlFields, keys: readonly string[]): TomlFields {
  for (const { key, keyAt } of fields.table.entries.values()) {
    if (keys.includes(key)) continue;
    const message = `“${key}” is no key of this table: it may have ${keys.join(', ')}.`;
    fields.problem('unknown-key', fields.pathOf(key), keyAt, message);
  }
  return fields;
}

/** The tables below a key whose keys the author chooses: packages, versions. */
export function tablesOf(fields: TomlFields | undefined): readonly { entry: TomlEntry; fields: TomlFields }[] {
  if (fields === undefined) return [];
  return [...fields.table.entries.values()].flatMap((entry) => {
    const { value } = entry;
    const path = fields.pathOf(quoted(entry.key));
    if (value.kind === 'table') return [{ entry, fields: new TomlFields(value, path, fields.report) }];
    fields.wrongKind(value, path, 'a table');
    return [];
  });
}

/** The strings below a key whose keys the author chooses: names with their ranges. */
export function pairsOf(
  fields: TomlFields | undefined,
): readonly { entry: TomlEntry; value: TomlString; path: string }[] {
  if (fields === undefined) return [];
  return [...fields.table.entries.values()].flatMap((entry) => {
    const path = fields.pathOf(quoted(entry.key));
    if (entry.value.kind === 'string') return [{ entry, value: entry.value, path }];
    fields.wrongKind(entry.value, path, 'a string');
    return [];
  });
}

/** A key as it stands in a path: in quotes if it isn't bare. */
export function quoted(key: string): string {
  return /^[\w-]+$/.test(key) ? key : `"${key}"`;
}

/** What the file expects of an answer: its lines, or the code of the error. */
export interface ExpectedElsewhere {
  readonly answer: readonly string[] | undefined;
  readonly error: string | undefined;
}

export const EXPECTED_KEYS = ['answer', 'error'] as const;

export function readExpectedElsewhere(fields: TomlFields): ExpectedElsewhere | undefined {
  const expected = fields.subtable('expected');
  if (expected === undefined) return undefined;
  only(expected, EXPECTED_KEYS);
  const answer = expected.strings('answer')?.map(({ value }) => value.value);
  const error = expected.text('error');
  if ((answer === undefined) === (error === undefined)) {
    fields.wrong('missing-key', 'expected', 'What is expected is either an answer, as a list of lines, or an error.');
  }
  return { answer, error };
}

/** The most versions and requirements that are read from an index elsewhere. It protects the page from a stranger's file. */
export const MOST_ENTRIES = 20_000;
