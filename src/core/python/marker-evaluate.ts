// Whether a marker holds in an environment: the dependency specifiers specification (PEP 508), "Environment Markers", and
// for `extras` and `dependency_groups` the lock file specification (PEP 751).
import type { Marker, MarkerComparison, MarkerOperand, MarkerOperator, MarkerVariable } from './marker';
import { normalizeName } from './name';
import { clauseAdmits } from './specifier-admits';
import { readClause } from './specifier-parse';
import { readVersion } from './version-scan';

/** The variables that every environment has, by their names in markers. */
export type MarkerEnvironment = Readonly<
  Record<Exclude<MarkerVariable, 'extra' | 'extras' | 'dependency_groups'>, string>
>;

/**
 * Where a marker stands, and so which further variables it may use. In core metadata `extra` exists and is empty unless
 * given; in a lock file `extras` and `dependency_groups` exist and are empty unless given; elsewhere none of them does.
 */
export interface MarkerContext {
  readonly kind: 'metadata' | 'lock_file' | 'requirement';
  readonly extra?: string;
  readonly extras?: readonly string[];
  readonly dependencyGroups?: readonly string[];
}

/** A comparison with the values that it compared. A set is the sorted names in it. */
export interface ComparisonOutcome {
  readonly comparison: MarkerComparison;
  readonly left: string;
  readonly right: string | readonly string[];
  readonly holds: boolean;
}

/**
 * What became of a marker. There is no short circuit: every comparison is looked at, and one that has no meaning, or
 * asks for what does not exist here, makes the whole marker undefined.
 */
export type MarkerResult =
  | { readonly kind: 'decided'; readonly holds: boolean; readonly comparisons: readonly ComparisonOutcome[] }
  | {
      readonly kind: 'undefined';
      readonly error: 'undefined-comparison' | 'undefined-name';
      readonly comparison: MarkerComparison;
    };

/**
 * Evaluates a marker in an environment ("Environment Markers"): whether it holds, with the outcome of each comparison in
 * the order of the text, which explains it; or the first comparison that is an error, and which.
 *
 * @example evaluateMarker(parseMarker("extra == 'docs'").value, LINUX, { kind: 'metadata', extra: 'Docs' }).holds // → true
 */
export function evaluateMarker(marker: Marker, environment: MarkerEnvironment, context: MarkerContext): MarkerResult {
  const variables = variablesOf(environment, context);
  const comparisons: ComparisonOutcome[] = [];
  for (const comparison of comparisonsOf(marker)) {
    const outcome = compare(comparison, variables);
    if (typeof outcome === 'string') return { kind: 'undefined', error: outcome, comparison };
    comparisons.push(outcome);
  }
  const outcomes = comparisons.values();
  return { kind: 'decided', holds: isTrue(marker, outcomes), comparisons };
}

/**
 * The comparisons of a marker in the order of the text ("Environment Markers").
 *
 * @example comparisonsOf(parseMarker("os_name == 'nt' and (extra == 'a' or extra == 'b')").value).map(formatComparison) // → ['os_name == "nt"', 'extra == "a"', 'extra == "b"']
 */
export function comparisonsOf(marker: Marker): readonly MarkerComparison[] {
  switch (marker.kind) {
    case 'comparison':
      return [marker];
    case 'and':
      return marker.all.flatMap(comparisonsOf);
    case 'or':
      return marker.any.flatMap(comparisonsOf);
    case 'group':
      return comparisonsOf(marker.inner);
  }
}

/** Joins the outcomes, which come in the order of the text, as the marker says. */
function isTrue(marker: Marker, outcomes: Iterator<ComparisonOutcome>): boolean {
  switch (marker.kind) {
    case 'comparison':
      return outcomes.next().value?.holds === true;
    case 'and':
      return marker.all.map((part) => isTrue(part, outcomes)).every((holds) => holds);
    case 'or':
      return marker.any.map((part) => isTrue(part, outcomes)).some((holds) => holds);
    case 'group':
      return isTrue(marker.inner, outcomes);
  }
}

type Variables = ReadonlyMap<string, string | ReadonlySet<string>>;

