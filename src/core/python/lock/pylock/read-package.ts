// Reading one entry of `[[packages]]`: the pylock.toml specification (PEP 751), "[[packages]]".
import type { NormalizedName } from '../../name';
import type { Problem } from '../../problem';
import { parseSdistFilename } from '../../sdist-filename';
import type { TomlFields } from '../../toml';
import { formatVersion, type Version } from '../../version';
import { compareVersions } from '../../version-order';
import { parseWheelFilename } from '../../wheel-filename-parse';
import { lockedFilename } from './locked-filename';
import type { PylockDirectory, PylockFile, PylockPackage, PylockSource, PylockVcs } from './pylock';
import type { PylockFields } from './pylock-fields';

/** The package, or `undefined` after problems. */
export function readPackage(fields: PylockFields): PylockPackage | undefined {
  const { keys } = fields;
  const before = keys.report.problems.length;
  const name = fields.name('name');
  if (!keys.has('name')) keys.missing('name', "name = 'requests'");
  const version = fields.version('version');
  const requiresPython = fields.specifier('requires-python');
  const dependencies = keys.tables('dependencies')?.map(({ table }) => table);
  const marker = fields.marker('marker');
  const vcs = read(keys.subtable('vcs'), readVcs);
  const directory = read(keys.subtable('directory'), readDirectory);
  const archiveKeys = keys.subtable('archive');
  const archive = read(archiveKeys, readArchive);
  const index = keys.text('index');
  const sdistKeys = keys.subtable('sdist');
  const sdist = read(sdistKeys, readReleaseFile);
  const wheelKeys = keys.tables('wheels') ?? [];
  const wheels = wheelKeys.map(readReleaseFile);
  const attestations = keys.tables('attestation-identities');
  const tool = keys.subtable('tool')?.table;
  // What follows looks at keys together; it says nothing true while one of them could not be read.
  if (keys.report.problems.length > before || name === undefined) return undefined;

  const direct = [vcs, directory, archive].filter((source) => source !== undefined);
  const distributions = wheels.length + (sdist === undefined ? 0 : 1);
  if (distributions > 0 && direct.length > 0) {
    const message =
      'This package has two kinds of sources: keep either its wheels and sdist, or one of vcs, directory and archive.';
    keys.problem('conflicting-sources', keys.path, keys.at, message);
    return undefined;
  }
  if (distributions === 0 && direct.length !== 1) {
    const message = 'This package needs one source: wheels or an sdist, or one of vcs, directory and archive.';
    keys.problem('no-single-source', keys.path, keys.at, message);
    return undefined;
  }
  const release = { name, version };
  const source =
    direct[0] ??
    readDistributions(
      release,
      wheels.flatMap((file, at) => (file && wheelKeys[at] ? [{ file, keys: wheelKeys[at] }] : [])),
      sdist && sdistKeys && { file: sdist, keys: sdistKeys },
    );
  for (const identity of attestations ?? []) {
    identity.string('kind');
    if (!identity.has('kind')) identity.missing('kind', "kind = 'GitHub'");
  }
  if (source === undefined || keys.report.problems.length > before) return undefined;
  const attestationIdentities = attestations?.map(({ table }) => table);
  return { name, version, marker, requiresPython, dependencies, source, index, attestationIdentities, tool };
}

function read<T>(keys: TomlFields | undefined, reader: (keys: TomlFields) => T | undefined): T | undefined {
  return keys && reader(keys);
}

function readVcs(keys: TomlFields): PylockVcs | undefined {
  const type = keys.text('type');
  if (!keys.has('type')) keys.missing('type', "type = 'git'");
  const url = keys.text('url');
  const path = keys.text('path');
  const requestedRevision = keys.text('requested-revision');
  const commitId = keys.text('commit-id');
  if (!keys.has('commit-id')) keys.missing('commit-id', "commit-id = 'e88818b1d5b4'");
  const subdirectory = keys.text('subdirectory');
  requirePlace(keys, path, url);
  if (type === undefined || commitId === undefined) return undefined;
  return { kind: 'vcs', type, url, path, requestedRevision, commitId, subdirectory };
}

function readDirectory(keys: TomlFields): PylockDirectory | undefined {
  const path = keys.text('path');
  if (!keys.has('path')) keys.missing('path', "path = '.'");
  const editable = keys.boolean('editable');
  const subdirectory = keys.text('subdirectory');
  return path === undefined ? undefined : { kind: 'directory', path, editable, subdirectory };
}

function readArchive(keys: TomlFields): Extract<PylockSource, { kind: 'archive' }> | undefined {
  const url = keys.text('url');
  const path = keys.text('path');
  const size = keys.integer('size');
  const uploadTime = keys.dateTime('upload-time');
  const hashes = readHashes(keys);
  const subdirectory = keys.text('subdirectory');
  requirePlace(keys, path, url);
  return hashes && { kind: 'archive', url, path, size, uploadTime, hashes, subdirectory };
}

