// What hatchling 1.33 says of a `[project]` that the standard has a problem with: some it refuses in words of its own, others it takes and
// writes down as they are.
import { normalizeName, parseLicenseExpression, parseSpecifierSet } from '@/core/python';
import type { BuildInput, Judgement } from '../backend-rules';
import type { DocumentProblem, ProjectDocument } from '../project-document';
import { valueAt, valueOfPath } from '../project-document';

/** What hatchling doesn’t look at. */
const OVERLOOKED: ReadonlySet<string> = new Set([
  'pyproject/unknown-key',
  'pyproject/url-label',
  'pyproject/description',
  'pyproject/license-file',
  'pyproject/license-classifier',
]);

const EXTRAS = 'project.optional-dependencies.';
const NO_NAME =
  'must only contain ASCII letters/digits, underscores, hyphens, and periods, and must begin and end with ASCII letters/digits.';

const OVERLOOKS: Judgement = { weight: 'warning', toolSays: undefined };

/** Whether the problem ends the build, and how hatchling says so. */
export function judgeAsHatchling(problem: DocumentProblem, { document }: BuildInput): Judgement {
  const { code, path = '' } = problem;
  if (path === 'project' || path === 'tool') {
    return says('TypeError', `The \`${path}\` configuration must be a table`);
  }
  // Groups of dependencies are no backend’s matter.
  if (!/^project(?:[.[]|$)/.test(path) || OVERLOOKED.has(code) || document.warnings.includes(problem)) return OVERLOOKS;
  const [key = '', ...rest] = path.slice('project.'.length).split(/[.[]/);
  switch (code) {
    case 'pyproject/entry-point': {
      // What stands behind “=” is written down as it is; only the names of the two groups of commands are looked at.
      const group = /^project\.entry-points\.(console_scripts|gui_scripts)$/.exec(path)?.[1];
      if (valueOfPath(document.root, path)?.kind === 'table' && group === undefined && rest.length === 2) {
        return wrongType(path, document);
      }
      if (group === undefined) return OVERLOOKS;
      const field = group === 'gui_scripts' ? 'gui-scripts' : 'scripts';
      return says(
        'ValueError',
        `Field \`${group}\` must be defined as \`project.${field}\` instead of in the \`project.entry-points\` table`,
      );
    }
    case 'pyproject/person': {
      if (path.endsWith('.email') && !textAt(document, path).includes('@')) {
        const isWord = /^[\w.+-]+$/.test(textAt(document, path));
        const toolSays = 'email.errors.InvalidHeaderDefect: addr-spec local part with no domain';
        return { weight: 'error', toolSays: isWord ? toolSays : undefined };
      }
      if (rest.length !== 1) return OVERLOOKS;
      const who = key === 'authors' ? 'Author' : 'Maintainer';
      return says(
        'ValueError',
        `${who} #${numberOf(path)} of field \`project.${key}\` must specify either \`name\` or \`email\``,
      );
    }
    case 'pyproject/dynamic':
      return judgeDynamic(textAt(document, path), document);
    case 'pyproject/wrong-type':
      return wrongType(path, document);
    case 'pyproject/missing-key':
      return missingKey(path);
    case 'pyproject/import-name': {
      const kind = key === 'import-names' ? 'name' : 'namespace';
      return says(
        'TypeError',
        `Import ${kind} #${numberOf(path)} of field \`project.${key}\` must be a valid import name`,
      );
    }
    case 'pyproject/extra':
      return says(
        'ValueError',
        `Optional dependency group \`${path.slice(EXTRAS.length)}\` of field \`project.optional-dependencies\` ${NO_NAME}`,
      );
    case 'pyproject/duplicate-extra':
      return saysOfSame(path.slice(EXTRAS.length), document);
    case 'pyproject/requirement':
      return says('ValueError', `${itemOf(key, path)} is invalid:`);
    default:
      return { weight: 'error', toolSays: wordsForTable(problem, document) ?? wordsFor(code, key, document) };
  }
}

function says(raises: 'ValueError' | 'TypeError', words: string): Judgement {
  return { weight: 'error', toolSays: `${raises}: ${words}` };
}

/** Among so many extras the first of that name is sought: a stranger’s file may have a hundred thousand. */
const MOST_EXTRAS = 500;

/** Two names of extras that are one. */
function saysOfSame(name: string, { root }: ProjectDocument): Judgement {
  const table = valueAt(root, ['project', 'optional-dependencies']);
  if (table?.kind !== 'table' || table.entries.size > MOST_EXTRAS) return { weight: 'error', toolSays: undefined };
  const names = [...table.entries.keys()];
  const normal = normalizeName(name);
  const first = names.find((one) => normalizeName(one) === normal) ?? name;
  return says(
    'ValueError',
    `Optional dependency groups \`${first}\` and \`${name}\` of field \`project.optional-dependencies\` both evaluate to \`${normal}\`.`,
  );
}

function judgeDynamic(field: string, document: ProjectDocument): Judgement {
  if (field === 'name') {
    return says('ValueError', 'Static metadata field `name` cannot be present in field `project.dynamic`');
  }
  if (valueAt(document.root, ['project', field]) === undefined) return OVERLOOKS;
  return says(
    'ValueError',
    `Metadata field \`${field}\` cannot be both statically defined and listed in field \`project.dynamic\``,
  );
}

/** How hatchling names the kind of each key’s value. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ...['name', 'version', 'description', 'requires-python'].map((key) => [key, 'a string'] as const),
  ...['readme', 'license'].map((key) => [key, 'a string or a table'] as const),
  ...['urls', 'scripts', 'gui-scripts', 'entry-points', 'optional-dependencies'].map(
    (key) => [key, 'a table'] as const,
  ),
]);

/** What hatchling calls the things in its lists and tables, and the kind that they are of. */
const PARTS: readonly { readonly path: RegExp; readonly words: (field: string, part: string) => string }[] = [
  {
    path: /^project\.(?<field>dynamic)\[(?<part>\d+)\]$/,
    words: (field, part) => `Field #${part} of field \`project.${field}\` must be a string`,
  },
  {
    path: /^project\.(?<field>dependencies)\[(?<part>\d+)\]$/,
    words: (field, part) => `Dependency #${part} of field \`project.${field}\` must be a string`,
  },
  {
    path: /^project\.optional-dependencies\.(?<part>[^[]+)$/,
    words: (_field, part) =>
      `Dependencies for option \`${part}\` of field \`project.optional-dependencies\` must be an array`,
  },
  {
    path: /^project\.(?<field>license-files)\[(?<part>\d+)\]$/,
    words: (field, part) => `Entry #${part} of field \`project.${field}\` must be a string`,
  },
  {
    path: /^project\.(?<field>keywords|classifiers)\[(?<part>\d+)\]$/,
    words: (field, part) =>
      `${field === 'keywords' ? 'Keyword' : 'Classifier'} #${part} of field \`project.${field}\` must be a string`,
  },
  {
    path: /^project\.(?<field>authors|maintainers)\[(?<part>\d+)\]$/,
    words: (field, part) =>
      `${field === 'authors' ? 'Author' : 'Maintainer'} #${part} of field \`project.${field}\` must be an inline table`,
  },
  {
    path: /^project\.(?<field>authors|maintainers)\[(?<part>\d+)\]\.name$/,
    words: (field, part) => `Name of ${field.slice(0, -1)} #${part} of field \`project.${field}\` must be a string`,
  },
  {
    path: /^project\.(?<field>authors|maintainers)\[(?<part>\d+)\]\.email$/,
    words: (field, part) => `Email of ${field.slice(0, -1)} #${part} of field \`project.${field}\` must be a string`,
  },
  {
    path: /^project\.(?<field>urls)\.(?<part>.+)$/,
    words: (field, part) => `URL \`${part}\` of field \`project.${field}\` must be a string`,
  },
  {
    path: /^project\.(?<field>scripts|gui-scripts|entry-points\.[^.]+)\.(?<part>.+)$/,
    words: (field, part) => `Object reference \`${part}\` of field \`project.${field}\` must be a string`,
  },
  {
    path: /^project\.entry-points\.(?<part>[^.]+)$/,
    words: (_field, part) => `Field \`project.entry-points.${part}\` must be a table`,
  },
];

function wrongType(path: string, document: ProjectDocument): Judgement {
  const key = path.slice('project.'.length);
  const value = valueOfPath(document.root, path);
  // A list of texts where tables belong is told as a problem of the list.
  const first = value?.kind === 'array' && /^(?:authors|maintainers)$/.test(key) ? value.items : undefined;
  const item = first === undefined ? path : `${path}[${first.findIndex(({ kind }) => kind === 'string')}]`;
  for (const { path: pattern, words } of PARTS) {
    const { field = '', part = '' } = pattern.exec(item)?.groups ?? {};
    if (part !== '') return says('TypeError', words(field, /^\d+$/.test(part) ? String(Number(part) + 1) : part));
  }
  if (/[.[]/.test(key)) return { weight: 'error', toolSays: undefined };
  return says('TypeError', `Field \`project.${key}\` must be ${KINDS.get(key) ?? 'an array'}`);
}

function missingKey(path: string): Judgement {
  if (path === 'project.name') return says('ValueError', 'Missing required field `project.name`');
  if (path === 'project.version') {
    return says(
      'ValueError',
      'Field `project.version` can only be resolved dynamically if `version` is in field `project.dynamic`',
    );
  }
  if (path === 'project.readme.content-type') {
    return says('ValueError', 'Field `content-type` is required in the `project.readme` table');
  }
  return { weight: 'error', toolSays: undefined };
}

/** The tables of the licence and the readme, which name a file or have a text. */
function wordsForTable({ code, path = '' }: DocumentProblem, { root }: ProjectDocument): string | undefined {
  const field = /^project\.(license|readme)$/.exec(path)?.[1];
  const table = field === undefined ? undefined : valueAt(root, ['project', field]);
  if (code === 'pyproject/readme' && path === 'project.readme.content-type') {
    return 'ValueError: Field `content-type` in the `project.readme` table must be one of the following: text/markdown, text/x-rst, text/plain';
  }
  if (table?.kind !== 'table' || code !== `pyproject/${field}`) return undefined;
  const isBoth = table.entries.has('file') && table.entries.has('text');
  return isBoth
    ? `ValueError: Cannot specify both \`file\` and \`text\` in the \`project.${field}\` table`
    : `ValueError: Must specify either \`file\` or \`text\` in the \`project.${field}\` table`;
}

function wordsFor(code: string, key: string, document: ProjectDocument): string | undefined {
  const text = textAt(document, `project.${key}`);
  switch (code) {
    case 'pyproject/name':
      return text === ''
        ? 'ValueError: Missing required field `project.name`'
        : `ValueError: Required field \`project.name\` ${NO_NAME}`;
    case 'pyproject/version':
      return `ValueError: Invalid version \`${text}\` from field \`project.version\`, see https://peps.python.org/pep-0440/`;
    case 'pyproject/specifier': {
      const bad = text.split(',').find((clause) => parseSpecifierSet(clause).value === undefined);
      return `ValueError: Field \`project.requires-python\` is invalid: Invalid specifier: '${(bad ?? text).trim()}'`;
    }
    case 'pyproject/license':
      return wordsForLicense(text);
    case 'pyproject/readme':
      return text === ''
        ? undefined
        : `TypeError: Unable to determine the content-type based on the extension of readme file: ${text}`;
    default:
      return undefined;
  }
}

/** packaging’s words; a word that it doesn’t know stands there in small letters. */
function wordsForLicense(text: string): string | undefined {
  const [problem] = parseLicenseExpression(text).problems;
  if (text === '' || problem === undefined) return undefined;
  const word = text.slice(problem.at.start, problem.at.end).toLowerCase();
  const front = 'ValueError: Error parsing field `project.license` - ';
  if (/\s/.test(word)) return `${front}Invalid license expression: '${text}'`;
  if (problem.code === 'license/unknown') return `${front}Unknown license: '${word}'`;
  if (problem.code === 'license/unknown-exception') return `${front}Unknown license exception: '${word}'`;
  return `${front}Invalid license expression: '${text}'`;
}

function itemOf(key: string, path: string): string {
  const option = /^project\.optional-dependencies\.(.+)\[/.exec(path)?.[1];
  const number = numberOf(path);
  return option === undefined
    ? `Dependency #${number} of field \`project.${key}\``
    : `Dependency #${number} of option \`${option}\` of field \`project.optional-dependencies\``;
}

/** The last index of a path, counted from 1. */
function numberOf(path: string): number {
  return Number(/\[([0-9]+)\][^[]*$/.exec(path)?.[1] ?? '0') + 1;
}

/** The string at a path such as `project.dynamic[0]`; “” if there is none. */
function textAt({ root }: ProjectDocument, path: string): string {
  const value = valueOfPath(root, path);
  return value?.kind === 'string' ? value.value : '';
}
