// Texts in their order, as uv compares `platform_release` and `platform_version` with < and its like (crates/uv-pep508,
// marker/algebra.rs, "from_string"): the order is that of code points, and a stretch of texts begins and ends right before or right
// after a text. By the dependency specifiers specification, "Environment Markers", what is no version has no order.
import type { MarkerOperator } from './marker';
import { compareText } from './text';

/** A place among texts: before the text, or right after it. */
export interface TextPlace {
  readonly text: string;
  readonly isAfter: boolean;
}

/** A set of texts: where it begins and ends by turns, ascending. */
export interface TextStretches {
  /** Whether the texts before the first cut belong to the set. */
  readonly fromStart: boolean;
  readonly cuts: readonly TextPlace[];
}

/** Orders places: negative, zero or positive. */
export function compareTextPlaces(left: TextPlace, right: TextPlace): number {
  return compareText(left.text, right.text) || Number(left.isAfter) - Number(right.isAfter);
}

/** The texts that compare so with a text; undefined where the operator doesn't order. */
export function textsThatCompare(operator: MarkerOperator, text: string): TextStretches | undefined {
  const before = { text, isAfter: false };
  const after = { text, isAfter: true };
  switch (operator) {
    case '==':
    case '===':
      return { fromStart: false, cuts: [before, after] };
    case '!=':
      return { fromStart: true, cuts: [before, after] };
    case '<':
      return { fromStart: true, cuts: [before] };
    case '<=':
      return { fromStart: true, cuts: [after] };
    case '>':
      return { fromStart: false, cuts: [after] };
    case '>=':
      return { fromStart: false, cuts: [before] };
    default:
      return undefined;
  }
}

/** The number of the edge that a text takes: how many cuts are not after it. */
export function edgeOfText(cuts: readonly TextPlace[], text: string): number {
  return cuts.filter((cut) => compareTextPlaces(cut, { text, isAfter: false }) <= 0).length;
}

/** How markers say a stretch from one place, or the first of all, up to another, or without end. */
export function comparisonsOfStretch(
  from: TextPlace | undefined,
  before: TextPlace | undefined,
): readonly (readonly [MarkerOperator, string])[] {
  if (from && before && !from.isAfter && before.isAfter && from.text === before.text) return [['==', from.text]];
  const lower = from && ([from.isAfter ? '>' : '>=', from.text] as const);
  const upper = before && ([before.isAfter ? '<=' : '<', before.text] as const);
  return [lower, upper].filter((bound) => bound !== undefined);
}
