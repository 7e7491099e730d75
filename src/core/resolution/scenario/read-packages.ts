// The index of a scenario: `packages.<name>.versions."<version>"`, and when each release was uploaded.
import {
  canonicalVersion,
  compareVersions,
  type NormalizedName,
  normalizeName,
  parseWheelFilename,
  placeInString,
  type Requirement,
  readSpecifierSet,
  type SpecifierSet,
  type TomlEntry,
  type Version,
} from '@/core/python';
import type { IndexedRelease, PackageIndex } from '../problem';
import { ScenarioFields } from './scenario-fields';

/** The most releases and requirements that are read. They protect the page from a stranger's file of any size. */
export const MAX_RELEASES = 200_000;
export const MAX_REQUIREMENTS = 1_000_000;

/** What a release needs of Python, and the root, where the file doesn't say. */
export const USUAL_PYTHON: SpecifierSet = readSpecifierSet('>=3.12') ?? { clauses: [] };

/** Dates by project and version in canonical form. */
export type UploadDates = ReadonlyMap<NormalizedName, ReadonlyMap<string, string>>;

interface Count {
  releases: number;
  requirements: number;
}

/** The projects of the file, each with its releases ascending. */
export function readPackages(file: ScenarioFields, uploaded: UploadDates): PackageIndex {
  const index = new Map<NormalizedName, readonly IndexedRelease[]>();
  const count = { releases: 0, requirements: 0 };
  for (const entry of file.entries('packages')) {
    const path = `packages.${entry.key}`;
    const name = file.keyName(entry, path);
    const fields = tableOf(file, entry, path)?.only('package');
    if (name === undefined || fields === undefined) continue;
    if (index.has(name)) {
      file.keys.problem('duplicate-name', path, entry.keyAt, `“${entry.key}” is in the file already, as ${name}.`);
      continue;
    }
    index.set(name, readReleases(fields, uploaded.get(name), count));
    if (count.releases > MAX_RELEASES || count.requirements > MAX_REQUIREMENTS) {
      const message = `The file is too large: up to ${MAX_RELEASES} releases with ${MAX_REQUIREMENTS} requirements are read.`;
      file.keys.problem('too-large', path, entry.keyAt, message);
      break;
    }
  }
  return index;
}

/** The table of an entry whose key the author chose. */
export function tableOf(fields: ScenarioFields, { value }: TomlEntry, path: string): ScenarioFields | undefined {
  if (value.kind === 'table') return new ScenarioFields(value, path, fields.document, fields.report);
  fields.keys.wrongKind(value, path, 'a table');
  return undefined;
}

function readReleases(
  fields: ScenarioFields,
  uploaded: ReadonlyMap<string, string> | undefined,
  count: Count,
): readonly IndexedRelease[] {
  const releases: IndexedRelease[] = [];
  const seen: { readonly release: IndexedRelease; readonly entry: TomlEntry; readonly path: string }[] = [];
  for (const entry of fields.entries('versions')) {
    const path = `${fields.keys.pathOf('versions')}.${entry.key}`;
    const version = fields.keyVersion(entry, path);
    const table = tableOf(fields, entry, path)?.only('release');
    if (version === undefined || table === undefined) continue;
    const release = readRelease(table, version, entry.key, uploaded?.get(canonicalVersion(version)));
    seen.push({ release, entry, path });
    count.releases++;
    count.requirements += release.requires.length;
    for (const requires of release.extras.values()) count.requirements += requires.length;
  }
  seen.sort((left, right) => compareVersions(left.release.version, right.release.version));
  for (const { release, entry, path } of seen) {
    const before = releases.at(-1);
    if (before !== undefined && compareVersions(before.version, release.version) === 0) {
      const message = `“${entry.key}” and “${before.written}” are the same version: keep one of the two.`;
      fields.keys.problem('duplicate-version', path, entry.keyAt, message);
    } else releases.push(release);
  }
  return releases;
}

function readRelease(
  fields: ScenarioFields,
  version: Version,
  written: string,
  date: string | undefined,
): IndexedRelease {
  const sdist = readArtifact(fields, 'sdist');
  const wheel = readArtifact(fields, 'wheel');
  const tags = readWheelTags(fields);
  return {
    version,
    written,
    requires: fields.requirements('requires').map(({ requirement }) => requirement),
    extras: readExtras(fields),
    requiresPython: fields.specifier('requires_python', USUAL_PYTHON),
    hasSdist: sdist.exists,
    wheelTags: wheel.exists ? (tags.length === 0 ? ['py3-none-any'] : tags) : [],
    yanked: fields.keys.boolean('yanked') ?? false,
    uploaded: date ?? wheel.uploaded ?? sdist.uploaded,
  };
}

/** `true`, `false`, or, as newer files of uv have it, a table with the file's `upload_time`. */
function readArtifact(fields: ScenarioFields, key: 'sdist' | 'wheel') {
  const entry = fields.keys.entry(key);
  if (entry?.value.kind !== 'table')
    return { exists: entry === undefined || (fields.keys.boolean(key) ?? true), uploaded: undefined };
  const table = new ScenarioFields(entry.value, fields.keys.pathOf(key), fields.document, fields.report).only(
    'artifact',
  );
  const time = table.keys.entry('upload_time');
  const path = table.keys.pathOf('upload_time');
  return { exists: true, uploaded: time && fields.instant(time, path, 'from') };
}

function readWheelTags(fields: ScenarioFields): readonly string[] {
  const tags: string[] = [];
  for (const { value, path } of fields.keys.strings('wheel_tags') ?? []) {
    const prefix = 'a-0-';
    const { problems } = parseWheelFilename(`${prefix}${value.value}.whl`);
    const isTriple = value.value.split('-').length === 3;
    if (problems.length === 0 && isTriple) {
      tags.push(value.value);
      continue;
    }
    const [first] = isTriple ? problems : [];
    const message = first?.message ?? 'A wheel’s tags are three, joined by “-”: Python, ABI and platform.';
    const at = { start: (first?.at.start ?? prefix.length) - prefix.length, end: value.value.length };
    const start = placeInString(fields.document, value, Math.max(0, at.start));
    fields.keys.problem('bad-wheel-tag', path, { start, end: placeInString(fields.document, value, at.end) }, message);
  }
  return tags;
}

function readExtras(fields: ScenarioFields): ReadonlyMap<NormalizedName, readonly Requirement[]> {
  const extras = new Map<NormalizedName, readonly Requirement[]>();
  const table = fields.keys.subtable('extras');
  if (table === undefined) return extras;
  const inner = new ScenarioFields(table.table, table.path, fields.document, fields.report);
  for (const entry of table.table.entries.values()) {
    const name = inner.keyName(entry, table.pathOf(entry.key));
    if (name === undefined) continue;
    const requires = inner.requirements(entry.key).map(({ requirement }) => requirement);
    // `extra_b` and `extra-b` are one extra.
    const extra = normalizeName(name);
    extras.set(extra, [...(extras.get(extra) ?? []), ...requires]);
  }
  return extras;
}
