// Versions: what they hold and how they are written in normal form. Reading them is version-scan.ts and version-parse.ts, their order is
// version-order.ts. Follows the version specifiers specification (PEP 440), "Public version identifiers", "Local version
// identifiers" and "Normalization".
import type { Numeral } from './numeral';

/** A pre-release segment: alpha, beta or release candidate, and its number. */
export interface PreRelease {
  readonly letter: 'a' | 'b' | 'rc';
  readonly number: Numeral;
}

/** A version. What the text leaves out is zero (epoch), `undefined` (pre, post, dev) or empty (local). */
export interface Version {
  readonly epoch: Numeral;
  /** One number at least; trailing zeros are kept as written. */
  readonly release: readonly Numeral[];
  readonly pre: PreRelease | undefined;
  readonly post: Numeral | undefined;
  readonly dev: Numeral | undefined;
  /** The segments after `+`: numbers, or lower case text that is not a number. */
  readonly local: readonly (Numeral | string)[];
}

/**
 * Writes a version in normal form ("Normalization").
 *
 * @example formatVersion(readVersion('V1.0-Alpha.1')) // → '1.0a1'
 */
export function formatVersion(version: Version): string {
  let text = version.epoch === 0 ? '' : `${version.epoch}!`;
  text += version.release.join('.');
  if (version.pre !== undefined) text += `${version.pre.letter}${version.pre.number}`;
  if (version.post !== undefined) text += `.post${version.post}`;
  if (version.dev !== undefined) text += `.dev${version.dev}`;
  if (version.local.length > 0) text += `+${version.local.join('.')}`;
  return text;
}

/**
 * Writes a version so that equal versions are equal text: normal form, trailing zeros of the release left out, which count
 * for nothing ("Final releases").
 *
 * @example canonicalVersion(readVersion('1.0.0+ABC')) // → '1+abc'
 */
export function canonicalVersion(version: Version): string {
  return formatVersion({ ...version, release: trimRelease(version.release) });
}

/** The release without trailing zeros; its first number stays. */
export function trimRelease(release: readonly Numeral[]): readonly Numeral[] {
  let end = release.length;
  while (end > 1 && release[end - 1] === 0) end--;
  return end === release.length ? release : release.slice(0, end);
}

/**
 * The version without its local segments ("Public version identifiers").
 *
 * @example formatVersion(publicVersion(readVersion('1.0rc1+cu124'))) // → '1.0rc1'
 */
export function publicVersion(version: Version): Version {
  return version.local.length === 0 ? version : { ...version, local: [] };
}

/**
 * Epoch and release only: the release that a pre, post or dev release belongs to ("Public version identifiers").
 *
 * @example formatVersion(baseVersion(readVersion('1!2.0.post3.dev1'))) // → '1!2.0'
 */
export function baseVersion(version: Version): Version {
  return { epoch: version.epoch, release: version.release, pre: undefined, post: undefined, dev: undefined, local: [] };
}

/**
 * Whether installers treat the version as a pre-release: alpha, beta, candidate and every dev release ("Handling of
 * pre-releases").
 *
 * @example isPrerelease(readVersion('1.0.post1.dev2')) // → true
 */
export function isPrerelease(version: Version): boolean {
  return version.pre !== undefined || version.dev !== undefined;
}

/**
 * Whether the version has a post segment ("Post-releases").
 *
 * @example isPostrelease(readVersion('1.0-1')) // → true
 */
export function isPostrelease(version: Version): boolean {
  return version.post !== undefined;
}

/**
 * Whether the version has a dev segment ("Developmental releases").
 *
 * @example isDevrelease(readVersion('1.0.dev')) // → true
 */
export function isDevrelease(version: Version): boolean {
  return version.dev !== undefined;
}
