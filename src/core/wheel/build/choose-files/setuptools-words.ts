// What setuptools 84 makes of a `[project]` that the standard has a problem with: it checks the table against a schema of its own before
// anything else, and ends the build with the first line that doesn’t fit. Held against recorded builds.
import { PROJECT_KEYS, type TomlValue } from '@/core/python';
import type { BuildInput, Judgement } from '../backend-rules';
import { type DocumentProblem, valueAt, valueOfPath } from '../project-document';

/** What setuptools takes, or only warns of. */
const OVERLOOKED: ReadonlySet<string> = new Set([
  'pyproject/url-label',
  'pyproject/description',
  'pyproject/keyword',
  'pyproject/person',
  'pyproject/duplicate-extra',
]);

/** What the schema wants, by the key’s path; it calls a table an object. */
const KINDS: readonly { readonly path: RegExp; readonly kind: string }[] = [
  { path: /^project\.(?:keywords|classifiers|dependencies|dynamic|authors|maintainers|license-files)$/, kind: 'array' },
  { path: /^project\.optional-dependencies\.[^.[]+$/, kind: 'array' },
  { path: /^project\.(?:urls|scripts|gui-scripts|entry-points|optional-dependencies)$/, kind: 'object' },
  { path: /^project\.(?:authors|maintainers)\[\d+\]$|^project\.entry-points\.[^.]+$/, kind: 'object' },
  { path: /^project\.(?:name|version|description|requires-python)$/, kind: 'string' },
  { path: /^project\.(?:urls|scripts|gui-scripts)\.|^project\.entry-points\.[^.]+\.|\[\d+\]/, kind: 'string' },
];

/** A module, and perhaps an object in it and extras (entry points specification, “Data model”). */
const REFERENCE =
  /^\s*[\p{XID_Start}_]\p{XID_Continue}*(?:\.[\p{XID_Start}_]\p{XID_Continue}*)*\s*(?::\s*[\p{XID_Start}_]\p{XID_Continue}*(?:\.[\p{XID_Start}_]\p{XID_Continue}*)*\s*(?:\[.*\])?\s*)?$/u;

/** By the code of a problem, how the schema calls what it wants. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['pyproject/name', 'pep508-identifier'],
  ['pyproject/version', 'pep440'],
  ['pyproject/requirement', 'pep508'],
  ['pyproject/classifier', 'trove-classifier'],
  ['pyproject/entry-point', 'python-entrypoint-reference'],
]);

/** Whether the problem ends the build, and how setuptools says so. */
export function judgeAsSetuptools({ code, path = '' }: DocumentProblem, input: BuildInput): Judgement {
  if (!/^project(?:[.[]|$)/.test(path)) return { weight: 'warning', toolSays: undefined };
  if (hasEmptyProject(input)) return { weight: 'ignored', toolSays: undefined };
  if (code === 'pyproject/import-name') return { weight: 'ignored', toolSays: undefined };
  if (code === 'pyproject/license-table') {
    const toolSays = 'SetuptoolsDeprecationWarning: `project.license` as a TOML table is deprecated';
    return { weight: 'warning', toolSays };
  }
  if (code === 'pyproject/license-file' && path !== 'project.license-files') {
    return { weight: 'warning', toolSays: saysOfPattern(path, input) };
  }
  if (code === 'pyproject/entry-point' && /^project\.entry-points\.(?:console|gui)_scripts$/.test(path)) {
    return { weight: 'warning', toolSays: undefined };
  }
  // A name without an ending says nothing of its type, and setuptools writes none.
  if (code === 'pyproject/readme' && isWithoutEnding(input)) return { weight: 'ignored', toolSays: undefined };
  const value = valueOfPath(input.document.root, path);
  // A command that is a module alone is a reference too.
  const isReference = value?.kind === 'string' && REFERENCE.test(value.value) && !isBadName(path);
  if (code === 'pyproject/entry-point' && isReference) return { weight: 'warning', toolSays: undefined };
  const isPerson = code === 'pyproject/person' && saysOfPerson(path, value) !== undefined;
  if (OVERLOOKED.has(code) && !isPerson) return { weight: 'warning', toolSays: undefined };
  return { weight: 'error', toolSays: wordsFor(code, path, input) };
}

/** A table without keys is to setuptools as if there were none. */
export function hasEmptyProject({ document }: BuildInput): boolean {
  const project = valueAt(document.root, ['project']);
  return project?.kind === 'table' && project.entries.size === 0;
}

/** A person without name and address, and an address that has no “@”. */
function saysOfPerson(path: string, value: TomlValue | undefined): string | undefined {
  if (/\]$/.test(path)) return `configuration error: \`${path}\` cannot be validated by any definition:`;
  const isAddress = value?.kind !== 'string' || value.value.includes('@');
  return path.endsWith('.email') && !isAddress ? `configuration error: \`${path}\` must be idn-email` : undefined;
}

/** The name of a command that no line of entry_points.txt could begin with. */
const isBadName = (path: string): boolean => /^project\.(?:gui-)?scripts\..*=/.test(path);

/** Whether the readme is a file whose name has no ending. */
export function isWithoutEnding({ document }: BuildInput): boolean {
  const readme = valueAt(document.root, ['project', 'readme']);
  return readme?.kind === 'string' && /(?:^|\/)[^./]+$/.test(readme.value);
}

/** Whether a table has a text and names a file. */
const hasBoth = (value: TomlValue | undefined): boolean =>
  value?.kind === 'table' && value.entries.has('text') && value.entries.has('file');

function wordsFor(code: string, path: string, { document }: BuildInput): string | undefined {
  const wants = (what: string): string => `configuration error: \`${path}\` must ${what}`;
  const key = path.split(/[.[]/)[1] ?? '';
  const value = valueOfPath(document.root, path);
  const definitions = (count: number): string =>
    `configuration error: \`project.${key}\` must be valid exactly by one definition (${count} matches found):`;
  if (code === 'pyproject/entry-point') {
    if (isBadName(path) || /^project\.entry-points\.[^.]+$/.test(path)) {
      return `configuration error: \`${path.slice(0, path.lastIndexOf('.'))}\` keys must be named by:`;
    }
    if (value?.kind === 'table') return wants('be string');
  }
  const format = FORMATS.get(code);
  if (format !== undefined) return wants(`be ${format}`);
  switch (code) {
    case 'pyproject/person':
      return saysOfPerson(path, value);
    case 'pyproject/missing-key':
      if (key === 'readme') return definitions(0);
      return key === 'name' || key === 'version'
        ? `configuration error: \`project\` must contain ['${key}'] properties`
        : undefined;
    case 'pyproject/unknown-key':
      if (key === 'license' || key === 'readme') return definitions(0);
      return `configuration error: \`${path.slice(0, path.lastIndexOf('.'))}\` must not contain {'${path.slice(path.lastIndexOf('.') + 1)}'} properties`;
    case 'pyproject/wrong-type': {
      if (key === 'license' || key === 'readme') return definitions(0);
      // A list of texts where tables belong is told as a problem of the list.
      const people = /^project\.(?:authors|maintainers)$/.test(path) && value?.kind === 'array' ? value.items : [];
      const text = people.findIndex(({ kind }) => kind === 'string');
      if (text >= 0) return `configuration error: \`${path}[${text}]\` must be object`;
      const kind = KINDS.find((one) => one.path.test(path))?.kind;
      return kind && wants(`be ${kind}`);
    }
    case 'pyproject/license':
      return definitions(hasBoth(value) ? 2 : 0);
    case 'pyproject/readme':
      if (path !== 'project.readme' || hasBoth(value)) return undefined;
      return value?.kind === 'string'
        ? `ValueError: Undefined content type for ${value.value}, only the following file extensions are recognized: .md (text/markdown), .rst (text/x-rst), .txt (text/plain).`
        : definitions(0);
    case 'pyproject/license-file':
      return 'configuration error: `project.license` must be string';
    case 'pyproject/license-classifier':
      return 'setuptools.errors.InvalidConfigError: License classifiers have been superseded by license expressions (see https://peps.python.org/pep-0639/). Please remove:';
    case 'pyproject/specifier': {
      const value = valueAt(document.root, ['project', 'requires-python']);
      return value?.kind === 'string'
        ? `packaging.specifiers.InvalidSpecifier: Invalid specifier: '${value.value}'`
        : undefined;
    }
    case 'pyproject/dynamic':
      return saysOfDynamic(path, document);
    default:
      return undefined;
  }
}

function saysOfDynamic(path: string, document: BuildInput['document']): string | undefined {
  const dynamic = valueAt(document.root, ['project', 'dynamic']);
  const index = Number(/\[(\d+)\]$/.exec(path)?.[1]);
  const item = dynamic?.kind === 'array' ? dynamic.items[index] : undefined;
  if (item?.kind !== 'string') return undefined;
  if (!PROJECT_KEYS.some((key) => key === item.value && key !== 'name')) {
    const keys = PROJECT_KEYS.filter((key) => key !== 'name').map((key) => `'${key}'`);
    return `configuration error: \`${path}\` must be one of [${keys.join(', ')}]`;
  }
  if (valueAt(document.root, ['project', item.value]) === undefined) return undefined;
  return `configuration error: You cannot provide a value for \`project.${item.value}\` and list it under \`project.dynamic\` at the same time`;
}

function saysOfPattern(path: string, { document }: BuildInput): string | undefined {
  const patterns = valueAt(document.root, ['project', 'license-files']);
  const item = patterns?.kind === 'array' ? patterns.items[Number(/\[(\d+)\]$/.exec(path)?.[1])] : undefined;
  return item?.kind === 'string' && item.value.includes('..')
    ? `SetuptoolsDeprecationWarning: Pattern '${item.value}' cannot contain '..'`
    : undefined;
}
