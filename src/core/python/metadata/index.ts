// What a distribution says of itself: core metadata, licence expressions, entry points, direct_url.json, RECORD and WHEEL.

export { type CsvField, readCsv } from './csv';
export {
  type DirectUrl,
  type DirectUrlProblem,
  type DirectUrlReading,
  type DirectUrlSource,
  directUrlDocument,
  formatDirectUrl,
  type JsonValue,
  readDirectUrl,
  withoutCredentials,
} from './direct-url';
export { type DirectUrlPart, parseDirectUrl } from './direct-url-text';
export { type EntryPoint, type EntryPointReading, formatEntryPoints, readEntryPoint } from './entry-point';
export { type EntryPointPart, parseEntryPoints } from './entry-points';
export { type Header, type HeaderDocument, readHeaderDocument } from './header-document';
export { isImportable } from './import-name';
export { readInstaller } from './installer';
export {
  type LicenseExpression,
  type LicensePart,
  MAX_LICENSE_DEPTH,
  type NamedLicense,
  parseLicenseExpression,
} from './license-expression';
export { type ImportName, type Metadata, type ProjectUrl, unfoldDescription } from './metadata';
export { decodeMetadata } from './metadata-bytes';
export { METADATA_FIELDS, METADATA_VERSIONS, type MetadataField, type MetadataVersion } from './metadata-field';
export { formatMetadata, WRITTEN_METADATA_VERSION, type WriteProblem, type Written } from './metadata-format';
export { type MetadataPart, type MetadataProblem, type ParsedMetadata, parseMetadata } from './metadata-parse';
export { formatRecord, type RecordEntry, type RecordHash } from './record';
export { parseRecord, type RecordPart, type RecordPlace } from './record-parse';
export { type ActualFile, type RecordFinding, verifyRecord } from './record-verify';
export { LICENSE_LIST_VERSION } from './spdx-3.27.0';
export {
  compareWheelFile,
  formatWheelFile,
  parseWheelFile,
  WHEEL_VERSION,
  type WheelFile,
  type WheelFileDifference,
  type WheelFilePart,
} from './wheel-file';
