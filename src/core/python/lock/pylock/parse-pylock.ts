// Reading `pylock.toml`: the pylock.toml specification (PEP 751), "File Format". Problems come in the order in which the
// reference implementation looks at keys, so its only error is our first; unknown keys are let through.
import { parseMarker } from '../../marker-parse';
import { type Parsed, type Problem, problemAt } from '../../problem';
import { type FieldProblem, parseToml, TomlFields } from '../../toml';
import { formatVersion, type Version } from '../../version';
import { compareVersions } from '../../version-order';
import type { Pylock } from './pylock';
import { PylockFields } from './pylock-fields';
import { readPackage } from './read-package';

/** What reading gives: the problems with the paths of their keys, and what is worth saying about a valid file. */
export interface ParsedPylock extends Parsed<Pylock, never> {
  readonly problems: readonly FieldProblem[];
  readonly warnings: readonly Problem[];
}

/**
 * Reads a lock file ("File Format").
 *
 * Problems: those of TOML, and `pylock/` with `missing-key`, `wrong-type`, `unsupported-version`, `name-not-normalized`,
 * `bad-version`, `bad-specifier`, `bad-marker`, `path-or-url-required`, `conflicting-sources`, `no-single-source`,
 * `bad-wheel-filename`, `bad-sdist-filename`, `name-mismatch`, `version-mismatch`, `no-hashes`, `bad-hash-value`.
 * Warnings: `pylock/minor-version`.
 *
 * @example parsePylock('lock-version = "1.0"').problems.map((problem) => problem.path) // → ['created-by', 'packages']
 */
export function parsePylock(text: string): ParsedPylock {
  const toml = parseToml(text);
  if (toml.value === undefined) {
    const problems = toml.problems.map((problem) => ({ ...problem, path: undefined }));
    return { value: undefined, parts: [], problems, warnings: [] };
  }
  const problems: FieldProblem[] = [];
  const fields = new PylockFields(new TomlFields(toml.value, '', { area: 'pylock', problems }), text);
  const value = readPylock(fields);
  if (value === undefined || problems.length > 0) return { value: undefined, parts: [], problems, warnings: [] };
  return { value, parts: [], problems, warnings: warningsOf(value, fields.keys.placeOf('lock-version')) };
}

function readPylock(fields: PylockFields): Pylock | undefined {
  const { keys } = fields;
  const lockVersion = fields.version('lock-version');
  if (!keys.has('lock-version')) keys.missing('lock-version', "lock-version = '1.0'");
  const environments = keys
    .strings('environments')
    ?.flatMap((item) => fields.parsedItem(item, 'bad-marker', parseMarker) ?? []);
  const extras = keys.strings('extras')?.flatMap((item) => fields.nameOf(item) ?? []);
  const dependencyGroups = keys.strings('dependency-groups')?.map(({ value }) => value.value);
  const defaultGroups = keys.strings('default-groups')?.map(({ value }) => value.value);
  const createdBy = keys.text('created-by');
  if (!keys.has('created-by')) keys.missing('created-by', "created-by = 'uv'");
  const requiresPython = fields.specifier('requires-python');
  const packages = keys.tables('packages')?.map((table) => readPackage(fields.inner(table)));
  if (!keys.has('packages')) keys.missing('packages', '[[packages]]');
  const tool = keys.subtable('tool')?.table;
  if (lockVersion !== undefined && !isSupported(lockVersion)) {
    const message = `This file is of version ${formatVersion(lockVersion)} of the lock file’s format: only versions 1.* are known here.`;
    keys.problem('unsupported-version', undefined, keys.placeOf('lock-version'), message);
  }
  if (lockVersion === undefined || createdBy === undefined || packages === undefined) return undefined;
  return {
    lockVersion,
    environments,
    requiresPython,
    extras,
    dependencyGroups,
    defaultGroups,
    createdBy,
    packages: packages.filter((locked) => locked !== undefined),
    tool,
  };
}

function major(number: number): Version {
  return { epoch: 0, release: [number], pre: undefined, post: undefined, dev: undefined, local: [] };
}

/** From 1 up to the next major version, whose pre-releases belong to that one. */
function isSupported(version: Version): boolean {
  const release: Version = { ...version, pre: undefined, dev: undefined };
  return compareVersions(major(1), version) <= 0 && compareVersions(release, major(2)) < 0;
}

/** A newer minor version may have keys that this reader doesn't know ("lock-version"). */
function warningsOf({ lockVersion }: Pylock, at: Problem['at']): readonly Problem[] {
  if (compareVersions(lockVersion, major(1)) <= 0) return [];
  const message = `This file is of version ${formatVersion(lockVersion)} of the format, newer than 1.0: keys that are not known here are passed over.`;
  return [problemAt('pylock/minor-version', at.start, at.end, message)];
}
