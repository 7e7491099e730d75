/**
 * Scenarios of the resolver (docs/resolver-scenarios.md): whether our answer is the one that the file expects. Forks are the same
 * where their markers hold in the same environments and install the same versions; their order counts for nothing.
 */
import {
  andMarkers,
  canonicalVersion,
  complexifyMarker,
  isSameSet,
  type MarkerSet,
  markerArena,
  markerSet,
  type NormalizedName,
  parseMarker,
  placeOf,
  type Version,
} from '@/core/python';
import { type Case, type Comparison, type Json, text, unreadable } from '@/core/python/conformance/case';
import {
  answersElsewhere,
  parseScenario,
  type ResolutionProblem,
  type ResolvedFork,
  resolve,
  type Scenario,
} from '@/core/resolution';

export const RESOLVER_SUITE = 'resolver';

/** The answer that a scenario expects, and ours. What the file doesn't say is in neither. */
export function compareScenario(given: Case): Comparison {
  const scenario = readScenario(text(given['scenario']));
  if (scenario.ecosystem !== 'python') return compareElsewhere(scenario);
  const { problem, expected } = scenario;
  if (expected === undefined) unreadable('The scenario expects nothing.');
  const steps = scenario.bounds.get('steps');
  const resolution = resolve(problem, steps === undefined ? {} : { budget: steps });
  if (resolution.kind !== 'solved') {
    const satisfiable = resolution.kind === 'stopped' ? 'stopped' : false;
    return { expected: expectedOf(expected), got: { satisfiable } };
  }
  if (!expected.satisfiable) {
    return { expected: { satisfiable: false }, got: { satisfiable: true, forks: resolution.forks.map(forkOf) } };
  }
  const { forks } = resolution;
  if (expected.forks !== undefined) {
    const wanted = sorted(expected.forks.map(forkOf));
    return {
      expected: { satisfiable: true, forks: wanted },
      got: { satisfiable: true, forks: sorted(named(problem, wanted, forks.map(forkOf))) },
    };
  }
  if (expected.packages === undefined) return { expected: { satisfiable: true }, got: { satisfiable: true } };
  const packages = forks.length === 1 || isOneVersionEach(forks) ? pinsOf(forks.flatMap(({ pins }) => pins)) : null;
  const got = packages === null ? { forks: forks.map(forkOf) } : { packages };
  return { expected: expectedOf(expected), got: { satisfiable: true, ...got } };
}

function readScenario(given: string) {
  const { value: scenario, problems } = parseScenario(given);
  const [problem] = problems;
  if (problem !== undefined) {
    unreadable(`Line ${placeOf(given, problem.at.start).line}: ${problem.message}`);
  }
  if (scenario === undefined) unreadable('The scenario can’t be read.');
  return scenario;
}

/** The same for npm, Cargo and Go, whose answer is lines, or an error's code. */
function compareElsewhere({ ecosystem, elsewhere, expected }: Scenario): Comparison {
  const own = answersElsewhere(elsewhere).find((one) => one.ecosystem === ecosystem);
  if (own === undefined || (own.expected === undefined && expected === undefined)) {
    unreadable('The scenario expects nothing.');
  }
  const { got } = own;
  const ours = got.kind === 'error' ? { error: got.error } : { answer: got.lines };
  if (own.expected === undefined) {
    return { expected: { satisfiable: expected?.satisfiable ?? null }, got: { satisfiable: got.kind === 'answer' } };
  }
  const { error, answer = [] } = own.expected;
  return { expected: error === undefined ? { answer } : { error }, got: ours };
}

function expectedOf({ satisfiable, packages, forks }: NonNullable<Scenario['expected']>): Json {
  return {
    satisfiable,
    ...(packages !== undefined && satisfiable && { packages: pairsOf(packages) }),
    ...(forks !== undefined && { forks: sorted(forks.map(forkOf)) }),
  };
}

interface PlainFork {
  readonly [key: string]: Json;
  readonly markers: string | null;
  readonly packages: Readonly<Record<string, string>>;
}

function forkOf(
  fork:
    | ResolvedFork
    | { readonly markers: string | undefined; readonly packages: ReadonlyMap<NormalizedName, Version> },
): PlainFork {
  return {
    markers: fork.markers ?? null,
    packages: 'pins' in fork ? pinsOf(fork.pins) : pairsOf(fork.packages),
  };
}

const pinsOf = (pins: ResolvedFork['pins']) => pairsOf(new Map(pins.map(({ name, version }) => [name, version])));

const pairsOf = (packages: ReadonlyMap<NormalizedName, Version>): Readonly<Record<string, string>> =>
  Object.fromEntries([...packages].map(([name, version]) => [name, canonicalVersion(version)]));

function isOneVersionEach(forks: readonly ResolvedFork[]): boolean {
  const versions = new Map<NormalizedName, string>();
  return forks.every(({ pins }) =>
    pins.every(({ name, version }) => {
      const text = canonicalVersion(version);
      const known = versions.get(name) ?? text;
      versions.set(name, text);
      return known === text;
    }),
  );
}

/** Our forks under the expected ones' markers where they mean the same. */
function named(
  { requiresPython = { clauses: [] } }: ResolutionProblem,
  wanted: readonly PlainFork[],
  forks: readonly PlainFork[],
): readonly PlainFork[] {
  const arena = markerArena('uv');
  const everywhere = complexifyMarker(markerSet(undefined, arena), { requiresPython });
  const set = ({ markers }: PlainFork): MarkerSet =>
    andMarkers(everywhere, markerSet(markers === null ? undefined : parseMarker(markers).value, arena));
  return forks.map((fork) => {
    const same = wanted.find((one) => isSameSet(set(one), set(fork)) === true);
    return { ...fork, markers: same === undefined ? fork.markers : same.markers };
  });
}

const sorted = (forks: readonly PlainFork[]): readonly PlainFork[] =>
  [...forks].sort((left, right) => ((left.markers ?? '') < (right.markers ?? '') ? -1 : 1));
