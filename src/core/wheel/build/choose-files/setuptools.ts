// What setuptools 84 does: its files and those it writes, its tag, its patterns for licences, and what it refuses. Studied in its own
// source and held against recorded builds. setup.py, setup.cfg, commands and extensions of a project’s own aren’t modelled.
import { type BuildTag, type EntryPoint, formatEntryPoints, type Metadata, type Project } from '@/core/python';
import type { BackendRules, BuildInput, Choice, ChosenFile, Found, NamedInput } from '../backend-rules';
import { type BuildProblem, buildError, buildWarning } from '../build-problem';
import type { LeftOutFile } from '../distribution-plan';
import { Effort, pathsLike, RECURSIVE_GLOB } from '../glob';
import { PYPROJECT, placeOfKeys, valueAt } from '../project-document';
import { formatRequiresTxt } from './requires-txt';
import { fillDynamic, findSetuptoolsVersion, missingFile } from './setuptools-dynamic';
import { type InstalledFile, SetuptoolsFiles } from './setuptools-files';
import { finderModule, finderPlaces, finderText } from './setuptools-finder';
import { joined, normal, packageFolder } from './setuptools-packages';
import { readSetuptoolsSettings, WRITTEN_SETUP_CFG } from './setuptools-settings';
import { hasEmptyProject, isWithoutEnding, judgeAsSetuptools } from './setuptools-words';

export const SETUPTOOLS: BackendRules = {
  backend: 'setuptools',
  generator: 'setuptools (84.2.1)',
  metadataVersion: '2.4',
  readProject: readSetuptoolsProject,
  judge: judgeAsSetuptools,
  findVersion: findSetuptoolsVersion,
  findLicenseFiles,
  amendMetadata,
  tagsOf: () => ({ pythons: ['py3'], abis: ['none'], platforms: ['any'] }),
  saysMissing: () => '',
  saysSamePath: () => undefined,
  chooseFiles,
};

/** The build tag of an editable wheel: never to be taken for a release. */
const EDITABLE_BUILD: BuildTag = { number: 0, rest: '.editable' };

function readSetuptoolsProject(input: BuildInput): Found<Project> {
  const { document, files } = input;
  const settings = readSetuptoolsSettings(input).problems;
  const { project } = document;
  for (const key of ['import-names', 'import-namespaces']) {
    if (valueAt(document.root, ['project', key]) === undefined) continue;
    const message = `setuptools doesn’t know “${key}” yet: take it out, or build with another backend.`;
    const toolSays =
      'NotImplementedError: Setuptools does not support `import-names` and `import-namespaces` in `pyproject.toml` yet. If your are interested in this feature,  please consider submitting a contribution via pull requests.';
    const at = placeOfKeys(document, ['project', key]);
    return { value: undefined, problems: [buildError('import-names', message, { at, toolSays })] };
  }
  if (project === undefined) {
    const isSilent = !document.root.entries.has('project') || hasEmptyProject(input);
    if (!isSilent) return { value: undefined, problems: settings };
    const message =
      'Without [project], setuptools takes everything from setup.py and setup.cfg: that isn’t modelled here.';
    return { value: undefined, problems: [buildError('not-modelled', message), ...settings] };
  }
  const filled = fillDynamic(input, project);
  const problems = [...settings, ...filled.problems];
  if (filled.value === undefined) return { value: undefined, problems };
  // Groups and names stand in order in what setuptools writes.
  const entryPoints = filled.value.entryPoints.toSorted((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1));
  let value: Project = { ...filled.value, entryPoints };
  if (value.readme === undefined && isWithoutEnding(input)) {
    const readme = valueAt(document.root, ['project', 'readme']);
    if (readme?.kind === 'string') value = { ...value, readme: { kind: 'file', file: readme.value, contentType: '' } };
  }
  // A file that isn’t there ends no build: its text is empty.
  if (value.readme?.kind === 'file' && !files.has(normal(value.readme.file))) {
    problems.push(missingFile(input, value.readme.file, placeOfKeys(document, ['project', 'readme'])));
    value = { ...value, readme: { kind: 'text', text: '', contentType: value.readme.contentType } };
  }
  if (value.license?.kind === 'file' && !files.has(normal(value.license.file))) {
    problems.push(missingFile(input, value.license.file, placeOfKeys(document, ['project', 'license'])));
    value = { ...value, license: { kind: 'text', text: '' } };
  }
  return { value, problems };
}

