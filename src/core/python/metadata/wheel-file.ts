// WHEEL: what a wheel says of itself, in the header format of METADATA. Follows the binary distribution format (PEP 427), "File
// contents".
import { type Parsed, type Part, type Problem, problemAt, type Span } from '../problem';
import { formatTag, type Tag } from '../tags';
import { type BuildTag, expandTags, type WheelFilename } from '../wheel-filename';
import { type Header, readHeaderDocument } from './header-document';

/** The version of the wheel format that is read and written. A later minor version is read too. */
export const WHEEL_VERSION = { major: 1, minor: 0 } as const;

/** The contents of WHEEL. */
export interface WheelFile {
  readonly version: { readonly major: number; readonly minor: number };
  /** The program that made the wheel. */
  readonly generator: string | undefined;
  /** Whether the wheel's root goes where pure Python goes; else it is for one platform. */
  readonly rootIsPurelib: boolean;
  /** Expanded: no compressed tag sets. */
  readonly tags: readonly Tag[];
  readonly build: BuildTag | undefined;
}

export type WheelFilePart = 'wheel-version' | 'generator' | 'root-is-purelib' | 'tag' | 'build' | 'unknown';

/** So many problems are told, and no more: past that, the text is something else. */
const MAX_PROBLEMS = 200;

/**
 * Reads a WHEEL file. Keys that the standard doesn't know count for nothing.
 *
 * Problems: `wheel-file/missing`, `wheel-file/repeated`, `wheel-file/version`, `wheel-file/too-new`, `wheel-file/purelib`,
 * `wheel-file/tag`, `wheel-file/build`, `wheel-file/body`. Follows (Binary distribution format, "File contents").
 *
 * @example parseWheelFile('Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n').value.tags // → [{ python: 'py3', abi: 'none', platform: 'any' }]
 */
export function parseWheelFile(text: string): Parsed<WheelFile, WheelFilePart> {
  const { headers, body, bodyStart } = readHeaderDocument(text);
  const problems: Problem[] = [];
  const report: Report = (code, at, message) => {
    if (problems.length < MAX_PROBLEMS) problems.push(problemAt(code, at.start, at.end, message));
  };
  if (body.trim() !== '') {
    report(
      'wheel-file/body',
      { start: bodyStart, end: text.length },
      'WHEEL is headers only: a line here is no “Key: value”.',
    );
  }
  const find = (key: WheelFilePart): Header | undefined => {
    const [first, second] = headers.filter((header) => header.key === key);
    if (second !== undefined)
      report('wheel-file/repeated', second.at, `${second.name} may be there once: keep one of them.`);
    return first;
  };
  const end = headers.at(-1)?.at.end ?? 0;
  const require = (key: WheelFilePart, name: string): Header | undefined => {
    const header = find(key);
    if (header === undefined) report('wheel-file/missing', { start: end, end }, `The key ${name} is missing.`);
    return header;
  };
  const version = readWheelVersion(require('wheel-version', 'Wheel-Version'), report);
  const rootIsPurelib = readPurelib(require('root-is-purelib', 'Root-Is-Purelib'), report);
  const tags = headers.filter((header) => header.key === 'tag').flatMap((header) => readTag(header, report) ?? []);
  if (!headers.some((header) => header.key === 'tag')) {
    report('wheel-file/missing', { start: end, end }, 'The key Tag is missing: one for each tag of the file name.');
  }
  const build = readBuild(find('build'), report);
  const generator = find('generator')?.value;
  const value = { version, generator, rootIsPurelib, tags, build };
  return { value: problems.length === 0 ? value : undefined, parts: headers.map(partOf), problems };
}

type Report = (code: string, at: Span, message: string) => void;

const KEYS: readonly WheelFilePart[] = ['wheel-version', 'generator', 'root-is-purelib', 'tag', 'build'];

function partOf({ key, value, valueAt }: Header): Part<WheelFilePart> {
  return { kind: KEYS.find((known) => known === key) ?? 'unknown', at: valueAt, text: value };
}

function readWheelVersion(header: Header | undefined, report: Report): WheelFile['version'] {
  if (header === undefined) return WHEEL_VERSION;
  const match = /^([0-9]{1,6})\.([0-9]{1,6})$/.exec(header.value);
  if (match === null) {
    report('wheel-file/version', header.valueAt, 'Wheel-Version is two numbers with a dot between them: 1.0.');
    return WHEEL_VERSION;
  }
  const version = { major: Number(match[1]), minor: Number(match[2]) };
  if (version.major > WHEEL_VERSION.major) {
    const message = `This wheel’s format, ${header.value}, is newer than ${WHEEL_VERSION.major}.x: an installer must refuse it.`;
    report('wheel-file/too-new', header.valueAt, message);
  }
  return version;
}

