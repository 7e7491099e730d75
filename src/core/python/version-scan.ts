// Reading versions: PEP 440, appendix "Parsing version strings with regular expressions", as a scanner that goes through
// the text once and never back, so no text can make it slow.
import { type Numeral, readNumeral } from './numeral';
import { type PartSink, partAt } from './problem';
import { CHAR, hasWord, isAlphanumeric, isDigit, skipDigits, skipWhiteSpace } from './text';
import type { PreRelease, Version } from './version';

/** The pieces of a version's text: `1!2.0rc1.post2.dev3+local.4` has all but the leading `v`. */
export type VersionPart = 'v-prefix' | 'epoch' | 'release' | 'pre' | 'post' | 'dev' | 'local';

/** The longest version that begins at a place, and where it ends. */
export interface ScannedVersion {
  readonly version: Version;
  readonly end: number;
}

/**
 * The value alone, without parts and problems, or `undefined` if the text is no version ("Appendix: Parsing version strings
 * with regular expressions"): the fast way through long lists.
 *
 * @example readVersion('1.0-') // → undefined
 */
export function readVersion(text: string): Version | undefined {
  const start = skipWhiteSpace(text, 0);
  const scanned = scanVersion(text, start, 'with-local', undefined);
  return scanned !== undefined && skipWhiteSpace(text, scanned.end) === text.length ? scanned.version : undefined;
}

/**
 * Scans the longest version at `start`, or nothing if there is no release. `parts`, if given, receives the pieces.
 * Specifiers use it too: most operators stop before a local version.
 */
export function scanVersion(
  text: string,
  start: number,
  local: 'with-local' | 'without-local',
  parts: PartSink<VersionPart> | undefined,
): ScannedVersion | undefined {
  let at = start;
  if (hasWord(text, at, 'v')) {
    at++;
    parts?.push(partAt('v-prefix', text, start, at));
  }
  let end = skipDigits(text, at);
  if (end === at) return undefined;
  let epoch: Numeral = 0;
  if (text.charCodeAt(end) === CHAR.bang) {
    if (!isDigit(text.charCodeAt(end + 1))) return undefined;
    epoch = readNumeral(text, at, end);
    parts?.push(partAt('epoch', text, at, end + 1));
    at = end + 1;
    end = skipDigits(text, at);
  }
  const releaseStart = at;
  const release: Numeral[] = [readNumeral(text, at, end)];
  while (text.charCodeAt(end) === CHAR.dot && isDigit(text.charCodeAt(end + 1))) {
    at = end + 1;
    end = skipDigits(text, at);
    release.push(readNumeral(text, at, end));
  }
  parts?.push(partAt('release', text, releaseStart, end));
  // Most versions end here, and looking for the other segments takes longer than all before.
  if (end === text.length) {
    return { version: { epoch, release, pre: undefined, post: undefined, dev: undefined, local: NO_LOCAL }, end };
  }

  let pre: PreRelease | undefined;
  const preSegment = scanSegment(text, end, PRE_WORDS);
  if (preSegment !== undefined) {
    pre = { letter: preSegment.means, number: preSegment.number };
    parts?.push(partAt('pre', text, end, preSegment.end));
    end = preSegment.end;
  }
  const postSegment = scanImplicitPost(text, end) ?? scanSegment(text, end, POST_WORDS);
  if (postSegment !== undefined) {
    parts?.push(partAt('post', text, end, postSegment.end));
    end = postSegment.end;
  }
  const devSegment = scanSegment(text, end, DEV_WORDS);
  if (devSegment !== undefined) {
    parts?.push(partAt('dev', text, end, devSegment.end));
    end = devSegment.end;
  }
  let segments: readonly (Numeral | string)[] = NO_LOCAL;
  const localEnd = local === 'with-local' ? skipLocal(text, end) : end;
  if (localEnd > end) {
    segments = readLocal(text, end + 1, localEnd);
    parts?.push(partAt('local', text, end, localEnd));
    end = localEnd;
  }
  return { version: { epoch, release, pre, post: postSegment?.number, dev: devSegment?.number, local: segments }, end };
}

const NO_LOCAL: readonly never[] = [];

/** Spellings of a segment; a longer word stands before the one that it begins with. */
type Words<Meaning> = readonly (readonly [word: string, means: Meaning])[];

const PRE_WORDS: Words<PreRelease['letter']> = [
  ['alpha', 'a'],
  ['a', 'a'],
  ['beta', 'b'],
  ['b', 'b'],
  ['preview', 'rc'],
  ['pre', 'rc'],
  ['rc', 'rc'],
  ['c', 'rc'],
];
const POST_WORDS: Words<'post'> = [
  ['post', 'post'],
  ['rev', 'post'],
  ['r', 'post'],
];
const DEV_WORDS: Words<'dev'> = [['dev', 'dev']];

interface ScannedSegment<Meaning> {
  readonly means: Meaning;
  readonly number: Numeral;
  readonly end: number;
}

/** Separator, word, separator, number, of which all but the word may be missing: `-alpha_1`, `rc1`, `.dev`, `1.0a-`. */
function scanSegment<Meaning>(text: string, at: number, words: Words<Meaning>): ScannedSegment<Meaning> | undefined {
  if (at >= text.length) return undefined;
  const wordStart = skipSeparator(text, at);
  for (const [word, means] of words) {
    if (!hasWord(text, wordStart, word)) continue;
    const numberStart = skipSeparator(text, wordStart + word.length);
    const end = skipDigits(text, numberStart);
    return { means, number: readNumeral(text, numberStart, end), end };
  }
  return undefined;
}

/** `1.0-1` is the post release 1 of 1.0 ("Implicit post releases"). */
function scanImplicitPost(text: string, at: number): ScannedSegment<'post'> | undefined {
  if (text.charCodeAt(at) !== CHAR.dash || !isDigit(text.charCodeAt(at + 1))) return undefined;
  const end = skipDigits(text, at + 1);
  return { means: 'post', number: readNumeral(text, at + 1, end), end };
}

function isSeparator(code: number): boolean {
  return code === CHAR.dot || code === CHAR.dash || code === CHAR.underscore;
}

function skipSeparator(text: string, at: number): number {
  return isSeparator(text.charCodeAt(at)) ? at + 1 : at;
}

function skipAlphanumerics(text: string, at: number): number {
  let end = at;
  while (isAlphanumeric(text.charCodeAt(end))) end++;
  return end;
}

/** The end of `+local`, or `at` if there is none: a separator without a segment after it is left outside. */
function skipLocal(text: string, at: number): number {
  if (text.charCodeAt(at) !== CHAR.plus) return at;
  let end = skipAlphanumerics(text, at + 1);
  if (end === at + 1) return at;
  while (isSeparator(text.charCodeAt(end)) && isAlphanumeric(text.charCodeAt(end + 1))) {
    end = skipAlphanumerics(text, end + 1);
  }
  return end;
}

function readLocal(text: string, start: number, end: number): readonly (Numeral | string)[] {
  const segments = text.slice(start, end).toLowerCase().split(/[._-]/);
  return segments.map((segment) => (/^[0-9]+$/.test(segment) ? readNumeral(segment, 0, segment.length) : segment));
}
