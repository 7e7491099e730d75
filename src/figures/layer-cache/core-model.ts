/** The layer cache without its drawing, over the core: a project that is built, changed and built again. The lenses come late. */
import { factsOf } from './facts';
import { lateParts } from './late-parts';
import { present } from './present';
import { type LayerModel, stillModel } from './still-model';

export const model: LayerModel = {
  ...stillModel,
  present,
  facts: factsOf,
  poster: (picture) => lateParts()?.posterOf(picture) ?? stillModel.poster(picture),
};
