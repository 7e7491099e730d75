// What the file says of how to resolve: `resolver_options`, `environment` and `[shipshape]`.
import {
  arrangeTags,
  canonicalVersion,
  formatVersion,
  type MarkerEnvironment,
  type NormalizedName,
  parseSpecifierSet,
  readVersion,
  type SpecifierSet,
  supportedTags,
  type TagEnvironment,
  type TomlEntry,
  type TomlValue,
  type Version,
} from '@/core/python';
import type { PrereleaseMode, ResolutionPolicy, ResolutionTarget } from '../problem';
import { HOST_PLATFORM, type NamedPlatform, readPlatformName } from './platform-name';
import type { UploadDates } from './read-packages';
import type { ScenarioBounds } from './scenario';
import type { ScenarioFields } from './scenario-fields';

const MODES = ['highest', 'lowest', 'lowest-direct'] as const;
const PRERELEASES = ['disallow', 'allow', 'if-necessary', 'explicit'] as const satisfies readonly PrereleaseMode[];

/** The Python that is resolved for, and the one that would build sdists where that is another. */
export interface Pythons {
  readonly python: Version;
  readonly buildPython: Version | undefined;
}

const PYTHON_312: Version = readVersion('3.12.0') ?? {
  epoch: 0,
  release: [3, 12, 0],
  pre: undefined,
  post: undefined,
  dev: undefined,
  local: [],
};

/**
 * An interpreter of the version that is resolved for, if one is installed, runs and builds; else the one of
 * `environment.python`.
 */
export function readPythons(environment: ScenarioFields | undefined, options: ScenarioFields | undefined): Pythons {
  const running = environment && readPython(environment, 'python');
  const wanted = options && readPython(options, 'python');
  const others = (environment?.keys.strings('additional_python') ?? []).flatMap((item) => {
    const version = environment?.version(item);
    return version === undefined ? [] : [fullPython(version)];
  });
  const runs = running ?? PYTHON_312;
  if (wanted === undefined || isSame(wanted, runs)) return { python: wanted ?? runs, buildPython: undefined };
  return { python: wanted, buildPython: others.some((other) => isSame(other, wanted)) ? undefined : runs };
}

/** `3.12` is 3.12.0: what isn't said of a Python is 0. */
function readPython(fields: ScenarioFields, key: string): Version | undefined {
  const version = fields.version(fields.item(key));
  if (version === undefined) return undefined;
  if (version.release.length < 2 || version.release.length > 3 || version.local.length > 0) {
    const message = 'A Python has a major and a minor version, and perhaps a third number: 3.12 or 3.12.4.';
    fields.keys.wrong('bad-python', key, message);
    return undefined;
  }
  return fullPython(version);
}

function fullPython(version: Version): Version {
  const [major = 0, minor = 0, patch = 0] = version.release;
  return { ...version, release: [major, minor, patch] };
}

/** Whether an interpreter serves where the other one is asked for: the minor version counts. */
function isSame(left: Version, right: Version): boolean {
  return left.release[0] === right.release[0] && left.release[1] === right.release[1];
}

/** All environments, or the one of the platform named, of the host otherwise. */
export function readTarget(
  options: ScenarioFields | undefined,
  shipshape: ScenarioFields | undefined,
  { python }: Pythons,
): ResolutionTarget {
  const named = options && readPlatform(options, 'python_platform');
  const host = shipshape && readPlatform(shipshape, 'compatible_host');
  const requiredEnvironments = options?.markers('required_environments') ?? [];
  if (options?.keys.boolean('universal') === true) return { kind: 'universal', requiredEnvironments };
  const { platform, markers, platformTag } = named ?? host ?? HOST_PLATFORM;
  const [major = 3, minor = 0] = python.release;
  const machine: TagEnvironment = {
    implementation: 'cp',
    python: [Number(major), Number(minor)],
    abis: null,
    platform,
    freeThreaded: false,
  };
  const tags = supportedTags(machine).map((tag) =>
    platformTag !== undefined && tag.platform.startsWith('emscripten_') ? { ...tag, platform: platformTag } : tag,
  );
  const environment = { ...pythonMarkers(python), ...markers };
  return { kind: 'environment', environment, tags: arrangeTags(machine, tags) };
}

function readPlatform(fields: ScenarioFields, key: string): NamedPlatform | undefined {
  const name = fields.keys.text(key);
  if (name === undefined) return undefined;
  const platform = readPlatformName(name);
  if (platform !== undefined) return platform;
  const message = `“${name}” is no platform that is known here: write uv’s name of one, such as linux, x86_64-manylinux_2_28 or aarch64-apple-darwin.`;
  fields.keys.wrong('unknown-platform', key, message);
  return undefined;
}

