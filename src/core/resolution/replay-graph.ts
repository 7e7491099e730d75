// What a search works on as a graph, and how each project stands after so many steps: for a drawing beside the replay. The graph is
// that of the whole search, so that it stays where it is while the steps go by.
import { formatVersion, type NormalizedName } from '@/core/python';
import {
  type BacktrackingReplay,
  backtrackingMomentOf,
  type Candidate,
  type Information,
  nameCandidate,
} from './backtracking';
import { describeTerm } from './describe-rule';
import type { PackageId } from './pubgrub/incompatibility';
import { incompatibilitiesOf, momentOf, type Replay } from './replay';
import { projectOf } from './uv/package';

export interface ReplayGraph {
  /** In the order in which they came up. */
  readonly projects: readonly NormalizedName[];
  /** Who asks for what, each once; undefined is the reader. */
  readonly edges: readonly ReplayEdge[];
}

export interface ReplayEdge {
  readonly from: NormalizedName | undefined;
  readonly to: NormalizedName;
}

/** How a project stands: nothing was read of it, nothing is held of it, some of it must be there or must not, or it is chosen. */
export type ProjectStanding = 'unseen' | 'open' | 'wanted' | 'excluded' | 'chosen';

export interface ProjectState {
  readonly name: NormalizedName;
  readonly standing: ProjectStanding;
  /** What is held of it: `glyphs 1.0`, `not glyphs 1.0`; nothing where nothing is. */
  readonly says: string;
  /** Whether the step is about a conflict that it is in. */
  readonly isInConflict: boolean;
}

/** The graph of a search by PubGrub: what the incompatibilities say of who requires whom. */
export function replayGraphOf({ packages, incompatibilities }: Replay): ReplayGraph {
  const graph = openGraph();
  for (const { cause } of incompatibilities) {
    if (cause.kind !== 'dependency') continue;
    graph.add(nameAt(packages, cause.dependent), nameAt(packages, cause.dependency));
  }
  return graph.drawn();
}

/** The graph of a search by backtracking: what was required by whom. */
export function backtrackingGraphOf({ steps }: BacktrackingReplay): ReplayGraph {
  const graph = openGraph();
  for (const { event } of steps) {
    if (event.kind === 'required') for (const each of event.information) graph.add(nameOf(each.parent), wantedBy(each));
  }
  return graph.drawn();
}

function openGraph() {
  const projects = new Set<NormalizedName>();
  const edges = new Map<string, ReplayEdge>();
  return {
    add: (from: NormalizedName | undefined, to: NormalizedName | undefined) => {
      if (from !== undefined) projects.add(from);
      if (to === undefined || from === to) return;
      projects.add(to);
      edges.set(`${from ?? ''} ${to}`, { from, to });
    },
    drawn: (): ReplayGraph => ({ projects: [...projects], edges: [...edges.values()] }),
  };
}

function nameAt(packages: Replay['packages'], id: PackageId): NormalizedName | undefined {
  const of = packages[id];
  return of && projectOf(of);
}

function nameOf(candidate: Candidate | undefined): NormalizedName | undefined {
  return candidate?.name;
}

function wantedBy({ requirement }: Information): NormalizedName | undefined {
  switch (requirement.kind) {
    case 'versions':
      return requirement.name;
    case 'same-release':
      return requirement.candidate.name;
    case 'python':
      return undefined;
    case 'url':
      return requirement.written.normalizedName;
  }
}

/** How the projects stand after the first `steps` steps of PubGrub. */
export function standingsOf(replay: Replay, { projects }: ReplayGraph, steps: number): readonly ProjectState[] {
  const { packages, incompatibilities, events } = replay;
  const { standing, known } = momentOf(replay, steps);
  const seen = new Set<NormalizedName>();
  for (const id of known) {
    for (const each of incompatibilities[id]?.terms ?? []) {
      const name = nameAt(packages, each.package);
      if (name !== undefined) seen.add(name);
    }
  }
  const held = new Map<NormalizedName, Pick<ProjectState, 'standing' | 'says'>>();
  for (const each of standing) {
    const name = nameAt(packages, each.package);
    // What was chosen stays so, whatever follows of a proxy of it.
    if (name === undefined || held.get(name)?.standing === 'chosen') continue;
    if (each.kind === 'decided') {
      held.set(name, { standing: 'chosen', says: `${name} ${formatVersion(each.version)}` });
    } else {
      const says = describeTerm(replay, each.package, each.term);
      held.set(name, { standing: each.term.positive ? 'wanted' : 'excluded', says });
    }
  }
  const event = events[steps - 1];
  const isTorn = event?.kind === 'conflict' || event?.kind === 'resolution' || event?.kind === 'rejection';
  const torn = new Set(
    (isTorn ? incompatibilitiesOf(event).slice(0, 1) : []).flatMap((id) =>
      (incompatibilities[id]?.terms ?? []).map((each) => nameAt(packages, each.package)),
    ),
  );
  return projects.map((name) => ({
    name,
    ...(held.get(name) ?? { standing: seen.has(name) ? 'open' : 'unseen', says: '' }),
    isInConflict: torn.has(name),
  }));
}

/** How the projects stand after the first `count` steps of backtracking. */
export function backtrackingStandingsOf(
  replay: BacktrackingReplay,
  { projects }: ReplayGraph,
  count: number,
): readonly ProjectState[] {
  const { pins, criteria } = backtrackingMomentOf(replay, count);
  const seen = new Set<NormalizedName>();
  for (const { event } of replay.steps.slice(0, count)) {
    if (event.kind !== 'required') continue;
    for (const each of event.information) {
      const name = wantedBy(each);
      if (name !== undefined) seen.add(name);
    }
  }
  const held = new Map<NormalizedName, Pick<ProjectState, 'standing' | 'says'>>();
  for (const { information, candidates } of criteria.values()) {
    const name = information && wantedBy(information.last);
    if (name === undefined) continue;
    held.set(name, { standing: 'wanted', says: `${candidates.length} left:` });
  }
  for (const candidate of pins.values()) {
    const { name } = candidate;
    if (name !== undefined) held.set(name, { standing: 'chosen', says: nameCandidate(candidate) });
  }
  const torn = tornBy(replay.steps[count - 1]?.event);
  return projects.map((name) => ({
    name,
    ...(held.get(name) ?? { standing: seen.has(name) ? 'open' : 'unseen', says: '' }),
    isInConflict: torn.has(name),
  }));
}

function tornBy(
  event: BacktrackingReplay['steps'][number]['event'] | undefined,
): ReadonlySet<NormalizedName | undefined> {
  switch (event?.kind) {
    case 'rejected':
      return new Set(event.because.flatMap((each) => [wantedBy(each), nameOf(each.parent)]));
    case 'conflict':
    case 'unsolvable':
      return new Set(event.causes.flatMap((each) => [wantedBy(each), nameOf(each.parent)]));
    case undefined:
    case 'required':
    case 'pinned':
    case 'backjump':
    case 'careful-again':
    case 'solved':
      return new Set();
  }
}
