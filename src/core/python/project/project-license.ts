// The licence of a project: the pyproject.toml specification, "license" and "license-files" (PEP 639), and the glob patterns
// specification, "Valid glob patterns".
import { parseLicenseExpression } from '../metadata';
import type { TomlFields } from '../toml';
import type { ProjectLicense } from './pyproject';
import type { PyprojectFields } from './pyproject-fields';

/** The value of `license`. A table is still read, with a warning that says what to write instead. */
export function readLicense(fields: PyprojectFields): ProjectLicense | undefined {
  const { keys } = fields;
  const entry = keys.entry('license');
  if (entry === undefined) return undefined;
  if (entry.value.kind === 'table') {
    const table = keys.subtable('license');
    return table && readLicenseTable(fields, table);
  }
  const item = fields.item('license');
  const expression = item && fields.parsed('license', item, parseLicenseExpression(item.value.value));
  return expression && { kind: 'expression', expression };
}

function readLicenseTable(fields: PyprojectFields, table: TomlFields): ProjectLicense | undefined {
  const { keys } = fields;
  const text = table.text('text');
  const file = table.text('file');
  fields
    .inner(table)
    .refuseUnknown(['text', 'file'], 'The license table', () => 'write license = "MIT", or what the licence is.');
  if (table.has('text') === table.has('file')) {
    keys.wrong(
      'license',
      'license',
      'The table has either “text” or “file”; better write license = "MIT", or what the licence is.',
    );
    return undefined;
  }
  const expression = text === undefined ? undefined : parseLicenseExpression(text).value?.normalized;
  const patterns = file === undefined || globProblem(file) !== undefined ? 'LICEN[CS]E*' : file;
  const message = `The table is the old way: write license = "${expression ?? 'MIT'}"${expression === undefined ? ', or what the licence is,' : ''} and license-files = ["${patterns}"] instead of it.`;
  fields.warn('license-table', keys.pathOf('license'), keys.placeOf('license'), message);
  if (text !== undefined) return { kind: 'text', text };
  return file === undefined ? undefined : { kind: 'file', file };
}

/** The patterns of `license-files`. */
export function readLicenseFiles(
  fields: PyprojectFields,
  license: ProjectLicense | undefined,
): readonly string[] | undefined {
  const { keys } = fields;
  const patterns = keys.strings('license-files');
  for (const { value, path } of patterns ?? []) {
    const message = globProblem(value.value);
    if (message !== undefined) keys.problem('license-file', path, value.at, message);
  }
  if (patterns !== undefined && license !== undefined && license.kind !== 'expression') {
    keys.wrong(
      'license-file',
      'license-files',
      'Beside license-files the licence is an expression: write license = "MIT" instead of the table.',
    );
  }
  return patterns?.map(({ value }) => value.value);
}

/** What is wrong with a pattern ("Valid glob patterns"), or nothing. */
export function globProblem(pattern: string): string | undefined {
  if (pattern === '') return 'A pattern is missing here: write one such as LICEN[CS]E*.';
  if (pattern.includes('\\')) return 'Folders are separated by “/”, on Windows too.';
  if (pattern.includes('..')) return 'A licence file is inside the project: “..” has no place in its pattern.';
  if (pattern.startsWith('/') || /^[A-Za-z]:/.test(pattern)) {
    return 'A pattern begins in the project’s folder: write it without the “/” or drive in front.';
  }
  const strange = /[^\p{L}\p{N}_. \-/*?[\]]/u.exec(pattern)?.[0];
  if (strange !== undefined) {
    return `“${strange}” has no place in a pattern: letters, digits, “_”, “-”, “.”, spaces, “/”, “*”, “?” and ranges such as [CS] have.`;
  }
  return areRangesClosed(pattern)
    ? undefined
    : 'A range is opened by “[”, closed by “]”, and holds letters, digits, “_”, “-”, “.” or spaces.';
}

function areRangesClosed(pattern: string): boolean {
  for (let at = 0; at < pattern.length; at++) {
    if (pattern.charAt(at) === ']') return false;
    if (pattern.charAt(at) !== '[') continue;
    const close = pattern.indexOf(']', at + 1);
    if (close <= at + 1 || /[[/*?]/.test(pattern.slice(at + 1, close))) return false;
    at = close;
  }
  return true;
}
