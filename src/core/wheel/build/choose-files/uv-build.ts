// What uv_build does, the build backend of uv 0.13: its files, its metadata, and what it refuses. Studied in its own source and held
// against recorded builds. It runs no code of the project, and so nothing is left out here but the rewriting of pyproject.toml.
import { formatRequirement, type Metadata, type Project, parseVersion } from '@/core/python';
import type { BackendRules, BuildInput, Choice, ChosenFile, Found, NamedInput } from '../backend-rules';
import { type BuildProblem, buildError, buildWarning } from '../build-problem';
import { saysInvalidType } from '../frontends/uv-toml-words';
import { Effort, GITIGNORE_GLOB, pathsLike } from '../glob';
import { PYPROJECT, placeOfKeys, valueAt } from '../project-document';
import { UvFiles } from './uv-files';
import { readUvSettings } from './uv-settings';
import { judgeAsUv } from './uv-words';

export const UV_BUILD: BackendRules = {
  backend: 'uv_build',
  generator: 'uv 0.13.9',
  metadataVersion: '2.5',
  readProject: readUvProject,
  judge: judgeAsUv,
  findVersion: () => ({ value: parseVersion('0').value, problems: [] }),
  findLicenseFiles,
  amendMetadata,
  tagsOf: () => ({ pythons: ['py3'], abis: ['none'], platforms: ['any'] }),
  saysMissing: (_key, path, folder) =>
    `error: failed to open file \`${folder}/${path}\`: No such file or directory (os error 2)`,
  saysSamePath: () => undefined,
  chooseFiles,
};

function readUvProject(input: BuildInput): Found<Project> {
  const { document } = input;
  const { project } = document;
  const settings = [...ofUvTable(input), ...readUvSettings(input).problems];
  if (project === undefined) {
    if (document.root.entries.has('project')) return { value: undefined, problems: settings };
    const message =
      'uv_build builds what [project] names, and the table is missing: add it, with a name and a version.';
    return { value: undefined, problems: [buildError('no-project', message, { toolSays: 'missing field `project`' })] };
  }
  const problems: BuildProblem[] = [...settings];
  if (project.dynamic.length > 0) {
    const isVersion = project.version === undefined;
    const message = `Nothing is dynamic with uv_build: write ${isVersion ? 'version = "0.1.0"' : 'the values'} into [project], and take “dynamic” out.`;
    const toolSays = isVersion ? 'missing field `version`' : 'cause: Dynamic metadata is not supported';
    problems.push(buildError('dynamic', message, { at: placeOfKeys(document, ['project', 'dynamic']), toolSays }));
  }
  const license = valueAt(document.root, ['project', 'license']);
  const expression = project.license?.kind === 'expression' ? project.license.expression.normalized : undefined;
  if (license?.kind === 'string' && expression !== undefined && license.value.replaceAll(/\s+/g, ' ') !== expression) {
    const message = `uv_build takes the licence as the list of SPDX spells it: write license = "${expression}".`;
    const toolSays = `cause: \`project.license\` is not a valid SPDX expression: ${license.value}`;
    problems.push(buildError('license', message, { at: placeOfKeys(document, ['project', 'license']), toolSays }));
  }
  return { value: project, problems };
}

/** `[tool.uv]` is a table, if it is there. */
function ofUvTable({ document }: BuildInput): readonly BuildProblem[] {
  const value = valueAt(document.root, ['tool', 'uv']);
  if (value === undefined || value.kind === 'table') return [];
  const at = placeOfKeys(document, ['tool', 'uv']);
  const toolSays = saysInvalidType(value, 'struct ToolUv');
  return [buildError('tool-setting', '“uv” is a table here: write [tool.uv].', { at, toolSays })];
}

/** Only what `license-files` names; each pattern has to find something. */
function findLicenseFiles({ files, document }: BuildInput, project: Project): Found<readonly string[]> {
  const effort = new Effort();
  const paths = [...files.keys()];
  const problems: BuildProblem[] = [];
  const at = placeOfKeys(document, ['project', 'license-files']);
  const found = (project.licenseFiles ?? []).flatMap((pattern) => {
    const like = pathsLike(pattern, paths, GITIGNORE_GLOB, effort);
    // A pattern that leads out of the project is refused already, as a pattern.
    if (like.length === 0 && !pattern.includes('..')) {
      const message = `No file is like “${pattern}”: name one that is there.`;
      const toolSays = `cause: \`project.license-files\` glob \`${pattern}\` did not match any files`;
      problems.push(buildError('license-file', message, { at, toolSays }));
    }
    return like;
  });
  if (effort.isSpent) problems.push(buildError('too-much', 'The patterns take too long here.', { at }));
  return { value: [...new Set(found)].sort(), problems };
}

