// A wheel, looked into: what it says of itself, whether that agrees with its name and its files, and where an installer would put them.
// Follows the binary distribution format (PEP 427), “File contents” and “The .dist-info directory”.
import {
  compareVersions,
  compareWheelFile,
  decodeMetadata,
  type EntryPoint,
  type EntryPointPart,
  formatTag,
  normalizeName,
  type Parsed,
  type ParsedMetadata,
  parseEntryPoints,
  parseMetadata,
  parseVersion,
  parseWheelFile,
  parseWheelFilename,
  type WheelFile,
  type WheelFileDifference,
  type WheelFilename,
  type WheelFilePart,
} from '@/core/python';
import type { Archive } from '../archive/archive';
import type { ArchiveFinding } from '../archive/finding';
import { shownPath } from '../archive/finding-list';
import { MAX_FINDINGS } from '../archive/limits';
import { bytesAt, type Contents, entryAt, readContents } from './contents';
import type { InspectionFinding, InspectionFindingCode } from './inspection-finding';
import { metadataFindings, metadataMistake } from './metadata-findings';
import { type PathFile, readPathFile } from './path-file';
import { type Placement, placeFiles } from './placement';
import { type RecordReading, type RecordRowKind, readRecordRows } from './record-rows';

/** A text of the distribution and what it says. */
export interface ReadText<T> {
  readonly path: string;
  readonly text: string;
  readonly parsed: T;
}

/** What is in a wheel. What is missing in it is `undefined`, and a finding says so. */
export interface WheelInspection {
  readonly filename: ReturnType<typeof parseWheelFilename>;
  /** Without `/`. */
  readonly distInfo: string | undefined;
  readonly metadata: ReadText<ParsedMetadata> | undefined;
  readonly wheelFile: ReadText<Parsed<WheelFile, WheelFilePart>> | undefined;
  readonly tagDifferences: readonly WheelFileDifference[];
  readonly entryPoints: ReadText<Parsed<readonly EntryPoint[], EntryPointPart>> | undefined;
  readonly record: { readonly path: string; readonly text: string; readonly reading: RecordReading } | undefined;
  readonly placements: readonly Placement[];
  readonly pathFiles: readonly PathFile[];
  readonly contents: Contents;
  /** About the archive and what is in it. */
  readonly archiveFindings: readonly ArchiveFinding[];
  readonly findings: readonly InspectionFinding[];
}

/** Looks into a wheel: reads every file once and compares it with what the wheel says. */
export function inspectWheel(archive: Archive): WheelInspection {
  const findings: InspectionFinding[] = [];
  const report = (code: InspectionFindingCode, path: string | undefined, message: string): void => {
    if (findings.length < MAX_FINDINGS) findings.push({ code, path, message });
  };
  const filename = parseWheelFilename(archive.name);
  const [problem] = filename.problems;
  if (problem !== undefined) report('wheel/name', undefined, problem.message);
  const distInfo = findDistInfo(archive, filename.value, report);
  const text = (name: string) => (distInfo === undefined ? undefined : textAt(archive, `${distInfo}/${name}`));
  for (const name of ['METADATA', 'WHEEL', 'RECORD']) {
    if (distInfo !== undefined && entryAt(archive, `${distInfo}/${name}`) === undefined) {
      report('wheel/file-missing', `${distInfo}/${name}`, `${name} is missing: without it, installers refuse a wheel.`);
    }
  }
  const metadata = withParsed(text('METADATA'), parseMetadata);
  const wheelFile = withParsed(text('WHEEL'), parseWheelFile);
  const entryPoints = withParsed(text('entry_points.txt'), parseEntryPoints);
  const mistake = metadata && metadataMistake(metadata, 'wheel/file-invalid');
  if (mistake !== undefined) findings.push(mistake);
  for (const read of [wheelFile, entryPoints]) {
    const [first] = read?.parsed.problems ?? [];
    if (read !== undefined && first !== undefined) report('wheel/file-invalid', read.path, first.message);
  }
  const tagDifferences =
    wheelFile?.parsed.value && filename.value ? compareWheelFile(wheelFile.parsed.value, filename.value) : [];
  for (const difference of tagDifferences) report('wheel/tags', wheelFile?.path, describeDifference(difference));
  if (metadata !== undefined) findings.push(...metadataFindings(metadata, filename.value));
  const recordText = text('RECORD');
  const recorded = recordText && readRecordRows(archive, recordText.text);
  const contents = recorded?.contents ?? readContents(archive);
  if (recorded) reportRows(recorded.reading, recordText.path, report);
  const placed =
    distInfo === undefined ? undefined : place(archive, distInfo, wheelFile?.parsed, entryPoints?.parsed, contents);
  for (const { path, scheme } of placed?.misplaced ?? []) {
    report('data/scheme', path, `No installer has a place called “${shownPath(scheme)}” for ${shownPath(path)}.`);
  }
  const pathFiles = readPathFiles(archive, placed?.placements ?? [], report);
  checkFiles(archive, distInfo, filename.value, report);
  checkPurelib(wheelFile?.parsed.value, filename.value, report);
  checkLicences(archive, distInfo, metadata?.parsed, report);
  return {
    filename,
    distInfo,
    metadata,
    wheelFile,
    tagDifferences,
    entryPoints,
    record: recorded && { ...recordText, reading: recorded.reading },
    placements: placed?.placements ?? [],
    pathFiles,
    contents,
    archiveFindings: [...archive.findings, ...contents.findings],
    findings,
  };
}

