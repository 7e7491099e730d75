// Which requirements of a release count on a machine: those without marker, and those whose marker holds, with the extras
// that are asked for (dependency specifiers, "Extras" and "Environment markers").
import {
  type ComparisonOutcome,
  evaluateMarker,
  formatMarker,
  type MarkerEnvironment,
  parseRequirement,
  type Requirement,
} from '@/core/python';
import type { LeftRequirement } from './step';

/** A requirement as written, and read. */
export interface ReadRequirement {
  readonly text: string;
  readonly requirement: Requirement;
}

export type Sorted =
  | {
      readonly kind: 'sorted';
      readonly counted: readonly ReadRequirement[];
      readonly left: readonly LeftRequirement[];
    }
  | { readonly kind: 'unreadable'; readonly text: string; readonly message: string }
  | { readonly kind: 'undefined-marker'; readonly text: string; readonly marker: string };

/** Sorts requirements into those that count and those that do not, each with what its marker compared. */
export function sortRequirements(
  texts: readonly string[],
  extras: readonly string[],
  markers: MarkerEnvironment,
): Sorted {
  const counted: ReadRequirement[] = [];
  const left: LeftRequirement[] = [];
  for (const text of texts) {
    const { value: requirement, problems } = parseRequirement(text);
    if (requirement === undefined) return { kind: 'unreadable', text, message: problems[0]?.message ?? '' };
    if (requirement.marker === undefined) {
      counted.push({ text, requirement });
      continue;
    }
    // A marker is asked without extra and for each extra; one answer is enough.
    let comparisons: readonly ComparisonOutcome[] = [];
    let holds = false;
    for (const extra of ['', ...extras]) {
      const result = evaluateMarker(requirement.marker, markers, { kind: 'metadata', extra });
      if (result.kind === 'undefined')
        return { kind: 'undefined-marker', text, marker: formatMarker(requirement.marker) };
      comparisons = result.comparisons;
      holds ||= result.holds;
    }
    if (holds) counted.push({ text, requirement });
    else left.push({ requirement: text, marker: formatMarker(requirement.marker), comparisons });
  }
  return { kind: 'sorted', counted, left };
}
