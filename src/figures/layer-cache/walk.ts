/**
 * What a slide steps through: the project as it is, then each change that the scenario makes a promise about, always after a first
 * build with the Dockerfile that the promise names.
 */
import type { ModelWalk } from '@/figures/frame/model';
import { changeFile } from './edit-files';
import type { ProjectScene, PromisedChange, Setup } from './scenario';
import { giveArgument, sameSetup } from './setup';
import type { LayerEvent, LayerState } from './state';

/** One place on the walk: a build, and the project as it is changed after it. */
export interface Stop {
  readonly builds: readonly [Setup];
  readonly now: Setup;
}

/** The places in their order, each once. */
export function stopsOf(scene: ProjectScene): readonly Stop[] {
  const { first, scenario } = scene;
  const stops: Stop[] = [];
  for (const stop of [
    { builds: [first], now: first } satisfies Stop,
    ...scenario.promised.map((one) => stopOf(scene, one)),
  ]) {
    if (!stops.some((one) => isSameStop(one, stop))) stops.push(stop);
  }
  return stops;
}

/** A project that was built with a Dockerfile, and then changed. */
export function stopOf({ first }: ProjectScene, promised: PromisedChange): Stop {
  const { dockerfile, change = {}, arguments: given = {}, target } = promised;
  const built: Setup = { ...first, dockerfile: { id: dockerfile } };
  const files = Object.entries(change).reduce((now, [path, tap]) => changeFile(now, path, tap), first.files);
  const now = Object.entries(given).reduce((asked, [name, value]) => giveArgument(asked, name, value), built);
  return { builds: [built], now: { ...now, files, target } };
}

const isSameStop = (left: Stop, right: Stop): boolean =>
  sameSetup(left.builds[0], right.builds[0]) && sameSetup(left.now, right.now);

function placeOf(scene: ProjectScene, { builds: [built, ...later], now }: LayerState): number {
  if (built === undefined || later.length > 0) return -1;
  return stopsOf(scene).findIndex((stop) => isSameStop(stop, { builds: [built], now }));
}

/** A project that is none of the places goes on to the first. */
export const walk: ModelWalk<ProjectScene, LayerState, LayerEvent> = {
  step: (scene, state, by) => {
    const here = placeOf(scene, state);
    return here === -1 && by === -1 ? undefined : walk.goTo(scene, state, here + by);
  },
  goTo: (scene, _, to) => (stopsOf(scene)[to] === undefined ? undefined : { kind: 'walked', to }),
};
