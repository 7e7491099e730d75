// Fields that `[project]` leaves to setuptools 84: `[tool.setuptools.dynamic]`, from files, and for the version from an attribute that
// stands in the source as plain text. An attribute that would have to be computed isn’t, though setuptools imports the module for it.
import { type Project, parseRequirement, parseVersion, type Requirement, type Version } from '@/core/python';
import type { BuildInput, Found } from '../backend-rules';
import { type BuildProblem, type BuildProblemDetails, buildError, buildWarning } from '../build-problem';
import { Effort } from '../glob';
import { placeOfKeys } from '../project-document';
import { textOf } from '../project-files';
import { findSetuptoolsPackages, normal, packageFolder } from './setuptools-packages';
import { readSetuptoolsSettings, settingsTable } from './setuptools-settings';

/** Fields that may be dynamic without a place in `[tool.setuptools.dynamic]`. */
const NO_PLACE_NEEDED: readonly string[] = ['version', 'license-files'];

/** Fields that are read from their place here. */
const READ: readonly string[] = ['version', 'dependencies', 'optional-dependencies', 'readme'];

/** The project with its dynamic fields, but for the version. */
export function fillDynamic(input: BuildInput, project: Project): Found<Project> {
  const table = settingsTable(input);
  const problems: BuildProblem[] = [];
  let filled = project;
  for (const field of project.dynamic) {
    const at = placeOfKeys(input.document, ['project', 'dynamic']);
    if (!table.has('dynamic', field)) {
      if (NO_PLACE_NEEDED.includes(field)) continue;
      const message = `“${field}” is dynamic, and nothing says where it stands: add it to [tool.setuptools.dynamic].`;
      const toolSays = `setuptools.errors.InvalidConfigError: No configuration found for dynamic '${field}'.`;
      problems.push(buildError('dynamic', message, { at, toolSays }));
    } else if (!READ.includes(field)) {
      problems.push(buildError('not-modelled', `That “${field}” is dynamic isn’t modelled here.`, { at }));
    } else if (field === 'dependencies') {
      const read = requirementsFrom(input, ['dependencies']);
      problems.push(...read.problems);
      filled = { ...filled, dependencies: read.value ?? [] };
    } else if (field === 'optional-dependencies') {
      problems.push(buildError('not-modelled', 'Extras from files aren’t modelled here.', { at }));
    } else if (field === 'readme') {
      const read = readFiles(input, ['readme']);
      problems.push(...read.problems);
      const contentType = table.text('dynamic', 'readme', 'content-type') ?? 'text/x-rst';
      filled = { ...filled, readme: { kind: 'text', text: read.value ?? '', contentType } };
    }
  }
  return { value: filled, problems: [...problems, ...table.problems] };
}

/** The version: from its place, or 0.0.0 where none is told. */
export function findSetuptoolsVersion(input: BuildInput): Found<Version> {
  const table = settingsTable(input);
  const at = table.placeOf('dynamic', 'version');
  const attribute = table.text('dynamic', 'version', 'attr');
  const fallback = parseVersion('0.0.0').value;
  if (!table.has('dynamic', 'version')) {
    const message =
      'The version is dynamic, and nothing says where it stands: setuptools takes 0.0.0 and says nothing. Add version = { attr = "…" } to [tool.setuptools.dynamic], or write version = "0.1.0".';
    const where = placeOfKeys(input.document, ['project', 'dynamic']);
    return { value: fallback, problems: [buildWarning('version-source', message, { at: where })] };
  }
  if (table.has('dynamic', 'version', 'file')) {
    const { value = '', problems } = readFiles(input, ['version']);
    if (value === '') return { value: fallback, problems };
    const version = parseVersion(value.trim());
    if (version.value !== undefined) return { value: version.value, problems };
    return refused('version-file', `The file holds no version: ${version.problems[0]?.message ?? ''}`, { at });
  }
  if (attribute === undefined) return { value: undefined, problems: table.problems };
  return versionOfAttribute(input, attribute);
}

