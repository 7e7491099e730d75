/**
 * The answer to one scenario file, as `npm run resolve` prints it (docs/resolver-scenarios.md, “Resolve without a page”): plain
 * JSON. A search that reaches its bound is an answer too: that nothing is known yet, and what was learned.
 */
import { formatVersion, placeOf } from '@/core/python';
import {
  answersElsewhere,
  describeIncompatibility,
  type EffortCounts,
  explain,
  formatExplanation,
  PIP_MAX_ROUNDS,
  parseScenario,
  type Resolution,
  type ResolutionProblem,
  type ResolvedFork,
  resolve,
  type Scenario,
  solveByBacktracking,
} from '@/core/resolution';

export const STRATEGIES = ['pubgrub', 'backtracking'] as const;
export type Strategy = (typeof STRATEGIES)[number];

export interface FileProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface AnsweredFork {
  readonly markers: string | null;
  readonly packages: Readonly<Record<string, string>>;
}

/** The keys of a line of `--json`, in its order. */
export interface ScenarioAnswer {
  readonly file: string;
  /** `null`: the file can’t be read, or the search came to no end. */
  readonly satisfiable: boolean | null;
  /** Name → version; of an answer that forks, what has one version in all forks that install it. */
  readonly packages: Readonly<Record<string, string>>;
  /** Empty where the answer doesn’t fork. */
  readonly forks: readonly AnsweredFork[];
  /** `null` where nothing was searched. */
  readonly counts: EffortCounts | null;
  /** Why there is no answer; `null` where there is one. */
  readonly explanation: string | null;
  readonly problems: readonly FileProblem[];
}

type StoppedSearch = Extract<Resolution, { kind: 'stopped' }>;

/** A finding that the search stopped at is worth a line; more than these nobody reads. */
const MOST_LEARNED = 5;

/** Steps for the searches that an explanation is made of, beside twenty times those of the search that failed. */
const EXPLAINING_STEPS = 200_000;

/** Reads a scenario’s text and resolves it. Problems of the text are in the answer, with their places. */
export function answerScenario(file: string, text: string, strategy: Strategy): ScenarioAnswer {
  const { value, problems } = parseScenario(text);
  if (value === undefined) {
    const placed = problems.map(({ at, message }) => ({ ...placeOf(text, at.start), message }));
    return unreadableFile(file, placed);
  }
  if (value.ecosystem !== 'python') return byEcosystem(file, value);
  return strategy === 'pubgrub' ? byPubGrub(file, value) : byBacktracking(file, value);
}

/** The answer where a file can’t be read. */
export function unreadableFile(file: string, problems: readonly FileProblem[]): ScenarioAnswer {
  return { ...nothing(file), problems };
}

function nothing(file: string): ScenarioAnswer {
  return { file, satisfiable: null, packages: {}, forks: [], counts: null, explanation: null, problems: [] };
}

function byPubGrub(file: string, { problem, bounds }: Scenario): ScenarioAnswer {
  const steps = bounds.get('steps');
  const resolution = resolve(problem, steps === undefined ? {} : { budget: steps });
  const answer = { ...nothing(file), counts: countsOf(resolution.counts) };
  switch (resolution.kind) {
    case 'solved':
      return { ...answer, satisfiable: true, ...installed(resolution.forks) };
    case 'unsolvable':
      return { ...answer, satisfiable: false, explanation: explanationOf(problem, resolution.counts) };
    case 'stopped':
      return { ...answer, explanation: stoppedSearch(problem, resolution) };
  }
}

/** What a search that reached its bound learned: the last findings say most. */
function stoppedSearch(problem: ResolutionProblem, { learned, packages, counts }: StoppedSearch): string {
  const replay = { problem, events: [], packages, incompatibilities: learned, isCut: true };
  const last = learned.map((_, id) => id).slice(-MOST_LEARNED);
  const found = last.length === 0 ? '' : ` Learned last:`;
  return [`${stoppedAfter(counts)}${found}`, ...last.map((id) => `- ${describeIncompatibility(replay, id)}`)].join(
    '\n',
  );
}

