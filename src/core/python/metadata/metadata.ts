// Core metadata: what METADATA in a wheel and PKG-INFO in a source distribution say of a project. Reading it is
// metadata-parse.ts, writing it metadata-format.ts. Follows the core metadata specification, one section a field.
import type { NormalizedName } from '../name';
import type { Requirement } from '../requirement';
import type { SpecifierSet } from '../specifier';
import type { Version } from '../version';
import type { LicenseExpression } from './license-expression';
import type { MetadataField, MetadataVersion } from './metadata-field';

/** A link with its label, as `Project-URL` has it. Without a comma in the header, all of it is label and the URL empty. */
export interface ProjectUrl {
  readonly label: string;
  readonly url: string;
}

/** A name that `import` takes; a private one is no interface for others. */
export interface ImportName {
  readonly name: string;
  readonly isPrivate: boolean;
  /** As it stands in the header. */
  readonly written: string;
}

/** A document's fields. What the document leaves out is `undefined`, or an empty list where a field may repeat. */
export interface Metadata {
  readonly metadataVersion: MetadataVersion;
  /** As written; `normalizeName` brings it to normal form. */
  readonly name: string;
  readonly version: Version;
  readonly dynamic: readonly MetadataField[];
  readonly platforms: readonly string[];
  readonly supportedPlatforms: readonly string[];
  readonly summary: string | undefined;
  /** From the body, or from the header as it stands there: `unfoldDescription` takes its bars out. */
  readonly description: string | undefined;
  readonly descriptionContentType: string | undefined;
  readonly keywords: readonly string[];
  readonly homePage: string | undefined;
  readonly downloadUrl: string | undefined;
  readonly author: string | undefined;
  readonly authorEmail: string | undefined;
  readonly maintainer: string | undefined;
  readonly maintainerEmail: string | undefined;
  readonly license: string | undefined;
  readonly licenseExpression: LicenseExpression | undefined;
  readonly licenseFiles: readonly string[];
  readonly classifiers: readonly string[];
  readonly requiresDist: readonly Requirement[];
  readonly requiresPython: SpecifierSet | undefined;
  readonly requiresExternal: readonly string[];
  readonly projectUrls: readonly ProjectUrl[];
  readonly providesExtra: readonly NormalizedName[];
  readonly providesDist: readonly string[];
  readonly obsoletesDist: readonly string[];
  /** Empty, and not `undefined`, if an empty `Import-Name` says that there is nothing to import. */
  readonly importNames: readonly ImportName[] | undefined;
  readonly importNamespaces: readonly ImportName[];
  readonly requires: readonly string[];
  readonly provides: readonly string[];
  readonly obsoletes: readonly string[];
}

/**
 * Takes the bars out of a description that stood in a header: there, each line after the first begins with blanks and `|`,
 * so that empty lines and indentation survive ("Description").
 *
 * @example unfoldDescription('First\n        |  second') // → 'First\n  second'
 */
export function unfoldDescription(description: string): string {
  return description.replace(/(\r\n|\r|\n)[ \t]+\|/g, '$1');
}
