// Requirements and specifier sets as explanations write them: the reader's own as written, those of an index as people write
// them, from the lower bound to the upper one ("Version specifiers" gives the order no meaning).
import { type Clause, formatClause, formatMarker, type Requirement, type SpecifierSet } from '@/core/python';
import type { Subject } from './statement';

/** A requirement as it was written, but for white space and quotes. */
export function writtenRequirement(requirement: Requirement): string {
  return withoutMarker(requirement) + writtenMarker(requirement);
}

/** A requirement without its marker, its clauses in the order in which they were written. */
export function withoutMarker(requirement: Requirement): string {
  return namedWithExtras(requirement) + requirement.specifier.clauses.map(formatClause).join(',');
}

/** A requirement of a release: metadata has the clauses in any order, people from the lower bound to the upper one. */
export function tidyRequirement(requirement: Requirement): string {
  return namedWithExtras(requirement) + tidySpecifier(requirement.specifier) + writtenMarker(requirement);
}

/** The same without its marker. */
export function tidyWithoutMarker(requirement: Requirement): string {
  return namedWithExtras(requirement) + tidySpecifier(requirement.specifier);
}

/** A specifier set from the lower bound to the upper one, exceptions last. */
export function tidySpecifier({ clauses }: SpecifierSet): string {
  return [...clauses]
    .sort((left, right) => turnOf(left) - turnOf(right))
    .map(formatClause)
    .join(',');
}

const TURNS: Readonly<Record<Clause['operator'], number>> = {
  '==': 0,
  '===': 0,
  '>=': 1,
  '>': 1,
  '~=': 2,
  '<': 3,
  '<=': 3,
  '!=': 4,
};

function turnOf({ operator }: Clause): number {
  return TURNS[operator];
}

function namedWithExtras({ name, extras }: Requirement): string {
  return `${name}${extras.length === 0 ? '' : `[${extras.join(',')}]`}`;
}

function writtenMarker({ marker }: Requirement): string {
  return marker === undefined ? '' : `; ${formatMarker(marker)}`;
}

/** A subject as a requirement names it. */
export function nameOf({ name, extra }: Subject): string {
  return extra === undefined ? name : `${name}[${extra}]`;
}

/**
 * A marker as people write it: where only a minor version counts, by `python_version`. It means the same, for
 * `python_full_version < '3.12'` asks for no more than the first two numbers.
 */
export function shortMarker(written: string): string {
  return written
    .replaceAll(/\bpython_full_version (<|>=) '(\d+\.\d+)'/g, "python_version $1 '$2'")
    .replaceAll(/\bpython_full_version (==|!=) '(\d+\.\d+)\.\*'/g, "python_version $1 '$2'");
}
