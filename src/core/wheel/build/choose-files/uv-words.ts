// What uv_build 0.13 makes of a `[project]` that the standard has a problem with: most of it ends the build while the file is read, with a
// place and a reason; what uv doesn’t know it overlooks. Held against recorded builds and questions to uv.
import { normalizeName, type TomlTable, type TomlValue } from '@/core/python';
import type { BuildInput, Judgement } from '../backend-rules';
import { saysInvalidType, saysNoName, saysPlace } from '../frontends/uv-toml-words';
import { type DocumentProblem, valueOfPath } from '../project-document';

/** What uv doesn’t look at. */
const OVERLOOKED: ReadonlySet<string> = new Set([
  'pyproject/unknown-key',
  'pyproject/entry-point',
  'pyproject/url-label',
  'pyproject/license-table',
  'pyproject/keyword',
  'pyproject/person',
]);

/** Whether the problem ends the build, and how uv says so. */
export function judgeAsUv(problem: DocumentProblem, input: BuildInput): Judgement {
  const { code, path = '' } = problem;
  if (path === 'tool') return { weight: 'error', toolSays: wordsFor(problem, input) };
  // The backend’s own settings say that already.
  if (path === 'tool.uv') return { weight: 'ignored', toolSays: undefined };
  if (!/^project(?:[.[]|$)/.test(path)) return { weight: 'warning', toolSays: undefined };
  const names =
    code === 'pyproject/entry-point' ? saysOfNames(path, valueOfPath(input.document.root, path)) : undefined;
  if (names !== undefined) {
    // The sdist has no entry_points.txt, and isn’t refused.
    return input.kind === 'sdist'
      ? { weight: 'warning', toolSays: undefined }
      : { weight: 'error', toolSays: `cause: ${names}` };
  }
  if (isWrongShape(code, path, valueOfPath(input.document.root, path))) {
    return { weight: 'error', toolSays: wordsFor(problem, input) };
  }
  if (code === 'pyproject/license-classifier') {
    const value = valueOfPath(input.document.root, path);
    const shown = value?.kind === 'string' ? value.value : '';
    const toolSays = `Found license classifier \`${shown}\`. License classifiers are ambiguous and deprecated per PEP 639; projects should use \`project.license\` and \`project.license-files\` instead.`;
    return { weight: 'warning', toolSays };
  }
  if (OVERLOOKED.has(code)) return { weight: 'warning', toolSays: undefined };
  return { weight: 'error', toolSays: wordsFor(problem, input) };
}

/** What it says of names that entry_points.txt can’t have. */
function saysOfNames(path: string, value: TomlValue | undefined): string | undefined {
  const [, reserved] = /^project\.entry-points\.(console_scripts|gui_scripts)/.exec(path) ?? [];
  if (reserved !== undefined) {
    const table = reserved === 'gui_scripts' ? 'gui-scripts' : 'scripts';
    return `Use \`project.${table}\` instead of \`project.entry-points.${reserved}\``;
  }
  const [, group] = /^project\.entry-points\.([^.]+)$/.exec(path) ?? [];
  if (group !== undefined) {
    return `Entrypoint groups must consist of letters and numbers separated by dots, invalid group: ${group}`;
  }
  const [, name] = /^project\.(?:gui-)?scripts\.(.+)$/.exec(path) ?? [];
  const isName = name !== undefined && /^[\w.-]+$/.test(name) && /[\w-]/.test(name);
  if (name === undefined || isName || value?.kind === 'table') return undefined;
  return `Script entry point name \`${name}\` must include a non-dot character and consist only of letters, numbers, dots, underscores and dashes`;
}

/** A table where uv wants a text, and a person who is none. */
function isWrongShape(code: string, path: string, value: TomlValue | undefined): boolean {
  if (code === 'pyproject/entry-point') return value?.kind === 'table';
  const isPerson = code === 'pyproject/person' || code === 'pyproject/unknown-key';
  return isPerson && (PERSON.test(path) || (code === 'pyproject/unknown-key' && IN_PERSON.test(path)));
}

const PERSON = /^project\.(?:authors|maintainers)\[\d+\]$/;
const IN_PERSON = /^project\.(?:authors|maintainers)\[\d+\]\./;

/** What uv wanted, where a value is of another kind. */
const WANTED: Readonly<Record<string, string>> = {
  keywords: 'a sequence',
  classifiers: 'a sequence',
  dependencies: 'a sequence',
  dynamic: 'a sequence',
  'license-files': 'a sequence',
  description: 'a string',
};

const PEOPLE = /^project\.(?:authors|maintainers)$/;
const EXTRAS = 'project.optional-dependencies.';

const NO_VARIANT = {
  license: 'data did not match any variant of untagged enum License',
  readme: 'data did not match any variant of untagged enum Readme',
};

/** A table with a text and a file, of which uv takes one. */
const hasBoth = ({ entries }: TomlTable): boolean => entries.has('text') && entries.has('file');

function wordsFor({ code, path = '' }: DocumentProblem, { document }: BuildInput): string | undefined {
  const value = valueOfPath(document.root, path);
  const text = value?.kind === 'string' ? value.value : '';
  const key = path.split(/[.[]/)[1] ?? '';
  const isPerson = IN_PERSON.test(path) || PERSON.test(path) || (PEOPLE.test(path) && value?.kind === 'array');
  if (isPerson) return "a table with 'name' and/or 'email' keys";
  switch (code) {
    case 'pyproject/missing-key':
      return key === 'readme' ? NO_VARIANT.readme : `missing field \`${key}\``;
    case 'pyproject/name':
      return saysNoName(text);
    case 'pyproject/extra':
      return saysNoName(path.slice(EXTRAS.length));
    case 'pyproject/duplicate-extra':
      return `duplicate normalized extra name \`${normalizeName(path.slice(EXTRAS.length))}\``;
    case 'pyproject/import-name':
      return `cause: \`project.${key}\` entry \`${text}\` has an invalid import name`;
    case 'pyproject/entry-point':
      return 'invalid type: map, expected a string';
    case 'pyproject/license':
      if (value?.kind === 'table') return hasBoth(value) ? undefined : NO_VARIANT.license;
      return `cause: \`project.license\` is not a valid SPDX expression: ${text}`;
    case 'pyproject/license-file':
      return path === 'project.license-files'
        ? 'cause: When `project.license-files` is defined, `project.license` must be an SPDX expression string'
        : `error: Unsupported glob expression in: ${text}`;
    case 'pyproject/description':
      return 'cause: `project.description` must be a single line';
    case 'pyproject/dynamic':
      return 'cause: Dynamic metadata is not supported';
    case 'pyproject/readme':
      if (value?.kind === 'table') return hasBoth(value) ? undefined : NO_VARIANT.readme;
      if (path.endsWith('.content-type')) return `cause: Unsupported content type: ${text}`;
      return saysOfReadme(text) ?? saysPlace(document.text, value);
    case 'pyproject/wrong-type': {
      if (path === 'tool' && value !== undefined) return saysInvalidType(value, 'struct Tool');
      const wanted = WANTED[key];
      return value?.kind === 'string' && wanted !== undefined && path === `project.${key}`
        ? saysInvalidType(value, wanted)
        : saysPlace(document.text, value);
    }
    default:
      return saysPlace(document.text, value);
  }
}

/** A readme whose name doesn’t say of which type it is. */
function saysOfReadme(path: string): string | undefined {
  if (path === '') return undefined;
  const please = 'Please use a support extension (`.md`, `.rst`, `.txt`) or set the content type manually.';
  const ending = /\.([^./]+)$/.exec(path)?.[1];
  return ending === undefined
    ? `cause: Can't infer content type because \`${path}\` does not have an extension. ${please}`
    : `cause: Unknown Readme extension \`${ending}\`, can't determine content type. ${please}`;
}