function variablesOf(environment: MarkerEnvironment, context: MarkerContext): Variables {
  const variables = new Map<string, string | ReadonlySet<string>>(Object.entries(environment));
  const full = environment.python_full_version;
  // An interpreter built between releases calls itself 3.14.0+, which is no version.
  if (full.endsWith('+')) variables.set('python_full_version', `${full}local`);
  if (context.kind === 'metadata') variables.set('extra', '');
  if (context.kind === 'lock_file') {
    variables.set('extras', new Set());
    variables.set('dependency_groups', new Set());
  }
  if (context.extra !== undefined) variables.set('extra', normalizeName(context.extra));
  if (context.extras !== undefined) variables.set('extras', new Set(context.extras));
  if (context.dependencyGroups !== undefined) variables.set('dependency_groups', new Set(context.dependencyGroups));
  return variables;
}

/** Variables whose values are versions: with these, comparisons are those of specifiers. */
const VERSION_VARIABLES: ReadonlySet<string> = new Set([
  'implementation_version',
  'platform_release',
  'python_full_version',
  'python_version',
]);

/**
 * What a comparison asks for: the variable, on which side it stands, and the text on the other side. One side is a
 * variable and the other text. Where both are the same kind the standard is silent; the reference implementation takes
 * the name of the second one as text, or looks the second text up as a variable, so `name` may be no variable at all.
 */
export interface ComparisonSubject {
  readonly name: string;
  readonly side: 'left' | 'right';
  readonly text: string;
}

/** Tells which variable a comparison asks for. */
export function subjectOf({ left, right }: MarkerComparison): ComparisonSubject {
  return left.kind === 'variable'
    ? { name: left.variable, side: 'left', text: writtenAs(right) }
    : { name: writtenAs(right), side: 'right', text: left.text };
}

/** Whether a comparison holds where its variable has this value; undefined if it has no meaning. */
export function comparisonHolds(
  { operator }: MarkerComparison,
  { name, side, text }: ComparisonSubject,
  value: string | ReadonlySet<string>,
): boolean | undefined {
  if (typeof value === 'string') {
    const asVersions = VERSION_VARIABLES.has(name);
    return side === 'left'
      ? compareTexts(value, operator, text, asVersions)
      : compareTexts(text, operator, value, asVersions);
  }
  // A set has one use, `'name' in extras`, and so stands on the right.
  if (side === 'left') return undefined;
  const isOfNames = name === 'extras' || name === 'dependency_groups';
  return compareWithSet(isOfNames ? normalizeName(text) : text, operator, value);
}

function compare(
  comparison: MarkerComparison,
  variables: Variables,
): ComparisonOutcome | 'undefined-comparison' | 'undefined-name' {
  const subject = subjectOf(comparison);
  const value = variables.get(subject.name);
  if (value === undefined) return 'undefined-name';
  const holds = comparisonHolds(comparison, subject, value);
  if (holds === undefined) return 'undefined-comparison';
  const shown = typeof value === 'string' ? value : [...value].sort();
  // A set on the left has no meaning, so what stands there is text.
  return subject.side === 'left'
    ? { comparison, left: String(shown), right: subject.text, holds }
    : { comparison, left: subject.text, right: shown, holds };
}

function writtenAs(operand: MarkerOperand): string {
  return operand.kind === 'variable' ? operand.variable : operand.text;
}

/** Versions where both sides can be read as such, and text otherwise: then < and > have no meaning and are false. */
function compareTexts(left: string, operator: MarkerOperator, right: string, asVersions: boolean): boolean | undefined {
  const clause = asVersions && operator !== 'in' && operator !== 'not in' ? readClause(operator + right) : undefined;
  if (clause !== undefined) return clauseAdmits(clause, readVersion(left), left);
  switch (operator) {
    case 'in':
      return right.includes(left);
    case 'not in':
      return !right.includes(left);
    case '==':
    case '<=':
    case '>=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
    case '>':
      return false;
    case '~=':
    case '===':
      return undefined;
  }
}

function compareWithSet(name: string, operator: MarkerOperator, names: ReadonlySet<string>): boolean | undefined {
  const has = () => [...names].some((other) => normalizeName(other) === name);
  switch (operator) {
    case 'in':
      return has();
    case 'not in':
      return !has();
    case '!=':
      return true;
    case '==':
    case '<=':
    case '>=':
    case '<':
    case '>':
      return false;
    case '~=':
    case '===':
      return undefined;
  }
}