type Report = (code: InspectionFindingCode, path: string | undefined, message: string) => void;

function textAt(archive: Archive, path: string): { readonly path: string; readonly text: string } | undefined {
  const bytes = bytesAt(archive, path);
  return bytes && { path, text: decodeMetadata(bytes) };
}

function withParsed<T>(
  read: { path: string; text: string } | undefined,
  parse: (text: string) => T,
): ReadText<T> | undefined {
  return read && { ...read, parsed: parse(read.text) };
}

/** The one folder at the top whose name ends in `.dist-info`; of several, the one that the file’s name asks for. */
function findDistInfo(archive: Archive, filename: WheelFilename | undefined, report: Report): string | undefined {
  const tops = new Set(archive.entries.map(({ path }) => path.slice(0, Math.max(0, path.indexOf('/')))));
  const found = [...tops].filter((name) => name.endsWith('.dist-info'));
  const isDue = (name: string) => filename === undefined || isOf(name, filename);
  const distInfo = found.find(isDue) ?? found[0];
  if (distInfo === undefined)
    report('wheel/dist-info', undefined, 'There is no .dist-info folder: this isn’t a wheel.');
  else if (found.length > 1) {
    report('wheel/dist-info', undefined, `There are ${found.length} .dist-info folders: a wheel has one.`);
  } else if (!isDue(distInfo)) {
    report(
      'wheel/dist-info',
      distInfo,
      `${shownPath(distInfo)} is of another project or version than the file’s name.`,
    );
  }
  for (const name of tops) {
    if (
      name.endsWith('.data') &&
      distInfo !== undefined &&
      name !== `${distInfo.slice(0, -'.dist-info'.length)}.data`
    ) {
      report(
        'data/of-another',
        name,
        `${shownPath(name)} isn’t of this project and version: installers differ in what they do with it.`,
      );
    }
  }
  return distInfo;
}

/** Whether `kit-1.0.dist-info` is of this project and version. */
function isOf(folder: string, { name, version }: WheelFilename): boolean {
  const stem = folder.slice(0, folder.lastIndexOf('.'));
  const dash = stem.lastIndexOf('-');
  const written = parseVersion(stem.slice(dash + 1).replaceAll('_', '-')).value;
  return (
    normalizeName(stem.slice(0, dash)) === name && written !== undefined && compareVersions(written, version) === 0
  );
}

function describeDifference(difference: WheelFileDifference): string {
  switch (difference.kind) {
    case 'tag-missing':
      return `The file’s name says ${formatTag(difference.tag)}, and WHEEL doesn’t: it was renamed or built wrongly.`;
    case 'tag-surplus':
      return `WHEEL says ${formatTag(difference.tag)}, and the file’s name doesn’t: it was renamed or built wrongly.`;
    case 'build-differs':
      return 'WHEEL and the file’s name have different build tags.';
  }
}

