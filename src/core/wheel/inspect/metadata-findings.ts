// Whether metadata is of the project and version that a file’s name says. Installers go by the name first and check then.
import {
  compareVersions,
  type MetadataProblem,
  type NormalizedName,
  normalizeName,
  type ParsedMetadata,
  parseVersion,
  type Version,
} from '@/core/python';
import { shownPath } from '../archive/finding-list';
import type { InspectionFinding } from './inspection-finding';

/**
 * The first mistake in metadata. License-File before metadata 2.4 is told as what it is: setuptools wrote it for years, and indexes and
 * installers look away.
 */
export function metadataMistake(
  { path, parsed }: { readonly path: string; readonly parsed: ParsedMetadata },
  code: 'wheel/file-invalid' | 'sdist/pkg-info',
): InspectionFinding | undefined {
  const isEarly = (problem: MetadataProblem) => problem.field === 'license-file' && problem.code === 'metadata/too-new';
  const [first] = parsed.problems;
  const other = parsed.problems.find((problem) => !isEarly(problem));
  if (other !== undefined) return { code, path, message: other.message };
  return first && { code: 'metadata/licence-file-early', path, message: first.message };
}

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