/** Names of people stand in `Author` whether they have an address or not; extras are in order; the version is the lowest that will do. */
function amendMetadata(metadata: Metadata, project: Project): Metadata {
  const names = (people: Project['authors']): string | undefined =>
    people.flatMap(({ name }) => name ?? []).join(', ') || undefined;
  const isNew = project.importNames !== undefined || project.importNamespaces !== undefined;
  const hasLicense = project.licenseFiles !== undefined || project.license?.kind === 'expression';
  const extras = project.extras.toSorted((left, right) => (left.name < right.name ? -1 : 1));
  const count = project.dependencies.length;
  const requiresDist = [
    ...metadata.requiresDist.slice(0, count),
    ...extras.flatMap((extra) => {
      const before = project.extras.slice(0, project.extras.indexOf(extra));
      const start = before.reduce((sum, { requirements }) => sum + requirements.length, count);
      return metadata.requiresDist.slice(start, start + extra.requirements.length);
    }),
  ];
  return {
    ...metadata,
    metadataVersion: isNew ? '2.5' : hasLicense ? '2.4' : '2.3',
    author: names(project.authors),
    maintainer: names(project.maintainers),
    requiresDist,
    providesExtra: extras.map(({ name }) => name),
  };
}

function chooseFiles(input: NamedInput): Choice {
  const choosing = new UvFiles(input);
  const files = filesOf(input, choosing);
  const leftOut = input.kind === 'editable' ? [] : [...input.files.keys()];
  return {
    files,
    distInfo: [],
    pathFolders: input.kind === 'editable' ? [choosing.pathFolder] : [],
    leftOut: leftOut.map((path) => ({ path, because: choosing.reason(path) })),
    problems: [...choosing.problems, ...adviceOnRequires(input)],
  };
}

function filesOf(input: NamedInput, choosing: UvFiles): readonly ChosenFile[] {
  const { kind, stem, folder, project } = input;
  if (kind === 'sdist') {
    return choosing.sdist().flatMap((path): readonly ChosenFile[] => {
      const file: ChosenFile = { kind: 'source', from: path, to: path };
      return path === PYPROJECT ? [file, { ...file, to: 'pyproject.toml.orig' }] : [file];
    });
  }
  const data = choosing
    .data()
    .map(({ from, to, kind: scheme }): ChosenFile => ({ kind: 'source', from, to: `${stem}.data/${scheme}/${to}` }));
  if (kind === 'wheel') {
    return [...choosing.wheel().map((file): ChosenFile => ({ kind: 'source', ...file })), ...data];
  }
  const name = project.normalizedName.replaceAll('-', '_');
  return [{ kind: 'written', to: `${name}.pth`, text: `${folder}/${choosing.pathFolder}` }, ...data];
}

/** A later uv_build may build otherwise: without an upper bound, the sdist breaks some day. */
function adviceOnRequires({ document }: NamedInput): readonly BuildProblem[] {
  const [requirement, ...others] = document.buildSystem.requires;
  const at = placeOfKeys(document, ['build-system', 'requires']);
  if (requirement === undefined || others.length > 0 || requirement.normalizedName !== 'uv-build') return [];
  const isBounded = requirement.specifier.clauses.some(({ operator }) => BOUNDING.includes(operator));
  if (isBounded || requirement.url !== undefined) return [];
  const message = 'Give uv_build an upper bound, such as "uv_build>=0.13,<0.14": a later one may build otherwise.';
  const toolSays = `\`build_system.requires = ["${formatRequirement(requirement)}"]\` is missing an upper bound on the \`uv_build\` version such as \`<0.14\`. Without bounding the \`uv_build\` version, the source distribution will break when a future, breaking version of \`uv_build\` is released.`;
  return [buildWarning('unbounded-backend', message, { at, toolSays })];
}

/** Operators of clauses that end a range at its top. */
const BOUNDING: readonly string[] = ['<', '<=', '==', '~=', '==='];
