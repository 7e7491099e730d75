// `[project]`: the pyproject.toml specification, "Declaring project metadata" (PEP 621).
import type { NormalizedName } from '../name';
import { parseName } from '../name-parse';
import type { Requirement } from '../requirement';
import { formatVersion, type Version } from '../version';
import { parseVersion } from '../version-parse';
import { readClassifiers } from './project-classifiers';
import { readEntryPointTables } from './project-entry-points';
import { readImports } from './project-imports';
import { readLicense, readLicenseFiles } from './project-license';
import { readPeople } from './project-people';
import { readReadme } from './project-readme';
import { readUrls } from './project-urls';
import {
  isProjectKey,
  mayBeAddedTo,
  PROJECT_KEYS,
  type Project,
  type ProjectExtra,
  type ProjectKey,
} from './pyproject';
import type { PyprojectFields } from './pyproject-fields';

/** What could be read of the table, in spite of problems; `undefined` without a name that is one. */
export function readProject(fields: PyprojectFields): Project | undefined {
  const { keys } = fields;
  fields.refuseUnknown([...PROJECT_KEYS, 'dynamic'], '[project]', adviseKey);
  const normalizedName = fields.name('name');
  const name = keys.entry('name')?.value.kind === 'string' ? keys.text('name') : undefined;
  const dynamic = readDynamic(fields);
  if (!keys.has('name')) keys.missing('name', 'name = "my-project"');
  const version = readVersion(fields);
  if (!keys.has('version') && !dynamic.includes('version')) {
    keys.problem(
      'missing-key',
      keys.pathOf('version'),
      keys.at,
      '“version” is missing here: add version = "0.1.0", or dynamic = ["version"] if the backend finds it.',
    );
  }
  const description = readDescription(fields);
  const readme = readReadme(fields);
  const requiresPython = fields.specifier('requires-python');
  const license = readLicense(fields);
  const licenseFiles = readLicenseFiles(fields, license);
  const authors = readPeople(fields, 'authors');
  const maintainers = readPeople(fields, 'maintainers');
  const keywords = readKeywords(fields);
  const classifiers = readClassifiers(fields, license);
  const urls = readUrls(fields);
  const entryPoints = readEntryPointTables(fields);
  const dependencies = fields.requirements('dependencies') ?? [];
  const extras = readExtras(fields);
  const imports = readImports(fields);
  if (name === undefined || normalizedName === undefined) return undefined;
  return {
    name,
    normalizedName,
    version,
    description,
    readme,
    requiresPython,
    license,
    licenseFiles,
    authors,
    maintainers,
    keywords,
    classifiers,
    urls,
    entryPoints,
    dependencies,
    extras,
    ...imports,
    dynamic,
  };
}

/** Keys of other tools and other times, and what they are called here. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['author', 'write authors = [{name = "Ada", email = "ada@example.org"}].'],
  ['author-email', 'write authors = [{name = "Ada", email = "ada@example.org"}].'],
  ['maintainer', 'write maintainers = [{name = "Ada"}].'],
  ['bugs', 'links belong into [project.urls].'],
  ['console-scripts', 'commands belong into [project.scripts].'],
  ['dependancies', 'it is spelt “dependencies”.'],
  ['dev-dependencies', 'what only development needs belongs into [dependency-groups].'],
  ['documentation', 'links belong into [project.urls].'],
  ['extras', 'write [project.optional-dependencies].'],
  ['extras-require', 'write [project.optional-dependencies].'],
  ['home-page', 'links belong into [project.urls].'],
  ['homepage', 'links belong into [project.urls].'],
  ['install-requires', 'write dependencies = […].'],
  ['licence', 'it is spelt “license”.'],
  ['license-expression', 'write license = "MIT".'],
  ['long-description', 'write readme = "README.md".'],
  ['packages', 'what goes into a wheel is the backend’s matter: its table is in [tool].'],
  ['python', 'write requires-python = ">=3.11".'],
  ['python-requires', 'write requires-python = ">=3.11".'],
  ['repository', 'links belong into [project.urls].'],
  ['requires', 'write dependencies = […].'],
  ['summary', 'write description = "…".'],
  ['url', 'links belong into [project.urls].'],
]);

function adviseKey(key: string): string | undefined {
  const dashed = key.toLowerCase().replaceAll('_', '-');
  if (dashed !== key && (isProjectKey(dashed) || dashed === 'dynamic')) return `it is spelt “${dashed}”.`;
  return MEANT.get(dashed);
}

function readDynamic(fields: PyprojectFields): readonly ProjectKey[] {
  const { keys } = fields;
  const dynamic: ProjectKey[] = [];
  for (const { value, path } of keys.strings('dynamic') ?? []) {
    const key = value.value;
    if (key === 'name') keys.problem('dynamic', path, value.at, 'A name is never dynamic: write name = "my-project".');
    else if (!isProjectKey(key)) {
      keys.problem(
        'dynamic',
        path,
        value.at,
        `Here stand keys of [project] only: ${PROJECT_KEYS.filter((known) => known !== 'name').join(', ')}.`,
      );
    } else if (keys.has(key) && !mayBeAddedTo(key)) {
      keys.problem(
        'dynamic',
        path,
        value.at,
        `“${key}” has a value in [project] already: take the value out, or this.`,
      );
    } else dynamic.push(key);
  }
  return dynamic;
}

function readVersion(fields: PyprojectFields): Version | undefined {
  const item = fields.item('version');
  const version = item && fields.parsed('version', item, parseVersion(item.value.value));
  if (version !== undefined && formatVersion(version) !== item?.value.value) {
    const message = `Installers write this version as ${formatVersion(version)}: better write it so.`;
    fields.warn('version', item?.path, fields.keys.placeOf('version'), message);
  }
  return version;
}

/** One line: more than one cannot be written into the metadata. */
function readDescription(fields: PyprojectFields): string | undefined {
  const description = fields.keys.text('description');
  if (description !== undefined && /[\r\n]/.test(description)) {
    fields.keys.wrong(
      'description',
      'description',
      'The description is one line: what is longer belongs into the readme.',
    );
  }
  return description;
}

/** Keywords are joined by commas in the metadata, so none may have one. */
function readKeywords(fields: PyprojectFields): readonly string[] {
  const keywords = fields.keys.strings('keywords') ?? [];
  for (const { value, path } of keywords) {
    if (!value.value.includes(',')) continue;
    fields.warn(
      'keyword',
      path,
      value.at,
      'A comma separates keywords in the metadata: make a string of each keyword.',
    );
  }
  return keywords.map(({ value }) => value.value);
}

function readExtras(fields: PyprojectFields): readonly ProjectExtra[] {
  const table = fields.table('optional-dependencies');
  const extras = new Map<NormalizedName, ProjectExtra>();
  for (const { key, keyAt } of table?.keys.table.entries.values() ?? []) {
    const requirements: readonly Requirement[] = table?.requirements(key) ?? [];
    const name = parseName(key);
    const path = table?.keys.pathOf(key);
    const other = name.value && extras.get(name.value);
    if (name.value === undefined) {
      fields.keys.problem(
        'extra',
        path,
        keyAt,
        `An extra is named as a project is. ${name.problems[0]?.message ?? ''}`.trim(),
      );
    } else if (other !== undefined) {
      fields.keys.problem(
        'duplicate-extra',
        path,
        keyAt,
        `“${key}” and “${other.written}” are the same extra, ${name.value}: join them, or rename one.`,
      );
    } else extras.set(name.value, { name: name.value, written: key, requirements });
  }
  return [...extras.values()];
}
