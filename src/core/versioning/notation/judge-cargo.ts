// A list of versions under a requirement of Cargo (the Cargo book, "Specifying Dependencies").
import { type Numeral, nextNumeral } from '@/core/python';
import {
  type CargoComparator,
  type CargoRequirement,
  comparatorAdmits,
  formatSemVer,
  meetsRequirement,
  readCargoRequirement,
} from '@/core/resolution';
import type { ListedVersion } from './listed-version';
import { describeUnspeakable, type UnspeakableReason } from './semver-spelling';

export type CargoVerdict =
  | { readonly kind: 'admitted'; readonly spelt: string }
  /** In range, but a pre-release of a version that the requirement doesn't name with one. */
  | { readonly kind: 'prerelease'; readonly spelt: string }
  | { readonly kind: 'refused'; readonly spelt: string; readonly by: CargoComparator }
  | { readonly kind: 'unspeakable'; readonly reason: UnspeakableReason };

/** A requirement as read; `means` spells out what it comes to: `>=1.4.2, <2.0.0` of `1.4.2`. */
export interface CargoReading {
  readonly written: string;
  readonly means: string;
  readonly requirement: CargoRequirement;
}

/**
 * The requirement that a text is, or undefined.
 *
 * @example readCargo('0.2.3')?.means // → '>=0.2.3, <0.3.0'
 */
export function readCargo(text: string): CargoReading | undefined {
  const requirement = readCargoRequirement(text);
  if (requirement === undefined) return undefined;
  return { written: text.trim(), means: requirement.flatMap(spelledOut).join(', ') || '*', requirement };
}

/** A verdict for each version of the list. */
export function judgeByCargo(
  { requirement }: CargoReading,
  versions: readonly ListedVersion[],
): readonly CargoVerdict[] {
  return versions.map(({ semver }): CargoVerdict => {
    if ('reason' in semver) return { kind: 'unspeakable', reason: semver.reason };
    const spelt = formatSemVer(semver.semver);
    const by = requirement.find((comparator) => !comparatorAdmits(comparator, semver.semver));
    if (by !== undefined) return { kind: 'refused', spelt, by };
    return { kind: meetsRequirement(requirement, semver.semver) ? 'admitted' : 'prerelease', spelt };
  });
}

/** A verdict as a sentence about the version in Cargo's spelling. */
export function describeCargoVerdict(
  verdict: CargoVerdict,
  { written, means }: CargoReading,
  listed: ListedVersion,
): string {
  const read = written === means ? '' : `${written} means ${means}: `;
  switch (verdict.kind) {
    case 'admitted':
      return `${read}${verdict.spelt} is in.`;
    case 'prerelease':
      return `${read}${verdict.spelt} lies in it, but of pre-releases Cargo takes only those of a version that the requirement names with one.`;
    case 'refused': {
      const all = spelledOut(verdict.by);
      const bounds = all.join(', ');
      const end = all.at(-1)?.slice(1) ?? '';
      // ^1.4.2 ends before 2.0.0, and the pre-releases of that are past the end too, though they come before 2.0.0.
      if (all.length > 1 && verdict.spelt.startsWith(`${end}-`)) {
        return `${read}${verdict.spelt} belongs to ${end}, where it ends.`;
      }
      return `${read}${verdict.spelt} isn’t ${bounds.includes(', ') ? `within ${bounds}` : bounds}.`;
    }
    case 'unspeakable':
      return describeUnspeakable(verdict.reason, listed.text);
  }
}

/** A comparator as bounds with three numbers each: `~1.4` → `>=1.4.0`, `<1.5.0`. */
export function spelledOut(comparator: CargoComparator): readonly string[] {
  const { operator, major, minor, patch, pre } = comparator;
  const low = `${major}.${minor ?? 0}.${patch ?? 0}${pre.length === 0 ? '' : `-${pre.join('.')}`}`;
  const isWhole = patch !== undefined;
  switch (operator) {
    case '=':
    case '*':
      return isWhole ? [`=${low}`] : [`>=${low}`, `<${after(comparator, minor === undefined ? 1 : 2)}`];
    case '>':
      return isWhole ? [`>${low}`] : [`>=${after(comparator, minor === undefined ? 1 : 2)}`];
    case '<=':
      return isWhole ? [`<=${low}`] : [`<${after(comparator, minor === undefined ? 1 : 2)}`];
    case '>=':
    case '<':
      return [`${operator}${low}`];
    case '~':
      return [`>=${low}`, `<${after(comparator, minor === undefined ? 1 : 2)}`];
    case '^':
      return [`>=${low}`, `<${after(comparator, caretParts(comparator))}`];
  }
}

/** How many numbers a caret holds fast: up to the first that isn't zero, of those that are written. */
function caretParts({ major, minor, patch }: CargoComparator): number {
  if (major !== 0 || minor === undefined) return 1;
  return minor !== 0 || patch === undefined ? 2 : 3;
}

/** The first version after all that begin with the same numbers. */
function after({ major, minor, patch }: CargoComparator, parts: number): string {
  if (parts === 1) return `${nextNumeral(major)}.0.0`;
  return parts === 2 ? `${major}.${next(minor)}.0` : `${major}.${minor ?? 0}.${next(patch)}`;
}

const next = (number: Numeral | undefined): Numeral => nextNumeral(number ?? 0);
