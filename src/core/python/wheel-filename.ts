// File names of wheels: the binary distribution format specification (PEP 427), "File name convention", and for the tags
// in them the platform compatibility tags specification (PEP 425), "Compressed tag sets".
import { type NormalizedName, normalizeName } from './name';
import { compareNumerals, type Numeral, readNumeral } from './numeral';
import { type Parsed, type Part, type Problem, partAt, problemAt } from './problem';
import type { Tag } from './tags';
import { compareText, isDigit, skipDigits } from './text';
import type { Version } from './version';
import { readVersion } from './version-parse';

/** A build tag: the number that it begins with, and the rest. */
export interface BuildTag {
  readonly number: Numeral;
  readonly rest: string;
}

/** What a wheel's file name says. The three tag sets are lower case, in the order of the name. */
export interface WheelFilename {
  readonly name: NormalizedName;
  readonly version: Version;
  readonly build: BuildTag | undefined;
  readonly pythons: readonly string[];
  readonly abis: readonly string[];
  readonly platforms: readonly string[];
}

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

/**
 * The value alone, without parts and problems, or `undefined` if the text is no file name of a wheel (binary distribution
 * format, "File name convention"): the fast way through long lists.
 *
 * @example readWheelFilename('six-1.16.0-py3-none.whl') // → undefined
 */
export function readWheelFilename(filename: string): WheelFilename | undefined {
  if (!filename.endsWith('.whl')) return undefined;
  const end = filename.length - '.whl'.length;
  // Two parts from the left, three from the right; what is between them is the build tag.
  const afterName = filename.indexOf('-');
  const afterVersion = filename.indexOf('-', afterName + 1);
  const beforePlatform = filename.lastIndexOf('-', end - 1);
  const beforeAbi = filename.lastIndexOf('-', beforePlatform - 1);
  const beforePython = filename.lastIndexOf('-', beforeAbi - 1);
  if (afterVersion === -1 || beforePython < afterVersion) return undefined;
  const build = beforePython === afterVersion ? undefined : filename.slice(afterVersion + 1, beforePython);
  if (build?.includes('-')) return undefined;
  return wheelOf({
    name: filename.slice(0, afterName),
    version: filename.slice(afterName + 1, afterVersion),
    build,
    python: filename.slice(beforePython + 1, beforeAbi),
    abi: filename.slice(beforeAbi + 1, beforePlatform),
    platform: filename.slice(beforePlatform + 1, end),
  });
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

/** Letters and digits of any script, `_` and `.`: what Python's `[\w.]` takes. */
const PROJECT = /^[\p{L}\p{N}_.]+$/u;

function isProject(text: string): boolean {
  return PROJECT.test(text) && !text.includes('__');
}

/** Python's identifiers. */
const PYTHON_TAG = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

function isTag(kind: 'python' | 'abi' | 'platform', text: string): boolean {
  return kind === 'python' ? PYTHON_TAG.test(text) : text !== '';
}

function isBuildTag(text: string): boolean {
  return isDigit(text.charCodeAt(0));
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
        'A build tag begins with a digit, such as 1 or 1rebuilt.',
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

interface PartTexts {
  readonly name: string;
  readonly version: string;
  readonly build: string | undefined;
  readonly python: string;
  readonly abi: string;
  readonly platform: string;
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

/** What the parts say, or nothing if one of them is wrong. */
function wheelOf({ name, version: versionText, build, python, abi, platform }: PartTexts): WheelFilename | undefined {
  if (!isProject(name) || (build !== undefined && !isBuildTag(build))) return undefined;
  const version = readVersion(versionText);
  const pythons = readTags('python', python);
  const abis = readTags('abi', abi);
  const platforms = readTags('platform', platform);
  if (version === undefined || pythons === undefined || abis === undefined || platforms === undefined) return undefined;
  return { name: normalizeName(name), version, build: readBuildTag(build), pythons, abis, platforms };
}

function readTags(kind: 'python' | 'abi' | 'platform', text: string): readonly string[] | undefined {
  const isOne = !text.includes('.');
  const isRight = isOne ? isTag(kind, text) : text.split('.').every((tag) => isTag(kind, tag));
  if (!isRight) return undefined;
  const tags = text.toLowerCase();
  return isOne ? [tags] : tags.split('.');
}

function readBuildTag(text: string | undefined): BuildTag | undefined {
  if (text === undefined) return undefined;
  const end = skipDigits(text, 0);
  return { number: readNumeral(text, 0, end), rest: text.slice(end).split('\n')[0] ?? '' };
}

/**
 * Every tag of a wheel: each Python tag with each ABI tag and each platform tag (PEP 425, "Compressed Tag Sets"). A generator,
 * because a hostile name of a few kilobytes stands for millions.
 *
 * @example [...expandTags(parseWheelFilename('a-1-py2.py3-none-any.whl').value)].length // → 2
 */
export function* expandTags(wheel: Pick<WheelFilename, 'pythons' | 'abis' | 'platforms'>): Generator<Tag> {
  for (const python of wheel.pythons) {
    for (const abi of wheel.abis) {
      for (const platform of wheel.platforms) yield { python, abi, platform };
    }
  }
}

/**
 * Orders build tags (binary distribution format, "File name convention"): no build tag is the lowest, then by number, then by the
 * rest as text. Negative, zero or positive.
 *
 * @example compareBuildTags({ number: 10, rest: '' }, { number: 9, rest: 'b' }) // → 1
 */
export function compareBuildTags(left: BuildTag | undefined, right: BuildTag | undefined): number {
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined);
  return compareNumerals(left.number, right.number) || compareText(left.rest, right.rest);
}
