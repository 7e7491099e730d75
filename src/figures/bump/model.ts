/** The bump adviser without its drawing: from changes to the next number, with why, and who gets it without asking. */
import type { FigureModel } from '@/figures/frame/model';
import { bumpPoster } from './bump-poster';
import { factsOf } from './facts';
import { readState, writeState } from './link';
import { type BumpPicture, present } from './present';
import { realCheck } from './real-check';
import { type BumpScenario, type BumpScene, openScene } from './scenario';
import { type BumpEvent, type BumpState, firstState, update } from './state';

export const model: FigureModel<BumpScenario, BumpScene, BumpState, BumpEvent, BumpPicture> = {
  name: 'bump-adviser',
  title: 'Which number comes next?',
  revision: 1,
  open: openScene,
  first: firstState,
  update,
  weigh: () => 'step',
  present,
  write: writeState,
  read: readState,
  facts: factsOf,
  poster: bumpPoster,
  realCheck,
};
