// Cargo's resolver (the Cargo book, "Dependency Resolution"): the newest version first, one version of a crate in each range of
// compatible versions, and back to an earlier choice when a dependency can't be met.
import {
  type CargoDependency,
  type CargoProblem,
  type CrateVersion,
  compatibleRange,
  formatCrateVersion,
} from './cargo-problem';
import { type CrateGraph, graphOfCrates } from './crate-graph';
import { type Heap, type OpenDependency, takeNext, withFrame } from './open-dependencies';
import { meetsRequirement } from './version-requirement';

/** Steps after which the search stops, so that a stranger's index doesn't hold the page up. */
export const MOST_STEPS = 20_000;

export type CargoAnswer =
  | ({ readonly kind: 'resolved'; readonly steps: number } & CrateGraph)
  | { readonly kind: 'failed'; readonly failure: CargoFailure; readonly steps: number }
  | { readonly kind: 'stopped'; readonly steps: number };

export type CargoFailure =
  /** No such crate, or no version of it that meets the requirement. */
  | { readonly kind: 'no-crate' | 'no-version'; readonly by: CrateVersion | undefined; readonly wants: CargoDependency }
  /** Versions that were chosen before stand in the compatible ranges of all that would do. */
  | {
      readonly kind: 'conflict';
      readonly by: CrateVersion | undefined;
      readonly wants: CargoDependency;
      readonly chosen: readonly CrateVersion[];
    }
  | { readonly kind: 'cycle'; readonly crates: readonly CrateVersion[] };

/** A choice that can be taken again otherwise. */
interface Choice {
  readonly parent: CrateVersion | undefined;
  readonly open: OpenDependency;
  /** The place of the candidate after the one that was taken. */
  readonly next: number;
  readonly rest: Heap | undefined;
  /** How many crate versions and edges there were. */
  readonly active: number;
  readonly edges: number;
  readonly opened: number;
}

/** An edge of the graph: who depends, and which version it gets. */
export interface CrateEdge {
  readonly from: CrateVersion | undefined;
  readonly to: CrateVersion;
}

/**
 * The crate versions that Cargo locks, or why it can't. Features and optional dependencies, `links`, other kinds of
 * dependencies than normal ones, other sources than one registry and `rust-version` are left out.
 */
export function resolveCrates(problem: CargoProblem): CargoAnswer {
  const candidates = candidatesIn(problem);
  const openAll = (dependencies: readonly CargoDependency[]): readonly OpenDependency[] =>
    dependencies
      .map((dependency) => ({ dependency, candidates: candidates(dependency) }))
      .sort((left, right) => left.candidates.length - right.candidates.length);
  // What is active, in the order in which it became so, and where it stands there.
  const active: CrateVersion[] = [];
  const byRange = new Map<string, { readonly crate: CrateVersion; readonly place: number }>();
  const edges: CrateEdge[] = [];
  const choices: Choice[] = [];
  let opened = 0;
  let heap = withFrame(undefined, {
    parent: undefined,
    dependencies: openAll(problem.dependencies),
    next: 0,
    opened: opened++,
  });
  let steps = 0;
  while (heap !== undefined) {
    const taken = takeNext(heap);
    if (taken === undefined) break;
    let choice: Choice = { ...taken, next: 0, active: active.length, edges: edges.length, opened };
    let found = nextCandidate(choice.open, 0, byRange);
    if (found.at === undefined) {
      // The last choice that this doesn't rest on: while all that stands in the way is active, the same would come again.
      const holds = Math.max(placeOf(taken.parent, byRange), ...found.blocked.map((crate) => placeOf(crate, byRange)));
      const { blocked } = found;
      const again = stepBack(choices, holds, active, byRange);
      if (again === undefined) return { kind: 'failed', failure: failureOf(problem, taken, blocked), steps };
      ({ choice, found } = again);
      edges.length = choice.edges;
      opened = choice.opened;
    }
    steps++;
    if (steps > MOST_STEPS) return { kind: 'stopped', steps };
    const at = found.at ?? 0;
    const crate = choice.open.candidates[at];
    if (crate === undefined) break;
    if (nextCandidate(choice.open, at + 1, byRange).at !== undefined) choices.push({ ...choice, next: at + 1 });
    edges.push({ from: choice.parent, to: crate });
    heap = choice.rest;
    const range = rangeOf(crate);
    if (byRange.has(range)) continue;
    byRange.set(range, { crate, place: active.length });
    active.push(crate);
    heap = withFrame(heap, {
      parent: crate,
      dependencies: openAll(crate.dependencies),
      next: 0,
      opened: opened++,
    });
  }
  const graph = graphOfCrates(active, edges);
  return graph.cycle.length > 0
    ? { kind: 'failed', failure: { kind: 'cycle', crates: graph.cycle }, steps }
    : { kind: 'resolved', ...graph, steps };
}

