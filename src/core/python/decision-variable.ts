// What a node of a marker's decision diagram can ask for, and in which order a path asks: the variables of the dependency
// specifiers specification, "Environment Markers", as marker algebra sees them. The order is that of uv, so that markers
// that are written back come out in uv's order too.
import type { MarkerComparison, MarkerVariable } from './marker';
import { comparisonHolds, subjectOf } from './marker-evaluate';
import { compareText } from './text';

export type DecisionVariable =
  /** The releases of the interpreter, or of its implementation. */
  | { readonly kind: 'axis'; readonly id: AxisVariable }
  /** A text by its place in the order of texts: only in uv's world. */
  | { readonly kind: 'order'; readonly id: OrderVariable }
  /** A text by its value. */
  | { readonly kind: 'text'; readonly id: TextVariable }
  /**
   * Something that holds or not and is taken as independent of all else: that an extra is wanted, or that one text is
   * a piece of another. `of` is the variable that it speaks of; its value, if known, decides the fact.
   */
  | { readonly kind: 'fact'; readonly id: string; readonly of: MarkerVariable; readonly holds: MarkerComparison };

/** `darwin_release` is `platform_release` where that is the version of a macOS kernel: only in uv's world. */
export type AxisVariable = 'implementation_version' | 'python_full_version' | 'darwin_release';
export type OrderVariable = 'platform_release' | 'platform_version';
export type TextVariable = (typeof TEXT_VARIABLES)[number];

/** Texts, in the order in which a path asks for them; the related ones come first (marker-relations.ts). */
export const TEXT_VARIABLES = [
  'os_name',
  'sys_platform',
  'platform_system',
  'platform_machine',
  'platform_python_implementation',
  'platform_release',
  'platform_version',
  'implementation_name',
] as const;

/** Facts come after all values: those of texts, then extras, which so can be left out without touching the rest. */
const FACTS: readonly MarkerVariable[] = ['python_version', 'extra', 'extras', 'dependency_groups'];

const AXES: readonly string[] = [
  'darwin_release',
  'implementation_version',
  'python_full_version',
] satisfies AxisVariable[];

/** The place of a variable among values: texts, then releases. */
function rankOfValue(variable: string): number {
  const axis = AXES.indexOf(variable);
  if (axis !== -1) return TEXT_VARIABLES.length + axis;
  const texts: readonly string[] = TEXT_VARIABLES;
  return texts.indexOf(variable);
}

function rank(variable: DecisionVariable): number {
  const values = TEXT_VARIABLES.length + AXES.length;
  if (variable.kind !== 'fact') return rankOfValue(variable.id);
  const ofOwn = FACTS.indexOf(variable.of);
  return ofOwn === -1 ? values + rankOfValue(variable.of) : 2 * values + ofOwn;
}

/** Orders variables as paths ask for them: negative, zero or positive. */
export function compareVariables(left: DecisionVariable, right: DecisionVariable): number {
  return rank(left) - rank(right) || compareText(left.id, right.id);
}

/** The variable of markers that an axis shows. */
export function markerVariableOf(id: AxisVariable): Exclude<AxisVariable, 'darwin_release'> | 'platform_release' {
  return id === 'darwin_release' ? 'platform_release' : id;
}

/** The fact that a comparison states, which is not a negated one. */
export function factOf(of: MarkerVariable, comparison: MarkerComparison): DecisionVariable {
  const { side, text } = subjectOf(comparison);
  const { operator, at } = comparison;
  const asked = { kind: 'variable', variable: of, at } as const;
  const named = { kind: 'text', text, at } as const;
  const [left, right] = side === 'left' ? [asked, named] : [named, asked];
  const holds: MarkerComparison = { kind: 'comparison', left, operator, right, at };
  return { kind: 'fact', id: `${of} ${side} ${operator} ${text}`, of, holds };
}

/** Whether a fact holds where the variable that it speaks of has this value. */
export function holdsAt(
  fact: Extract<DecisionVariable, { kind: 'fact' }>,
  value: string | ReadonlySet<string>,
): boolean {
  return comparisonHolds(fact.holds, subjectOf(fact.holds), value) === true;
}
