// One `[[package]]` of `uv.lock`, as far as it can be read alone; which packages its dependencies are is linked afterwards.
import type { Marker } from '../../marker';
import type { NormalizedName } from '../../name';
import type { Span } from '../../problem';
import type { Version } from '../../version';
import { lockedFilename } from '../pylock/locked-filename';
import { readUvSource } from './read-uv-source';
import type { UvFields } from './uv-fields';
import type { UvFile, UvPackage, UvRequirement, UvSource } from './uv-lock';

/** A dependency before it is linked: what the lock says of the package that it leads to. */
export interface UnlinkedDependency {
  readonly name: NormalizedName;
  readonly version: Version | undefined;
  readonly source: UvSource | undefined;
  readonly extras: readonly NormalizedName[];
  readonly marker: Marker | undefined;
  readonly path: string;
  readonly at: Span;
}

export interface UnlinkedPackage extends Omit<UvPackage, 'dependencies' | 'extras' | 'groups'> {
  readonly dependencies: readonly UnlinkedDependency[];
  readonly extras: ReadonlyMap<NormalizedName, readonly UnlinkedDependency[]>;
  readonly groups: ReadonlyMap<NormalizedName, readonly UnlinkedDependency[]>;
  readonly path: string;
  readonly at: Span;
}

export function readUvPackage(fields: UvFields): UnlinkedPackage | undefined {
  const { keys } = fields;
  const name = fields.requiredName('name');
  const version = fields.version('version');
  const sourceTable = fields.table('source');
  const source = sourceTable && readUvSource(sourceTable);
  if (!keys.has('source')) keys.missing('source', 'source = { virtual = "." }');
  else if (sourceTable !== undefined && source === undefined) {
    keys.wrong('source', 'source', 'A source is one of registry, git, url, path, directory, editable and virtual.');
  }
  const resolutionMarkers = fields.markers('resolution-markers');
  const dependencies = fields.tables('dependencies').flatMap((item) => readDependency(item) ?? []);
  const extras = fields.named('optional-dependencies', readDependency);
  const groups = fields.named('dev-dependencies', readDependency);
  const sdistTable = fields.table('sdist');
  const sdist = sdistTable && readFile(sdistTable);
  const wheels = fields.tables('wheels').flatMap((item) => readFile(item) ?? []);
  const metadata = fields.table('metadata');
  const requiresDist = metadata?.tables('requires-dist').flatMap((item) => readUvRequirement(item) ?? []) ?? [];
  const providesExtras = metadata?.names('provides-extras') ?? [];
  const requiresDev = metadata?.named('requires-dev', readUvRequirement) ?? new Map();
  if (name === undefined || source === undefined) return undefined;
  return {
    name,
    version,
    source,
    resolutionMarkers,
    dependencies,
    extras,
    groups,
    sdist,
    wheels,
    requiresDist,
    providesExtras,
    requiresDev,
    path: keys.path,
    at: keys.at,
  };
}

function readDependency(fields: UvFields): UnlinkedDependency | undefined {
  const name = fields.requiredName('name');
  const version = fields.version('version');
  const sourceTable = fields.table('source');
  const source = sourceTable && readUvSource(sourceTable);
  const extras = fields.names('extra');
  const marker = fields.marker('marker');
  return name && { name, version, source, extras, marker, path: fields.keys.path, at: fields.keys.at };
}

export function readUvRequirement(fields: UvFields): UvRequirement | undefined {
  const name = fields.requiredName('name');
  const extras = fields.names('extras');
  const specifier = fields.specifier('specifier');
  const marker = fields.marker('marker');
  const source = readUvSource(fields);
  return name && { name, extras, specifier, marker, source };
}

function readFile(fields: UvFields): UvFile | undefined {
  const { keys } = fields;
  const url = keys.text('url');
  const path = keys.text('path');
  const filename = lockedFilename(keys.text('filename'), path, url);
  const size = keys.integer('size');
  const uploadTime = keys.text('upload-time');
  const written = keys.text('hash');
  const colon = written?.indexOf(':') ?? -1;
  if (written !== undefined && colon <= 0) {
    keys.wrong('hash', 'hash', 'A hash is its algorithm, a colon and the digits, such as sha256:….');
  }
  const hash =
    written === undefined
      ? undefined
      : { algorithm: written.slice(0, Math.max(0, colon)), digest: written.slice(colon + 1) };
  return { filename, url, path, hash, size, uploadTime };
}