function pythonMarkers(python: Version) {
  const full = formatVersion(python);
  const markers = {
    python_version: python.release.slice(0, 2).join('.'),
    python_full_version: full,
    implementation_version: full,
    implementation_name: 'cpython',
    platform_python_implementation: 'CPython',
    // uv leaves these two empty for most platforms that are named; nothing sensible depends on them.
    platform_release: '',
    platform_version: '',
  };
  return markers satisfies Partial<MarkerEnvironment>;
}

/** Where the root says nothing of Python, a universal answer counts from the minor version of the Python that runs. */
export function usualRange({ release: [major = 3, minor = 0] }: Version): SpecifierSet | undefined {
  return parseSpecifierSet(`>=${major}.${minor}`).value;
}

export function readPolicy(
  options: ScenarioFields | undefined,
  shipshape: ScenarioFields | undefined,
): ResolutionPolicy {
  const allows = options?.keys.boolean('prereleases') ?? false;
  const excludeNewer = shipshape?.keys.entry('exclude_newer');
  return {
    mode: options?.word('resolution', MODES, 'highest') ?? 'highest',
    prereleases:
      shipshape?.word('prereleases', PRERELEASES, allows ? 'allow' : 'if-necessary') ??
      (allows ? 'allow' : 'if-necessary'),
    noBuild: options?.names('no_build') ?? new Set(),
    noBinary: options?.names('no_binary') ?? new Set(),
    constraints: shipshape?.requirements('constraints').map(({ requirement }) => requirement) ?? [],
    overrides: shipshape?.requirements('overrides').map(({ requirement }) => requirement) ?? [],
    excludeNewer: excludeNewer && shipshape?.instant(excludeNewer, 'shipshape.exclude_newer', 'through'),
    preferences: shipshape === undefined ? new Map() : readLock(shipshape),
  };
}

/** `uploaded.<name>."<version>"`: when a release was uploaded. */
export function readUploadDates(shipshape: ScenarioFields | undefined): UploadDates {
  const dates = new Map<NormalizedName, Map<string, string>>();
  for (const project of shipshape?.entries('uploaded') ?? []) {
    const path = `shipshape.uploaded.${project.key}`;
    const name = shipshape?.keyName(project, path);
    if (shipshape === undefined || name === undefined) continue;
    if (project.value.kind !== 'table') {
      shipshape.keys.wrongKind(project.value, path, 'a table of versions with dates');
      continue;
    }
    const known = dates.get(name) ?? new Map<string, string>();
    dates.set(name, known);
    for (const entry of project.value.entries.values()) {
      const version = shipshape.keyVersion(entry, `${path}.${entry.key}`);
      const at = shipshape.instant(entry, `${path}.${entry.key}`, 'from');
      if (version !== undefined && at !== undefined) known.set(canonicalVersion(version), at);
    }
  }
  return dates;
}

/** An existing lock: a table of names with a version or several, or a list of pins such as `a==1.0`. */
function readLock(shipshape: ScenarioFields): ReadonlyMap<NormalizedName, readonly Version[]> {
  const locked = new Map<NormalizedName, Version[]>();
  const add = (name: NormalizedName, version: Version) => {
    const known = locked.get(name);
    if (known === undefined) locked.set(name, [version]);
    else known.push(version);
  };
  const lock = shipshape.keys.entry('lock');
  if (lock?.value.kind === 'array') {
    for (const item of shipshape.keys.strings('lock') ?? []) {
      const pinned = shipshape.requirement(item)?.requirement;
      if (pinned === undefined) continue;
      const [clause, ...more] = pinned.specifier.clauses;
      if (clause?.kind === 'comparison' && clause.operator === '==' && more.length === 0)
        add(pinned.normalizedName, clause.version);
      else {
        const message = `A lock pins one version: write ${pinned.name}==1.0, say.`;
        shipshape.keys.problem('bad-pin', item.path, item.value.at, message);
      }
    }
    return locked;
  }
  for (const entry of shipshape.entries('lock')) {
    const name = shipshape.keyName(entry, `shipshape.lock.${entry.key}`);
    for (const value of versionsOf(entry)) {
      const path = `shipshape.lock.${entry.key}`;
      if (value.kind !== 'string') shipshape.keys.wrongKind(value, path, 'a version in quotes');
      const version = value.kind === 'string' ? shipshape.version({ value, path }) : undefined;
      if (name !== undefined && version !== undefined) add(name, version);
    }
  }
  return locked;
}

const versionsOf = ({ value }: TomlEntry): readonly TomlValue[] => (value.kind === 'array' ? value.items : [value]);

/** Whole numbers from 0 under `shipshape.bounds`. */
export function readBounds(shipshape: ScenarioFields | undefined): ScenarioBounds {
  const bounds = new Map<string, number>();
  for (const { key, value } of shipshape?.entries('bounds') ?? []) {
    if (value.kind === 'integer' && typeof value.value === 'number' && value.value >= 0) bounds.set(key, value.value);
    else shipshape?.keys.wrongKind(value, `shipshape.bounds.${key}`, 'a whole number from 0, such as 10000');
  }
  return bounds;
}
