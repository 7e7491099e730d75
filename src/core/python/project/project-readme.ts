// `readme`: the pyproject.toml specification, "readme".
import { readContentType } from '../metadata/content-type';
import type { TomlFields } from '../toml';
import type { ProjectReadme } from './pyproject';
import type { PyprojectFields } from './pyproject-fields';

export function readReadme(fields: PyprojectFields): ProjectReadme | undefined {
  const { keys } = fields;
  const value = keys.entry('readme')?.value;
  if (value === undefined) return undefined;
  if (value.kind === 'table') {
    const table = keys.subtable('readme');
    return table && readTable(fields.inner(table));
  }
  const file = keys.text('readme');
  if (file === undefined) return undefined;
  const contentType = typeOfFile(file);
  if (contentType !== undefined) return { kind: 'file', file, contentType };
  const example = JSON.stringify(file.length > 60 ? 'README' : file);
  keys.wrong(
    'readme',
    'readme',
    `What this file is written in is told by .md or .rst only: write readme = {file = ${example}, content-type = "text/plain"}.`,
  );
  return undefined;
}

function typeOfFile(file: string): string | undefined {
  const name = file.toLowerCase();
  if (name.endsWith('.md')) return 'text/markdown';
  return name.endsWith('.rst') ? 'text/x-rst' : undefined;
}

function readTable(fields: PyprojectFields): ProjectReadme | undefined {
  const { keys } = fields;
  fields.refuseUnknown(['file', 'text', 'content-type'], 'The readme table', () => undefined);
  const file = keys.text('file');
  const text = keys.text('text');
  const contentType = readType(fields);
  if (file === '') keys.wrong('readme', 'file', 'The path of the description is missing: write one such as README.md.');
  if (keys.has('file') === keys.has('text')) {
    keys.problem(
      'readme',
      keys.path,
      keys.at,
      'The table has either “file” or “text”: the path of the description, or the description.',
    );
    return undefined;
  }
  if (!keys.has('content-type')) missingType(keys, file);
  if (contentType === undefined) return undefined;
  if (file !== undefined) return { kind: 'file', file, contentType };
  return text === undefined ? undefined : { kind: 'text', text, contentType };
}

function missingType(keys: TomlFields, file: string | undefined): void {
  keys.missing('content-type', `content-type = "${(file && typeOfFile(file)) ?? 'text/markdown'}"`);
}

function readType(fields: PyprojectFields): string | undefined {
  const item = fields.item('content-type');
  if (item === undefined) return undefined;
  const { problem } = readContentType(item.value.value);
  if (problem === undefined) return item.value.value;
  fields.refuse('readme', item, [problem]);
  return undefined;
}
