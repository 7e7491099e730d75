/** Looks into a file with the core and tells what a reader can be shown of it, bounded: for the build, the worker and tests. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { formatRequirement, formatTag, type Parsed, type ParsedPyproject, type WheelFile } from '@/core/python';
import {
  ARCHIVE_FINDINGS,
  type Archive,
  type ArchiveFinding,
  checkWheelContents,
  checkWithTwine,
  fileTree,
  INSPECTION_FINDINGS,
  type InspectionFinding,
  inspectSdist,
  inspectWheel,
  openArchive,
  shownPath,
  type WheelContentsVerdict,
  type WheelInspection,
} from '@/core/wheel';
import { fieldLines } from './field-lines';
import type {
  FileReport,
  FindingLine,
  PlaceLine,
  RecordLine,
  Refusal,
  SdistReport,
  TagLine,
  WheelReport,
} from './report';
import { shownOf, treeLines } from './tree-lines';

/** Rows of RECORD, places and tags that are listed: no page draws more, and the largest wheels have twenty thousand. */
const MOST_LINES = 4_000;
const MOST_TAGS = 200;

/** A report with the archive that it is of, for what compares it. */
export interface Looked {
  readonly archive: Archive;
  readonly report: FileReport;
}

/** Opens and looks into a file. Never throws, whatever the bytes. */
export async function lookInto(
  bytes: Uint8Array,
  name: string,
  report: (stage: 'opening' | 'checking') => void = () => {},
): Promise<Looked | Refusal> {
  report('opening');
  const opened = await openArchive(bytes, name);
  if (opened.kind === 'refused') return refusalOf(name, opened.findings);
  report('checking');
  const { archive } = opened;
  const digest = bytesToHex(sha256(bytes));
  return { archive, report: archive.kind === 'wheel' ? wheelReport(archive, digest) : sdistReport(archive, digest) };
}

function refusalOf(name: string, findings: readonly ArchiveFinding[]): Refusal {
  return { kind: 'refused', name, message: findings.at(-1)?.message ?? 'The file can’t be opened.' };
}

function common(archive: Archive, digest: string) {
  const tree = fileTree(archive);
  return {
    name: archive.name,
    size: archive.size,
    sha256: digest,
    files: tree.files,
    unpacked: tree.size,
    tree: treeLines(tree),
    twine: checkWithTwine(archive),
  };
}

function wheelReport(archive: Archive, digest: string): WheelReport {
  const inside = inspectWheel(archive);
  const { metadata, wheelFile, entryPoints, record, pathFiles } = inside;
  const rows = record?.reading.rows ?? [];
  // What is wrong comes first where not all rows are listed.
  const kept = rows.length <= MOST_LINES ? rows : rows.toSorted((a, b) => Number(isWell(a)) - Number(isWell(b)));
  return {
    kind: 'wheel',
    ...common(archive, digest),
    fields: metadata === undefined ? [] : fieldLines(metadata.parsed),
    ...(metadata === undefined ? {} : { metadata: metadata.path }),
    findings: findingLines(inside.archiveFindings, inside.findings),
    ...(record === undefined ? {} : { recordPath: record.path }),
    record: kept.slice(0, MOST_LINES).map(recordLine),
    recordMore: Math.max(0, rows.length - MOST_LINES),
    ...wheelFileLines(wheelFile?.parsed),
    tags: tagLines(inside),
    entryPoints: (entryPoints?.parsed.value ?? []).map(({ group, name, module, attribute }) => {
      return { group, name, value: attribute === undefined ? module : `${module}:${attribute}` };
    }),
    places: inside.placements.slice(0, MOST_LINES).map(({ scheme, path, from, isRewritten }): PlaceLine => {
      return { scheme, path: shownPath(path), from: originOf(archive, from), isRewritten };
    }),
    pathFiles,
    contents: shownContents(checkWheelContents(archive)),
  };
}

/** Its paths are only shown. */
function shownContents(verdict: WheelContentsVerdict): WheelContentsVerdict {
  if (verdict.kind !== 'checked') return verdict;
  return {
    ...verdict,
    failures: verdict.failures.map((failure) => ({ ...failure, paths: failure.paths.map(shownPath) })),
  };
}