function orderOf({ group, name }: EntryPoint): string {
  return `${group}\0${name}`;
}

/** Where `license-files` isn’t. */
const LICENSE_PATTERNS: readonly string[] = ['LICEN[CS]E*', 'COPYING*', 'NOTICE*', 'AUTHORS*'];

/** In the order of the patterns. A pattern that finds nothing is a warning. */
function findLicenseFiles({ files, document }: BuildInput, project: Project): Found<readonly string[]> {
  const effort = new Effort();
  const paths = [...files.keys()].filter((path) => !path.endsWith('~'));
  const problems: BuildProblem[] = [];
  const at = placeOfKeys(document, ['project', 'license-files']);
  const found = (project.licenseFiles ?? LICENSE_PATTERNS).flatMap((pattern) => {
    const inside = pattern.includes('..') ? [] : [...pathsLike(pattern, paths, RECURSIVE_GLOB, effort)].sort();
    if (inside.length === 0 && project.licenseFiles !== undefined) {
      const message = `No file is like “${pattern}”: name one that is there.`;
      const toolSays = 'SetuptoolsDeprecationWarning: Cannot find any files for the given pattern.';
      problems.push(buildWarning('license-file', message, { at, toolSays }));
    }
    return inside;
  });
  if (effort.isSpent) problems.push(buildError('too-much', 'The patterns take too long here.', { at }));
  return { value: [...new Set(found)], problems };
}

/** The list of licence files is told to be dynamic, since patterns found it. */
function amendMetadata(metadata: Metadata): Metadata {
  const { summary, description, descriptionContentType, licenseFiles } = metadata;
  return {
    ...metadata,
    dynamic: licenseFiles.length > 0 ? ['license-file'] : [],
    summary: summary?.trim().split('\n')[0],
    description: description || undefined,
    descriptionContentType: descriptionContentType || undefined,
  };
}

function chooseFiles(input: NamedInput): Choice {
  const choosing = new SetuptoolsFiles(input);
  if (choosing.problems.some(({ weight }) => weight === 'error')) {
    return { files: [], distInfo: [], pathFolders: [], leftOut: [], problems: choosing.problems };
  }
  if (input.kind === 'sdist') return chooseForSdist(input, choosing);
  // An editable wheel has none of the data for the environment’s folders.
  const environment = input.kind === 'editable' ? [] : choosing.environmentFiles();
  const data = environment.map(({ from, to }) => source({ from, to: `${input.stem}.data/data/${to}` }));
  const topLevel: ChosenFile = { kind: 'written', to: 'top_level.txt', text: `${choosing.topLevel.join('\n')}\n` };
  const editable = input.kind === 'editable' ? editableFiles(input, choosing) : undefined;
  const files = [...(editable?.files ?? choosing.installed().map(source)), ...data];
  return {
    files,
    distInfo: [topLevel],
    pathFolders: editable?.pathFolders ?? [],
    leftOut: input.kind === 'editable' ? [] : leftOutOfWheel(input, choosing),
    problems: choosing.problems,
    ...(input.kind === 'editable' ? { build: EDITABLE_BUILD } : {}),
  };
}

function source({ from, to }: InstalledFile): ChosenFile {
  return { kind: 'source', from, to };
}