function byBacktracking(file: string, { problem, bounds }: Scenario): ScenarioAnswer {
  const outcome = solveByBacktracking(problem, { budget: bounds.get('steps') ?? PIP_MAX_ROUNDS });
  if (outcome.kind === 'not-modelled') {
    const explanation = 'Backtracking, as pip does it, resolves for one environment only: this scenario asks for all.';
    return { ...nothing(file), explanation };
  }
  const answer = { ...nothing(file), counts: countsOf(outcome.counts) };
  switch (outcome.kind) {
    case 'solved':
      return { ...answer, satisfiable: true, ...installed(outcome.forks) };
    case 'unsolvable':
      return { ...answer, satisfiable: false, explanation: explanationOf(problem, outcome.counts) };
    case 'stopped':
      return { ...answer, explanation: stoppedAfter(outcome.counts) };
  }
}

/** The answer under the rules of npm, Cargo or Go, each of which has one strategy. */
function byEcosystem(file: string, { ecosystem, elsewhere }: Scenario): ScenarioAnswer {
  const answer = answersElsewhere(elsewhere).find((one) => one.ecosystem === ecosystem)?.got;
  if (answer === undefined) {
    return { ...nothing(file), explanation: `There is no table [shipshape.${ecosystem}], so nothing is asked.` };
  }
  if (answer.kind === 'answer') return { ...nothing(file), satisfiable: true, packages: placedVersions(answer.lines) };
  const isStopped = answer.error === 'stopped';
  const explanation = isStopped
    ? 'The search was stopped at its bound, so whether there is an answer isn’t known.'
    : `There is no answer by the rules of ${ecosystem}: ${answer.error}.`;
  return { ...nothing(file), satisfiable: isStopped ? null : false, explanation };
}

/** Lines such as `node_modules/lib 1.2.0` or `atlas 1.5.0: lib 1.9.0`, by place; of a crate with several versions, by both. */
function placedVersions(lines: readonly string[]): Readonly<Record<string, string>> {
  const placed = lines.flatMap((line) => {
    const [, place, version] = /^(\S+) (\S+?)(?:: .*|:| => .*)?$/.exec(line) ?? [];
    return place === undefined || version === undefined ? [] : [[place, version] as const];
  });
  const isOnly = (place: string) => placed.filter(([other]) => other === place).length === 1;
  return Object.fromEntries(
    placed.map(([place, version]) => [isOnly(place) ? place : `${place}@${version}`, version] as const),
  );
}

function stoppedAfter({ steps, conflicts }: EffortCounts): string {
  return `The search was stopped at its bound (steps: ${steps}, conflicts: ${conflicts}), so whether there is an answer isn’t known.`;
}

/** The counts that every strategy has. */
function countsOf({ decisions, conflicts, releasesRead, steps }: EffortCounts): EffortCounts {
  return { decisions, conflicts, releasesRead, steps };
}

/** Why there is no answer, as the figure words it. All its searches together have a bound. */
function explanationOf(problem: ResolutionProblem, { steps }: EffortCounts): string {
  let left = EXPLAINING_STEPS + 20 * steps;
  const explanation = explain(problem, (other) => {
    const resolution = resolve(other, { budget: left });
    left -= resolution.counts.steps;
    return resolution;
  });
  return explanation === undefined
    ? 'The requirements can’t be met together. To find out which of them are at fault takes too many steps.'
    : formatExplanation(explanation);
}

function installed(forks: readonly ResolvedFork[]): Pick<ScenarioAnswer, 'packages' | 'forks'> {
  const answered = forks.map(({ markers, pins }) => ({
    markers: markers ?? null,
    packages: Object.fromEntries(pins.map(({ name, version }) => [name, formatVersion(version)])),
  }));
  return { packages: agreed(answered), forks: answered.length > 1 ? answered : [] };
}

/** What has the same version in all forks that install it. */
function agreed(forks: readonly AnsweredFork[]): Readonly<Record<string, string>> {
  const versions = new Map<string, Set<string>>();
  for (const [name, version] of forks.flatMap(({ packages }) => Object.entries(packages))) {
    versions.set(name, (versions.get(name) ?? new Set()).add(version));
  }
  const same = [...versions].flatMap(([name, all]) => (all.size === 1 ? [[name, ...all] as const] : []));
  return Object.fromEntries(same.sort(([left], [right]) => (left < right ? -1 : 1)));
}
