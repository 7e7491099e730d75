// What a scenario file holds: the resolver's problem, and what is expected of the answer. The format is packse's TOML, with
// keys of our own under `[shipshape]` (docs/resolver-scenarios.md). Reading it is parse-scenario.ts.
import type { NormalizedName, Version } from '@/core/python';
import type { ResolutionProblem } from '../problem';

/** One fork of an expected universal answer. `markers` is undefined for an answer that doesn't fork. */
export interface ExpectedFork {
  readonly markers: string | undefined;
  readonly packages: ReadonlyMap<NormalizedName, Version>;
}

/** What the file says of the answer. What it doesn't say is undefined, and any answer is right there. */
export interface ExpectedOutcome {
  readonly satisfiable: boolean;
  readonly packages: ReadonlyMap<NormalizedName, Version> | undefined;
  readonly forks: readonly ExpectedFork[] | undefined;
  readonly explanation: string | undefined;
}

/** Limits that the file sets to the search, such as `steps`, and what else it counts under `shipshape.bounds`. */
export type ScenarioBounds = ReadonlyMap<string, number>;

export interface Scenario {
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly problem: ResolutionProblem;
  readonly expected: ExpectedOutcome | undefined;
  readonly bounds: ScenarioBounds;
}
