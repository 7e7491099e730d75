/** The command figure without its drawing: which file bash runs for a word, looked up along PATH. */
import type { FigureModel } from '@/figures/frame/model';
import { stepOf, walkedTo } from '../bay';
import { ladderPoster } from '../ladder-poster';
import type { CommandScenario } from '../schema';
import { factsOf } from './facts';
import { readState, writeState } from './link';
import { type CommandPicture, present, walkAt } from './present';
import { realCheck } from './real-check';
import { type CommandScene, openScene } from './scene';
import { type CommandEvent, type CommandState, firstState, update } from './state';

export const model: FigureModel<CommandScenario, CommandScene, CommandState, CommandEvent, CommandPicture> = {
  name: 'command-lookup',
  title: 'Which file runs?',
  revision: 1,
  open: openScene,
  first: ({ scenario }) => firstState(scenario),
  update: (_, state, event) => update(state, event),
  weigh: () => 'step',
  present,
  write: writeState,
  read: readState,
  facts: factsOf,
  poster: (picture) => ladderPoster('PATH', picture),
  realCheck,
  walk: {
    step: (scene, state, by) => stepOf(walkAt(scene, state), by),
    goTo: (scene, state, step) => {
      const to = walkedTo(walkAt(scene, state), step);
      return to === undefined ? undefined : { kind: 'walked', to };
    },
  },
};
