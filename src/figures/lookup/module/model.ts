/** The module figure without its drawing: which file an import gets, looked up along sys.path. */
import type { FigureModel } from '@/figures/frame/model';
import { stepOf, walkedTo } from '../bay';
import { ladderPoster } from '../ladder-poster';
import type { ModuleScenario } from '../schema';
import { factsOf } from './facts';
import { readState, writeState } from './link';
import { type ModulePicture, present, walkAt } from './present';
import { realCheck } from './real-check';
import { type ModuleScene, openScene } from './scene';
import { firstState, type ModuleEvent, type ModuleState, update } from './state';

export const model: FigureModel<ModuleScenario, ModuleScene, ModuleState, ModuleEvent, ModulePicture> = {
  name: 'module-lookup',
  title: 'Which module is imported?',
  revision: 1,
  open: openScene,
  first: ({ scenario }) => firstState(scenario),
  update: ({ scenario }, state, event) => update(scenario, state, event),
  weigh: () => 'step',
  present,
  write: writeState,
  read: ({ scenario }, json) => readState(scenario, json),
  facts: factsOf,
  poster: (picture) => ladderPoster('sys.path', picture),
  realCheck,
  walk: {
    step: (scene, state, by) => {
      const walk = walkAt(scene, state);
      return walk === undefined ? undefined : stepOf(walk, by);
    },
    goTo: (scene, state, step) => {
      const walk = walkAt(scene, state);
      const to = walk === undefined ? undefined : walkedTo(walk, step);
      return to === undefined ? undefined : { kind: 'walked', to };
    },
  },
};
