/** The wheel decoder without its drawing: which file of a release a machine takes, and what a wheel's name says. */
import type { FigureModel } from '@/figures/frame/model';
import { factsOf } from './facts';
import { readState, writeState } from './link';
import { present, type WheelPicture } from './present';
import { isSameMachine } from './presets';
import { realCheck } from './real-check';
import { openScene, type WheelScenario, type WheelScene } from './scenario';
import { firstState, update, type WheelEvent, type WheelState } from './state';
import { wheelPoster } from './wheel-poster';

export const model: FigureModel<WheelScenario, WheelScene, WheelState, WheelEvent, WheelPicture> = {
  name: 'wheel-decoder',
  title: 'Which file fits this machine?',
  revision: 1,
  open: openScene,
  first: firstState,
  update,
  // Letters in a field, and a list that is being edited, are many events.
  weigh: ({ kind }) => (kind === 'name-typed' || kind === 'files-typed' || kind === 'tag-sought' ? 'stroke' : 'step'),
  present,
  write: writeState,
  read: readState,
  facts: factsOf,
  poster: wheelPoster,
  realCheck,
  // A slide steps from preset to preset.
  walk: {
    step: ({ presets }, { settings }, by) => {
      const here = presets.findIndex((preset) => isSameMachine(preset.settings, settings));
      const next = here === -1 ? (by === 1 ? presets[0] : undefined) : presets[here + by];
      return next && { kind: 'walked', preset: next.id };
    },
    goTo: ({ presets }, _, step) => {
      const preset = presets[step];
      return preset && { kind: 'walked', preset: preset.id };
    },
  },
};
