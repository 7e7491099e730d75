// What check-wheel-contents says of a wheel: its rules over RECORD’s tree, or why it takes the file for no wheel. Held against the real
// tool, release 0.6.3, case by case (recorded.test.ts).
import type { Archive } from '../archive/archive';
import { WHEEL_RULES, type WheelExpectations, type WheelRule, type WheelRuleCode } from './wheel-contents-rules';
import { readLayout } from './wheel-layout';

/** A broken rule, the tool’s words and the paths that it lists. */
export interface WheelFailure {
  readonly code: WheelRuleCode;
  readonly message: string;
  readonly paths: readonly string[];
}

/** No failures: the tool prints “OK”. `crashed`: it ends in an error of Python, which is as good as a refusal. */
export type WheelContentsVerdict =
  | { readonly kind: 'checked'; readonly failures: readonly WheelFailure[] }
  | { readonly kind: 'invalid'; readonly message: string }
  | { readonly kind: 'crashed'; readonly why: string };

/** Nothing is expected of the library, as when the tool is run without options. */
export const NO_EXPECTATIONS: WheelExpectations = { toplevel: undefined, files: undefined };

/** Says what check-wheel-contents says of a wheel. */
export function checkWheelContents(
  archive: Archive,
  expected: WheelExpectations = NO_EXPECTATIONS,
): WheelContentsVerdict {
  const reading = readLayout(archive);
  if (reading.kind !== 'read') return reading;
  const rules: readonly (readonly [string, WheelRule])[] = Object.entries(WHEEL_RULES);
  const failures = rules.flatMap(([code, { message, check }]) =>
    check(reading.layout, expected).map((paths) => ({ code: code as WheelRuleCode, message, paths })),
  );
  return { kind: 'checked', failures };
}
