/** A scenario of the resolver playground: its text is the one source of truth, and what the core makes of a text is made once. */
import {
  asksAtFault,
  type Asks,
  asksOfAnswer,
  explain,
  type Explanation,
  type ParsedScenario,
  parseScenario,
  type Pin,
  type RequirementPlaces,
  type Resolution,
  requirementPlaces,
  resolve,
  type Scenario,
  type WaysOut,
  waysOut,
} from '@/core/resolution';
import type { Problem } from '@/core/python';
import { remembering } from '@/figures/frame/remembering';

/** What a page is sent: the TOML of a scenario file. */
export interface ResolverScenario {
  readonly id: string;
  readonly text: string;
}

/** What a text that can be read comes to. */
export interface Answer {
  readonly scenario: Scenario;
  readonly resolution: Resolution;
  /** What is installed, of all forks; nothing where there is no answer. */
  readonly pins: readonly Pin[];
  /** What is asked of each project: by the answer, or by what the failure rests on. */
  readonly asks: Asks;
  /** Asked for only where there is no solution, and made then. */
  readonly why: () => Explanation | undefined;
  readonly waysOut: () => WaysOut;
  readonly places: () => RequirementPlaces;
}

export type Reading =
  | { readonly kind: 'read'; readonly answer: Answer }
  | { readonly kind: 'unread'; readonly problems: readonly Problem[] };

export interface ResolverScene {
  readonly scenario: ResolverScenario;
  readonly readingOf: (text: string) => Reading;
}

/** Steps that are taken at once: a page answers within a frame. What takes longer goes to the worker. */
export const INLINE_STEPS = 20_000;
/** Steps of each search for a way out, of which there are many. */
const WAY_STEPS = 4_000;

export function openScene(scenario: ResolverScenario): ResolverScene {
  const readingOf = remembering((text: string) => text, readText);
  return { scenario, readingOf };
}

function readText(text: string): Reading {
  const { value, problems }: ParsedScenario = parseScenario(text);
  if (value === undefined) return { kind: 'unread', problems };
  const { problem } = value;
  const resolution = resolve(problem, { budget: INLINE_STEPS });
  const pins = resolution.kind === 'solved' ? resolution.forks.flatMap((fork) => fork.pins) : [];
  const asks =
    resolution.kind === 'unsolvable'
      ? asksAtFault(problem, resolution.derivation, resolution.packages)
      : asksOfAnswer(problem, pins);
  const again: typeof resolve = (other) => resolve(other, { budget: WAY_STEPS });
  return {
    kind: 'read',
    answer: {
      scenario: value,
      resolution,
      pins,
      asks,
      why: once(() => explain(problem, again)),
      waysOut: once(() => waysOut(problem, again)),
      places: once(() => requirementPlaces(text)),
    },
  };
}

/** A value that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