function versionOfAttribute(input: BuildInput, attribute: string): Found<Version> {
  const at = placeOfKeys(input.document, ['tool', 'setuptools', 'dynamic', 'version', 'attr']);
  const parts = attribute.trim().split('.');
  const name = parts.pop() ?? '';
  const module = parts.join('.');
  const { packageDir } = findSetuptoolsPackages(input, readSetuptoolsSettings(input), new Effort());
  const place = module === '' ? '__init__' : packageFolder(module, packageDir);
  const file = input.files.get(`${place}.py`) ?? input.files.get(`${place}/__init__.py`);
  const text = file && textOf(file);
  if (file === undefined || text === undefined) {
    const message = `The version is to be ${attribute}, and the project has no module ${module}: it would be ${place}.py or ${place}/__init__.py.`;
    return refused('version-file', message, { at });
  }
  const found = assignmentOf(name, text);
  if (found === undefined) {
    const message = `In ${file.path} nothing sets ${name}: write ${name} = "0.1.0" there.`;
    const toolSays = `AttributeError: module '${module}' has no attribute '${name}'`;
    const isHidden = text.includes(name) || /^\s*from\s+\S+\s+import\s+\*/m.test(text);
    if (isHidden) return notModelled(`${attribute} comes from somewhere else: setuptools would import the module.`, at);
    return refused('version-file', message, { at, toolSays });
  }
  const plain = plainText(found);
  if (plain === undefined) return notModelled(`${attribute} is computed: setuptools would import the module.`, at);
  const version = parseVersion(plain);
  if (version.value !== undefined) return { value: version.value, problems: [] };
  return refused('version-file', `${file.path} has a version that is none: ${version.problems[0]?.message ?? ''}`, {
    at,
  });
}

/** What a name is set to at the top level of a module, as it is written; the last time counts. */
function assignmentOf(name: string, text: string): string | undefined {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.startsWith(name));
  const values = lines.flatMap((line) => /^\s*(?::[^=]*)?=(?!=)(.*)$/.exec(line.slice(name.length))?.[1] ?? []);
  return values.at(-1)?.trim();
}

/** A text in quotes, or numbers in brackets joined by dots. */
function plainText(written: string): string | undefined {
  const quoted = /^(['"])([^'"\\]*)\1\s*(?:#.*)?$/.exec(written)?.[2];
  const list = /^[([]([\d\s,]+)[)\]]\s*(?:#.*)?$/.exec(written)?.[1];
  return (
    quoted ??
    list
      ?.split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('.')
  );
}

function requirementsFrom(input: BuildInput, field: readonly string[]): Found<readonly Requirement[]> {
  const { value = '', problems } = readFiles(input, field);
  const found = [...problems];
  const lines = value.split(/\r\n|\r|\n/).map((line) => line.trim());
  const requirements = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const parsed = parseRequirement(line);
      if (parsed.value !== undefined) return [parsed.value];
      const shown = line.length > 40 ? `${line.slice(0, 40)}…` : line;
      const at = placeOfKeys(input.document, ['tool', 'setuptools', 'dynamic', ...field]);
      found.push(buildError('dynamic', `“${shown}” is no requirement. ${parsed.problems[0]?.message ?? ''}`, { at }));
      return [];
    });
  return { value: requirements, problems: found };
}

/** What the files of `{ file = … }` hold, joined; one that isn’t there is a warning. */
function readFiles(input: BuildInput, field: readonly string[]): Found<string> {
  const table = settingsTable(input);
  const at = table.placeOf('dynamic', ...field);
  const names = table.oneOrMore('dynamic', ...field, 'file') ?? [];
  const problems: BuildProblem[] = [...table.problems];
  const texts = names.flatMap((name) => {
    const file = input.files.get(normal(name));
    const text = file && textOf(file);
    if (file === undefined) problems.push(missingFile(input, name, at));
    else if (text === undefined)
      problems.push(buildError('not-utf-8', `${name} isn’t UTF-8: save it as UTF-8.`, { at }));
    return text ?? [];
  });
  return { value: texts.join('\n'), problems };
}

/** setuptools warns of a file that isn’t there, and goes on with an empty text. */
export function missingFile({ folder }: BuildInput, name: string, at: BuildProblem['at']): BuildProblem {
  const message = `${name} isn’t there, and setuptools goes on without it: create the file, or name another.`;
  return buildWarning('file-missing', message, {
    at,
    toolSays: `SetuptoolsWarning: File '${folder}/${name}' cannot be found`,
  });
}

/** The files that `[tool.setuptools.dynamic]` reads: the sdist needs them, too. */
export function referencedByDynamic(input: BuildInput): readonly string[] {
  const table = settingsTable(input);
  return table.keysOf('dynamic').flatMap((field) => table.oneOrMore('dynamic', field, 'file') ?? []);
}

function notModelled(message: string, at: BuildProblem['at']): Found<Version> {
  return refused('not-modelled', message, { at });
}

function refused(code: string, message: string, details: BuildProblemDetails): Found<Version> {
  return { value: undefined, problems: [buildError(code, message, details)] };
}