/** What each kind of row means; those that are well say nothing. */
const ROWS: Readonly<Partial<Record<RecordRowKind, readonly [InspectionFindingCode, string]>>> = {
  'hash-differs': [
    'record/differs',
    'isn’t what RECORD lists: its hash is another. pip and uv install it without looking',
  ],
  'size-differs': ['record/differs', 'isn’t what RECORD lists: its size is another'],
  missing: ['record/missing', 'is in RECORD and not in the archive'],
  'not-listed': [
    'record/not-listed',
    'is in the archive and not in RECORD: nothing says what it should be, and pip and uv install it all the same',
  ],
  'no-hash': ['record/no-hash', 'has no hash in RECORD: nothing is known of what it should be'],
  'weak-hash': ['record/weak-hash', 'has a hash in RECORD that others can forge: SHA-256 is the least'],
  'unknown-hash': ['record/unknown-hash', 'has a hash in RECORD that can’t be checked'],
};

function reportRows(reading: RecordReading, path: string, report: Report): void {
  const [problem] = reading.problems;
  if (problem !== undefined) report('wheel/file-invalid', path, problem.message);
  for (const row of reading.rows) {
    const said = ROWS[row.kind];
    if (said !== undefined) report(said[0], row.path, `${shownPath(row.path)} ${said[1]}.`);
    const other = row.problems.find(({ code }) => code !== 'record/algorithm' && code !== 'record/hash-missing');
    if (other !== undefined) report('wheel/file-invalid', path, other.message);
  }
}

function place(
  archive: Archive,
  distInfo: string,
  wheelFile: Parsed<WheelFile, WheelFilePart> | undefined,
  entryPoints: Parsed<readonly EntryPoint[], EntryPointPart> | undefined,
  contents: Contents,
) {
  const rootIsPurelib = wheelFile?.value?.rootIsPurelib ?? true;
  return placeFiles(archive, { distInfo, rootIsPurelib, entryPoints: entryPoints?.value ?? [] }, contents.files);
}

/** `.pth` files count at the top of purelib and platlib, and only there. */
function readPathFiles(archive: Archive, placements: readonly Placement[], report: Report): readonly PathFile[] {
  return placements.flatMap(({ scheme, path, from }): readonly PathFile[] => {
    const isSite = scheme === 'purelib' || scheme === 'platlib';
    if (!isSite || from.kind !== 'file' || path.includes('/') || !path.endsWith('.pth')) return [];
    const written = archive.entries[from.entry]?.path ?? path;
    const bytes = bytesAt(archive, written);
    if (bytes === undefined) return [];
    const file = readPathFile(written, decodeMetadata(bytes));
    if (file.lines.some(({ kind }) => kind === 'code')) {
      report(
        'pth/runs-code',
        written,
        `${shownPath(written)} has a line of code that runs whenever Python starts in the environment.`,
      );
    }
    if (file.lines.some(({ kind }) => kind === 'path')) {
      report('pth/adds-path', written, `${shownPath(written)} adds folders to the search path of the environment.`);
    }
    return [file];
  });
}

/** Endings of files that hold machine code. */
const NATIVE = /\.(?:so|pyd|dll|dylib)(?:\.[0-9.]+)?$/;

function checkFiles(
  archive: Archive,
  distInfo: string | undefined,
  filename: WheelFilename | undefined,
  report: Report,
): void {
  if (filename === undefined || distInfo === undefined || !filename.platforms.includes('any')) return;
  const native = archive.entries.find(({ path, kind }) => kind === 'file' && NATIVE.test(path));
  if (native === undefined) return;
  const message = `${shownPath(native.path)} is machine code for one platform, and by its name the wheel is for any.`;
  report('wheel/native-files', native.path, message);
}

function checkPurelib(wheelFile: WheelFile | undefined, filename: WheelFilename | undefined, report: Report): void {
  if (wheelFile === undefined || filename === undefined) return;
  const isForAny = filename.platforms.every((platform) => platform === 'any');
  if (wheelFile.rootIsPurelib === isForAny) return;
  const message = isForAny
    ? 'Root-Is-Purelib is false, and by its name the wheel is for any platform.'
    : 'Root-Is-Purelib is true, and by its name the wheel is for one platform.';
  report('wheel/purelib', undefined, message);
}

/** Since metadata 2.4, licence files lie in `licenses` of the .dist-info folder (PEP 639). */
function checkLicences(
  archive: Archive,
  distInfo: string | undefined,
  parsed: ParsedMetadata | undefined,
  report: Report,
): void {
  const there = new Set(archive.entries.map(({ path }) => path));
  for (const file of parsed?.value?.licenseFiles ?? []) {
    const path = `${distInfo}/licenses/${file}`;
    if (there.has(path)) continue;
    report('wheel/licence-missing', path, `METADATA names the licence file ${shownPath(file)}, and it isn’t there.`);
  }
}
