// What a scenario file holds: the resolver's problem, and what is expected of the answer. The format is packse's TOML, with
// keys of our own under `[shipshape]` (docs/resolver-scenarios.md). Reading it is parse-scenario.ts.
import type { NormalizedName, Version } from '@/core/python';
import type { ElsewhereScenarios } from '../elsewhere';
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

/** Whose question the file is: what it expects is that ecosystem's answer. */
export type Ecosystem = 'python' | 'npm' | 'cargo' | 'go';

export interface Scenario {
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly ecosystem: Ecosystem;
  /** What Python is asked; of another ecosystem's file that is nothing, as a rule. */
  readonly problem: ResolutionProblem;
  /** What is asked in the notation of npm, Cargo and Go. */
  readonly elsewhere: ElsewhereScenarios;
  readonly expected: ExpectedOutcome | undefined;
  readonly bounds: ScenarioBounds;
}
