/** The resolver playground without its drawing: a scenario's answer, and why it is that one. The other lenses come late. */
import { factsOf } from './facts';
import { awaitedOf, heardOf } from './heard';
import { lateParts } from './late-parts';
import { readState } from './link';
import { present } from './present';
import { readingOf, shownText } from './reading';
import { realCheck } from './real-check';
import type { TextScene } from './scenario';
import type { ResolverState } from './state';
import { type ResolverModel, stillModel } from './still-model';
import { settled, update } from './update';

export const model: ResolverModel = {
  ...stillModel,
  update,
  present,
  read: (scene, json) => {
    const state = readState(json);
    return state && settled(scene, state);
  },
  facts: factsOf,
  poster: (picture) => lateParts()?.lensPoster(picture) ?? stillModel.poster(picture),
  realCheck,
  walk: {
    step: (scene, state, by) => {
      const to = placeIn(scene, state) + by;
      return to < 0 || to > stepsIn(scene, state) ? undefined : { kind: 'walked', to };
    },
    goTo: (scene, state, to) => (to > stepsIn(scene, state) ? undefined : { kind: 'walked', to }),
  },
};

/** The steps of the replay of what is shown. */
function stepsIn(scene: TextScene, state: ResolverState): number {
  const reading = readingOf(scene, shownText(scene, state));
  if (reading.kind === 'read') return lateParts()?.stepCount(reading.answer, state.strategy) ?? 0;
  return heardOf(awaitedOf(scene, state, true))?.picture.steps?.total ?? 0;
}

/** Where the replay stands; a link may say a place beyond its end. */
function placeIn(scene: TextScene, state: ResolverState): number {
  return Math.min(state.step, stepsIn(scene, state));
}
