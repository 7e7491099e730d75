// Reading core metadata. What is valid is what the reference implementation accepts: required fields, no unknown ones, each in
// the number that it may have and from the version of the format on that has it, and its value well formed. Follows the core
// metadata specification, one section a field.
import { type Parsed, type Part, type Problem, problemAt, type Span } from '../problem';
import { type Header, type HeaderDocument, readHeaderDocument } from './header-document';
import type { Metadata } from './metadata';
import {
  hasField,
  isMetadataField,
  METADATA_FIELDS,
  METADATA_VERSIONS,
  type MetadataField,
  type MetadataVersion,
} from './metadata-field';
import { type FieldValues, readFieldValues } from './metadata-value';
import { hasSeveralParts } from './multipart';
import { hasLoneSurrogate } from './python-text';

/** A problem, and the field it is about: a header's name in lower case. */
export interface MetadataProblem extends Problem {
  readonly field: string;
}

/** The parts are the values of fields; `unknown` is the value of another header, `ignored` a line that belongs to none. */
export type MetadataPart = MetadataField | 'unknown' | 'ignored';

export interface ParsedMetadata extends Parsed<Metadata, MetadataPart> {
  readonly problems: readonly MetadataProblem[];
}

/** So many problems are told, and no more: past that, the text is something else. */
const MAX_PROBLEMS = 200;

/** How names of fields that nobody knows are shortened in messages. */
const MAX_SHOWN = 40;

/**
 * Reads core metadata, a METADATA or PKG-INFO file. Bytes become text by `decodeMetadata`.
 *
 * Problems, each with its field: `metadata/missing`, `metadata/repeated`, `metadata/unknown-field`, `metadata/too-new`,
 * `metadata/format-version`, `metadata/encoding`, `metadata/summary`, `metadata/two-descriptions`, `metadata/multipart`,
 * `metadata/content-type`, `metadata/charset`, `metadata/markdown-variant`, `metadata/dynamic`, `metadata/project-url`,
 * `metadata/license-file`, `metadata/import-name`, and those of names, versions, specifiers, requirements and licence
 * expressions. Follows ("Core metadata specifications").
 *
 * @example parseMetadata('Metadata-Version: 2.4\nName: kit\nVersion: 1.0\nRequires-Python: >=3.9\n').value.name // → 'kit'
 */
export function parseMetadata(text: string): ParsedMetadata {
  const document = readHeaderDocument(text);
  const problems: MetadataProblem[] = [];
  const report: ReportField = (field, problem) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ ...problem, field });
  };
  const fields = fieldsOf(document.headers, report);
  const description = readDescription(document, fields, report);
  const version = readFormatVersion(fields);
  const values = readFieldValues(fields, (field) => mayHold(version, field, fields, report), report);
  const headersEnd = document.headers.at(-1)?.at.end ?? 0;
  for (const field of ['metadata-version', 'name', 'version'] as const) {
    if (document.headers.some((header) => header.key === field)) continue;
    const message = `The field ${METADATA_FIELDS[field].header} is missing: every document of metadata has it.`;
    report(field, problemAt('metadata/missing', headersEnd, headersEnd, message));
  }
  problems.sort((left, right) => left.at.start - right.at.start);
  return { value: assemble(version, values, description, problems), parts: partsOf(text, document), problems };
}

/** What takes a problem of a field. */
export type ReportField = (field: string, problem: Problem) => void;

/** The headers that can be read, by field. A field that is wrong as a whole has none. */
export type FieldHeaders = ReadonlyMap<MetadataField, readonly Header[]>;

function fieldsOf(headers: readonly Header[], report: ReportField): FieldHeaders {
  const byKey = new Map<string, Header[]>();
  for (const header of headers) {
    const same = byKey.get(header.key);
    if (same === undefined) byKey.set(header.key, [header]);
    else same.push(header);
  }
  const fields = new Map<MetadataField, readonly Header[]>();
  for (const [key, same] of byKey) {
    const problem = headersProblem(key, same);
    if (problem !== undefined) report(key, problem);
    else if (isMetadataField(key)) fields.set(key, same);
  }
  return fields;
}

