// The schemes that the adviser knows. A scheme says what the numbers of a version mean; how a version is written and ordered is PEP 440's
// matter in each.
import { readVersion, type Version } from '@/core/python';

/** As a scenario names it. */
export const SCHEMES = ['semver', 'calver', 'cpython'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** SemVer has two stages: before 1.0.0 nothing is promised (item 4). */
export type SchemeKind = Scheme | 'semver-zero';

/** How many numbers a version of the scheme has: at least, and at most. A calendar release is 26.3, its repair 26.3.1. */
const NUMBERS: Readonly<Record<Scheme, readonly [least: number, most: number]>> = {
  semver: [3, 3],
  calver: [2, 3],
  cpython: [3, 3],
};

/** Longer is no version that anybody gave. */
const LONGEST = 40;
/** The largest number in a version: beyond, counting up means nothing here. */
const LARGEST = 1_000_000;

/**
 * The version that a text is in a scheme, or undefined: as many numbers as the scheme has, no epoch, no local part, none too large.
 *
 * @example readSchemeVersion('semver', '1.4') // → undefined
 */
export function readSchemeVersion(scheme: Scheme, text: string): Version | undefined {
  const version = text.length > LONGEST ? undefined : readVersion(text);
  if (version === undefined || version.epoch !== 0 || version.local.length > 0) return undefined;
  const [least, most] = NUMBERS[scheme];
  const { release, pre, post, dev } = version;
  if (release.length < least || release.length > most) return undefined;
  const all = [...release, pre?.number ?? 0, post ?? 0, dev ?? 0];
  return all.some((number) => number > LARGEST) ? undefined : version;
}

/** Which rules hold for the next number. */
export function kindOf(scheme: Scheme, { release }: Version): SchemeKind {
  return scheme === 'semver' && release[0] === 0 ? 'semver-zero' : scheme;
}
