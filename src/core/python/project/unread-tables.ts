// Tables and keys that nobody reads, and what was probably meant: the pyproject.toml specification reserves every top-level
// table but its own, and says of `[tool]` nothing but whose name a table has.
import type { TomlTable } from '../toml';
import { isProjectKey } from './pyproject';
import type { PyprojectFields } from './pyproject-fields';

const TABLES: readonly string[] = ['build-system', 'project', 'dependency-groups', 'tool'];

/** Warns of everything at the top that is no table of the specification. */
export function warnOfUnknownTables(fields: PyprojectFields): void {
  for (const { key, keyAt, value } of fields.keys.table.entries.values()) {
    if (!TABLES.includes(key))
      fields.warn('unknown-table', key, keyAt, adviseTable(fields, key, value.kind === 'table'));
  }
}

function adviseTable(fields: PyprojectFields, key: string, isTable: boolean): string {
  const shown = key.slice(0, 40);
  if (isProjectKey(key)) {
    return isTable
      ? `“${key}” is a table in [project]: write [project.${key}].`
      : `“${key}” stands above every header here: write [project] above it.`;
  }
  const near = fields.near(key, TABLES);
  if (near !== undefined) return `“${shown}” is no table of this file: it is spelt [${near}].`;
  const name = /^[\w-]{1,40}$/.test(key) ? key : 'name';
  return `“${shown}” is no table of this file: settings of a tool belong into [tool.${name}].`;
}

/** Tables of [tool] that nobody reads, and the ones that were meant. */
const TOOL_NAMES: ReadonlyMap<string, string> = new Map([
  ['hatchling', 'tool.hatch'],
  ['flit_core', 'tool.flit'],
  ['flit-core', 'tool.flit'],
  ['pdm-backend', 'tool.pdm'],
  ['poetry-core', 'tool.poetry'],
  ['uv_build', 'tool.uv.build-backend'],
  ['uv-build', 'tool.uv.build-backend'],
  ['build-system', 'build-system'],
  ['project', 'project'],
  ['dependency-groups', 'dependency-groups'],
]);

const HATCH_BUILD: readonly string[] = [
  ...['include', 'exclude', 'packages', 'only-include', 'only-packages', 'force-include', 'sources', 'artifacts'],
  ...['directory', 'reproducible', 'ignore-vcs', 'skip-excluded-dirs', 'dev-mode-dirs', 'dev-mode-exact'],
  ...['targets', 'hooks', 'dependencies', 'require-runtime-dependencies', 'versions', 'bypass-selection'],
];

/** The keys of tables in which a misspelt one is easily overlooked, by the table’s path in [tool]. */
const TOOL_KEYS: readonly { readonly table: readonly string[]; readonly keys: readonly string[] }[] = [
  { table: ['hatch'], keys: ['build', 'env', 'envs', 'metadata', 'publish', 'version', 'workspace'] },
  { table: ['hatch', 'version'], keys: ['path', 'source', 'scheme', 'pattern', 'expression', 'search-paths'] },
  { table: ['hatch', 'build'], keys: HATCH_BUILD },
  { table: ['hatch', 'build', 'targets'], keys: ['wheel', 'sdist', 'custom', 'binary'] },
  {
    table: ['hatch', 'build', 'targets', 'wheel'],
    keys: [...HATCH_BUILD, 'core-metadata-version', 'shared-data', 'shared-scripts', 'extra-metadata', 'strict-naming'],
  },
  { table: ['hatch', 'build', 'targets', 'sdist'], keys: [...HATCH_BUILD, 'core-metadata-version', 'strict-naming'] },
  {
    table: ['uv', 'build-backend'],
    keys: [
      ...['module-name', 'module-root', 'namespace', 'data'],
      ...['source-include', 'source-exclude', 'default-excludes', 'wheel-exclude'],
    ],
  },
  {
    table: ['setuptools'],
    keys: [
      ...['packages', 'package-dir', 'package-data', 'include-package-data', 'exclude-package-data', 'py-modules'],
      ...['ext-modules', 'data-files', 'script-files', 'license-files', 'dynamic', 'namespace-packages', 'zip-safe'],
      ...['platforms', 'provides', 'obsoletes', 'eager-resources', 'cmdclass'],
    ],
  },
];

/** Keys that stand one level too high. */
const DEEPER: ReadonlyMap<string, string> = new Map([
  ['hatch.targets', 'hatch.build.targets'],
  ['hatch.wheel', 'hatch.build.targets.wheel'],
  ['hatch.build.wheel', 'hatch.build.targets.wheel'],
  ['hatch.build.sdist', 'hatch.build.targets.sdist'],
  ['setuptools.find', 'setuptools.packages.find'],
]);

/** Warns of tables in [tool] that no tool reads. */
export function warnOfToolNames(fields: PyprojectFields, tool: TomlTable | undefined): void {
  for (const { key, keyAt } of tool?.entries.values() ?? []) {
    const meant = TOOL_NAMES.get(key);
    if (meant !== undefined)
      fields.warn('tool-name', `tool.${key}`, keyAt, `Nothing reads [tool.${key}]: write [${meant}].`);
  }
  for (const { table, keys } of TOOL_KEYS) {
    const found = table.reduce<TomlTable | undefined>((above, key) => {
      const value = above?.entries.get(key)?.value;
      return value?.kind === 'table' ? value : undefined;
    }, tool);
    for (const { key, keyAt } of found?.entries.values() ?? []) {
      if (keys.includes(key)) continue;
      const path = [...table, key].join('.');
      const near = fields.near(key, keys);
      const meant = DEEPER.get(path) ?? (near && [...table, near].join('.'));
      if (meant !== undefined)
        fields.warn(
          'tool-name',
          `tool.${path}`,
          keyAt,
          `“${key.slice(0, 40)}” is no key of this table: tool.${meant} is meant, it seems.`,
        );
    }
  }
}
