// The suites of metadata/: core metadata documents, licence expressions, direct_url.json.
import {
  directUrlDocument,
  formatRequirement,
  formatSpecifierSet,
  formatVersion,
  type Metadata,
  parseLicenseExpression,
  parseMetadata,
  readDirectUrl,
} from '../index';
import { answers, type Case, type Comparison, type Json, text } from './case';

export function metadata(given: Case): Comparison {
  const { value, problems } = parseMetadata(text(given.document));
  const expected = answers(given, 'document');
  if (value !== undefined) return { expected, got: { valid: true, fields: fieldsOf(value) } };
  return { expected, got: { valid: false, errors: [...new Set(problems.map(({ field }) => field))].sort() } };
}

/** The fields that are present, as the files write them: snake case, values as text. */
function fieldsOf(metadata: Metadata): Json {
  const { requiresPython, importNames } = metadata;
  const values: Readonly<Record<keyof Metadata, Json | undefined>> = {
    ...metadata,
    version: formatVersion(metadata.version),
    licenseExpression: metadata.licenseExpression?.normalized,
    requiresDist: metadata.requiresDist.map(formatRequirement),
    requiresPython: requiresPython && formatSpecifierSet(requiresPython),
    projectUrls: Object.fromEntries(metadata.projectUrls.map(({ label, url }) => [label, url])),
    importNames: importNames?.map(({ written }) => written),
    importNamespaces: metadata.importNamespaces.map(({ written }) => written),
  };
  const fields = Object.entries(values).filter(
    ([key, value]) => value !== undefined && (key === 'importNames' || !isEmpty(value)),
  );
  return Object.fromEntries(
    fields.map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value ?? null]),
  );
}

function isEmpty(value: Json): boolean {
  return value !== null && typeof value === 'object' && Object.keys(value).length === 0;
}

export function licenses(given: Case): Comparison {
  const { value } = parseLicenseExpression(text(given.input));
  const expected = answers(given, 'input');
  return { expected, got: value === undefined ? { valid: false } : { valid: true, normalized: value.normalized } };
}

export function directUrl(given: Case): Comparison {
  const { directUrl, problem } = readDirectUrl(given.document ?? null);
  const { valid, normalized, error } = given;
  // Of an error, the files' message is for people; its place is what counts.
  const context = isObject(error) ? { context: error.context ?? null } : null;
  const expected = valid === true ? { valid, normalized: normalized ?? null } : { valid: false, error: context };
  if (problem === undefined) return { expected, got: { valid: true, normalized: directUrlDocument(directUrl) } };
  return { expected, got: { valid: false, error: { context: problem.path.join('.') || null } } };
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
