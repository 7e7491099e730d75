// File names of wheels: the binary distribution format specification (PEP 427), "File name convention", and for the tags
// in them the platform compatibility tags specification (PEP 425), "Compressed tag sets". Reading them with places and problems is
// wheel-filename-parse.ts.
import { type NormalizedName, normalizeName } from './name';
import { compareNumerals, type Numeral, readNumeral } from './numeral';
import type { Tag } from './tags';
import { CHAR, compareText, isAlphanumeric, isDigit, skipDigits } from './text';
import type { Version } from './version';
import { readVersion } from './version-scan';

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

/**
 * The value alone, without parts and problems, or `undefined` if the text is no file name of a wheel (binary distribution
 * format, "File name convention"): the fast way through long lists.
 *
 * @example readWheelFilename('six-1.16.0-py3-none.whl') // → undefined
 */
export function readWheelFilename(filename: string): WheelFilename | undefined {
  if (!filename.endsWith('.whl')) return undefined;
  const end = filename.length - '.whl'.length;
  const first = filename.indexOf('-');
  const second = filename.indexOf('-', first + 1);
  const third = filename.indexOf('-', second + 1);
  const fourth = filename.indexOf('-', third + 1);
  // One dash too few begins the search anew, from the left.
  if (second <= first || third <= second || fourth <= third) return undefined;
  const fifth = filename.indexOf('-', fourth + 1);
  if (fifth !== -1 && filename.indexOf('-', fifth + 1) !== -1) return undefined;
  const hasBuild = fifth !== -1;
  // Where the Python tag and the ABI tag end.
  const python = hasBuild ? fourth : third;
  const abi = hasBuild ? fifth : fourth;
  return wheelOf({
    name: filename.slice(0, first),
    version: filename.slice(first + 1, second),
    build: hasBuild ? filename.slice(second + 1, third) : undefined,
    python: filename.slice((hasBuild ? third : second) + 1, python),
    abi: filename.slice(python + 1, abi),
    platform: filename.slice(abi + 1, end),
  });
}

/** Letters and digits of any script, `_` and `.`: what Python's `[\w.]` takes. */
const PROJECT = /^[\p{L}\p{N}_.]+$/u;

/** Whether a name can stand in a wheel's file name. */
export function isProject(text: string): boolean {
  return isPlainProject(text) || (PROJECT.test(text) && !text.includes('__'));
}

/** What most names are: ASCII letters and digits, with dots and single underscores. */
function isPlainProject(text: string): boolean {
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isAlphanumeric(code) && code !== CHAR.dot && (code !== CHAR.underscore || before === code)) return false;
    before = code;
  }
  return text !== '';
}

/** Python's identifiers. */
const PYTHON_TAG = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

/** Whether the text is a tag of its kind. */
export function isTag(kind: 'python' | 'abi' | 'platform', text: string): boolean {
  return kind === 'python' ? PYTHON_TAG.test(text) : text !== '';
}

/** A build tag begins with a digit, and stands on one line. */
export function isBuildTag(text: string): boolean {
  return isDigit(text.charCodeAt(0)) && !text.includes('\n');
}

/** The parts of a name as they are written. */
export interface PartTexts {
  readonly name: string;
  readonly version: string;
  readonly build: string | undefined;
  readonly python: string;
  readonly abi: string;
  readonly platform: string;
}

/** What the parts say, or nothing if one of them is wrong. */
export function wheelOf({
  name,
  version: versionText,
  build,
  python,
  abi,
  platform,
}: PartTexts): WheelFilename | undefined {
  if (!isProject(name) || (build !== undefined && !isBuildTag(build))) return undefined;
  const version = readVersion(versionText);
  const pythons = readTags('python', python);
  const abis = readTags('abi', abi);
  const platforms = readTags('platform', platform);
  if (version === undefined || pythons === undefined || abis === undefined || platforms === undefined) return undefined;
  return { name: normalizeName(name), version, build: readBuildTag(build), pythons, abis, platforms };
}

function readTags(kind: 'python' | 'abi' | 'platform', text: string): readonly string[] | undefined {
  if (isPlainTag(text, 0, text.length)) return [text];
  const tags: string[] = [];
  for (let start = 0; start <= text.length; ) {
    const dot = text.indexOf('.', start);
    const end = dot === -1 ? text.length : dot;
    const tag = text.slice(start, end);
    if (isPlainTag(text, start, end)) tags.push(tag);
    else if (isTag(kind, tag)) tags.push(tag.toLowerCase());
    else return undefined;
    start = end + 1;
  }
  return tags;
}

/** What most tags are, of any of the three kinds, and in lower case already: an ASCII identifier. */
function isPlainTag(text: string, start: number, end: number): boolean {
  if (start === end || isDigit(text.charCodeAt(start))) return false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!(code >= 97 && code <= 122) && !isDigit(code) && code !== CHAR.underscore) return false;
  }
  return true;
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
