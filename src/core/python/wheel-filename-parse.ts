// Reading the file name of a wheel with the place of every part and problem, also while it is being typed: the binary distribution format
// specification (PEP 427), "File name convention".
import { type Parsed, type Part, type Problem, partAt, problemAt } from './problem';
import { readVersion } from './version-scan';
import { isBuildTag, isProject, isTag, type PartTexts, type WheelFilename, wheelOf } from './wheel-filename';

export type WheelFilenamePart = 'name' | 'version' | 'build' | 'python' | 'abi' | 'platform' | 'extension';

/**
 * Reads the file name of a wheel (binary distribution format, "File name convention"). A part that is missing or wrong leaves the others readable.
 *
 * Problems: `wheel-name/extension`, `wheel-name/part-count`, `wheel-name/project`, `wheel-name/version`,
 * `wheel-name/build-tag-digit`, `wheel-name/tag-empty`, `wheel-name/python-tag`.
 *
 * @example parseWheelFilename('six-1.16.0-py2.py3-none-any.whl').value.pythons // → ['py2', 'py3']
 */
export function parseWheelFilename(filename: string): Parsed<WheelFilename, WheelFilenamePart> {
  const problems: Problem[] = [];
  const hasExtension = filename.endsWith('.whl');
  const end = hasExtension ? filename.length - '.whl'.length : filename.length;
  const parts = partsOf(filename, end);
  if (hasExtension) parts.push(partAt('extension', filename, end, filename.length));
  else {
    problems.push(
      problemAt('wheel-name/extension', end, end, 'The file name of a wheel ends in “.whl”, in lower case.'),
    );
  }
  const counted = parts.length - (hasExtension ? 1 : 0);
  if (counted < 5 || countDashes(filename, end) > 5) {
    const message =
      'A wheel’s name has five parts joined by “-”, or six: name, version, build tag if any, Python tag, ABI tag, platform tag.';
    problems.push(problemAt('wheel-name/part-count', 0, end, message));
  }
  for (const part of parts) {
    const problem = partProblem(part);
    if (problem !== undefined) problems.push(problem);
  }
  return { value: problems.length === 0 ? wheelOf(textsOf(parts)) : undefined, parts, problems };
}

const FIVE_PARTS = ['name', 'version', 'python', 'abi', 'platform'] as const;
const SIX_PARTS = ['name', 'version', 'build', 'python', 'abi', 'platform'] as const;

/** Names as many parts as there are; while fewer are written, the ones from the left. What is too much stays in the last. */
function partsOf(filename: string, end: number): Part<WheelFilenamePart>[] {
  const kinds = countDashes(filename, end) >= SIX_PARTS.length - 1 ? SIX_PARTS : FIVE_PARTS;
  const parts: Part<WheelFilenamePart>[] = [];
  let start = 0;
  for (const kind of kinds) {
    const dash = filename.indexOf('-', start);
    const isLast = kind === 'platform' || dash === -1 || dash >= end;
    const partEnd = isLast ? end : dash;
    parts.push(partAt(kind, filename, start, partEnd));
    if (isLast) break;
    start = partEnd + 1;
  }
  return parts;
}

function countDashes(filename: string, end: number): number {
  let count = 0;
  for (let at = filename.indexOf('-'); at !== -1 && at < end; at = filename.indexOf('-', at + 1)) count++;
  return count;
}

function partProblem(part: Part<WheelFilenamePart>): Problem | undefined {
  const { start, end } = part.at;
  switch (part.kind) {
    case 'name': {
      if (isProject(part.text)) return undefined;
      const message =
        'The name in a wheel’s file name has letters, digits, “.” and single “_” only: its “-” become “_”.';
      return problemAt('wheel-name/project', start, end, message);
    }
    case 'version': {
      if (readVersion(part.text) !== undefined) return undefined;
      return problemAt(
        'wheel-name/version',
        start,
        end,
        'The second part of a wheel’s name is a version, such as 1.0.',
      );
    }
    case 'build': {
      if (isBuildTag(part.text)) return undefined;
      return problemAt(
        'wheel-name/build-tag-digit',
        start,
        end,
        part.text.includes('\n')
          ? 'A build tag stands on one line.'
          : 'A build tag begins with a digit, such as 1 or 1rebuilt.',
      );
    }
    case 'python':
    case 'abi':
    case 'platform':
      return tagProblem(part.kind, part);
    case 'extension':
      return undefined;
  }
}

function tagProblem(kind: 'python' | 'abi' | 'platform', part: Part<WheelFilenamePart>): Problem | undefined {
  let at = part.at.start;
  for (const tag of part.text.split('.')) {
    if (tag === '') {
      const message = 'The tags of a compressed tag set are separated by single dots, and none is empty.';
      return problemAt('wheel-name/tag-empty', at, Math.min(at + 1, part.at.end), message);
    }
    if (!isTag(kind, tag)) {
      const message = 'A Python tag is an abbreviation and a version, such as py3 or cp312.';
      return problemAt('wheel-name/python-tag', at, at + tag.length, message);
    }
    at += tag.length + 1;
  }
  return undefined;
}

function textsOf(parts: readonly Part<WheelFilenamePart>[]): PartTexts {
  const text = (kind: WheelFilenamePart) => parts.find((part) => part.kind === kind)?.text;
  return {
    name: text('name') ?? '',
    version: text('version') ?? '',
    build: text('build'),
    python: text('python') ?? '',
    abi: text('abi') ?? '',
    platform: text('platform') ?? '',
  };
}
