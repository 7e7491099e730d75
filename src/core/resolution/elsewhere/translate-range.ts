// A range of Python's versions in the notation of npm, Cargo and Go: only where it says the same there, or else what it can't say.
import { type Clause, compareNumerals, formatClause, type Numeral, nextNumeral, type Version } from '@/core/python';

/** Three numbers, which is what a version has elsewhere. */
export type Triple = readonly [major: Numeral, minor: Numeral, patch: Numeral];

/** The three numbers of a version; undefined for one with an epoch, more numbers, or a pre-, post-, dev- or local part. */
export function tripleOf({ epoch, release, pre, post, dev, local }: Version): Triple | undefined {
  const isPlain = epoch === 0 && pre === undefined && post === undefined && dev === undefined && local.length === 0;
  if (!isPlain || release.slice(3).some((number) => number !== 0)) return undefined;
  return [release[0] ?? 0, release[1] ?? 0, release[2] ?? 0];
}

/** From a lowest version on, up to a highest, with or without them. */
export interface TripleRange {
  readonly from: { readonly triple: Triple; readonly isIn: boolean } | undefined;
  readonly to: { readonly triple: Triple; readonly isIn: boolean } | undefined;
}

/** The range that clauses come to, or the clause that has no like elsewhere. */
export function rangeOf(clauses: readonly Clause[]): TripleRange | { readonly unsayable: string } {
  let range: TripleRange = { from: undefined, to: undefined };
  for (const clause of clauses) {
    const next = rangeOfClause(clause);
    if (next === undefined) return { unsayable: formatClause(clause) };
    range = meetOf(range, next);
  }
  return range;
}

/** What is in both ranges. */
export function meetOf(one: TripleRange, other: TripleRange): TripleRange {
  return { from: narrower(one.from, other.from, 1), to: narrower(one.to, other.to, -1) };
}

function rangeOfClause(clause: Clause): TripleRange | undefined {
  const triple = clause.version && tripleOf(clause.version);
  if (triple === undefined || clause.version === undefined || clause.kind === 'arbitrary') return undefined;
  const at = { triple, isIn: true };
  const beside = { triple, isIn: false };
  // The numbers that are written: 1.2 for `==1.2.*` and for `~=1.2.3`.
  const written = clause.version.release.length - (clause.operator === '~=' ? 1 : 0);
  const upTo = { from: at, to: { triple: afterAll(triple, written), isIn: false } };
  if (clause.kind === 'prefix') return clause.operator === '==' && written <= 3 ? upTo : undefined;
  switch (clause.operator) {
    case '==':
      return { from: at, to: at };
    case '>=':
      return { from: at, to: undefined };
    case '>':
      return { from: beside, to: undefined };
    case '<':
      return { from: undefined, to: beside };
    case '<=':
      return { from: undefined, to: at };
    case '~=':
      return written <= 2 ? upTo : undefined;
    case '!=':
      return undefined;
  }
}

/** The first version after all that begin with the same numbers: after 1.2.*, 1.3.0. */
function afterAll([major, minor, patch]: Triple, numbers: number): Triple {
  if (numbers <= 1) return [nextNumeral(major), 0, 0];
  return numbers === 2 ? [major, nextNumeral(minor), 0] : [major, minor, nextNumeral(patch)];
}

type Bound = TripleRange['from'];

/** The bound that lets in less: of two lower ones the higher (`side` 1), of two upper ones the lower (-1). */
function narrower(one: Bound, other: Bound, side: 1 | -1): Bound {
  if (one === undefined || other === undefined) return one ?? other;
  const order = compareTriples(one.triple, other.triple) * side;
  if (order === 0) return one.isIn ? other : one;
  return order > 0 ? one : other;
}

export function compareTriples(left: Triple, right: Triple): number {
  for (const [at, number] of left.entries()) {
    const order = compareNumerals(number, right[at] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

export function isInTripleRange({ from, to }: TripleRange, triple: Triple): boolean {
  const above = from === undefined ? 1 : compareTriples(triple, from.triple);
  const below = to === undefined ? -1 : compareTriples(triple, to.triple);
  return (above > 0 || (above === 0 && from?.isIn === true)) && (below < 0 || (below === 0 && to?.isIn === true));
}

/** As npm writes it: `^3.0.0` for all of a major version, or comparators side by side. */
export function writeNpmRange(range: TripleRange): string {
  const exact = exactOf(range);
  if (exact !== undefined) return exact;
  if (range.from !== undefined && isCaret(range)) return `^${range.from.triple.join('.')}`;
  return comparators(range).join(' ') || '*';
}

/** As Cargo writes it: a bare version for all that is compatible with it, or comparators with commas. */
export function writeCargoRange(range: TripleRange): string {
  const exact = exactOf(range);
  if (exact !== undefined) return `=${exact}`;
  if (range.from !== undefined && isCaret(range)) return range.from.triple.join('.');
  return comparators(range).join(', ') || '*';
}

function exactOf({ from, to }: TripleRange): string | undefined {
  const isOne = from !== undefined && to !== undefined && from.isIn && to.isIn;
  return isOne && compareTriples(from.triple, to.triple) === 0 ? from.triple.join('.') : undefined;
}

/** Does it reach from a version to the next major one, so that `^` says the same? */
function isCaret({ from, to }: TripleRange): boolean {
  if (from === undefined || to === undefined || !from.isIn || to.isIn || from.triple[0] === 0) return false;
  return compareTriples(to.triple, [nextNumeral(from.triple[0]), 0, 0]) === 0;
}

function comparators({ from, to }: TripleRange): readonly string[] {
  return [
    ...(from === undefined ? [] : [`>${from.isIn ? '=' : ''}${from.triple.join('.')}`]),
    ...(to === undefined ? [] : [`<${to.isIn ? '=' : ''}${to.triple.join('.')}`]),
  ];
}
