// The values of metadata's fields: each header's text → what it means. Follows the core metadata specification, one section a
// field; which fields there may be is metadata-parse.ts.
import type { NormalizedName } from '../name';
import { parseName } from '../name-parse';
import { type Problem, problemAt, type Span } from '../problem';
import { parseRequirement, type Requirement } from '../requirement';
import { parseSpecifierSet } from '../specifier-parse';
import { parseVersion } from '../version-parse';
import { readContentType } from './content-type';
import type { Header } from './header-document';
import { readImportName } from './import-name';
import { parseLicenseExpression } from './license-expression';
import { licenseFileProblem } from './license-file';
import type { ImportName, Metadata, ProjectUrl } from './metadata';
import { isMetadataField, METADATA_FIELDS, METADATA_VERSIONS, type MetadataField } from './metadata-field';
import type { FieldHeaders, ReportField } from './metadata-parse';
import { lineBreakIn, strip } from './python-text';

/** The fields' values; those of required fields may be missing here. */
export type FieldValues = Omit<Metadata, 'metadataVersion' | 'name' | 'version' | 'description'> &
  Partial<Pick<Metadata, 'name' | 'version'>>;

/** Reads the values of the fields that `mayHold` lets through. */
export function readFieldValues(
  fields: FieldHeaders,
  mayHold: (field: MetadataField) => boolean,
  report: ReportField,
): FieldValues {
  const headers = (field: MetadataField) => (mayHold(field) ? (fields.get(field) ?? []) : []);
  /** The value of a field that may be there once, brought to its meaning. */
  const one = <T>(field: MetadataField, read: (value: string, problem: Report) => T | undefined): T | undefined => {
    const [header] = headers(field);
    return header && read(header.value, reporter(field, header, report));
  };
  const many = <T>(field: MetadataField, read: (value: string, problem: Report) => T | undefined): readonly T[] =>
    headers(field).flatMap((header) => {
      const value = read(header.value, reporter(field, header, report));
      return value === undefined ? [] : [value];
    });
  const text = (field: MetadataField) => one(field, asIs);
  const texts = (field: MetadataField) => many(field, asIs);

  one('metadata-version', readFormatVersion);
  // A description is text; what can be wrong with it, metadata-parse.ts knows.
  const name = one('name', readProjectName);
  const version = one('version', (value, problem) => taken(parseVersion(value), problem));
  return {
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    dynamic: many('dynamic', readDynamic),
    platforms: texts('platform'),
    supportedPlatforms: texts('supported-platform'),
    summary: one('summary', readSummary),
    descriptionContentType: one('description-content-type', readType),
    keywords: one('keywords', (value) => value.split(',').map(strip)) ?? [],
    homePage: text('home-page'),
    downloadUrl: text('download-url'),
    author: text('author'),
    authorEmail: text('author-email'),
    maintainer: text('maintainer'),
    maintainerEmail: text('maintainer-email'),
    license: text('license'),
    licenseExpression: one('license-expression', (value, problem) => taken(parseLicenseExpression(value), problem)),
    licenseFiles: many('license-file', readLicenseFile),
    classifiers: texts('classifier'),
    requiresDist: many('requires-dist', readRequirement),
    requiresPython: one('requires-python', (value, problem) => taken(parseSpecifierSet(value), problem)),
    requiresExternal: texts('requires-external'),
    projectUrls: readProjectUrls(headers('project-url'), report),
    providesExtra: many('provides-extra', readExtra),
    providesDist: texts('provides-dist'),
    obsoletesDist: texts('obsoletes-dist'),
    importNames: readImportNames(headers('import-name'), report),
    importNamespaces: many('import-namespace', readImport),
    requires: texts('requires'),
    provides: texts('provides'),
    obsoletes: texts('obsoletes'),
  };
}

/** Takes a problem whose place is one in the header's value. */
type Report = (problem: Problem) => void;

function reporter(field: MetadataField, header: Header, report: ReportField): Report {
  const { start } = header.valueAt;
  return ({ code, at, message }) => report(field, { code, at: shifted(at, start), message });
}

function shifted(at: Span, by: number): Span {
  return { start: at.start + by, end: at.end + by };
}

function asIs(value: string): string {
  return value;
}

/** The value of a reader of the core; its problems go on. */
function taken<T>(
  parsed: { readonly value: T | undefined; readonly problems: readonly Problem[] },
  problem: Report,
): T | undefined {
  for (const found of parsed.problems) problem(found);
  return parsed.value;
}

function readFormatVersion(value: string, problem: Report): string | undefined {
  if (METADATA_VERSIONS.some((version) => version === value)) return value;
  const message = `There is no metadata ${value.slice(0, 20)}: the versions are ${METADATA_VERSIONS.join(', ')}.`;
  problem(problemAt('metadata/format-version', 0, value.length, message));
  return undefined;
}

function readProjectName(value: string, problem: Report): string | undefined {
  return taken(parseName(value), problem) === undefined ? undefined : value;
}

function readExtra(value: string, problem: Report): NormalizedName | undefined {
  return taken(parseName(value), problem);
}

function readRequirement(value: string, problem: Report): Requirement | undefined {
  return taken(parseRequirement(value), problem);
}

function readSummary(value: string, problem: Report): string | undefined {
  const lineBreak = lineBreakIn(value);
  if (lineBreak === -1) return value;
  const message = 'The summary is one line: what needs more belongs into the description.';
  problem(problemAt('metadata/summary', lineBreak, value.length, message));
  return undefined;
}

function readType(value: string, problem: Report): string | undefined {
  const read = readContentType(value);
  if (read.problem === undefined) return value;
  problem(read.problem);
  return undefined;
}

function readDynamic(value: string, problem: Report): MetadataField | undefined {
  const field = value.toLowerCase();
  const report = (message: string) => problem(problemAt('metadata/dynamic', 0, value.length, message));
  if (!isMetadataField(field)) report('Dynamic names a field of core metadata, such as Requires-Dist.');
  else if (field === 'name' || field === 'version' || field === 'metadata-version') {
    report(`${METADATA_FIELDS[field].header} is the same in every distribution of a release: it can’t be dynamic.`);
  } else return field;
  return undefined;
}

function readLicenseFile(value: string, problem: Report): string | undefined {
  const found = licenseFileProblem(value);
  if (found === undefined) return value;
  problem(found);
  return undefined;
}

/** Label and URL are separated by the first comma; no label may come twice. */
function readProjectUrls(headers: readonly Header[], report: ReportField): readonly ProjectUrl[] {
  const urls = new Map<string, ProjectUrl>();
  for (const header of headers) {
    const comma = header.value.indexOf(',');
    const label = strip(comma === -1 ? header.value : header.value.slice(0, comma));
    const url = comma === -1 ? '' : strip(header.value.slice(comma + 1));
    if (urls.has(label)) {
      const message = `The label “${label.slice(0, 40)}” is there already: give each link a label of its own.`;
      report('project-url', { code: 'metadata/project-url', at: header.valueAt, message });
    }
    urls.set(label, { label, url });
  }
  return [...urls.values()];
}

function readImport(value: string, problem: Report): ImportName | undefined {
  const read = readImportName(value);
  if (read.problem === undefined) return read.importName;
  problem(read.problem);
  return undefined;
}

/** One empty header says that there is nothing to import; none at all says nothing. */
function readImportNames(headers: readonly Header[], report: ReportField): readonly ImportName[] | undefined {
  const [first, second] = headers;
  if (first === undefined) return undefined;
  if (first.value === '' && second === undefined) return [];
  return headers.flatMap((header) => readImport(header.value, reporter('import-name', header, report)) ?? []);
}
