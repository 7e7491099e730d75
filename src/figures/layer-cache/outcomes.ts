/** What the builder makes of builds in a row. This is where the core is asked. */
import {
  buildProject,
  catalogOfBases,
  FIRST_STATE,
  type ProjectBuild,
  type ProjectOutcome,
  type ProjectWorld,
} from '@/core/docker';
import { buildOf, type ProjectScene, type Setup } from './scenario';
import type { LayerState } from './state';

/**
 * Work that a build may take in the page, in the core’s units: about 50 ms of an ordinary machine, two hundred instructions or so; the
 * shipped projects spend a twelfth of it at most. What asks for more is refused with a sentence, so that no text that a reader or a link
 * brings holds the page.
 */
export const MOST_WORK_IN_PAGE = 250_000;

/** A build, and the ones that were tried after it. */
interface Tried {
  readonly build: ProjectBuild;
  readonly outcome: ProjectOutcome;
  readonly next: Tried[];
}

/** What has been built in a scene: rows that begin alike share their beginning. */
interface Trials {
  readonly first: Tried[];
  count: number;
}

/** Builds that are kept; beyond, all are forgotten. */
const MOST_KEPT = 200;

const trials = new WeakMap<ProjectScene, Trials>();

/** The outcomes of builds in a row, on a builder that had built nothing. While a reader types, only the last one is built. */
export function outcomesOf(scene: ProjectScene, builds: readonly Setup[]): readonly ProjectOutcome[] {
  let kept = trials.get(scene);
  if (kept === undefined || kept.count >= MOST_KEPT) kept = { first: [], count: 0 };
  trials.set(scene, kept);
  const outcomes: ProjectOutcome[] = [];
  let tried = kept.first;
  for (const setup of builds) {
    const build = buildOf(scene.scenario, setup);
    let one = tried.find((known) => isSameBuild(known.build, build));
    if (one === undefined) {
      const state = outcomes.at(-1)?.state ?? FIRST_STATE;
      one = { build, outcome: buildProject(build, worldOf(scene), state), next: [] };
      tried.push(one);
      kept.count++;
    }
    outcomes.push(one.outcome);
    tried = one.next;
  }
  return outcomes;
}

/** The outcome of building now, after the builds so far. */
export function outcomeNow(scene: ProjectScene, { builds, now }: LayerState): ProjectOutcome {
  const outcome = outcomesOf(scene, [...builds, now]).at(-1);
  if (outcome === undefined) throw new RangeError('A row of builds has a last one.');
  return outcome;
}

const worlds = new WeakMap<ProjectScene, ProjectWorld>();

/** What stays the same from build to build. */
export function worldOf(scene: ProjectScene): ProjectWorld {
  const { bases, secrets } = scene.scenario;
  const world = worlds.get(scene) ?? {
    images: catalogOfBases(bases),
    secrets: new Set(secrets),
    mostWork: MOST_WORK_IN_PAGE,
  };
  worlds.set(scene, world);
  return world;
}

function isSameBuild(left: ProjectBuild, right: ProjectBuild): boolean {
  if (left.dockerfile !== right.dockerfile || left.target !== right.target) return false;
  if (left.ignoresCache !== right.ignoresCache || left.arguments.size !== right.arguments.size) return false;
  if ([...left.arguments].some(([name, value]) => right.arguments.get(name) !== value)) return false;
  if (left.files === right.files) return true;
  const [paths, others] = [Object.keys(left.files), Object.keys(right.files)];
  return paths.length === others.length && paths.every((path) => isSameEntry(left.files[path], right.files[path]));
}

type Entry = ProjectBuild['files'][string] | undefined;

/** Entries that nobody changed are the same objects (scenario.ts), so that large texts are seldom compared. */
function isSameEntry(left: Entry, right: Entry): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
