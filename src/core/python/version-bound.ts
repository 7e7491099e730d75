// Places between versions, where a set of versions begins or ends: the version specifiers specification (PEP 440),
// "Summary of permitted suffixes and relative ordering" and "Local version identifiers".
//
// After every version come its local versions, without a first or a last, so `<=1.0`, which admits 1.0+local, ends at no
// version. But it ends right before one: nothing lies between the last 1.0+local and 1.0.post0.dev0. So a place is told by
// a version and a side, and each place has one such form only. Then sets are equal exactly when their places are.
import { nextNumeral } from './numeral';
import { canonicalVersion, type Version } from './version';
import { isWholeKey, versionKey } from './version-key';
import { compareVersions } from './version-order';

/**
 * A place right before or right after a version. The version need not exist: its post number is `Infinity` where a
 * release ends with all its post releases, as `>1.7` has it. 'after' stands only between a version and its own local
 * versions, or after a local version.
 */
export interface Bound {
  readonly version: Version;
  readonly side: 'before' | 'after';
  /** The version's key: by it most places are told apart. */
  readonly key: number;
}

/**
 * The place at a side of a version ("Summary of permitted suffixes and relative ordering").
 *
 * @example boundAt(readVersion('1.0'), 'before').side // → 'before'
 */
export function boundAt(version: Version, side: Bound['side']): Bound {
  return { version, side, key: versionKey(version) };
}

/** Right before the version: where `>=` begins. */
export function beforeVersion(version: Version): Bound {
  return boundAt(version, 'before');
}

/** Right after the version: before its local versions, if it has no local segment itself. */
export function afterVersion(version: Version): Bound {
  return boundAt(version, 'after');
}

/** After the public version and all its local versions: where `<=` ends and the upper part of `!=` begins. */
export function afterLocals(version: Version): Bound {
  const { epoch, release, pre, post, dev } = version;
  const next: Version =
    dev !== undefined
      ? { epoch, release, pre, post, dev: nextNumeral(dev), local: [] }
      : { epoch, release, pre, post: post === undefined ? 0 : nextNumeral(post), dev: 0, local: [] };
  return beforeVersion(next);
}

/**
 * After the version and what belongs to it: where `>` begins ("Exclusive ordered comparison"). 1.7 takes its post releases
 * along, and so does 1.7rc1; 1.7.post1 and 1.7.dev1 only their local versions.
 */
export function afterFamily(version: Version): Bound {
  const { epoch, release, pre, post, dev } = version;
  if (dev !== undefined || post !== undefined) return afterLocals(version);
  if (pre === undefined) return afterPosts(version);
  const nextPre = { letter: pre.letter, number: nextNumeral(pre.number) };
  return beforeVersion({ epoch, release, pre: nextPre, post: undefined, dev: 0, local: [] });
}

function afterPosts({ epoch, release }: Version): Bound {
  return beforeVersion({ epoch, release, pre: undefined, post: Number.POSITIVE_INFINITY, dev: undefined, local: [] });
}

/** Whether the bound is the end of a release and all its post releases, and so stands at no version. */
export function isAfterPosts(bound: Bound): boolean {
  return bound.version.post === Number.POSITIVE_INFINITY;
}

/** Orders places: negative, zero or positive, as `left` lies below, at or above `right`. */
export function compareBounds(left: Bound, right: Bound): number {
  if (left.key !== right.key) return left.key - right.key;
  const order = isWholeKey(left.key) ? 0 : compareVersions(left.version, right.version);
  return order || Number(left.side === 'after') - Number(right.side === 'after');
}

/** Whether the version lies above the place. */
export function isAbove(version: Version, bound: Bound): boolean {
  const order = compareVersions(version, bound.version);
  return order > 0 || (order === 0 && bound.side === 'before');
}

/** Whether no version lies below the place. 0.dev0 is the first version of all. */
export function isFloor({ version, side }: Bound): boolean {
  const { epoch, release, pre, post, dev } = version;
  if (side === 'after' || epoch !== 0 || pre !== undefined || post !== undefined || dev !== 0) return false;
  return version.local.length === 0 && release.every((number) => number === 0);
}

/** Text that is the same for equal places and differs for others. */
export function boundKey({ version, side }: Bound): string {
  return `${side === 'before' ? '<' : '>'}${canonicalVersion(version)}`;
}
