// `[shipshape.cargo]`: the `[dependencies]` of Cargo.toml, and those of every version of the crates in the index.
import type { TomlFields, TomlString } from '@/core/python';
import { type ExpectedElsewhere, only, quoted, readExpectedElsewhere, tablesOf } from '../fields';
import { compareSemVer, readSemVer } from '../semver';
import type { CargoDependency, CargoProblem, CrateVersion } from './cargo-problem';
import { readCargoRequirement } from './version-requirement';

export const CARGO_KEYS = {
  cargo: ['dependencies', 'crates', 'expected'],
  cargoVersion: ['dependencies', 'yanked'],
  cargoDependency: ['version', 'package'],
} as const;

export interface CargoScenario {
  readonly problem: CargoProblem;
  readonly expected: ExpectedElsewhere | undefined;
}

export function readCargo(fields: TomlFields): CargoScenario {
  only(fields, CARGO_KEYS.cargo);
  const crates = new Map<string, readonly CrateVersion[]>();
  for (const { entry, fields: versions } of tablesOf(fields.subtable('crates'))) {
    const crate = entry.key;
    if (!isCrateName(crate)) fields.problem('bad-name', versions.path, entry.keyAt, nameMessage(crate));
    const known = tablesOf(versions).flatMap(({ entry: release, fields: inner }): readonly CrateVersion[] => {
      only(inner, CARGO_KEYS.cargoVersion);
      const version = readSemVer(release.key);
      const dependencies = readDependencies(inner);
      const yanked = inner.boolean('yanked') ?? false;
      if (version !== undefined) return [{ crate, version, dependencies, yanked }];
      const message = `“${release.key}” is no version of a crate: they have three numbers, 1.2.0.`;
      versions.problem('bad-version', inner.path, release.keyAt, message);
      return [];
    });
    crates.set(
      crate,
      [...known].sort((left, right) => compareSemVer(right.version, left.version)),
    );
  }
  return { problem: { dependencies: readDependencies(fields), crates }, expected: readExpectedElsewhere(fields) };
}

/** In the order of their names, as Cargo reads a manifest. */
function readDependencies(fields: TomlFields): readonly CargoDependency[] {
  const table = fields.subtable('dependencies');
  if (table === undefined) return [];
  const entries = [...table.table.entries.values()].sort((left, right) => (left.key < right.key ? -1 : 1));
  return entries.flatMap(({ key, keyAt, value }): readonly CargoDependency[] => {
    const path = table.pathOf(quoted(key));
    if (value.kind === 'string') return dependencyOf(table, { key, crate: key }, value, path);
    if (value.kind !== 'table') {
      table.wrongKind(value, path, 'a requirement, such as "1.2", or a table with version and package');
      return [];
    }
    const inner = only(table.subtable(key) ?? table, CARGO_KEYS.cargoDependency);
    const crate = inner.text('package') ?? key;
    const version = inner.string('version');
    if (version !== undefined) return dependencyOf(table, { key, crate }, version, path);
    if (!inner.has('version'))
      table.problem('missing-key', path, keyAt, `“version” is missing here: add version = "1".`);
    return [];
  });
}

function dependencyOf(
  table: TomlFields,
  names: Pick<CargoDependency, 'key' | 'crate'>,
  { value: written, at }: TomlString,
  path: string,
): readonly CargoDependency[] {
  if (!isCrateName(names.crate)) table.problem('bad-name', path, at, nameMessage(names.crate));
  const requirement = readCargoRequirement(written);
  if (requirement !== undefined) return [{ ...names, requirement, written }];
  const message = `“${written}” is no requirement of Cargo: write 1.2, ~1.2, =1.2.3, 1.* or >=1.2, <2.`;
  table.problem('bad-requirement', path, at, message);
  return [];
}

const isCrateName = (name: string): boolean => /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name);
const nameMessage = (name: string): string =>
  `“${name}” is no name of a crate: they begin with a letter, and have letters, digits, “-” and “_”.`;
