// A wheel's file name explained part by part, also while it is being typed: the binary distribution format specification, "File
// name convention", and the platform compatibility tags specification for the tags.
import { describeAbiTag, describePlatformTag, describePythonTag } from './describe-tag';
import { normalizeName } from './name';
import type { Parsed, Part, Problem, Span } from './problem';
import { formatVersion } from './version';
import { readVersion } from './version-scan';
import type { WheelFilename } from './wheel-filename';
import { parseWheelFilename, type WheelFilenamePart } from './wheel-filename-parse';

/** One tag of a compressed tag set, and what it says. */
export interface ExplainedTag {
  readonly text: string;
  readonly says: string;
}

/** A part of the name, what it says, and the tags that it is made of, of which a long set shows the first. */
export interface ExplainedPart {
  readonly kind: WheelFilenamePart;
  readonly at: Span;
  readonly text: string;
  readonly says: string;
  readonly tags: readonly ExplainedTag[];
  /** How many tags the part has; 0 for parts that are none. */
  readonly tagCount: number;
  readonly problems: readonly Problem[];
}

export interface ExplainedWheel {
  readonly value: WheelFilename | undefined;
  readonly parts: readonly ExplainedPart[];
  /** Problems of the name as a whole: too few parts, no extension. */
  readonly problems: readonly Problem[];
  /** For how many tags the whole name stands; 0 while it is no name of a wheel. */
  readonly expands: number;
}

/** Tags of one set that are put into words. Real names have three at most; a hostile one has thousands. */
const TAGS_TOLD = 8;

/**
 * Explains the file name of a wheel (binary distribution format, "File name convention"): every part that could be read, with what it
 * says, and the problems at their parts, which are those of `parseWheelFilename`.
 *
 * @example explainWheel('six-1.16.0-py2.py3-none-any.whl').parts[2].says // → 'any Python 2, or any Python 3'
 * @example explainWheel('six-1.16.0-py2.py3-none-any.whl').expands // → 2
 */
export function explainWheel(filename: string): ExplainedWheel {
  const parsed = parseWheelFilename(filename);
  const { value, parts, problems } = parsed;
  const isAtPart = ({ at }: Problem, part: Part) =>
    part.kind !== 'extension' && at.start >= part.at.start && at.end <= part.at.end;
  const whole = problems.filter((one) => one.code === 'wheel-name/part-count' || one.code === 'wheel-name/extension');
  const explained = parts.map((part): ExplainedPart => {
    const own = problems.filter((one) => !whole.includes(one) && isAtPart(one, part));
    return { ...explainPart(part, parsed), problems: own };
  });
  return { value, parts: explained, problems: whole, expands: value === undefined ? 0 : tagCount(value) };
}

/** For how many tags a name stands, without making them ("Compressed tag sets"). */
function tagCount({ pythons, abis, platforms }: WheelFilename): number {
  return new Set(pythons).size * new Set(abis).size * new Set(platforms).size;
}

function explainPart(
  part: Part<WheelFilenamePart>,
  { parts }: Parsed<WheelFilename, WheelFilenamePart>,
): Omit<ExplainedPart, 'problems'> {
  const { kind, at, text } = part;
  const plain = (says: string) => ({ kind, at, text, says, tags: [], tagCount: 0 });
  switch (kind) {
    case 'name': {
      const name = normalizeName(text);
      return plain(
        text === ''
          ? 'the project’s name'
          : name === text
            ? `the project ${name}`
            : `the project ${name}, written for a file name`,
      );
    }
    case 'version':
      return plain(describeVersion(text));
    case 'build':
      return plain(`the build tag: of two wheels with equal tags, the higher build is taken`);
    case 'extension':
      return plain('a wheel: a zip archive');
    case 'python': {
      const abis = parts.find((other) => other.kind === 'abi')?.text.split('.') ?? [];
      return { ...tagSet(text, (tag) => describePythonTag(tag, abis)), kind, at, text };
    }
    case 'abi':
      return { ...tagSet(text, describeAbiTag), kind, at, text };
    case 'platform':
      return { ...tagSet(text, describePlatformTag), kind, at, text };
  }
}

function describeVersion(text: string): string {
  const version = readVersion(text);
  if (version === undefined) return 'the version';
  const normal = formatVersion(version);
  return normal === text ? `version ${text}` : `version ${normal}, written another way`;
}

function tagSet(text: string, describe: (tag: string) => string) {
  const all = [...new Set(text.toLowerCase().split('.'))];
  const tags = all.slice(0, TAGS_TOLD).map((tag) => ({ text: tag, says: tag === '' ? 'nothing yet' : describe(tag) }));
  const different = [...new Set(tags.map(({ says }) => says))];
  const more = all.length > TAGS_TOLD ? `, or one of ${(all.length - TAGS_TOLD).toLocaleString('en')} more` : '';
  return { says: `${different.join(', or ')}${more}`, tags, tagCount: all.length };
}
