// Environment markers: what they hold and how they are written. Reading them is marker-parse.ts, evaluating them
// marker-evaluate.ts. Follows the dependency specifiers specification (PEP 508), "Environment Markers".
import type { Span } from './problem';

/** What a marker can ask for. `extra`, `extras` and `dependency_groups` exist in some contexts only. */
export const MARKER_VARIABLES = [
  'python_version',
  'python_full_version',
  'os_name',
  'sys_platform',
  'platform_release',
  'platform_system',
  'platform_version',
  'platform_machine',
  'platform_python_implementation',
  'implementation_name',
  'implementation_version',
  'extra',
  'extras',
  'dependency_groups',
] as const;

export type MarkerVariable = (typeof MARKER_VARIABLES)[number];

export type MarkerOperator = '===' | '==' | '~=' | '!=' | '<=' | '>=' | '<' | '>' | 'in' | 'not in';

/** One side of a comparison. Quoted names of extras are held in normal form, as the specification compares them. */
export type MarkerOperand =
  | { readonly kind: 'variable'; readonly variable: MarkerVariable; readonly at: Span }
  | { readonly kind: 'text'; readonly text: string; readonly at: Span };

export interface MarkerComparison {
  readonly kind: 'comparison';
  readonly left: MarkerOperand;
  readonly operator: MarkerOperator;
  readonly right: MarkerOperand;
  readonly at: Span;
}

/** A marker. `and` binds closer than `or`; a group is what stands in parentheses, kept where it is not one comparison. */
export type Marker =
  | MarkerComparison
  | { readonly kind: 'and'; readonly all: readonly Marker[]; readonly at: Span }
  | { readonly kind: 'or'; readonly any: readonly Marker[]; readonly at: Span }
  | { readonly kind: 'group'; readonly inner: Marker; readonly at: Span };

/** Which quotes stand around text, where it holds none of these itself: the reference implementation writes ", uv '. */
export type MarkerQuotes = '"' | "'";

/**
 * Writes a marker in canonical form ("Environment Markers"): one space between tokens, double quotes, parentheses as they
 * were but for those around the whole marker or one comparison.
 *
 * @example formatMarker(parseMarker("(os.name=='nt') and extra == 'Dev_Tools'").value) // → 'os_name == "nt" and extra == "dev-tools"'
 */
export function formatMarker(marker: Marker): string {
  return quoteMarker(marker, '"');
}

/**
 * The same with the quotes that are asked for ("Environment Markers"): uv and lock files have single ones.
 *
 * @example quoteMarker(parseMarker('os_name == "nt"').value, "'") // → "os_name == 'nt'"
 */
export function quoteMarker(marker: Marker, quotes: MarkerQuotes): string {
  return marker.kind === 'group' ? quoteMarker(marker.inner, quotes) : formatInner(marker, quotes);
}

function formatInner(marker: Marker, quotes: MarkerQuotes): string {
  switch (marker.kind) {
    case 'comparison':
      return quoteComparison(marker, quotes);
    case 'and':
      return marker.all.map((part) => formatInner(part, quotes)).join(' and ');
    case 'or':
      return marker.any.map((part) => formatInner(part, quotes)).join(' or ');
    case 'group':
      return `(${formatInner(marker.inner, quotes)})`;
  }
}

/**
 * Writes one comparison in canonical form ("Environment Markers").
 *
 * @example formatComparison(comparisonsOf(parseMarker("'linux'in sys.platform").value)[0]) // → '"linux" in sys_platform'
 */
export function formatComparison(comparison: MarkerComparison): string {
  return quoteComparison(comparison, '"');
}

function quoteComparison({ left, operator, right }: MarkerComparison, quotes: MarkerQuotes): string {
  return `${formatOperand(left, quotes)} ${operator} ${formatOperand(right, quotes)}`;
}

function formatOperand(operand: MarkerOperand, quotes: MarkerQuotes): string {
  if (operand.kind === 'variable') return operand.variable;
  const { text } = operand;
  const quote = text.includes(quotes) ? (quotes === '"' ? "'" : '"') : quotes;
  // Both quotes can only come from an escape; written as one, the text is read back as it is.
  return text.includes(quote) ? `"${text.replaceAll('"', '\\x22')}"` : quote + text + quote;
}
