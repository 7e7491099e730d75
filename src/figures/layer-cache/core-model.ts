/** The layer cache without its drawing, over the core: a project that is built, changed and built again. The lenses come late. */
import { factsOf } from './facts';
import { isRefused, keepGood } from './good';
import { lateParts } from './late-parts';
import { outcomeNow } from './outcomes';
import { present } from './present';
import { update } from './state';
import { type LayerModel, stillModel } from './still-model';

export const model: LayerModel = {
  ...stillModel,
  update: (scene, state, event) => {
    // What is refused before it begins is no build.
    if (event.kind === 'built' && isRefused(outcomeNow(scene, state))) return state;
    return keepGood(scene, state, update(scene, state, event));
  },
  present,
  facts: factsOf,
  poster: (picture) => lateParts()?.posterOf(picture) ?? stillModel.poster(picture),
};
