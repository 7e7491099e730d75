// Reading `uv.lock`, version 1 of the format: what uv 0.13 writes, and older revisions of the version. Keys that are not known
// are passed over, as uv does.
import type { Parsed } from '../../problem';
import { type FieldProblem, parseToml, TomlFields } from '../../toml';
import { canonicalVersion } from '../../version';
import { readUvPackage, readUvRequirement, type UnlinkedDependency, type UnlinkedPackage } from './read-uv-package';
import { uvSourceKey } from './read-uv-source';
import { UvFields } from './uv-fields';
import type { UvConflictItem, UvDependency, UvLock, UvManifest, UvOptions, UvPackage } from './uv-lock';

export interface ParsedUvLock extends Parsed<UvLock, never> {
  readonly problems: readonly FieldProblem[];
}

/**
 * Reads a lock of uv ("Locking and syncing").
 *
 * Problems: those of TOML, and `uv-lock/` with `missing-key`, `wrong-type`, `unsupported-version`, `name`, `version`,
 * `specifier`, `marker`, `source`, `hash`, `unknown-package`, `ambiguous-package`.
 *
 * @example parseUvLock('version = 2').problems.map((problem) => problem.code) // → ['uv-lock/unsupported-version']
 */
export function parseUvLock(text: string): ParsedUvLock {
  const toml = parseToml(text);
  if (toml.value === undefined) {
    return { value: undefined, parts: [], problems: toml.problems.map((problem) => ({ ...problem, path: undefined })) };
  }
  const problems: FieldProblem[] = [];
  const value = readLock(new UvFields(new TomlFields(toml.value, '', { area: 'uv-lock', problems }), text));
  return { value: problems.length === 0 ? value : undefined, parts: [], problems };
}

function readLock(fields: UvFields): UvLock | undefined {
  const { keys } = fields;
  const version = keys.integer('version');
  if (!keys.has('version')) keys.missing('version', 'version = 1');
  if (version !== undefined && version !== 1) {
    const message = `This lock is of version ${version} of uv’s format, and only version 1 is known here: make it again with uv 0.13.`;
    keys.wrong('unsupported-version', 'version', message);
    return undefined;
  }
  const revision = keys.integer('revision') ?? 0;
  const requiresPython = fields.specifier('requires-python');
  const resolutionMarkers = fields.markers('resolution-markers');
  const supportedMarkers = fields.markers('supported-markers');
  const requiredMarkers = fields.markers('required-markers');
  const conflicts = readConflicts(fields);
  const options = readOptions(fields.table('options'));
  const manifest = readManifest(fields.table('manifest'));
  const read = fields.tables('package').map(readUvPackage);
  const packages = read.filter((one) => one !== undefined);
  // While a package can't be read, dependencies on it would seem to lead nowhere.
  if (version === undefined || packages.length < read.length) return undefined;
  return {
    version,
    revision,
    requiresPython,
    resolutionMarkers,
    supportedMarkers,
    requiredMarkers,
    conflicts,
    options,
    manifest,
    packages: linkPackages(packages, keys),
  };
}

function readConflicts(fields: UvFields): readonly (readonly UvConflictItem[])[] {
  return (fields.keys.items('conflicts', 'array') ?? []).map(({ value, path }) =>
    value.items.flatMap((item, index) => {
      if (item.kind !== 'table') {
        fields.keys.wrongKind(item, `${path}[${index}]`, 'a table such as { package = "kit", extra = "cpu" }');
        return [];
      }
      const keys = new TomlFields(item, `${path}[${index}]`, fields.keys.report);
      const inner = new UvFields(keys, fields.document);
      const name = inner.requiredName('package');
      return name === undefined ? [] : [{ package: name, extra: inner.name('extra'), group: inner.name('group') }];
    }),
  );
}

function readOptions(fields: UvFields | undefined): UvOptions {
  const keys = fields?.keys;
  const packages = keys?.subtable('exclude-newer-package');
  const entries = [...(packages?.table.entries.values() ?? [])];
  return {
    resolutionMode: keys?.text('resolution-mode'),
    prereleaseMode: keys?.text('prerelease-mode'),
    forkStrategy: keys?.text('fork-strategy'),
    excludeNewer: keys?.text('exclude-newer'),
    // A package may be exempt, which is no time but `false`.
    excludeNewerPackages: new Map(
      entries.map(({ key, value }) => [
        key,
        value.kind === 'string' ? value.value : value.kind === 'boolean' ? String(value.value) : '',
      ]),
    ),
  };
}

function readManifest(fields: UvFields | undefined): UvManifest {
  const requirements = (key: string) => fields?.tables(key).flatMap((item) => readUvRequirement(item) ?? []) ?? [];
  return {
    members: fields?.names('members') ?? [],
    requirements: requirements('requirements'),
    constraints: requirements('constraints'),
    overrides: requirements('overrides'),
    buildConstraints: requirements('build-constraints'),
    groups: fields?.named('dependency-groups', readUvRequirement) ?? new Map(),
  };
}

/** Finds for each dependency the package that it leads to. */
function linkPackages(packages: readonly UnlinkedPackage[], keys: TomlFields): readonly UvPackage[] {
  const places = placesOf(packages);
  const link = (dependency: UnlinkedDependency): readonly UvDependency[] => {
    const index = targetOf(dependency, places, keys);
    const { name, extras, marker } = dependency;
    return index === undefined ? [] : [{ name, extras, marker, index }];
  };
  const linkAll = (named: UnlinkedPackage['extras']) =>
    new Map([...named].map(([name, dependencies]) => [name, dependencies.flatMap(link)]));
  return packages.map(({ path: _, at: __, dependencies, extras, groups, ...rest }) => ({
    ...rest,
    dependencies: dependencies.flatMap(link),
    extras: linkAll(extras),
    groups: linkAll(groups),
  }));
}

type Reference = Pick<UnlinkedDependency, 'name' | 'version' | 'source'>;

function keyOf({ name, version, source }: Reference): string {
  return JSON.stringify([name, version && canonicalVersion(version), source && uvSourceKey(source)]);
}

/** The places of packages by all that a dependency may say of them: the name, with the version, the source, or both. */
function placesOf(packages: readonly UnlinkedPackage[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, { name, version, source }] of packages.entries()) {
    const keys = new Set([
      keyOf({ name, version: undefined, source: undefined }),
      keyOf({ name, version, source: undefined }),
      keyOf({ name, version: undefined, source }),
      keyOf({ name, version, source }),
    ]);
    for (const key of keys) {
      const found = places.get(key);
      if (found === undefined) places.set(key, [index]);
      else found.push(index);
    }
  }
  return places;
}

/** The place of the only package that a dependency can mean. */
function targetOf(
  dependency: UnlinkedDependency,
  places: ReadonlyMap<string, readonly number[]>,
  keys: TomlFields,
): number | undefined {
  const fitting = places.get(keyOf(dependency)) ?? [];
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  const { path, at } = dependency;
  const name = dependency.name.slice(0, 60);
  if (only === undefined) {
    const message = `The lock has no such package “${name}”: make it again with uv lock.`;
    keys.problem('unknown-package', path, at, message);
  } else {
    const message = `The lock has ${fitting.length} packages “${name}”, and this doesn’t say which: make it again with uv lock.`;
    keys.problem('ambiguous-package', path, at, message);
  }
  return undefined;
}
