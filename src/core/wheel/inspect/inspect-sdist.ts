// An sdist, looked into: one folder at the top, PKG-INFO and pyproject.toml in it, and whether they agree with each other and with the
// file’s name. Follows the source distribution format (PEP 625, PEP 643), “Source distribution archive”.
import {
  compareVersions,
  decodeMetadata,
  normalizeName,
  type ParsedMetadata,
  type ParsedPyproject,
  parseMetadata,
  parsePyproject,
  parseSdistFilename,
} from '@/core/python';
import type { Archive } from '../archive/archive';
import type { ArchiveFinding } from '../archive/finding';
import { shownPath } from '../archive/finding-list';
import { bytesAt, type Contents, entryAt, readContents } from './contents';
import type { ReadText } from './inspect-wheel';
import type { InspectionFinding, InspectionFindingCode } from './inspection-finding';
import { metadataFindings, metadataMistake } from './metadata-findings';

/** What is in an sdist. What is missing in it is `undefined`, and a finding says so. */
export interface SdistInspection {
  readonly filename: ReturnType<typeof parseSdistFilename>;
  /** The names at the top, in the archive’s order. */
  readonly tops: readonly string[];
  /** The one folder at the top. */
  readonly folder: string | undefined;
  readonly pkgInfo: ReadText<ParsedMetadata> | undefined;
  readonly pyproject: ReadText<ParsedPyproject> | undefined;
  /** How it is built: by the backend that pyproject.toml names, by setuptools as without one, or nobody knows. */
  readonly build: 'pyproject' | 'setup-py' | 'nothing';
  readonly contents: Contents;
  readonly archiveFindings: readonly ArchiveFinding[];
  readonly findings: readonly InspectionFinding[];
}

/** Looks into an sdist: reads every file once and compares what it says of itself. */
export function inspectSdist(archive: Archive): SdistInspection {
  const findings: InspectionFinding[] = [];
  const report = (code: InspectionFindingCode, path: string | undefined, message: string): void => {
    findings.push({ code, path, message });
  };
  const filename = parseSdistFilename(archive.name);
  const [problem] = filename.problems;
  if (problem !== undefined) report('sdist/name', undefined, problem.message);
  if (archive.packing === 'zip')
    report('sdist/old-format', undefined, 'Sdists are .tar.gz since PEP 625: indexes take no new .zip.');
  const tops = [...new Set(archive.entries.map(({ path }) => path.split('/')[0] ?? ''))];
  const [top] = tops;
  const folder = tops.length === 1 && archive.entries.some(({ path }) => path.includes('/')) ? top : undefined;
  checkTop(archive, tops, folder, report);
  const pkgInfo = folder === undefined ? undefined : readText(archive, `${folder}/PKG-INFO`, parseMetadata);
  const pyproject = folder === undefined ? undefined : readText(archive, `${folder}/pyproject.toml`, parsePyproject);
  const hasSetup = folder !== undefined && entryAt(archive, `${folder}/setup.py`) !== undefined;
  const build = pyproject !== undefined ? 'pyproject' : hasSetup ? 'setup-py' : 'nothing';
  if (pkgInfo === undefined)
    report(
      'sdist/pkg-info',
      undefined,
      'PKG-INFO is missing in the top folder: tools must build before they know the name.',
    );
  else {
    const mistake = metadataMistake(pkgInfo, 'sdist/pkg-info');
    if (mistake !== undefined) findings.push(mistake);
    findings.push(...metadataFindings(pkgInfo, filename.value));
  }
  if (pyproject === undefined) {
    const message = hasSetup
      ? 'pyproject.toml is missing: tools fall back to setuptools and setup.py.'
      : 'pyproject.toml is missing, and so is setup.py: nothing says how to build this.';
    report('sdist/pyproject', undefined, message);
  } else {
    const [first] = pyproject.parsed.problems;
    if (first !== undefined) report('sdist/pyproject', pyproject.path, first.message);
    if (pkgInfo !== undefined) checkAgreement(pkgInfo.parsed, pyproject, report);
  }
  const contents = readContents(archive);
  const archiveFindings = [...archive.findings, ...contents.findings];
  return { filename, tops, folder, pkgInfo, pyproject, build, contents, archiveFindings, findings };
}

type Report = (code: InspectionFindingCode, path: string | undefined, message: string) => void;

function readText<T>(archive: Archive, path: string, parse: (text: string) => T): ReadText<T> | undefined {
  const bytes = bytesAt(archive, path);
  if (bytes === undefined) return undefined;
  const text = decodeMetadata(bytes);
  return { path, text, parsed: parse(text) };
}

function checkTop(archive: Archive, tops: readonly string[], folder: string | undefined, report: Report): void {
  if (folder === undefined) {
    const names = tops.slice(0, 3).map(shownPath).join(', ');
    report('sdist/top', undefined, `At the top lie ${tops.length} things (${names}): an sdist has one folder.`);
    return;
  }
  const due = archive.name.replace(/\.tar\.gz$|\.zip$/, '');
  if (folder !== due)
    report(
      'sdist/top',
      folder,
      `The folder at the top is ${shownPath(folder)}, and by the file’s name it is ${shownPath(due)}.`,
    );
}

function checkAgreement(pkgInfo: ParsedMetadata, { path, parsed }: ReadText<ParsedPyproject>, report: Report): void {
  const [project, metadata] = [parsed.value?.project, pkgInfo.value];
  if (project === undefined || metadata === undefined) return;
  if (project.name !== undefined && normalizeName(project.name) !== normalizeName(metadata.name)) {
    report(
      'sdist/disagrees',
      path,
      `pyproject.toml is of ${shownPath(project.name)}, and PKG-INFO of ${shownPath(metadata.name)}.`,
    );
  }
  if (project.version !== undefined && compareVersions(project.version, metadata.version) !== 0) {
    report('sdist/disagrees', path, 'pyproject.toml and PKG-INFO have different versions.');
  }
}
