// `[project]`: the pyproject.toml specification, "Declaring project metadata" (PEP 621).
import type { NormalizedName } from '../name';
import { parseName } from '../name-parse';
import type { Requirement } from '../requirement';
import { formatVersion, type Version } from '../version';
import { parseVersion } from '../version-parse';
import { adviseMisplaced } from './misplaced-key';
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
  fields.refuseUnknown([...PROJECT_KEYS, 'dynamic'], '[project]', (key) => adviseKey(fields, key));
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
  const requiresPython = refuseNumber(fields, 'requires-python', '>=')
    ? undefined
    : fields.specifier('requires-python');
  const license = readLicense(fields);
  const licenseFiles = readLicenseFiles(fields, license);
  const authors = readPeople(fields, 'authors');
  const maintainers = readPeople(fields, 'maintainers');
  const keywords = readKeywords(fields);
  const classifiers = readClassifiers(fields, license);
  const urls = readUrls(fields);
  const entryPoints = readEntryPointTables(fields);
  const dependencies = readDependencies(fields);
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

const OF_BUILD_SYSTEM: readonly string[] = ['requires', 'build-backend', 'backend-path'];

function adviseKey(fields: PyprojectFields, key: string): string | undefined {
  if (fields.keys.has('build-backend') && OF_BUILD_SYSTEM.includes(key)) return 'it belongs into [build-system].';
  const meant = MEANT.get(key.toLowerCase().replaceAll('_', '-'));
  if (meant !== undefined) return meant;
  const near = fields.near(key, [...PROJECT_KEYS, 'dynamic']);
  return near && `it is spelt “${near}”.`;
}

function readDynamic(fields: PyprojectFields): readonly ProjectKey[] {
  const { keys } = fields;
  const dynamic: ProjectKey[] = [];
  for (const { value, path } of keys.strings('dynamic') ?? []) {
    const key = value.value;
    if (key === 'name') keys.problem('dynamic', path, value.at, 'A name is never dynamic: write name = "my-project".');
    else if (!isProjectKey(key)) {
      const near = fields.near(key, PROJECT_KEYS);
      const remedy = near
        ? `“${near}” is meant, it seems`
        : PROJECT_KEYS.filter((known) => known !== 'name').join(', ');
      keys.problem('dynamic', path, value.at, `Here stand keys of [project] only: ${remedy}.`);
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

/** A version without quotes is a number, in which 3.10 is 3.1. */
function refuseNumber({ keys, report }: PyprojectFields, key: string, operator: string): boolean {
  const value = keys.entry(key)?.value;
  if (value?.kind !== 'float' && value?.kind !== 'integer') return false;
  const written = report.document.slice(value.at.start, Math.min(value.at.end, value.at.start + 20));
  keys.wrong('wrong-type', key, `A number stands here, and a version is text: write ${key} = "${operator}${written}".`);
  return true;
}

/** The list; a table of names and ranges, as Poetry has it, is told how to become one. */
function readDependencies(fields: PyprojectFields): readonly Requirement[] {
  const { keys } = fields;
  const value = keys.entry('dependencies')?.value;
  if (value?.kind !== 'table') return fields.requirements('dependencies') ?? [];
  const [first] = value.entries.values();
  const range = first?.value.kind === 'string' && /^[<>=!~]=?\d/.test(first.value.value) ? first.value.value : '';
  const example = first && parseName(first.key).value !== undefined ? `${first.key}${range}` : 'click>=8';
  keys.wrong(
    'wrong-type',
    'dependencies',
    `Dependencies are a list of strings, not a table: write dependencies = ["${example.slice(0, 60)}"] under [project].`,
  );
  return [];
}

function readVersion(fields: PyprojectFields): Version | undefined {
  if (refuseNumber(fields, 'version', '')) return undefined;
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
  for (const { key, keyAt, value } of table?.keys.table.entries.values() ?? []) {
    const misplaced = table && value.kind !== 'array' ? adviseMisplaced(table, key) : undefined;
    if (misplaced !== undefined) {
      fields.keys.problem('wrong-type', table?.keys.pathOf(key), keyAt, misplaced);
      continue;
    }
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
