// Sets of versions written as specifiers again: the version specifiers specification (PEP 440), "Version specifiers".
//
// A specifier set is one stretch with holes: it begins with one clause, `!=` clauses make the holes, and one clause ends it.
// A set that is more than that is several such pieces, with `|` between them, which the standard does not know.
import { beforeNext } from './clause-versions';
import { type Numeral, previousNumeral } from './numeral';
import type { SpecifierSet } from './specifier';
import { readSpecifierSet } from './specifier-parse';
import { formatVersion, isPrerelease, trimRelease, type Version } from './version';
import { afterLocals, type Bound, beforeVersion, compareBounds, isAfterPosts } from './version-bound';
import { compareReleases } from './version-order';
import { intervalsOf, isEmptySet, type VersionInterval, type VersionSet } from './version-set';

/**
 * Writes a set for people: as specifiers where these can say it ("Version specifiers"), several of them joined by `|`.
 * Where they can't, it borrows: `===1.0` is 1.0 without its local versions and `!==1.0` all but this, `<=1.0.post*` takes
 * the post releases of 1.0 in, and ordered comparisons with a local version mean the plain order.
 *
 * @example formatVersionSet(complementOf(versionSetOf(readSpecifierSet('>=1,<2')))) // → '<=1,!=1 | >=2.dev0'
 */
export function formatVersionSet(set: VersionSet): string {
  if (isEmptySet(set)) return 'no version';
  const texts = piecesOf(set).map(({ clauses }) => clauses.join(','));
  return texts[0] === '' ? 'any version' : texts.join(' | ');
}

/**
 * The specifier set that admits exactly the versions of the set, or `undefined` if there is none ("Version specifiers").
 * Every set that was made from a specifier set, unless `===` stands in it, has one. It may name a pre-release where the
 * first one didn't, as in `>=2.dev0`, and so let pre-releases in by default.
 *
 * @example formatSpecifierSet(specifierSetOf(versionSetOf(readSpecifierSet('>=1,>=2,!=2.5,<4')))) // → '!=2.5,<4,>=2'
 */
export function specifierSetOf(set: VersionSet): SpecifierSet | undefined {
  if (isEmptySet(set)) return readSpecifierSet(ADMITS_NOTHING);
  const [piece, ...others] = piecesOf(set);
  if (piece === undefined || others.length > 0 || !piece.isStandard) return undefined;
  return readSpecifierSet(piece.clauses.join(','));
}

/** No version comes before 0.dev0. */
const ADMITS_NOTHING = '<0';

/** Clauses as text, and whether the standard gives them the meaning that they have here. */
interface Piece {
  readonly clauses: readonly string[];
  readonly isStandard: boolean;
}

function piecesOf(set: VersionSet): Piece[] {
  const pieces: Piece[] = [];
  let lower: Bound | undefined;
  let last: VersionInterval | undefined;
  let holes: Piece[] = [];
  const close = () => {
    if (last !== undefined) pieces.push(pieceOf({ lower, upper: last.upper }, holes));
  };
  for (const interval of intervalsOf(set).flatMap(apart)) {
    const hole = last?.upper && interval.lower && holeBetween(last.upper, interval.lower);
    if (hole !== undefined) holes.push(hole);
    else {
      close();
      lower = interval.lower;
      holes = [];
    }
    last = interval;
  }
  close();
  return pieces;
}

/** A stretch that ends with a version but leaves its local versions outside: the version is set apart from the rest. */
function apart(interval: VersionInterval): VersionInterval[] {
  const { lower, upper } = interval;
  if (upper === undefined || upper.side === 'before' || upper.version.local.length > 0) return [interval];
  const version = beforeVersion(upper.version);
  const isAlone = lower !== undefined && compareBounds(lower, version) >= 0;
  return isAlone
    ? [interval]
    : [
        { lower, upper: version },
        { lower: version, upper },
      ];
}

function pieceOf({ lower, upper }: VersionInterval, holes: readonly Piece[]): Piece {
  const outer = lower && upper && equalityOf(lower, upper);
  const all =
    outer === undefined
      ? [...lowerClauses(lower), ...holes, ...upperClauses(upper)]
      : [{ clauses: [`=${outer.text}`], isStandard: outer.isStandard }, ...holes];
  return { clauses: all.flatMap(({ clauses }) => clauses), isStandard: all.every(({ isStandard }) => isStandard) };
}

/** What is between two places as the rest of one clause: `==1.0` and `!=1.0` have `=1.0`, `===1.0` has `==1.0`. */
interface Equality {
  readonly text: string;
  readonly isStandard: boolean;
}

/** The equality that holds exactly between two places, if there is one. */
export function equalityOf(lower: Bound, upper: Bound): Equality | undefined {
  const { version } = lower;
  if (lower.side === 'after' || isAfterPosts(lower)) return undefined;
  if (upper.side === 'after') {
    if (compareBounds(beforeVersion(upper.version), lower) !== 0) return undefined;
    const isLocal = version.local.length > 0;
    return { text: `${isLocal ? '=' : '=='}${formatVersion(version)}`, isStandard: isLocal };
  }
  if (version.local.length === 0 && compareBounds(afterLocals(version), upper) === 0) {
    return { text: `=${formatVersion(version)}`, isStandard: true };
  }
  const prefix = prefixBetween(lower, upper);
  return prefix === undefined ? undefined : { text: `=${prefix}`, isStandard: true };
}

