// Writing core metadata, versions 2.3 to 2.5. Headers stand in one order, the description in the body. What could not be read back
// as it is isn't written: then there are problems instead of a text. Follows the core metadata specification.
import { formatRequirement } from '../requirement';
import { formatSpecifierSet } from '../specifier';
import { formatVersion } from '../version';
import type { Metadata } from './metadata';
import { METADATA_FIELDS, type MetadataField, type MetadataVersion } from './metadata-field';
import { parseMetadata } from './metadata-parse';

/** The version of the format that is written where nobody asks for another: the lowest that has a licence's expression and files. */
export const WRITTEN_METADATA_VERSION = '2.4';

/** The versions in which the fields mean what they mean here. */
const WRITTEN_VERSIONS: readonly MetadataVersion[] = ['2.3', '2.4', '2.5'];

/** Why something can't be written: the field, and in a sentence what to change. */
export interface WriteProblem {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

/** A text, or what keeps it from being written. */
export interface Written {
  readonly text: string | undefined;
  readonly problems: readonly WriteProblem[];
}

/**
 * Writes core metadata. The same metadata gives the same text, and reading it gives the metadata.
 *
 * Problems: `metadata/format-version` (only 2.3 to 2.5 are written), `metadata/line-break` (a value whose lines would be read as other
 * headers), and those of `parseMetadata`. Follows ("Core metadata specifications").
 *
 * @example formatMetadata(parseMetadata('metadata-version: 2.4\nVERSION: 1.0.RC1\nname: kit').value).text // → 'Metadata-Version: 2.4\nName: kit\nVersion: 1.0rc1\n'
 */
export function formatMetadata(metadata: Metadata): Written {
  if (!WRITTEN_VERSIONS.includes(metadata.metadataVersion)) {
    const message = `Metadata 2.3 to 2.5 is written, and this is ${metadata.metadataVersion}: its fields mean other things there, so change it first.`;
    return { text: undefined, problems: [{ code: 'metadata/format-version', field: 'metadata-version', message }] };
  }
  const lines: string[] = [];
  const problems: WriteProblem[] = [];
  for (const [field, value] of headersOf(metadata)) {
    const { header } = METADATA_FIELDS[field];
    if (!isHeaderValue(value)) {
      const message = `The value of ${header} begins or ends with white space, or its lines would be read as other headers: write it in one line.`;
      problems.push({ code: 'metadata/line-break', field, message });
    }
    lines.push(`${header}: ${value}\n`);
  }
  const text = lines.join('') + (metadata.description ? `\n${metadata.description}` : '');
  if (problems.length > 0) return { text: undefined, problems };
  const reread = parseMetadata(text);
  if (reread.value !== undefined) return { text, problems };
  return { text: undefined, problems: reread.problems.map(({ code, field, message }) => ({ code, field, message })) };
}

/** Whether a header's value is read back as it is: a line in it begins with a blank, so that it continues the header. */
function isHeaderValue(value: string): boolean {
  return !/^[ \t]|[\r\n]$|(?:\r\n|\r(?!\n)|\n)(?![ \t])/.test(value);
}

function headersOf(metadata: Metadata): readonly (readonly [MetadataField, string])[] {
  const headers: (readonly [MetadataField, string])[] = [];
  const add = (field: MetadataField, values: readonly string[] | string | undefined) => {
    for (const value of typeof values === 'string' ? [values] : (values ?? [])) headers.push([field, value]);
  };
  const { importNames, requiresPython } = metadata;
  const values: Readonly<Record<MetadataField, readonly string[] | string | undefined>> = {
    'metadata-version': metadata.metadataVersion,
    name: metadata.name,
    version: formatVersion(metadata.version),
    dynamic: metadata.dynamic.map((field) => METADATA_FIELDS[field].header),
    platform: metadata.platforms,
    'supported-platform': metadata.supportedPlatforms,
    summary: metadata.summary,
    // An empty body is no description, an empty header is an empty one.
    description: metadata.description === '' ? '' : undefined,
    'description-content-type': metadata.descriptionContentType,
    keywords: metadata.keywords.length === 0 ? undefined : metadata.keywords.join(','),
    'home-page': metadata.homePage,
    'download-url': metadata.downloadUrl,
    author: metadata.author,
    'author-email': metadata.authorEmail,
    maintainer: metadata.maintainer,
    'maintainer-email': metadata.maintainerEmail,
    license: metadata.license,
    'license-expression': metadata.licenseExpression?.normalized,
    'license-file': metadata.licenseFiles,
    classifier: metadata.classifiers,
    'requires-dist': metadata.requiresDist.map(formatRequirement),
    'requires-python': requiresPython && formatSpecifierSet(requiresPython),
    'requires-external': metadata.requiresExternal,
    'project-url': metadata.projectUrls.map(({ label, url }) => (url === '' ? label : `${label}, ${url}`)),
    'provides-extra': metadata.providesExtra,
    'provides-dist': metadata.providesDist,
    'obsoletes-dist': metadata.obsoletesDist,
    'import-name': importNames?.length === 0 ? '' : importNames?.map(({ written }) => written),
    'import-namespace': metadata.importNamespaces.map(({ written }) => written),
    requires: metadata.requires,
    provides: metadata.provides,
    obsoletes: metadata.obsoletes,
  };
  for (const field of Object.keys(METADATA_FIELDS)) {
    if (field in values) add(field as MetadataField, values[field as MetadataField]);
  }
  return headers;
}
