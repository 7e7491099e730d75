/** The clinic without its drawing: over the core, or before it has come. */
import type { FigureModel } from '@/figures/frame/model';
import { clinicPoster } from './clinic-poster';
import { factsOf } from './facts';
import type { Judge } from './judgement';
import { readState, writeState } from './link';
import type { ClinicPicture } from './picture';
import { present } from './present';
import { realCheck } from './real-check';
import { type ClinicScenario, type ClinicScene, openScene } from './scenario';
import { type ClinicEvent, type ClinicState, firstState, update, weigh } from './state';

export type ClinicModel = FigureModel<ClinicScenario, ClinicScene, ClinicState, ClinicEvent, ClinicPicture>;

/** @param judge left out: the core hasn’t come yet, and what was recorded is all that is known */
export function makeModel(judge?: Judge): ClinicModel {
  return {
    name: 'manifest-clinic',
    title: 'How far does it come?',
    revision: 1,
    open: openScene,
    first: firstState,
    update,
    weigh,
    present: (scene, state, look) => present(scene, state, look, judge),
    write: writeState,
    read: readState,
    facts: (scene, state) => factsOf(scene, state, judge),
    poster: clinicPoster,
    realCheck,
  };
}
