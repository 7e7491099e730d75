// What `twine check` says of a wheel or an sdist: whether its metadata is valid, whether there is a description, and whether that would
// render. Held against the real tool, release 7.0.0, case by case (recorded.test.ts).
import { decodeMetadata, type MetadataProblem, parseMetadata } from '@/core/python';
import type { Archive } from '../archive/archive';
import { judgeRestructuredText, type Rendering } from './restructured-text';
import { findMetadata } from './twine-metadata';

/**
 * `passed` with warnings is what twine prints in yellow. `failed`: the description doesn’t render. `undecided`: whether it does takes
 * docutils, which isn’t here. `invalid`: these fields of the metadata are wrong. `refused`: twine finds nothing that it could check.
 * `crashed`: it ends in an error of Python.
 */
export type TwineVerdict =
  | { readonly kind: 'passed'; readonly warnings: readonly string[] }
  | { readonly kind: 'undecided'; readonly warnings: readonly string[] }
  | {
      readonly kind: 'failed';
      readonly warnings: readonly string[];
      readonly line: number | undefined;
      readonly message: string;
    }
  | { readonly kind: 'invalid'; readonly fields: readonly string[] }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'crashed'; readonly why: string };

/** Problems that make a field no field for twine’s reader. If one is there, only these are told. */
const UNREADABLE: readonly string[] = [
  'metadata/unknown-field',
  'metadata/repeated',
  'metadata/encoding',
  'metadata/two-descriptions',
  'metadata/multipart',
  'metadata/project-url',
];

/** Formats of metadata without License-File, where setuptools wrote it all the same: twine looks away. */
const BEFORE_LICENSE_FILE: readonly string[] = ['1.0', '1.1', '1.2', '2.1', '2.2', '2.3'];

const NO_TYPE = '`long_description_content_type` missing. defaulting to `text/x-rst`.';
const NO_DESCRIPTION = '`long_description` missing.';

/** Says what `twine check` says of a file. */
export function checkWithTwine(archive: Archive): TwineVerdict {
  if (archive.packing === 'tar.gz' && archive.findings.some(({ code }) => code === 'archive/broken')) {
    return { kind: 'refused', message: `Invalid distribution file: '${archive.name}'` };
  }
  const found = findMetadata(archive);
  if (found.kind !== 'found') return found;
  const { parts, problems } = parseMetadata(decodeMetadata(found.bytes));
  const written = (kind: (typeof parts)[number]['kind']) => parts.find((part) => part.kind === kind)?.text;
  const format = problems.some(({ code, field }) => code === 'metadata/repeated' && field === 'metadata-version')
    ? undefined
    : written('metadata-version');
  if (format !== undefined && !/^[0-9]+(?:\.[0-9]+)*$/.test(format.trim())) {
    return { kind: 'crashed', why: 'Metadata-Version is no version.' };
  }
  const fields = fieldsAtFault(problems, format === undefined || BEFORE_LICENSE_FILE.includes(format));
  if (fields.length > 0) return { kind: 'invalid', fields };
  const type = written('description-content-type');
  const description = written('description');
  const warnings: string[] = [];
  if (type === undefined) warnings.push(NO_TYPE);
  const isMissing = description === undefined || description === '' || description.trimEnd() === 'UNKNOWN';
  if (isMissing) return { kind: 'passed', warnings: [...warnings, NO_DESCRIPTION] };
  const isPlain = type !== undefined && type.split(';')[0]?.trim().toLowerCase() !== 'text/x-rst';
  const rendering: Rendering = isPlain ? { kind: 'renders' } : judgeRestructuredText(description);
  if (rendering.kind === 'renders') return { kind: 'passed', warnings };
  if (rendering.kind === 'unknown') return { kind: 'undecided', warnings };
  return { ...rendering, kind: 'failed', warnings };
}

function fieldsAtFault(problems: readonly MetadataProblem[], isEarly: boolean): readonly string[] {
  const told = problems.filter(({ field }) => !(isEarly && field === 'license-file'));
  const unreadable = told.filter(({ code }) => UNREADABLE.includes(code));
  return [...new Set((unreadable.length > 0 ? unreadable : told).map(({ field }) => field))].toSorted();
}
