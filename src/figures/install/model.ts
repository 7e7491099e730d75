/** The install figure without its drawing: what an installer does for a requirement, on a machine of the reader's choice. */
import type { FigureModel } from '@/figures/frame/model';
import { factsOf } from './facts';
import { installPoster } from './install-poster';
import { readState, writeState } from './link';
import { type InstallPicture, present, walkAt } from './present';
import { realCheck } from './real-check';
import { type InstallScenario, type InstallScene, openScene } from './scenario';
import { firstState, type InstallEvent, type InstallState, update } from './state';

export const model: FigureModel<InstallScenario, InstallScene, InstallState, InstallEvent, InstallPicture> = {
  name: 'install-steps',
  title: 'What asking for requests does',
  revision: 1,
  open: openScene,
  first: ({ scenario }) => firstState(scenario),
  update: (_, state, event) => update(state, event),
  // A scrubber speaks for itself, and is many events.
  weigh: ({ kind }) => (kind === 'scrubbed' ? 'stroke' : 'step'),
  present,
  write: writeState,
  read: ({ scenario }, json) => readState(scenario, json),
  facts: factsOf,
  poster: installPoster,
  realCheck,
  walk: {
    step: (scene, state, by) => {
      const { back, on } = walkAt(scene, state);
      return by === 1 ? on : back;
    },
    goTo: (scene, state, step) => {
      const event = walkAt(scene, state).scrub[step];
      return event?.kind === 'scrubbed' ? { kind: 'walked', to: event.to } : undefined;
    },
  },
};
