// Whether metadata is of the project and version that a file’s name says. Installers go by the name first and check then.
import {
  compareVersions,
  type NormalizedName,
  normalizeName,
  type ParsedMetadata,
  parseVersion,
  type Version,
} from '@/core/python';
import { shownPath } from '../archive/finding-list';
import type { InspectionFinding } from './inspection-finding';

/** Holds name and version of metadata against those of the file’s name. Metadata with other mistakes in it is read as far as it goes. */
export function metadataFindings(
  { path, parsed }: { readonly path: string; readonly parsed: ParsedMetadata },
  filename: { readonly name: NormalizedName; readonly version: Version } | undefined,
): readonly InspectionFinding[] {
  if (filename === undefined) return [];
  const findings: InspectionFinding[] = [];
  const written = (kind: 'name' | 'version') => parsed.parts.find((part) => part.kind === kind)?.text;
  const [name, version] = [written('name'), written('version')];
  if (name !== undefined && normalizeName(name) !== filename.name) {
    findings.push({
      code: 'metadata/name',
      path,
      message: `The metadata is of ${shownPath(name)}, and the file’s name says ${filename.name}.`,
    });
  }
  const read = version === undefined ? undefined : parseVersion(version).value;
  if (read !== undefined && compareVersions(read, filename.version) !== 0) {
    const message = `The metadata is of version ${shownPath(version ?? '')}, and the file’s name says another.`;
    findings.push({ code: 'metadata/version', path, message });
  }
  return findings;
}
