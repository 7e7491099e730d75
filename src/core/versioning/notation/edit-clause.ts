// Changing one clause of a specifier's text: another operator, another version, one more, one less. The others stay as they are written.
// The version specifiers specification (PEP 440), "Version specifiers".
import {
  baseVersion,
  type Clause,
  formatClause,
  formatVersion,
  publicVersion,
  type SpecifierSet,
  type Version,
} from '@/core/python';

/** The operators as a reader chooses them; `==*` is `==` with a wildcard, `==1.4.*`. */
export const CLAUSE_OPERATORS = ['>=', '>', '<', '<=', '~=', '==', '==*', '!='] as const;
export type ClauseOperator = (typeof CLAUSE_OPERATORS)[number];

/** The operator of a clause; undefined for those that aren't offered: `===` and `!=1.4.*`. */
export function operatorOf(clause: Clause): ClauseOperator | undefined {
  if (clause.kind === 'prefix') return clause.operator === '==' ? '==*' : undefined;
  return clause.kind === 'arbitrary' ? undefined : clause.operator;
}

/**
 * A clause about a version, as it must be written for the operator.
 *
 * @example clauseTextOf('~=', readVersion('2')) // → '~=2.0'
 */
export function clauseTextOf(operator: ClauseOperator, version: Version): string {
  const isEquality = operator === '==' || operator === '!=';
  const bound = isEquality ? version : publicVersion(version);
  switch (operator) {
    case '==*': {
      const { epoch, release } = baseVersion(bound);
      return `==${formatVersion({ ...baseVersion(bound), epoch, release: release.slice(0, Math.max(1, Math.min(2, release.length))) })}.*`;
    }
    case '~=':
      // One number alone would leave nothing open.
      return `~=${formatVersion(bound.release.length > 1 ? bound : { ...bound, release: [...bound.release, 0] })}`;
    default:
      return `${operator}${formatVersion(bound)}`;
  }
}

/** The specifier with its clause at a place written anew, or one more at its end. */
export function withClause({ clauses }: SpecifierSet, at: number, text: string): string {
  const texts = clauses.map(formatClause);
  if (at >= texts.length) return [...texts, text].join(',');
  return texts.map((clause, place) => (place === at ? text : clause)).join(',');
}

/** The specifier without its clause at a place. */
export function withoutClause({ clauses }: SpecifierSet, at: number): string {
  return clauses
    .filter((_, place) => place !== at)
    .map(formatClause)
    .join(',');
}