/** The prefix, such as 1.2.*, that takes in exactly what is between the places. */
function prefixBetween(lower: Bound, upper: Bound): string | undefined {
  if (!isFirstOf(lower.version) || !isFirstOf(upper.version) || upper.side === 'after') return undefined;
  if (lower.version.epoch !== upper.version.epoch) return undefined;
  const after = trimRelease(upper.version.release);
  const last = after[after.length - 1];
  if (last === undefined || last === 0) return undefined;
  const prefix = [...after.slice(0, -1), previousNumeral(last)];
  return compareReleases(prefix, lower.version.release) === 0 ? wildcard(lower.version.epoch, prefix) : undefined;
}

function wildcard(epoch: Numeral, prefix: readonly Numeral[]): string {
  return `${epoch === 0 ? '' : `${epoch}!`}${prefix.join('.')}.*`;
}

/** Whether the version is the first that begins with its release: 1.2.dev0. */
function isFirstOf({ pre, post, dev, local }: Version): boolean {
  return pre === undefined && post === undefined && dev === 0 && local.length === 0;
}

/** A hole is written with at most so many clauses: without a limit, the one from 1.* to 999999.* would take a million. */
const MAX_EXCLUSIONS = 128;

/** The `!=` clauses that leave out exactly what is between the places, or nothing if there are no such clauses. */
function holeBetween(lower: Bound, upper: Bound): Piece | undefined {
  const single = equalityOf(lower, upper);
  if (single !== undefined) return { clauses: [`!${single.text}`], isStandard: single.isStandard };
  const clauses: string[] = [];
  let at = lower;
  while (compareBounds(at, upper) < 0) {
    if (clauses.length >= MAX_EXCLUSIONS || at.side === 'after' || isAfterPosts(at)) return undefined;
    if (at.version.local.length > 0) return undefined;
    const exclusion = widestPrefix(at, upper) ?? { text: formatVersion(at.version), end: afterLocals(at.version) };
    clauses.push(`!=${exclusion.text}`);
    at = exclusion.end;
  }
  return compareBounds(at, upper) === 0 ? { clauses, isStandard: true } : undefined;
}

/** Of 1.*, 1.0.*, 1.0.0.* and so on, which all begin at 1.dev0, the first that ends at or before `upper`. */
function widestPrefix({ version }: Bound, upper: Bound): { text: string; end: Bound } | undefined {
  if (!isFirstOf(version)) return undefined;
  const prefix = [...trimRelease(version.release)];
  while (prefix.length <= MAX_EXCLUSIONS) {
    const end = beforeNext(version.epoch, prefix);
    if (compareBounds(end, upper) <= 0) return { text: wildcard(version.epoch, prefix), end };
    if (prefix.length >= upper.version.release.length) return undefined;
    prefix.push(0);
  }
  return undefined;
}

const standard = (...clauses: string[]): Piece[] => [{ clauses, isStandard: true }];
const borrowed = (...clauses: string[]): Piece[] => [{ clauses, isStandard: false }];

function lowerClauses(bound: Bound | undefined): Piece[] {
  if (bound === undefined) return [];
  const { version, side } = bound;
  const text = formatVersion(version);
  if (version.local.length > 0) return borrowed(`${side === 'before' ? '>=' : '>'}${text}`);
  if (side === 'after') return borrowed(`>=${text}`, `!==${text}`);
  if (isAfterPosts(bound)) return standard(`>${formatVersion({ ...version, post: undefined })}`);
  const { pre, post, dev } = version;
  // 1.0.post2.dev0 is what >1.0.post1 begins with, and 1.0rc2.dev0 what >1.0rc1 does.
  if (dev === 0 && post !== undefined && post > 0) {
    return standard(`>${formatVersion({ ...version, post: previousNumeral(post), dev: undefined })}`);
  }
  if (dev === 0 && post === undefined && pre !== undefined && pre.number > 0) {
    const before = { letter: pre.letter, number: previousNumeral(pre.number) };
    return standard(`>${formatVersion({ ...version, pre: before, dev: undefined })}`);
  }
  return standard(`>=${text}`);
}

function upperClauses(bound: Bound | undefined): Piece[] {
  if (bound === undefined) return [];
  const { version, side } = bound;
  const text = formatVersion(version);
  if (version.local.length > 0) return borrowed(`${side === 'before' ? '<' : '<='}${text}`);
  if (isAfterPosts(bound)) return borrowed(`<=${formatVersion({ ...version, post: undefined })}.post*`);
  const { post, dev } = version;
  // 1.0.post0.dev0 is the first that <=1.0 leaves out.
  if (dev === 0 && post !== undefined) {
    const before = post === 0 ? undefined : previousNumeral(post);
    return standard(`<=${formatVersion({ ...version, post: before, dev: undefined })}`);
  }
  if (isFirstOf(version)) return standard(`<${formatVersion({ ...version, dev: undefined })}`);
  // <1.0 would leave the pre-releases of 1.0 out, too.
  return isPrerelease(version) ? standard(`<${text}`) : standard(`<=${text}`, `!=${text}`);
}