/** The project’s files, and `.egg-info` with a list of all of them. */
function chooseForSdist(input: NamedInput, choosing: SetuptoolsFiles): Choice {
  const { project, metadataText, files } = input;
  const sources = choosing.sources();
  const requires = formatRequiresTxt(project);
  const entryPoints = project.entryPoints.length > 0 ? formatEntryPoints(project.entryPoints) : undefined;
  const info = choosing.eggInfo;
  const written: ReadonlyMap<string, string | undefined> = new Map([
    ['PKG-INFO', metadataText],
    ['dependency_links.txt', '\n'],
    ['entry_points.txt', entryPoints],
    ['requires.txt', requires],
    ['top_level.txt', `${choosing.topLevel.join('\n')}\n`],
  ]);
  const there = [...written].flatMap(([name, text]) => (text === undefined ? [] : [{ name, text }]));
  const listed = [...sources, `${info}/SOURCES.txt`, ...there.map(({ name }) => `${info}/${name}`)].sort(byFolder);
  const chosen: ChosenFile[] = [
    ...[...sources].map((path) => source({ from: path, to: path })),
    ...there.map(({ name, text }): ChosenFile => ({ kind: 'written', to: `${info}/${name}`, text })),
    { kind: 'written', to: `${info}/SOURCES.txt`, text: listed.join('\n') },
  ];
  if (!files.has('setup.cfg')) chosen.push({ kind: 'written', to: 'setup.cfg', text: WRITTEN_SETUP_CFG });
  const problems = [...choosing.problems];
  if (!choosing.hasReadme) {
    const message = 'The project has no README: add one, named README.md, README.rst, README.txt or README.';
    const toolSays = 'sdist: standard file not found: should have one of README, README.rst, README.txt, README.md';
    problems.push(buildWarning('no-readme', message, { toolSays }));
  }
  const leftOut = [...files.keys()]
    .filter((path) => !sources.has(path))
    .map((path) => ({ path, because: NOT_IN_SDIST }));
  return {
    files: chosen.sort((left, right) => (pathKey(left.to) < pathKey(right.to) ? -1 : 1)),
    distInfo: [],
    pathFolders: [],
    leftOut,
    problems,
  };
}

const NOT_IN_SDIST =
  'It is no module of a package, and nothing names it: setuptools puts such files into the sdist where MANIFEST.in or package-data does.';

/** Names in order, folders among files. */
function pathKey(path: string): string {
  return path.replaceAll('/', '\0');
}

/** SOURCES.txt goes folder by folder. */
function byFolder(left: string, right: string): number {
  const [one, other] = [left.lastIndexOf('/'), right.lastIndexOf('/')];
  const [folder, otherFolder] = [left.slice(0, Math.max(one, 0)), right.slice(0, Math.max(other, 0))];
  if (folder !== otherFolder) return folder < otherFolder ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

function leftOutOfWheel({ files }: NamedInput, choosing: SetuptoolsFiles): readonly LeftOutFile[] {
  const { packages, packageDir } = choosing.found;
  const folders = new Set(packages.map((name) => packageFolder(name, packageDir)));
  return [...files.keys()].map((path) => {
    if (path === PYPROJECT)
      return { path, because: 'What it says of the project is in METADATA; a wheel needs no building.' };
    const folder = path.split('/').slice(0, -1).join('/');
    const because = folders.has(folder)
      ? 'It is data of a package, and nothing takes it: neither package-data nor, over the sdist, MANIFEST.in.'
      : packages.length === 0
        ? 'setuptools found no package that it lies in.'
        : 'It lies in no package that setuptools found.';
    return { path, because };
  });
}

/**
 * How an editable wheel leads to the working copy: a `.pth` with the folder of the packages, where they lie in one of their own. In
 * another layout, as the flat one, a finder that knows the packages by name, so that nothing beside them can be imported.
 */
function editableFiles(
  { stem, folder }: NamedInput,
  choosing: SetuptoolsFiles,
): { readonly files: readonly ChosenFile[]; readonly pathFolders: readonly string[] } {
  const { packages, modules, packageDir } = choosing.found;
  const root = normal(packageDir.get('') ?? '');
  const pth = `__editable__.${stem}.pth`;
  if (packageDir.size === 1 && packageDir.has('') && packages.length > 0) {
    const text = `${root === '' ? folder : `${folder}/${root}`}\n`;
    return { files: [{ kind: 'written', to: pth, text }], pathFolders: [root] };
  }
  const module = finderModule(stem);
  const places = finderPlaces([...packages, ...modules], (name) => joined(folder, packageFolder(name, packageDir)));
  const files: readonly ChosenFile[] = [
    { kind: 'written', to: pth, text: `import ${module}; ${module}.install()` },
    { kind: 'written', to: `${module}.py`, text: finderText(places) },
  ];
  return { files, pathFolders: [] };
}