const rangeOf = ({ crate, version }: CrateVersion) => compatibleRange(crate, version.numbers);

/** The versions that meet a dependency, newest first; each dependency is looked up once. */
function candidatesIn({ crates }: CargoProblem): (dependency: CargoDependency) => readonly CrateVersion[] {
  const known = new Map<string, readonly CrateVersion[]>();
  return ({ crate, requirement, written }) => {
    const key = `${crate} ${written}`;
    const found =
      known.get(key) ??
      (crates.get(crate) ?? []).filter(({ version, yanked }) => !yanked && meetsRequirement(requirement, version));
    known.set(key, found);
    return found;
  };
}

type Active = ReadonlyMap<string, { readonly crate: CrateVersion; readonly place: number }>;

/** The first candidate from a place on in whose compatible range no other version is active, and who stood in the way before. */
function nextCandidate({ candidates }: OpenDependency, from: number, byRange: Active) {
  const blocked: CrateVersion[] = [];
  for (let at = from; at < candidates.length; at++) {
    const candidate = candidates[at];
    if (candidate === undefined) break;
    const there = byRange.get(rangeOf(candidate))?.crate;
    if (there === undefined || there === candidate) return { at, blocked };
    blocked.push(there);
  }
  return { at: undefined, blocked };
}

/** Where a crate version stands among the active ones; the package itself is before all of them. */
function placeOf(crate: CrateVersion | undefined, byRange: Active): number {
  return crate === undefined ? -1 : (byRange.get(rangeOf(crate))?.place ?? -1);
}

/** Undoes what was done since the last choice at which not all that stands in the way was active. */
function stepBack(
  choices: Choice[],
  holds: number,
  active: CrateVersion[],
  byRange: Map<string, { readonly crate: CrateVersion; readonly place: number }>,
) {
  for (let choice = choices.pop(); choice !== undefined; choice = choices.pop()) {
    if (choice.active > holds) continue;
    for (const crate of active.splice(choice.active)) byRange.delete(rangeOf(crate));
    const found = nextCandidate(choice.open, choice.next, byRange);
    if (found.at !== undefined) return { choice, found };
  }
  return undefined;
}

function failureOf(
  { crates }: CargoProblem,
  { parent, open }: { readonly parent: CrateVersion | undefined; readonly open: OpenDependency },
  blocked: readonly CrateVersion[],
): CargoFailure {
  const { dependency, candidates } = open;
  const asked = { by: parent, wants: dependency };
  if (candidates.length > 0) {
    const chosen = [...new Map(blocked.map((crate) => [formatCrateVersion(crate), crate])).values()];
    return { kind: 'conflict', ...asked, chosen };
  }
  // Yanked versions show only to a requirement that one of them would meet.
  const exists = crates
    .get(dependency.crate)
    ?.some(({ yanked, version }) => !yanked || meetsRequirement(dependency.requirement, version));
  return { kind: exists === true ? 'no-version' : 'no-crate', ...asked };
}
