// What hatchling 1.33 makes of a `[project]` that the standard has a problem with: some it refuses in words of its own, others it takes
// and writes down as they are.
import type { BuildInput, Judgement } from '../backend-rules';
import type { DocumentProblem } from '../project-document';

/** What hatchling doesn’t look at. */
const OVERLOOKED: ReadonlySet<string> = new Set([
  'pyproject/unknown-key',
  'pyproject/entry-point',
  'pyproject/url-label',
  'pyproject/description',
  'pyproject/license-file',
  'pyproject/person',
]);

/** Whether the problem ends the build, and how hatchling says so. */
export function judgeAsHatchling({ code, path = '' }: DocumentProblem, _input: BuildInput): Judgement {
  // Groups of dependencies are no backend’s matter.
  if (!/^project(?:[.[]|$)/.test(path)) return { weight: 'warning', toolSays: undefined };
  if (OVERLOOKED.has(code)) return { weight: 'warning', toolSays: undefined };
  return { weight: 'error', toolSays: wordsFor(code, path) };
}

function wordsFor(code: string, path: string): string | undefined {
  if (path === 'project.name' && code === 'pyproject/missing-key')
    return 'ValueError: Missing required field `project.name`';
  if (path === 'project.version' && code === 'pyproject/missing-key') {
    return 'ValueError: Field `project.version` can only be resolved dynamically if `version` is in field `project.dynamic`';
  }
  return undefined;
}
