// Reading specifier sets: PEP 440, "Version specifiers". A set is a comma-separated list of clauses, and empty clauses
// (`>=1,,<2`, `>=1,`) count for nothing, as in the reference implementation.
import { versionsComparing, versionsWithPrefix, versionsWritten } from './clause-versions';
import { type Parsed, type Part, type PartSink, type Problem, partAt, problemAt } from './problem';
import type { Clause, ComparisonOperator, SpecifierSet } from './specifier';
import { CHAR, isWhiteSpace, skipWhiteSpace, skipWhiteSpaceBack } from './text';
import { readVersion, scanVersion } from './version-scan';

export type SpecifierPart = 'operator' | 'version' | 'wildcard' | 'comma';

/**
 * Reads a specifier set ("Version specifiers"). The empty text is a set: it admits every version.
 *
 * Problems: `specifier/operator`, `specifier/version`, `specifier/wildcard`, `specifier/local-version`,
 * `specifier/compatible-needs-two`, `specifier/unexpected`. Every clause is read, so there may be several.
 *
 * @example parseSpecifierSet('>=1.0,~=2').problems.map((problem) => problem.at) // → [{ start: 8, end: 9 }]
 */
export function parseSpecifierSet(text: string): Parsed<SpecifierSet, SpecifierPart> {
  return parseSpecifierSetIn(text, 0, text.length);
}

/**
 * The value alone, or `undefined` if the text is no specifier set ("Version specifiers").
 *
 * @example readSpecifierSet('>=1.x') // → undefined
 */
export function readSpecifierSet(text: string): SpecifierSet | undefined {
  return parseSpecifierSet(text).value;
}

/** Reads the specifier set that stands in `text` from `start` up to `end`; all places are places in `text`. */
export function parseSpecifierSetIn(text: string, start: number, end: number): Parsed<SpecifierSet, SpecifierPart> {
  const clauses: Clause[] = [];
  const parts: Part<SpecifierPart>[] = [];
  const problems: Problem[] = [];
  let at = start;
  while (at <= end) {
    const comma = text.indexOf(',', at);
    const clauseEnd = comma === -1 || comma > end ? end : comma;
    const from = skipWhiteSpace(text, at);
    if (from < clauseEnd) {
      const scanned = scanClause(text, from, clauseEnd, parts);
      const to = skipWhiteSpaceBack(text, clauseEnd, from);
      if (scanned.problem !== undefined) problems.push(scanned.problem);
      else if (scanned.end < to) problems.push(afterClause(text, scanned, to));
      else clauses.push(scanned.clause);
    }
    if (clauseEnd < end) parts.push(partAt('comma', text, clauseEnd, clauseEnd + 1));
    at = clauseEnd + 1;
  }
  return { value: problems.length === 0 ? { clauses } : undefined, parts, problems };
}

/** Reads one clause, the whole text of it, or nothing: what a marker makes of its operator and value. */
export function readClause(text: string): Clause | undefined {
  const start = skipWhiteSpace(text, 0);
  const scanned = scanClause(text, start, text.length);
  if (scanned.problem !== undefined || skipWhiteSpace(text, scanned.end) !== text.length) return undefined;
  return scanned.clause;
}

export type ScannedClause =
  | { readonly clause: Clause; readonly end: number; readonly problem?: never }
  | { readonly problem: Problem };

/** Longer operators stand before those that they begin with. */
const OPERATORS: readonly (ComparisonOperator | '===')[] = ['===', '~=', '==', '!=', '<=', '>=', '<', '>'];

/** Scans the longest clause at `start`. Clauses in requirements end where this ends; in a set, at the comma. */
export function scanClause(text: string, start: number, limit: number, parts?: PartSink<SpecifierPart>): ScannedClause {
  const operator = OPERATORS.find((candidate) => text.startsWith(candidate, start));
  if (operator === undefined) {
    const end = Math.max(start, skipWhiteSpaceBack(text, limit, start));
    const message = 'A clause begins with an operator: one of ==, !=, >=, <=, >, <, ~= and ===.';
    return { problem: problemAt('specifier/operator', start, end, message) };
  }
  parts?.push(partAt('operator', text, start, start + operator.length));
  const at = skipWhiteSpace(text, start + operator.length);
  return operator === '===' ? scanArbitrary(text, at, limit, parts) : scanComparison(text, operator, at, limit, parts);
}

