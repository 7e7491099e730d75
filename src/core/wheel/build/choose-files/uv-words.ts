// What uv_build 0.13 makes of a `[project]` that the standard has a problem with: most of it ends the build while the file is read, with a
// place and a reason; what uv doesn’t know it overlooks. Held against recorded builds and questions to uv.
import type { BuildInput, Judgement } from '../backend-rules';
import { saysInvalidType, saysNoName, saysPlace, valueOfPath } from '../frontends/uv-toml-words';
import type { DocumentProblem } from '../project-document';

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
  if (!/^project(?:[.[]|$)/.test(path)) return { weight: 'warning', toolSays: undefined };
  const reserved = /^project\.entry-points\.(console_scripts|gui_scripts)/.exec(path)?.[1];
  if (code === 'pyproject/entry-point' && reserved !== undefined) {
    const table = reserved === 'gui_scripts' ? 'gui-scripts' : 'scripts';
    const toolSays = `cause: Use \`project.${table}\` instead of \`project.entry-points.${reserved}\``;
    // The sdist has no entry_points.txt, and isn’t refused.
    return input.kind === 'sdist' ? { weight: 'warning', toolSays: undefined } : { weight: 'error', toolSays };
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

/** What uv wanted, where a value is of another kind. */
const WANTED: Readonly<Record<string, string>> = {
  keywords: 'a sequence',
  classifiers: 'a sequence',
  dependencies: 'a sequence',
  dynamic: 'a sequence',
  'license-files': 'a sequence',
  description: 'a string',
};

function wordsFor({ code, path = '' }: DocumentProblem, { document }: BuildInput): string | undefined {
  const value = valueOfPath(document.root, path);
  const text = value?.kind === 'string' ? value.value : '';
  const key = path.split(/[.[]/)[1] ?? '';
  switch (code) {
    case 'pyproject/missing-key':
      return key === 'name' || key === 'version' ? `missing field \`${key}\`` : undefined;
    case 'pyproject/name':
      return saysNoName(text);
    case 'pyproject/license':
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
      return saysOfReadme(text) ?? saysPlace(document.text, value);
    case 'pyproject/wrong-type': {
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