interface ReleaseFile extends PylockFile {
  readonly name: string | undefined;
}

function readReleaseFile(keys: TomlFields): ReleaseFile | undefined {
  const name = keys.text('name');
  const uploadTime = keys.dateTime('upload-time');
  const url = keys.text('url');
  const path = keys.text('path');
  const size = keys.integer('size');
  const hashes = readHashes(keys);
  requirePlace(keys, path, url);
  return hashes && { name, url, path, size, uploadTime, hashes };
}

/** An empty path or URL counts as none. */
function requirePlace(keys: TomlFields, path: string | undefined, url: string | undefined): void {
  if (path || url) return;
  // A path of another kind is a problem already.
  if ((keys.has('path') && path === undefined) || (keys.has('url') && url === undefined)) return;
  keys.problem('path-or-url-required', keys.path, keys.at, 'This says not where it is: add “url” or “path”.');
}

function readHashes(keys: TomlFields): ReadonlyMap<string, string> | undefined {
  const table = keys.subtable('hashes');
  if (table === undefined) {
    if (!keys.has('hashes')) keys.missing('hashes', "hashes = {sha256 = '…'}");
    return undefined;
  }
  if (table.table.entries.size === 0) {
    keys.wrong('no-hashes', 'hashes', "There is no hash here: add one at least, such as {sha256 = '…'}.");
    return undefined;
  }
  const hashes = new Map<string, string>();
  for (const { key, value } of table.table.entries.values()) {
    if (value.kind === 'string') hashes.set(key, value.value);
    else keys.problem('bad-hash-value', keys.pathOf('hashes'), value.at, 'A hash is a string of hexadecimal digits.');
  }
  return hashes.size === table.table.entries.size ? hashes : undefined;
}

interface Release {
  readonly name: NormalizedName;
  readonly version: Version | undefined;
}

interface Listed {
  readonly file: ReleaseFile;
  readonly keys: TomlFields;
}

function readDistributions(
  release: Release,
  wheels: readonly Listed[],
  sdist: Listed | undefined,
): Extract<PylockSource, { kind: 'distributions' }> | undefined {
  const readWheels = wheels.flatMap(({ file, keys }) => {
    const named = readFilename(file, keys, 'wheel', release, parseWheelFilename);
    return named === undefined ? [] : [{ ...file, filename: named.filename, wheel: named.value }];
  });
  const named = sdist && readFilename(sdist.file, sdist.keys, 'sdist', release, parseSdistFilename);
  if (readWheels.length < wheels.length || (sdist !== undefined && named === undefined)) return undefined;
  const readSdist = sdist && named && { ...sdist.file, filename: named.filename, sdist: named.value };
  return { kind: 'distributions', sdist: readSdist, wheels: readWheels };
}

/** The name of a file, which must be a wheel's or sdist's and agree with the package. */
function readFilename<T extends { readonly name: NormalizedName; readonly version: Version }>(
  file: ReleaseFile,
  keys: TomlFields,
  kind: 'wheel' | 'sdist',
  release: Release,
  parse: (filename: string) => { readonly value: T | undefined; readonly problems: readonly Problem[] },
): { readonly filename: string; readonly value: T } | undefined {
  const filename = lockedFilename(file.name, file.path, file.url);
  const at = keys.placeOf(file.name ? 'name' : file.path ? 'path' : 'url');
  if (filename === undefined) {
    // The reference implementation names the package here, not the file.
    const path = keys.path.replace(/\.(?:sdist|wheels\[\d+\])$/, '');
    keys.problem(`bad-${kind}-filename`, path, at, 'Neither the path nor the URL ends in a file name: add “name”.');
    return undefined;
  }
  const { value, problems } = parse(filename);
  if (value === undefined) {
    const reason = problems[0]?.message ?? '';
    keys.problem(
      `bad-${kind}-filename`,
      keys.path,
      at,
      `“${shorten(filename)}” is no ${kind}’s file name. ${reason}`.trim(),
    );
    return undefined;
  }
  if (value.name !== release.name) {
    const message = `This file is of ${shorten(value.name)}, but the package is ${shorten(release.name)}: list it under its own package.`;
    keys.problem('name-mismatch', keys.path, at, message);
    return undefined;
  }
  if (release.version !== undefined && compareVersions(value.version, release.version) !== 0) {
    const message = `This file is of version ${shorten(formatVersion(value.version))}, but the package is locked at ${shorten(formatVersion(release.version))}.`;
    keys.problem('version-mismatch', keys.path, at, message);
    return undefined;
  }
  return { filename, value };
}

const SHOWN = 80;

function shorten(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
