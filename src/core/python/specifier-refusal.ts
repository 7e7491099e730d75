// Why a specifier set refuses a version: the version specifiers specification (PEP 440), "Version specifiers", told clause by
// clause. First as structure, then as a sentence.
import { type Clause, formatClause, type SpecifierSet } from './specifier';
import { clauseAdmits } from './specifier-admits';
import { formatVersion, publicVersion, type Version } from './version';
import { compareVersions } from './version-order';

/**
 * Which rule refuses a version. `below` and `above`: it comes before or after the clause's version, and that is all.
 * `same`: it is the clause's version, which `<` and `>` leave out. The next three belong to the clause's version and go
 * out with it ("Exclusive ordered comparison"): a pre-release under `<`, a post release or a local version under `>`.
 * `beyond-prefix`: it is past what `~=` leaves open. `not-equal`, `other-local` and `not-in-prefix` are those of `==`,
 * `excluded` is that of `!=`, and `other-text` that of `===`.
 */
export type RefusalRule =
  | 'below'
  | 'above'
  | 'same'
  | 'pre-release-of-bound'
  | 'post-release-of-bound'
  | 'local-of-bound'
  | 'beyond-prefix'
  | 'not-equal'
  | 'other-local'
  | 'not-in-prefix'
  | 'excluded'
  | 'other-text';

/** A clause that refuses a version, and the rule by which it does. */
export interface ClauseRefusal {
  readonly clause: Clause;
  readonly rule: RefusalRule;
}

/**
 * The clauses that refuse the version, in the order in which they are written, each with its rule ("Version specifiers").
 * None if the set admits it, pre-releases let in.
 *
 * @example refusalsOf(readSpecifierSet('>=1,<2,!=1.5'), readVersion('2rc1')).map((refusal) => refusal.rule) // → ['pre-release-of-bound']
 */
export function refusalsOf(set: SpecifierSet, version: Version): ClauseRefusal[] {
  return set.clauses
    .filter((clause) => !clauseAdmits(clause, version, undefined))
    .map((clause) => ({ clause, rule: ruleOf(clause, version) }));
}

function ruleOf(clause: Clause, version: Version): RefusalRule {
  if (clause.kind === 'arbitrary') return 'other-text';
  if (clause.kind === 'prefix') return clause.operator === '==' ? 'not-in-prefix' : 'excluded';
  const bound = clause.version;
  const order = compareVersions(version, bound);
  switch (clause.operator) {
    case '==':
      return compareVersions(publicVersion(version), publicVersion(bound)) === 0 ? 'other-local' : 'not-equal';
    case '!=':
      return 'excluded';
    case '>=':
      return 'below';
    case '<=':
      return 'above';
    case '~=':
      return order < 0 ? 'below' : 'beyond-prefix';
    case '<':
      // <1.7 leaves 1.7rc1 out, which comes before 1.7.
      return order < 0 ? 'pre-release-of-bound' : order === 0 ? 'same' : 'above';
    case '>':
      if (order <= 0) return order === 0 ? 'same' : 'below';
      return compareVersions(publicVersion(version), bound) === 0 ? 'local-of-bound' : 'post-release-of-bound';
  }
}

/**
 * A refusal as a sentence, for the version that was refused ("Version specifiers").
 *
 * @example describeRefusal(refusalsOf(readSpecifierSet('>1.7'), readVersion('1.7.post1'))[0], readVersion('1.7.post1')) // → '>1.7 leaves out the post releases of 1.7, such as 1.7.post1.'
 */
export function describeRefusal({ clause, rule }: ClauseRefusal, version: Version): string {
  const written = formatClause(clause);
  const candidate = formatVersion(version);
  const bound = clause.version === undefined ? clause.written : formatVersion(clause.version);
  switch (rule) {
    case 'below':
      return `${candidate} comes before ${bound}, and ${written} begins there.`;
    case 'above':
      return `${candidate} comes after ${bound}, and ${written} ends there.`;
    case 'same':
      return `${written} leaves out ${bound} itself.`;
    case 'pre-release-of-bound':
      return `${written} leaves out the pre-releases of ${bound}, such as ${candidate}.`;
    case 'post-release-of-bound':
      return `${written} leaves out the post releases of ${bound}, such as ${candidate}.`;
    case 'local-of-bound':
      return `${written} leaves out the local versions of ${bound}, such as ${candidate}.`;
    case 'beyond-prefix':
      return `${written} goes no further than ${prefixOf(clause)}, and ${candidate} comes after that.`;
    case 'not-equal':
      return `${written} admits ${bound} only, and ${candidate} is another version.`;
    case 'other-local':
      return `${written} names the local version ${bound}, and ${candidate} is another one.`;
    case 'not-in-prefix':
      return `${candidate} does not begin with ${bound}.`;
    case 'excluded':
      return `${written} leaves out ${candidate}.`;
    case 'other-text':
      return `${written} compares the text, and ${candidate} is another one.`;
  }
}

/** What ~= leaves open: 2.* for ~=2.1. */
function prefixOf({ version }: Clause): string {
  if (version === undefined) return '';
  const { epoch, release } = version;
  return `${epoch === 0 ? '' : `${epoch}!`}${release.slice(0, -1).join('.')}.*`;
}
