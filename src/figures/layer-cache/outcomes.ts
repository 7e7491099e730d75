/** What the builder makes of builds in a row. This is where the core is asked. */
import { buildProject, catalogOfBases, FIRST_STATE, type ProjectOutcome, type ProjectWorld } from '@/core/docker';
import { remembering } from '@/figures/frame/remembering';
import { buildOf, type ProjectScene, type Setup } from './scenario';
import type { LayerState } from './state';

type Outcomes = (builds: readonly Setup[]) => readonly ProjectOutcome[];

const known = new WeakMap<ProjectScene, Outcomes>();

/** The outcomes of builds in a row, on a builder that had built nothing. */
export function outcomesOf(scene: ProjectScene, builds: readonly Setup[]): readonly ProjectOutcome[] {
  const outcomes = known.get(scene) ?? makeOutcomes(scene);
  known.set(scene, outcomes);
  return outcomes(builds);
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
  const world = worlds.get(scene) ?? { images: catalogOfBases(bases), secrets: new Set(secrets) };
  worlds.set(scene, world);
  return world;
}

/** A row of builds is the row before its last with one more: while a reader types, only that one is built. */
function makeOutcomes(scene: ProjectScene): Outcomes {
  const { scenario } = scene;
  const world = worldOf(scene);
  const keyOf = (builds: readonly Setup[]) =>
    JSON.stringify(
      builds.map((setup) => buildOf(scenario, setup)),
      listed,
    );
  const outcomes: Outcomes = remembering(keyOf, (builds) => {
    const last = builds.at(-1);
    if (last === undefined) return [];
    const before = outcomes(builds.slice(0, -1));
    const state = before.at(-1)?.state ?? FIRST_STATE;
    return [...before, buildProject(buildOf(scenario, last), world, state)];
  });
  return outcomes;
}

const listed = (_: string, value: unknown) => (value instanceof Map ? [...value] : value);