/** After `===` comes any text up to white space, a semicolon or a closing parenthesis; it need not be a version. */
function scanArbitrary(text: string, at: number, limit: number, parts?: PartSink<SpecifierPart>): ScannedClause {
  const start = Math.min(at, limit);
  let end = start;
  while (end < limit && !isWhiteSpace(text.charCodeAt(end)) && text[end] !== ';' && text[end] !== ')') end++;
  parts?.push(partAt('version', text, start, end));
  const written = text.slice(start, end);
  const version = readVersion(written);
  const clause: Clause = { kind: 'arbitrary', operator: '===', version, written, versions: versionsWritten(version) };
  return { clause, end };
}

function scanComparison(
  text: string,
  operator: ComparisonOperator,
  at: number,
  limit: number,
  parts?: PartSink<SpecifierPart>,
): ScannedClause {
  const equality = operator === '==' || operator === '!=';
  const scanned = at < limit ? scanVersion(text, at, equality ? 'with-local' : 'without-local', undefined) : undefined;
  if (scanned === undefined) {
    const end = Math.max(Math.min(at, limit), skipWhiteSpaceBack(text, limit, Math.min(at, limit)));
    const message = `After ${operator} comes a version, such as ${operator}1.0.`;
    return { problem: problemAt('specifier/version', Math.min(at, limit), end, message) };
  }
  const { version, end } = scanned;
  parts?.push(partAt('version', text, at, end));
  if (operator === '~=' && version.release.length < 2) {
    const written = text.slice(at, end);
    const message = `~= needs two release segments at least, for it leaves the last one open: write ~=${written}.0 or >=${written}.`;
    return { problem: problemAt('specifier/compatible-needs-two', at, end, message) };
  }
  const isRelease = version.pre === undefined && version.post === undefined && version.dev === undefined;
  const wildcard = text.charCodeAt(end) === CHAR.dot && text.charCodeAt(end + 1) === CHAR.star;
  if (equality && isRelease && version.local.length === 0 && wildcard) {
    parts?.push(partAt('wildcard', text, end, end + 2));
    const versions = versionsWithPrefix(operator, version);
    return { clause: { kind: 'prefix', operator, version, written: text.slice(at, end + 2), versions }, end: end + 2 };
  }
  const versions = versionsComparing(operator, version);
  return { clause: { kind: 'comparison', operator, version, written: text.slice(at, end), versions }, end };
}

/** What is wrong when text is left between a clause and the end of it. */
function afterClause(text: string, scanned: { readonly clause: Clause; readonly end: number }, to: number): Problem {
  const { clause, end } = scanned;
  const rest = text.slice(end, to);
  if (rest.startsWith('.*') || rest.startsWith('*')) {
    const message =
      clause.operator === '==' || clause.operator === '!='
        ? '“.*” follows a release only, such as ==1.0.*, and nothing follows it.'
        : `“.*” goes with == and != only: with ${clause.operator}, write the version alone.`;
    return problemAt('specifier/wildcard', end, to, message);
  }
  if (rest.startsWith('+')) {
    const message =
      clause.operator === '==' || clause.operator === '!='
        ? 'After “+” comes a local version: ASCII letters and digits, separated by single dots.'
        : `A local version, after “+”, goes with == and != only: with ${clause.operator}, write the public version.`;
    return problemAt('specifier/local-version', end, to, message);
  }
  const message = `“${rest.trim().slice(0, 20)}” is not part of ${clause.operator}${clause.written.slice(0, 40)}: separate clauses with a comma.`;
  return problemAt('specifier/unexpected', skipWhiteSpace(text, end), to, message);
}
