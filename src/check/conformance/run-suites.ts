/** Our answers beside the reference's, suite by suite: how many agree, and what each disagreement is. */
import { type Compare, isUnreadableCase, type Json } from '@/core/python/conformance/case';
import { STANDARD_SUITES } from '@/core/python/conformance/suites';
import { type CaseFile, type Fault, type PlacedCase, readCaseFile } from './case-file';
import { compareLayerCache, LAYER_CACHE_SUITE } from './layer-cache-suite';
import { compareScenario, RESOLVER_SUITE } from './resolver-suite';

/** The result of a suite. Cases that the standards or versions of the tool leave open are counted apart. */
export interface SuiteResult {
  readonly suite: string;
  readonly cases: number;
  readonly agree: number;
  readonly apart: number;
  readonly apartAgree: number;
  readonly seconds: number;
}

export interface Disagreement {
  readonly suite: string;
  readonly file: string;
  readonly line: number;
  /** The standard leaves it open (`quirk`), or another version of the tool may differ (`versionDependent`). */
  readonly apart: boolean;
  readonly case: Json;
  readonly expected: Json;
  readonly got: Json;
}

export interface Conformance {
  readonly results: readonly SuiteResult[];
  readonly disagreements: readonly Disagreement[];
  readonly faults: readonly Fault[];
}

/**
 * Runs the cases of all files.
 *
 * @param now the time in milliseconds, for `seconds`
 */
export function runSuites(files: readonly CaseFile[], now: () => number): Conformance {
  const bySuite = new Map<string, PlacedCase[]>();
  const faults: Fault[] = [];
  for (const file of files) {
    const read = readCaseFile(file);
    faults.push(...read.faults);
    if (read.suite === undefined) continue;
    const cases = bySuite.get(read.suite) ?? [];
    bySuite.set(read.suite, cases);
    for (const placed of read.cases) cases.push(placed);
  }
  const results: SuiteResult[] = [];
  const disagreements: Disagreement[] = [];
  for (const [suite, cases] of bySuite) {
    const start = now();
    const ran = runSuite(suite, cases);
    const seconds = Math.round(now() - start) / 1000;
    faults.push(...ran.faults);
    disagreements.push(...ran.disagreements);
    const apart = ran.judged.filter((judged) => judged.apart);
    const decided = ran.judged.filter((judged) => !judged.apart);
    const agreed = (all: readonly Judged[]) => all.filter(({ agrees }) => agrees).length;
    results.push({
      suite,
      cases: decided.length,
      agree: agreed(decided),
      apart: apart.length,
      apartAgree: agreed(apart),
      seconds,
    });
  }
  return { results, disagreements, faults };
}

/** Does this run fail? A disagreement that is apart is no reason to. */
export function fails({ disagreements, faults }: Conformance): boolean {
  return faults.length > 0 || disagreements.some(({ apart }) => !apart);
}

/** Suites whose cases are files of their own. */
const SCENARIO_SUITES: ReadonlyMap<string, Compare> = new Map([
  [RESOLVER_SUITE, compareScenario],
  [LAYER_CACHE_SUITE, compareLayerCache],
]);

interface Judged {
  readonly apart: boolean;
  readonly agrees: boolean;
}

function runSuite(suite: string, cases: readonly PlacedCase[]) {
  const compare = SCENARIO_SUITES.get(suite) ?? STANDARD_SUITES.get(suite);
  const judged: Judged[] = [];
  const disagreements: Disagreement[] = [];
  const faults: Fault[] = [];
  for (const { file, line, given } of cases) {
    const apart = isApart(given);
    try {
      const compared = compare?.(given);
      if (compared === undefined) continue;
      const { expected, got } = compared;
      const agrees = canonical(expected) === canonical(got);
      judged.push({ apart, agrees });
      if (!agrees) disagreements.push({ suite, file, line, apart, case: given, expected, got });
    } catch (error) {
      const reason = error instanceof Error ? error.message : `${error}`;
      if (isUnreadableCase(error)) {
        faults.push({ file, line, reason });
        continue;
      }
      // The core never throws; if it does, that is our answer, and a wrong one.
      judged.push({ apart, agrees: false });
      disagreements.push({ suite, file, line, apart, case: given, expected: null, got: { threw: reason } });
    }
  }
  return { judged, disagreements, faults };
}

const isMarked = (mark: Json | undefined): boolean => mark !== undefined && mark !== null && mark !== false;
const isApart = (given: PlacedCase['given']): boolean =>
  isMarked(given['quirk']) || isMarked(given['versionDependent']);

/** JSON with the keys of objects sorted, so that equal answers are equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
