// The fields of core metadata: how each header is spelt, since which version of the format it exists, and whether it may
// stand in a document more than once. Follows the core metadata specification, one section a field.

/** The versions of the format. There is no 2.0: it was given up, and no other is 1.3 or 1.9. */
export const METADATA_VERSIONS = ['1.0', '1.1', '1.2', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6'] as const;

export type MetadataVersion = (typeof METADATA_VERSIONS)[number];

interface FieldFacts {
  /** The header's name as the specification spells it. */
  readonly header: string;
  readonly since: MetadataVersion;
  readonly repeats: boolean;
}

const once = (header: string, since: MetadataVersion): FieldFacts => ({ header, since, repeats: false });
const often = (header: string, since: MetadataVersion): FieldFacts => ({ header, since, repeats: true });

/** The fields by the name of their header in lower case, in the order in which they are written. */
export const METADATA_FIELDS = {
  'metadata-version': /* @__PURE__ */ once('Metadata-Version', '1.0'),
  name: /* @__PURE__ */ once('Name', '1.0'),
  version: /* @__PURE__ */ once('Version', '1.0'),
  dynamic: /* @__PURE__ */ often('Dynamic', '2.2'),
  platform: /* @__PURE__ */ often('Platform', '1.0'),
  'supported-platform': /* @__PURE__ */ often('Supported-Platform', '1.1'),
  summary: /* @__PURE__ */ once('Summary', '1.0'),
  description: /* @__PURE__ */ once('Description', '1.0'),
  'description-content-type': /* @__PURE__ */ once('Description-Content-Type', '2.1'),
  keywords: /* @__PURE__ */ once('Keywords', '1.0'),
  'home-page': /* @__PURE__ */ once('Home-page', '1.0'),
  'download-url': /* @__PURE__ */ once('Download-URL', '1.1'),
  author: /* @__PURE__ */ once('Author', '1.0'),
  'author-email': /* @__PURE__ */ once('Author-email', '1.0'),
  maintainer: /* @__PURE__ */ once('Maintainer', '1.2'),
  'maintainer-email': /* @__PURE__ */ once('Maintainer-email', '1.2'),
  license: /* @__PURE__ */ once('License', '1.0'),
  'license-expression': /* @__PURE__ */ once('License-Expression', '2.4'),
  'license-file': /* @__PURE__ */ often('License-File', '2.4'),
  classifier: /* @__PURE__ */ often('Classifier', '1.1'),
  'requires-dist': /* @__PURE__ */ often('Requires-Dist', '1.2'),
  'requires-python': /* @__PURE__ */ once('Requires-Python', '1.2'),
  'requires-external': /* @__PURE__ */ often('Requires-External', '1.2'),
  'project-url': /* @__PURE__ */ often('Project-URL', '1.2'),
  'provides-extra': /* @__PURE__ */ often('Provides-Extra', '2.1'),
  'provides-dist': /* @__PURE__ */ often('Provides-Dist', '1.2'),
  'obsoletes-dist': /* @__PURE__ */ often('Obsoletes-Dist', '1.2'),
  'import-name': /* @__PURE__ */ often('Import-Name', '2.5'),
  'import-namespace': /* @__PURE__ */ often('Import-Namespace', '2.5'),
  requires: /* @__PURE__ */ often('Requires', '1.1'),
  provides: /* @__PURE__ */ often('Provides', '1.1'),
  obsoletes: /* @__PURE__ */ often('Obsoletes', '1.1'),
} as const satisfies Readonly<Record<string, FieldFacts>>;

export type MetadataField = keyof typeof METADATA_FIELDS;

/** Whether a header of this name, in lower case, is a field of core metadata. */
export function isMetadataField(key: string): key is MetadataField {
  return Object.hasOwn(METADATA_FIELDS, key);
}

/** Whether a document of `version` may hold the field. */
export function hasField(version: MetadataVersion, field: MetadataField): boolean {
  return METADATA_VERSIONS.indexOf(METADATA_FIELDS[field].since) <= METADATA_VERSIONS.indexOf(version);
}