/** What is wrong with the headers of one name, whatever their values. */
function headersProblem(key: string, headers: readonly Header[]): Problem | undefined {
  const undecodable = headers.find((header) => hasLoneSurrogate(header.value));
  if (undecodable !== undefined) {
    return at(
      'metadata/encoding',
      undecodable.valueAt,
      'Metadata is UTF-8, and these bytes are not: save the file as UTF-8.',
    );
  }
  const [first, second] = headers;
  if (!isMetadataField(key)) {
    const message = `Core metadata has no field “${(first?.name ?? key).slice(0, MAX_SHOWN)}”: mind its spelling, or leave it out.`;
    return first && at('metadata/unknown-field', first.at, message);
  }
  if (second === undefined || METADATA_FIELDS[key].repeats) return undefined;
  return at('metadata/repeated', second.at, `${METADATA_FIELDS[key].header} may be there once: keep one of them.`);
}

function at(code: string, place: Span, message: string): Problem {
  return { code, at: place, message };
}

/** The description stands in the body or in a header, not in both. */
function readDescription(document: HeaderDocument, fields: FieldHeaders, report: ReportField): string | undefined {
  const header = fields.get('description')?.[0];
  const { body, bodyStart } = document;
  const bodyAt = { start: bodyStart, end: Math.max(bodyStart, bodyStart + body.length - (body.length > 0 ? 1 : 0)) };
  if (hasLoneSurrogate(body)) {
    report(
      'description',
      at('metadata/encoding', bodyAt, 'The description is UTF-8, and these bytes are not: save it as UTF-8.'),
    );
    return undefined;
  }
  if (hasSeveralParts(document)) {
    const message = 'Because of the header Content-Type, the body is no description: leave that header out.';
    report('description', at('metadata/multipart', bodyAt, message));
    return undefined;
  }
  if (body === '') return header?.value;
  if (header === undefined) return body;
  const message = 'The description is here and in the body: keep the one in the body, after an empty line.';
  report('description', at('metadata/two-descriptions', header.at, message));
  return undefined;
}

function readFormatVersion(fields: FieldHeaders): MetadataVersion | undefined {
  const written = fields.get('metadata-version')?.[0]?.value;
  return METADATA_VERSIONS.find((version) => version === written);
}

/** Whether the document's version of the format has the field. If the version itself is wrong, all fields are looked at. */
function mayHold(
  version: MetadataVersion | undefined,
  field: MetadataField,
  fields: FieldHeaders,
  report: ReportField,
): boolean {
  const header = fields.get(field)?.[0];
  if (version === undefined || header === undefined || hasField(version, field)) return true;
  const { header: name, since } = METADATA_FIELDS[field];
  const message = `${name} exists since metadata ${since}, and this is ${version}: raise Metadata-Version, or leave the field out.`;
  report(field, at('metadata/too-new', header.at, message));
  return false;
}

function assemble(
  metadataVersion: MetadataVersion | undefined,
  values: FieldValues,
  description: string | undefined,
  problems: readonly MetadataProblem[],
): Metadata | undefined {
  const { name, version, ...others } = values;
  if (problems.length > 0 || metadataVersion === undefined || name === undefined || version === undefined) {
    return undefined;
  }
  return { metadataVersion, name, version, ...others, description };
}

function partsOf(text: string, document: HeaderDocument): readonly Part<MetadataPart>[] {
  const parts: Part<MetadataPart>[] = document.headers.map(({ key, value, valueAt }) => ({
    kind: isMetadataField(key) ? key : 'unknown',
    at: valueAt,
    text: value,
  }));
  for (const place of document.ignored) {
    parts.push({ kind: 'ignored', at: place, text: text.slice(place.start, place.end) });
  }
  if (document.body !== '') {
    parts.push({ kind: 'description', at: { start: document.bodyStart, end: text.length }, text: document.body });
  }
  return parts.sort((left, right) => left.at.start - right.at.start);
}