function readPurelib(header: Header | undefined, report: Report): boolean {
  const value = header?.value.toLowerCase();
  if (header !== undefined && value !== 'true' && value !== 'false') {
    report('wheel-file/purelib', header.valueAt, 'Root-Is-Purelib is true or false.');
  }
  return value === 'true';
}

function readTag(header: Header, report: Report): Tag | undefined {
  const [python, abi, platform, surplus] = header.value.toLowerCase().split('-');
  if (python && abi && platform && surplus === undefined && /^[\p{L}\p{N}_-]+$/u.test(header.value)) {
    return { python, abi, platform };
  }
  const message =
    'A tag is three parts joined by “-”, such as py3-none-any; a set like py2.py3 is one Tag line for each.';
  report('wheel-file/tag', header.valueAt, message);
  return undefined;
}

function readBuild(header: Header | undefined, report: Report): BuildTag | undefined {
  if (header === undefined) return undefined;
  const match = /^([0-9]{1,15})([^\s-]*)$/.exec(header.value);
  if (match !== null) return { number: Number(match[1]), rest: match[2] ?? '' };
  report('wheel-file/build', header.valueAt, 'A build tag begins with a digit and has no “-” in it, such as 1.');
  return undefined;
}

/**
 * Writes WHEEL (Binary distribution format, "File contents").
 *
 * @example formatWheelFile({ version: WHEEL_VERSION, generator: 'kit 1.0', rootIsPurelib: true, tags: [{ python: 'py3', abi: 'none', platform: 'any' }] }) // → 'Wheel-Version: 1.0\nGenerator: kit 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n'
 */
export function formatWheelFile({ version, generator, rootIsPurelib, tags, build }: WheelFile): string {
  const lines = [`Wheel-Version: ${version.major}.${version.minor}`];
  if (generator !== undefined) lines.push(`Generator: ${generator.replace(/[\r\n]+[ \t]*/g, ' ').trim()}`);
  lines.push(`Root-Is-Purelib: ${rootIsPurelib}`);
  for (const tag of tags) lines.push(`Tag: ${formatTag(tag)}`);
  if (build !== undefined) lines.push(`Build: ${build.number}${build.rest}`);
  return `${lines.join('\n')}\n`;
}

/** A difference between WHEEL and the wheel's file name. */
export type WheelFileDifference =
  /** The file name has the tag, WHEEL doesn't. */
  | { readonly kind: 'tag-missing'; readonly tag: Tag }
  /** WHEEL has the tag, the file name doesn't. */
  | { readonly kind: 'tag-surplus'; readonly tag: Tag }
  | { readonly kind: 'build-differs'; readonly inName: BuildTag | undefined; readonly inFile: BuildTag | undefined };

/** A hostile name of a few kilobytes stands for millions of tags; no wheel has as many as this. */
const MAX_TAGS = 10_000;

/**
 * Compares WHEEL with the file name: the same tags, expanded, and the same build tag. Installers go by the name, so a difference
 * is a wheel that was renamed or built wrongly. Follows (Binary distribution format, "File contents").
 *
 * @example compareWheelFile(parseWheelFile('Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py2-none-any\n').value, parseWheelFilename('kit-1-py2.py3-none-any.whl').value) // → [{ kind: 'tag-missing', tag: { python: 'py3', abi: 'none', platform: 'any' } }]
 */
export function compareWheelFile(file: WheelFile, filename: WheelFilename): readonly WheelFileDifference[] {
  const differences: WheelFileDifference[] = [];
  const inFile = new Set(file.tags.map(formatTag));
  const inName = new Set<string>();
  for (const tag of expandTags(filename)) {
    const text = formatTag(tag);
    if (!inFile.has(text) && !inName.has(text)) differences.push({ kind: 'tag-missing', tag });
    inName.add(text);
    if (inName.size >= MAX_TAGS) break;
  }
  for (const tag of file.tags) if (!inName.has(formatTag(tag))) differences.push({ kind: 'tag-surplus', tag });
  const [left, right] = [filename.build, file.build];
  if (left?.number !== right?.number || left?.rest !== right?.rest) {
    differences.push({ kind: 'build-differs', inName: left, inFile: right });
  }
  return differences;
}
