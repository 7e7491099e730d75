// Version requirements of Cargo (the Cargo book, "Specifying Dependencies"): comparators joined by commas, of which all must hold.
// A bare version is a caret requirement.
import { compareNumerals, type Numeral } from '@/core/python';
import { comparePreReleases, readPreRelease, type SemVer, toNumeral } from '../semver';

export type CargoOperator = '=' | '>' | '>=' | '<' | '<=' | '~' | '^' | '*';

/** One comparator; what isn't said of its version is undefined. */
export interface CargoComparator {
  readonly operator: CargoOperator;
  readonly major: Numeral;
  readonly minor: Numeral | undefined;
  readonly patch: Numeral | undefined;
  readonly pre: SemVer['pre'];
}

/** The comparators of a requirement; none is `*`, any release. */
export type CargoRequirement = readonly CargoComparator[];

const PART = '(0|[1-9][0-9]*|[*xX])';
const FORM = new RegExp(
  `^(=|>=|>|<=|<|~|\\^)? *${PART}(?:\\.${PART}(?:\\.${PART}(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?)?)?$`,
);
/** The most comparators of one requirement, as Cargo takes them. */
const MOST_COMPARATORS = 32;

/**
 * The requirement that a text is, or `undefined`.
 *
 * @example readCargoRequirement('1.2')?.[0]?.operator // → '^'
 */
export function readCargoRequirement(text: string): CargoRequirement | undefined {
  const trimmed = text.trim();
  if (/^[*xX]$/.test(trimmed)) return [];
  const parts = trimmed.split(',');
  if (parts.length > MOST_COMPARATORS) return undefined;
  const comparators = parts.map((part) => readComparator(part.trim()));
  return comparators.every((one) => one !== undefined) ? comparators : undefined;
}

function readComparator(text: string): CargoComparator | undefined {
  const [whole, written, major = '', minor, patch, pre] = FORM.exec(text) ?? [];
  // `*` stands alone or at the end: 1.*, but neither *.1 nor 1.*.2.
  if (whole === undefined || isWild(major) || (isWild(minor) && patch !== undefined && !isWild(patch)))
    return undefined;
  const identifiers = pre === undefined ? [] : readPreRelease(pre);
  if (identifiers === undefined || (isWild(patch) && pre !== undefined)) return undefined;
  const hasWildcard = isWild(minor) || isWild(patch);
  return {
    operator: (written as CargoOperator | undefined) ?? (hasWildcard ? '*' : '^'),
    major: toNumeral(major),
    minor: numeralOf(minor),
    patch: numeralOf(patch),
    pre: identifiers,
  };
}

const isWild = (part: string | undefined): boolean => part !== undefined && /^[*xX]$/.test(part);
const numeralOf = (part: string | undefined) => (part === undefined || isWild(part) ? undefined : toNumeral(part));

/** Does a version meet the requirement? A pre-release does only where a comparator names one of the same three numbers. */
export function meetsRequirement(requirement: CargoRequirement, version: SemVer): boolean {
  if (!requirement.every((comparator) => comparatorAdmits(comparator, version))) return false;
  if (version.pre.length === 0) return true;
  const { numbers } = version;
  return requirement.some(
    ({ major, minor, patch, pre }) =>
      pre.length > 0 && major === numbers[0] && minor === numbers[1] && patch === numbers[2],
  );
}

/** Is a version in the range of a comparator, pre-releases let in? */
export function comparatorAdmits(comparator: CargoComparator, version: SemVer): boolean {
  switch (comparator.operator) {
    case '=':
    case '*':
      return order(comparator, version) === 0;
    case '>':
      return order(comparator, version) > 0;
    case '>=':
      return order(comparator, version) >= 0;
    case '<':
      return order(comparator, version) < 0;
    case '<=':
      return order(comparator, version) <= 0;
    case '~':
      return agrees(comparator, version, comparator.minor === undefined ? 1 : 2) && order(comparator, version) >= 0;
    case '^':
      return agrees(comparator, version, fixedParts(comparator)) && order(comparator, version) >= 0;
  }
}

/** How many numbers a caret holds fast: up to the first that isn't zero. ^1.2 → 1, ^0.2 → 2, ^0.0.3 → 3, ^0.0 → 2, ^0 → 1. */
function fixedParts({ major, minor, patch }: CargoComparator): number {
  if (major !== 0 || minor === undefined) return 1;
  return minor !== 0 || patch === undefined ? 2 : 3;
}

function agrees({ major, minor, patch }: CargoComparator, { numbers }: SemVer, parts: number): boolean {
  return [major, minor, patch].slice(0, parts).every((number, at) => number === undefined || number === numbers[at]);
}

/** The version beside the comparator's, as far as that is written: 1.9 is neither above nor below 1. */
function order({ major, minor, patch, pre }: CargoComparator, version: SemVer): number {
  for (const [at, wanted] of [major, minor, patch].entries()) {
    if (wanted === undefined) return 0;
    const found = compareNumerals(version.numbers[at] ?? 0, wanted);
    if (found !== 0) return found;
  }
  return comparePreReleases(version.pre, pre);
}
