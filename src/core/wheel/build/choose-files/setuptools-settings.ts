// `[tool.setuptools]` as setuptools 84 reads it ("Configuring setuptools using pyproject.toml files"). What would run code of the project
// (setup.py, cmdclass, extension modules) isn’t modelled, and neither is setup.cfg.
import type { BuildInput } from '../backend-rules';
import { type BuildProblem, buildError } from '../build-problem';
import { ToolSettings } from './tool-settings';

/** Where packages are looked for: `packages.find`. */
export interface PackageSearch {
  readonly where: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Whether a folder without `__init__.py` is a package, too. */
  readonly namespaces: boolean;
}

/** By package, the patterns of its data; “” stands for every package. */
export type DataPatterns = ReadonlyMap<string, readonly string[]>;

export interface SetuptoolsSettings {
  readonly packages: readonly string[] | PackageSearch | undefined;
  readonly pyModules: readonly string[] | undefined;
  /** From packages to the folders that they lie in; “” for all that aren’t named. */
  readonly packageDir: ReadonlyMap<string, string>;
  readonly packageData: DataPatterns;
  readonly excludePackageData: DataPatterns;
  readonly includePackageData: boolean;
  /** From folders of the environment to the files that are put there. */
  readonly dataFiles: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly BuildProblem[];
}

const KNOWN: readonly string[] = [
  'packages',
  'py-modules',
  'package-dir',
  'package-data',
  'exclude-package-data',
  'include-package-data',
  'data-files',
  'dynamic',
  'zip-safe',
  'eager-resources',
  'dependency-links',
];

/** What setuptools has settings for and we haven’t: each would change what is built. */
const NOT_MODELLED: readonly string[] = [
  'cmdclass',
  'ext-modules',
  'license-files',
  'namespace-packages',
  'obsoletes',
  'platforms',
  'provides',
  'script-files',
];

const WORDS = { strings: 'array', text: 'string', flag: 'boolean', table: 'table' } as const;

/** The tables of `[tool.setuptools]`. */
export function settingsTable(input: BuildInput): ToolSettings {
  return new ToolSettings(
    input,
    ['tool', 'setuptools'],
    (path, kind) => `configuration error: \`${path}\` must be ${WORDS[kind]}`,
  );
}

/** The settings, with what holds where the file is silent. */
export function readSetuptoolsSettings(input: BuildInput): SetuptoolsSettings {
  const table = settingsTable(input);
  const problems = [...otherFiles(input), ...unknownKeys(table)];
  const settings = {
    packages: readPackages(table),
    pyModules: table.strings('py-modules'),
    packageDir: readMapping(table, 'package-dir'),
    packageData: readPatterns(table, 'package-data'),
    excludePackageData: readPatterns(table, 'exclude-package-data'),
    includePackageData: table.flag('include-package-data') ?? true,
    dataFiles: new Map(table.keysOf('data-files').map((key) => [key, table.strings('data-files', key) ?? []])),
  };
  return { ...settings, problems: [...problems, ...table.problems] };
}

/** Files from which setuptools would take settings, too. */
function otherFiles(input: BuildInput): readonly BuildProblem[] {
  const { files } = input;
  if (files.has('setup.py')) {
    const message = 'setup.py is a program that takes part in the build: it would have to be run.';
    return [buildError('not-modelled', message)];
  }
  if (files.get('setup.cfg')?.bytes.some((byte) => byte > 32) !== true || isLeftBySdist(input)) return [];
  return [buildError('not-modelled', 'setup.cfg isn’t read here: move its settings to pyproject.toml.')];
}

/** What setuptools writes into every sdist: no settings of a project. */
function isLeftBySdist({ files }: BuildInput): boolean {
  const file = files.get('setup.cfg');
  return file !== undefined && new TextDecoder().decode(file.bytes) === WRITTEN_SETUP_CFG;
}

/** The setup.cfg of an sdist whose project has none. */
export const WRITTEN_SETUP_CFG = '[egg_info]\ntag_build = \ntag_date = 0\n\n';

function unknownKeys(table: ToolSettings): readonly BuildProblem[] {
  return table.keys.flatMap((key) => {
    const at = table.placeOf(key);
    if (KNOWN.includes(key)) return [];
    if (NOT_MODELLED.includes(key)) {
      return [buildError('not-modelled', `What “${key}” of [tool.setuptools] does isn’t modelled here.`, { at })];
    }
    const shown = key.length > 40 ? `${key.slice(0, 40)}…` : key;
    const message = `[tool.setuptools] has no setting “${shown}”: take it out.`;
    const toolSays = `configuration error: \`tool.setuptools\` must not contain {'${shown}'} properties`;
    return [buildError('tool-setting', message, { at, toolSays })];
  });
}

function readPackages(table: ToolSettings): SetuptoolsSettings['packages'] {
  if (!table.isTable('packages')) return table.strings('packages');
  const find = ['packages', 'find'];
  return {
    where: table.strings(...find, 'where') ?? ['.'],
    include: table.strings(...find, 'include') ?? ['*'],
    exclude: table.strings(...find, 'exclude') ?? [],
    namespaces: table.flag(...find, 'namespaces') ?? true,
  };
}

function readMapping(table: ToolSettings, key: string): ReadonlyMap<string, string> {
  return new Map(table.keysOf(key).map((name) => [name, table.text(key, name) ?? '']));
}

/** “*” and “” are the same: every package. */
function readPatterns(table: ToolSettings, key: string): DataPatterns {
  return new Map(table.keysOf(key).map((name) => [name === '*' ? '' : name, table.strings(key, name) ?? []]));
}
