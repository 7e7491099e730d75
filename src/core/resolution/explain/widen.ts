// A specifier set made wider just so far that it admits a version: the clauses that refuse it give way, the others stay
// ("Version specifiers"). `>=1.19` becomes `>=1.18.5`, `<2` becomes `<3`, `==2.3` becomes `>=2.0`.
import {
  admits,
  type Clause,
  formatClause,
  formatVersion,
  isPrerelease,
  nextNumeral,
  publicVersion,
  readSpecifierSet,
  refusalsOf,
  type SpecifierSet,
  type Version,
} from '@/core/python';

/** The set made wider; undefined if no wording of the kind admits the version. */
export function widenTo(specifier: SpecifierSet, version: Version): SpecifierSet | undefined {
  const refusing = new Map(refusalsOf(specifier, version).map((refusal) => [refusal.clause, refusal.rule]));
  const texts = specifier.clauses.flatMap((clause) => {
    const rule = refusing.get(clause);
    return rule === undefined ? [formatClause(clause)] : giveWay(clause, rule, version);
  });
  const wider = readSpecifierSet([...new Set(texts)].join(','));
  return wider !== undefined && admits(wider, version) ? wider : undefined;
}

type Rule = ReturnType<typeof refusalsOf>[number]['rule'];

/** What stands instead of a clause that refuses the version. */
function giveWay(clause: Clause, rule: Rule, version: Version): readonly string[] {
  const bound = clause.version;
  if (bound === undefined) return [];
  const from = `>=${formatVersion(publicVersion(version))}`;
  const isAbove = isAfter(version, clause, rule);
  switch (clause.operator) {
    case '>=':
    case '>':
      return [from];
    case '<=':
      return [`<=${formatVersion(publicVersion(version))}`];
    case '<':
      return [beyond(bound, version)];
    case '~=':
      return isAbove ? [`>=${clause.written}`] : [from, `<${formatRelease(bound, next(bound.release.slice(0, -1)))}`];
    case '==':
      if (isAbove) return [`>=${formatVersion(publicVersion(bound))}`];
      return clause.kind === 'prefix' ? [from, `<${formatRelease(bound, next(bound.release))}`] : [from];
    case '!=':
    case '===':
      return [];
  }
}

function isAfter(version: Version, clause: Clause, rule: Rule): boolean {
  if (rule === 'beyond-prefix' || rule === 'above') return true;
  if (clause.version === undefined || rule === 'below') return false;
  return (
    refusalsOf(readSpecifierSet(`<=${formatVersion(publicVersion(clause.version))}`) ?? { clauses: [] }, version)
      .length > 0
  );
}

/** The upper bound past the version, with as many numbers as the old one says anything with: past 2.5 it is 3 for `<2`. */
function beyond(bound: Version, version: Version): string {
  if (isPrerelease(version)) return `<=${formatVersion(publicVersion(version))}`;
  const length =
    1 +
    Math.max(
      0,
      bound.release.findLastIndex((part) => part !== 0),
    );
  return `<${formatRelease(version, next(version.release.slice(0, length)))}`;
}

function next(release: Version['release']): Version['release'] {
  return [...release.slice(0, -1), nextNumeral(release.at(-1) ?? 0)];
}

function formatRelease({ epoch }: Version, release: Version['release']): string {
  return formatVersion({ epoch, release, pre: undefined, post: undefined, dev: undefined, local: [] });
}
