/** The layer cache without its drawing: a project that is built, changed and built again. */
import type { FigureModel } from '@/figures/frame/model';
import { factsOf } from './facts';
import { layerPoster } from './layer-poster';
import { readState, writeState } from './link';
import { type LayerPicture, present } from './present';
import { realCheck } from './real-check';
import { type LayerScenario, type LayerScene, openScene } from './scenario';
import { firstState, type LayerEvent, type LayerState, update } from './state';

export const model: FigureModel<LayerScenario, LayerScene, LayerState, LayerEvent, LayerPicture> = {
  name: 'layer-cache',
  title: 'What is built again?',
  revision: 1,
  open: openScene,
  first: firstState,
  update,
  weigh: () => 'step',
  present,
  write: writeState,
  read: readState,
  facts: factsOf,
  poster: layerPoster,
  realCheck,
};
