// What setuptools 84 makes of a `[project]` that the standard has a problem with: it checks the table against a schema of its own before
// anything else, and ends the build with the first line that doesn’t fit. Held against recorded builds.
import type { BuildInput, Judgement } from '../backend-rules';
import { type DocumentProblem, valueAt } from '../project-document';

/** What setuptools takes, or only warns of. */
const OVERLOOKED: ReadonlySet<string> = new Set([
  'pyproject/url-label',
  'pyproject/description',
  'pyproject/keyword',
  'pyproject/person',
  'pyproject/duplicate-extra',
]);

const ARRAYS = /^project\.(?:keywords|classifiers|dependencies|dynamic|authors|maintainers|license-files)$/;
const TABLES = /^project\.(?:urls|scripts|gui-scripts|entry-points|optional-dependencies)$/;

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
  if (OVERLOOKED.has(code)) return { weight: 'warning', toolSays: undefined };
  return { weight: 'error', toolSays: wordsFor(code, path, input) };
}

/** Whether the readme is a file whose name has no ending. */
export function isWithoutEnding({ document }: BuildInput): boolean {
  const readme = valueAt(document.root, ['project', 'readme']);
  return readme?.kind === 'string' && /(?:^|\/)[^./]+$/.test(readme.value);
}

function wordsFor(code: string, path: string, { document }: BuildInput): string | undefined {
  const wants = (what: string): string => `configuration error: \`${path}\` must ${what}`;
  const key = path.split('.')[1] ?? '';
  const format = FORMATS.get(code);
  if (format !== undefined) return wants(`be ${format}`);
  switch (code) {
    case 'pyproject/missing-key':
      return key === 'name' || key === 'version'
        ? `configuration error: \`project\` must contain ['${key}'] properties`
        : undefined;
    case 'pyproject/unknown-key':
      return /^project\.[^.[\]]+$/.test(path)
        ? `configuration error: \`project\` must not contain {'${key}'} properties`
        : undefined;
    case 'pyproject/wrong-type':
      if (ARRAYS.test(path)) return wants('be array');
      if (TABLES.test(path)) return wants('be table');
      return /^project\.(?:name|version|description|requires-python)$/.test(path) ? wants('be string') : undefined;
    case 'pyproject/license':
      return wants('be valid exactly by one definition (0 matches found):');
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
  if (item?.kind !== 'string' || valueAt(document.root, ['project', item.value]) === undefined) return undefined;
  return `configuration error: You cannot provide a value for \`project.${item.value}\` and list it under \`project.dynamic\` at the same time`;
}

function saysOfPattern(path: string, { document }: BuildInput): string | undefined {
  const patterns = valueAt(document.root, ['project', 'license-files']);
  const item = patterns?.kind === 'array' ? patterns.items[Number(/\[(\d+)\]$/.exec(path)?.[1])] : undefined;
  return item?.kind === 'string' && item.value.includes('..')
    ? `SetuptoolsDeprecationWarning: Pattern '${item.value}' cannot contain '..'`
    : undefined;
}
