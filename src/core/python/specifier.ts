// Specifiers: what a clause such as `>=1.2` holds and how a set of clauses is written. Reading them is
// specifier-parse.ts, which versions they admit is specifier-admits.ts. Follows the version specifiers specification
// (PEP 440), "Version specifiers".
import { compareText } from './text';
import { canonicalVersion, formatVersion, type Version } from './version';
import type { VersionSet } from './version-set';

/** The operators that compare versions; `===` compares text. */
export type ComparisonOperator = '~=' | '==' | '!=' | '<=' | '>=' | '<' | '>';

/**
 * One clause of a specifier set. `written` is the version as it stands in the text, to be shown and written again;
 * `versions` are those that the clause admits.
 */
export type Clause =
  | {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly version: Version;
      readonly written: string;
      readonly versions: VersionSet;
    }
  | {
      /** `==1.2.*` and `!=1.2.*`; `version` is the 1.2 of it. */
      readonly kind: 'prefix';
      readonly operator: '==' | '!=';
      readonly version: Version;
      readonly written: string;
      readonly versions: VersionSet;
    }
  | {
      /** `===` compares text; `version` is what the text reads as, and `versions` it alone, if it is one. */
      readonly kind: 'arbitrary';
      readonly operator: '===';
      readonly version: Version | undefined;
      readonly written: string;
      readonly versions: VersionSet;
    };

/** Clauses, all of which must hold, in the order in which they are written. No clause at all admits every version. */
export interface SpecifierSet {
  readonly clauses: readonly Clause[];
}

/** The specifier set without clauses. */
export const ANY_VERSION: SpecifierSet = { clauses: [] };

/**
 * Writes a clause without white space, its version as it was written ("Version specifiers").
 *
 * @example readSpecifierSet('>= 1.00, <2').clauses.map(formatClause) // → ['>=1.00', '<2']
 */
export function formatClause(clause: Clause): string {
  return clause.operator + clause.written;
}

/**
 * Writes a set in canonical form ("Version specifiers"): clauses sorted as text, without white space, and of clauses that
 * mean the same (`==1.0` and `==1.0.0`) the first.
 *
 * @example formatSpecifierSet(readSpecifierSet('>=1.0, !=1.5 , ==1, ==1.0')) // → '!=1.5,==1,>=1.0'
 */
export function formatSpecifierSet(set: SpecifierSet): string {
  const sorted = [...set.clauses].sort((left, right) => compareText(formatClause(left), formatClause(right)));
  const written = new Map<string, string>();
  for (const clause of sorted) {
    const meaning = canonicalClause(clause);
    if (!written.has(meaning)) written.set(meaning, formatClause(clause));
  }
  return [...written.values()].join(',');
}

/** Text that is the same for clauses which differ only in how their version is spelt. */
function canonicalClause(clause: Clause): string {
  if (clause.kind !== 'comparison') return formatClause(clause);
  // ~=1.0 and ~=1.0.0 differ: the number of release segments is part of what ~= says.
  const version = clause.operator === '~=' ? formatVersion(clause.version) : canonicalVersion(clause.version);
  return clause.operator + version;
}

/**
 * The clauses of both sets, so what both admit ("Version specifiers": the comma is a logical and).
 *
 * @example formatSpecifierSet(joinSpecifierSets(readSpecifierSet('>=1'), readSpecifierSet('<2'))) // → '<2,>=1'
 */
export function joinSpecifierSets(left: SpecifierSet, right: SpecifierSet): SpecifierSet {
  return { clauses: [...left.clauses, ...right.clauses] };
}
