/**
 * The figure before its core is loaded, so that a page weighs little: the first state as it was drawn at build. Every other state shows
 * that picture too, as one that is on its way.
 */
import type { FigureModel } from '@/figures/frame/model';
import { layerPoster } from './layer-poster';
import { readState, writeState } from './link';
import { coveredPicture, type LayerPicture } from './picture';
import { realCheck } from './real-check';
import { type LayerScenario, type LayerScene, openScene } from './scenario';
import { firstState, isFirstState, type LayerEvent, type LayerState, type Lens, update, weigh } from './state';
import { walk } from './walk';

export type LayerModel = FigureModel<LayerScenario, LayerScene, LayerState, LayerEvent, LayerPicture>;

const isLens = (event: LayerEvent, lens: Lens): boolean => event.kind === 'lens-chosen' && event.lens === lens;

export const stillModel: LayerModel = {
  name: 'layer-cache',
  title: 'What is built again?',
  revision: 1,
  open: openScene,
  first: firstState,
  update,
  weigh,
  present: ({ scenario }, state, { answer }) => {
    const { picture } = scenario.drawn;
    const now: LayerPicture = isFirstState(state)
      ? picture
      : {
          ...picture,
          lens: state.lens,
          lenses: picture.lenses.map((one) => ({ ...one, chosen: isLens(one.event, state.lens) })),
          status: { kind: 'loading', says: ['The builder is on its way …'] },
          resetDisabledBecause: undefined,
        };
    return answer === 'hidden' ? coveredPicture(now) : now;
  },
  write: writeState,
  read: readState,
  facts: ({ scenario }) => new Map(scenario.drawn.facts),
  poster: layerPoster,
  realCheck,
  walk,
};