function isWell({ kind }: { readonly kind: string }): boolean {
  return kind === 'matches' || kind === 'exempt';
}

type Row = NonNullable<WheelInspection['record']>['reading']['rows'][number];

function recordLine({ path, kind, listed, actual }: Row): RecordLine {
  const isSameHash = listed !== undefined && listed.hash === actual?.hash;
  const isSameSize = listed !== undefined && listed.size === `${actual?.size}`;
  return {
    path,
    ...shownOf(path),
    kind,
    ...(listed === undefined ? {} : { listed: listed.hash, listedSize: listed.size }),
    ...(actual?.hash === undefined || isSameHash ? {} : { actual: actual.hash }),
    ...(actual === undefined || isSameSize ? {} : { actualSize: actual.size }),
  };
}

function wheelFileLines(
  parsed: Parsed<WheelFile, string> | undefined,
): Pick<WheelReport, 'generator' | 'rootIsPurelib'> {
  const { generator, rootIsPurelib } = parsed?.value ?? {};
  return {
    ...(generator === undefined ? {} : { generator }),
    ...(rootIsPurelib === undefined ? {} : { rootIsPurelib }),
  };
}

/** The tags of WHEEL, then those that only the file’s name has. */
function tagLines({ wheelFile, tagDifferences }: WheelInspection): readonly TagLine[] {
  const surplus = new Set<string>();
  const missing: TagLine[] = [];
  for (const difference of tagDifferences) {
    if (difference.kind === 'tag-surplus') surplus.add(formatTag(difference.tag));
    if (difference.kind === 'tag-missing')
      missing.push({ tag: formatTag(difference.tag), inName: true, inWheel: false });
  }
  const own = (wheelFile?.parsed.value?.tags ?? []).map(formatTag);
  return [...own.map((tag): TagLine => ({ tag, inName: !surplus.has(tag), inWheel: true })), ...missing].slice(
    0,
    MOST_TAGS,
  );
}

function originOf(archive: Archive, from: WheelInspection['placements'][number]['from']): PlaceLine['from'] {
  switch (from.kind) {
    case 'file':
      return { kind: 'file', path: archive.entries[from.entry]?.path ?? '' };
    case 'entry-point': {
      const { module, attribute } = from.entryPoint;
      return { kind: 'command', value: attribute === undefined ? module : `${module}:${attribute}` };
    }
    case 'installer':
      return from;
  }
}

function sdistReport(archive: Archive, digest: string): SdistReport {
  const inside = inspectSdist(archive);
  const { pkgInfo, pyproject, build } = inside;
  return {
    kind: 'sdist',
    ...common(archive, digest),
    fields: pkgInfo === undefined ? [] : fieldLines(pkgInfo.parsed),
    ...(pkgInfo === undefined ? {} : { metadata: pkgInfo.path }),
    findings: findingLines(inside.archiveFindings, inside.findings),
    build,
    ...buildLines(pyproject?.parsed),
  };
}

function buildLines(parsed: ParsedPyproject | undefined): Pick<SdistReport, 'backend' | 'buildRequires'> {
  const system = parsed?.value?.buildSystem;
  if (system === undefined) return { buildRequires: [] };
  const { module, object } = system.backend;
  return {
    backend: object === undefined ? module : `${module}:${object}`,
    buildRequires: system.requires.map((requirement) => formatRequirement(requirement)),
  };
}

function findingLines(
  archive: readonly ArchiveFinding[],
  inspection: readonly InspectionFinding[],
): readonly FindingLine[] {
  const weigh = { danger: 0, wrong: 1, note: 2 };
  return [
    ...archive.map(({ code, path, message }): FindingLine => {
      return { code, weight: ARCHIVE_FINDINGS[code].weight, message, ...(path === undefined ? {} : { path }) };
    }),
    ...inspection.map(({ code, path, message }): FindingLine => {
      return { code, weight: INSPECTION_FINDINGS[code].weight, message, ...(path === undefined ? {} : { path }) };
    }),
  ].toSorted((left, right) => weigh[left.weight] - weigh[right.weight]);
}
